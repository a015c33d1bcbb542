import type { RefSelectProps } from 'antd';
import type { Ref } from 'react';
import { openDialog, type Dialog } from '../state/desk.js';
import { OfferedInput } from '../ui/offered-input.js';

interface PersonFieldProps {
  readonly people: readonly string[];
  readonly value: string;
  readonly onChange: (who: string) => void;
  readonly onEnter?: () => void;
  /** The dialog this field stands in, shown again after the list of people was changed. */
  readonly back: Dialog;
  readonly ref?: Ref<RefSelectProps>;
}

/** 经手人: chosen from the list of people, or typed; beside it the list itself. */
export function PersonField({ people, value, onChange, onEnter, back, ref }: PersonFieldProps) {
  return (
    <>
      <label htmlFor="course-who">经手人</label>
      <span className="course-who">
        <OfferedInput
          id="course-who"
          {...(ref === undefined ? {} : { ref })}
          placeholder="姓名"
          offers={people}
          value={value}
          maxLength={40}
          onChange={onChange}
          {...(onEnter === undefined ? {} : { onEnter })}
        />
        <button type="button" className="plain-link" onClick={() => openDialog({ kind: 'people', back })}>
          人员…
        </button>
      </span>
    </>
  );
}
