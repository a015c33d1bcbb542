import { Input, Modal } from 'antd';
import { useEffect, useState } from 'react';
import type { CourseStep } from '../../shared/course/course.js';
import { stateLabels } from '../../shared/course/state-labels.js';
import type { IssueState } from '../../shared/document/issue.js';
import type { CallResponse } from '../../shared/ipc.js';
import { call } from '../bridge.js';
import { goToState } from '../issue/go-to-state.js';
import { instantLabel } from '../library/issue-label.js';
import { attempt } from '../library/library-actions.js';
import { closeDialog } from '../state/desk.js';
import { tellFailure } from '../state/messages.js';
import { useFirstField } from '../ui/first-field.js';
import { PersonField } from './person-field.js';

export interface GoToStateDialogProps {
  readonly to: IssueState;
  readonly issueKey: string;
}

/** What a state means for the issue, beside its name. */
const notes: Readonly<Partial<Record<IssueState, string>>> = {
  printed: '印发后文字锁定；要改动须另开更正，写明原因。',
  correcting: '现在的样子先存为版本；改完后重新印发，再次锁定。',
  archived: '归档后不再改动；确需改动的，仍可开更正。',
};

/** Takes the issue to another state: who does it and, for a 更正, why. Below, the way it came. */
export function GoToStateDialog({ to, issueKey }: GoToStateDialogProps) {
  const known = useCourse(issueKey);
  const [typed, setTyped] = useState<string>();
  const [note, setNote] = useState('');
  const first = useFirstField();
  const who = typed ?? known?.people[0] ?? '';
  const isCorrection = to === 'correcting';
  const isReady = who.trim() !== '' && (!isCorrection || note.trim() !== '');
  const go = (): void => {
    if (!isReady) return;
    closeDialog();
    attempt(() => goToState(to, who.trim(), note.trim()));
  };
  return (
    <Modal
      open
      title={isCorrection ? '更正' : `转为“${stateLabels[to]}”`}
      okText={isCorrection ? '开始更正' : stateLabels[to]}
      cancelText="取消"
      width={480}
      okButtonProps={{ disabled: !isReady }}
      onOk={go}
      onCancel={closeDialog}
    >
      <div className="course-form">
        <PersonField
          ref={first}
          people={known?.people ?? []}
          value={who}
          onChange={setTyped}
          onEnter={go}
          back={{ kind: 'go-to-state', to }}
        />
        <label htmlFor="course-note">{isCorrection ? '更正原因' : '备注'}</label>
        <Input
          id="course-note"
          maxLength={400}
          placeholder={isCorrection ? '必填，如：第2页单位名称有误' : '可不填'}
          value={note}
          onChange={({ target }) => setNote(target.value)}
          onPressEnter={go}
        />
      </div>
      {notes[to] !== undefined && <p className="soft">{notes[to]}</p>}
      {known && known.course.steps.length > 0 && <CourseList steps={known.course.steps} />}
    </Modal>
  );
}

function CourseList({ steps }: { readonly steps: readonly CourseStep[] }) {
  return (
    <ol className="course-steps" aria-label="已走过的流程">
      {steps.toReversed().map((step) => (
        <li key={`${step.at} ${step.to}`}>
          <span className="soft num">{instantLabel(step.at, new Date().getFullYear())}</span> {stateLabels[step.to]}
          {step.correction} · {step.who}
          {step.note !== undefined && <span className="soft"> {step.note}</span>}
        </li>
      ))}
    </ol>
  );
}

function useCourse(key: string): CallResponse<'course.get'> | undefined {
  const [known, setKnown] = useState<CallResponse<'course.get'>>();
  useEffect(() => {
    let isWanted = true;
    call('course.get', { key }).then((answer) => isWanted && setKnown(answer), tellFailure);
    return () => {
      isWanted = false;
    };
  }, [key]);
  return known;
}
