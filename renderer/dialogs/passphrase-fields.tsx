import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { madePassphrase, passphraseLimits, refusePassphrase, tidyPassphrase } from '../../shared/bundle/passphrase.js';
import { strengthOf, type Strength } from '../../shared/bundle/passphrase-strength.js';
import { PassphraseInput } from './passphrase-input.js';

/** What was typed for a new bundle; `undefined`: it gets no passphrase. */
export type NewPassphrase = { readonly first: string; readonly again: string } | undefined;

/** Why a bundle cannot be written with this yet; undefined when it can. */
export function passphraseTrouble(typed: NewPassphrase): string | undefined {
  if (typed === undefined) return undefined;
  if (typed.first === '') return '请输入口令，或者不加口令。';
  const refusal = refusePassphrase(typed.first);
  if (refusal !== undefined) return refusal;
  return tidyPassphrase(typed.first) === tidyPassphrase(typed.again) ? undefined : '两次输入的口令不一样。';
}

export interface PassphraseFieldsProps {
  readonly value: NewPassphrase;
  readonly onChange: (value: NewPassphrase) => void;
  /** What a guesser tries first. */
  readonly known: readonly string[];
}

/** 加口令: typed twice, or made up; says how long it would hold. */
export function PassphraseFields({ value, onChange, known }: PassphraseFieldsProps) {
  const [isShown, setIsShown] = useState(false);
  const visibility = { visible: isShown, onVisibleChange: setIsShown };
  const make = (): void => {
    const made = madePassphrase(crypto.getRandomValues(new Uint8Array(8)));
    setIsShown(true);
    onChange({ first: made, again: made });
  };
  return (
    <div className="export-row passphrase-row">
      <span>口令</span>
      <div>
        <Checkbox checked={value !== undefined} onChange={({ target }) => onChange(target.checked ? { first: '', again: '' } : undefined)}>
          加口令，U盘丢了别人也打不开
        </Checkbox>
        {value !== undefined && (
          <>
            <div className="passphrase-fields">
              <PassphraseInput
                autoFocus
                label="口令"
                placeholder="口令"
                value={value.first}
                maxLength={passphraseLimits.most}
                visibilityToggle={visibility}
                onChange={(first) => onChange({ ...value, first })}
              />
              <PassphraseInput
                label="再输一次口令"
                placeholder="再输一次"
                value={value.again}
                maxLength={passphraseLimits.most}
                visibilityToggle={visibility}
                onChange={(again) => onChange({ ...value, again })}
              />
              <Button onClick={make}>随机生成</Button>
            </div>
            <StrengthLine typed={value} known={known} />
          </>
        )}
      </div>
    </div>
  );
}

const levels: Readonly<Record<Strength['level'], string>> = { weak: '太容易猜', fair: '还可以', strong: '很难猜' };

function StrengthLine({ typed, known }: { readonly typed: NonNullable<NewPassphrase>; readonly known: readonly string[] }) {
  if (typed.first === '') return <p className="soft">口令不保存在任何地方，忘了就打不开；要输汉字，先按右边的眼睛显示出来。</p>;
  const { level, time, weakness } = strengthOf(typed.first, known);
  const trouble = typed.again === '' ? refusePassphrase(typed.first) : passphraseTrouble(typed);
  return (
    <>
      <p className={`passphrase-strength passphrase-${level}`} role="status">
        <span className="passphrase-meter" aria-hidden="true" />
        {levels[level]}：捡到U盘的人用好机器去试，{time === '上百年' ? '试上百年也试不出来' : `${time}就能试出来`}
        {weakness === undefined ? '。' : `（${weakness}）。`}
      </p>
      {trouble !== undefined && <p className="passphrase-trouble">{trouble}</p>}
    </>
  );
}
