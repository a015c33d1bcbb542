import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import type { Contributor } from '../../shared/submissions/contributor.js';
import { attempt } from '../library/library-actions.js';
import { contributorNow, saveContributor, usePurpose } from '../state/contributor.js';
import { showView } from '../state/desk.js';
import { tell } from '../state/messages.js';
import { LineField } from '../ui/line-field.js';

const fields = [
  { name: 'unitName', label: '单位', hint: '照来源单位的写法，如 示例区委宣传部' },
  { name: 'person', label: '信息员', hint: '写稿和联系的人' },
  { name: 'phone', label: '电话', hint: '编辑部核实稿件用；座机带区号' },
  { name: 'signedBy', label: '签发领导', hint: '通常由谁签发，可以不填；每篇还可以另写' },
] as const;

type Draft = Readonly<Record<(typeof fields)[number]['name'], string>>;

/** Longest name a field takes. */
const longest = 80;

/** Who writes here: filled in once, carried by every manuscript. */
export function IdentityForm() {
  const [draft, setDraft] = useState(() => draftOf(contributorNow()));
  const isKnown = contributorNow() !== undefined;
  const contributor = contributorOf(draft);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (contributor === undefined) return;
    attempt(async () => {
      await saveContributor(contributor);
      tell('success', `本机是“${contributor.unitName}”的投稿端。`);
    });
  };
  return (
    <form className="own-identity" onSubmit={save}>
      {fields.map(({ name, label, hint }) => (
        <LineField
          key={name}
          label={label}
          hint={hint}
          width={320}
          value={draft[name]}
          onChange={(value) => setDraft({ ...draft, [name]: value.slice(0, longest) })}
        />
      ))}
      <div className="own-identity-foot">
        <Button type="primary" htmlType="submit" disabled={contributor === undefined}>
          保存
        </Button>
        {!isKnown && <ToOffice />}
      </div>
    </form>
  );
}

function ToOffice() {
  const isUnit = usePurpose() === 'unit';
  if (!isUnit) return null;
  const turn = async (): Promise<void> => {
    await saveContributor(undefined);
    showView('library');
  };
  return <Button onClick={() => attempt(turn)}>本机是编辑部用</Button>;
}

function draftOf({ unitName = '', person = '', phone = '', signedBy = '' }: Partial<Contributor> = {}): Draft {
  return { unitName, person, phone, signedBy };
}

/** Undefined while something is still to be filled in. */
function contributorOf({ unitName, person, phone, signedBy }: Draft): Contributor | undefined {
  const known = { unitName: unitName.trim(), person: person.trim(), phone: phone.trim() };
  if (Object.values(known).some((value) => value === '')) return undefined;
  return signedBy.trim() === '' ? known : { ...known, signedBy: signedBy.trim() };
}
