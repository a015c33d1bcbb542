import { Checkbox, DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { updateMasthead } from '../../shared/document/edit-issue.js';
import { issueKey, type Masthead } from '../../shared/document/issue.js';
import { issueSession, useIssueSession } from '../state/issue-session.js';
import { useLibrary } from '../state/library-store.js';
import { FieldFrame, LineField } from '../ui/line-field.js';
import { FormPage } from './form-page.js';
import { numberIn } from './number-check.js';
import { issueName, usePublication } from '../state/publication.js';

/** A masthead field that may be absent. */
type Mark = 'secrecy' | 'copyNumber' | 'serial';

const marks: readonly { readonly name: Mark; readonly label: string; readonly hint: string }[] = [
  { name: 'secrecy', label: '密级', hint: '如 机密★1年；不填则不印' },
  { name: 'copyNumber', label: '份号', hint: '6 位数字，如 000001；不填则不印' },
  { name: 'serial', label: '编号', hint: '不填则不印' },
];

/** Changes of the masthead; undefined takes a mark away. */
type Changes = { readonly [Name in keyof Masthead]?: Masthead[Name] | undefined };

function change(changes: Changes, merge: string): void {
  issueSession
    .getState()
    .edit((issue) => updateMasthead({ ...issue, masthead: withChanges(issue.masthead, changes) }, {}), { merge: `masthead.${merge}` });
}

function withChanges(masthead: Masthead, changes: Changes): Masthead {
  const entries = Object.entries({ ...masthead, ...changes }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as unknown as Masthead;
}

/** 报头: name, number, date, organ and the optional marks. */
export function MastheadForm() {
  const masthead = useIssueSession(({ issue }) => issue?.masthead);
  if (!masthead) return null;
  return (
    <FormPage title="报头" note="印在封面上部；期号按年编排，改了期号或年份，本期在期刊库里的位置随之改变。">
      <LineField
        label="刊名"
        textKey="masthead.name"
        value={masthead.name}
        onChange={(name) => change({ name }, 'name')}
        check={(text) => (text.trim() === '' ? '刊名不能为空' : undefined)}
      />
      <KeyFields masthead={masthead} />
      <LineField
        label="编发单位"
        textKey="masthead.organ"
        value={masthead.organ}
        onChange={(organ) => change({ organ }, 'organ')}
        remark={masthead.organ === '' ? '未填，封面上将空缺' : undefined}
      />
      <h2 className="form-heading">选填</h2>
      {marks.map(({ name, label, hint }) => (
        <LineField
          key={name}
          label={label}
          textKey={`masthead.${name}`}
          width={260}
          value={masthead[name] ?? ''}
          hint={hint}
          remark={markRemark(name, masthead)}
          onChange={(value) => change({ [name]: value }, name)}
        />
      ))}
      <CountField name="total" label="总期数" most={99_999} hint="印在期号后面：（总第N期）；不填则不印" count={masthead.total} />
      <CountField name="printRun" label="印数" most={1_000_000} hint="印在末页右下；不填则不印" count={masthead.printRun} />
    </FormPage>
  );
}

function markRemark(name: Mark, masthead: Masthead): string | undefined {
  const value = masthead[name] ?? '';
  if (value === '') return undefined;
  if (name === 'copyNumber' && !/^\d{6}$/u.test(value)) return '份号一般为 6 位数字';
  if (name === 'secrecy' && !/^(绝密|机密|秘密|内部)/u.test(value)) return '一般写作 绝密、机密、秘密 加 ★ 和期限';
  return undefined;
}

/** Number, date, 增刊 and publication together name the issue: a name another issue has is not taken. */
function KeyFields({ masthead }: { readonly masthead: Masthead }) {
  const isTaken = useTaken();
  const [refusal, setRefusal] = useState<string | undefined>();
  const tryChange = (changes: Changes, merge: string): void => {
    const taken = isTaken(withChanges(masthead, changes));
    setRefusal(taken);
    if (taken === undefined) change(changes, merge);
  };
  const checkNumber = (text: string): string | undefined =>
    numberIn(text, 1, 9999) === undefined ? '期号是 1 到 9999 的整数' : isTaken({ ...masthead, number: Number(text) });
  return (
    <>
      <PublicationField masthead={masthead} onChange={(publication) => tryChange({ publication }, 'publication')} />
      <LineField
        label="期号"
        width={90}
        value={String(masthead.number)}
        check={checkNumber}
        onChange={(text) => tryChange({ number: Number(text) }, 'number')}
      />
      <FieldFrame id="masthead-date" label="日期" error={refusal}>
        <DatePicker
          id="masthead-date"
          value={dayjs(masthead.date)}
          format="YYYY年M月D日"
          allowClear={false}
          onChange={(date) => date && tryChange({ date: date.format('YYYY-MM-DD') }, 'date')}
        />
        <Supplement
          isSupplement={masthead.supplement === true}
          onChange={(isSupplement) => tryChange({ supplement: isSupplement ? true : undefined }, 'supplement')}
        />
      </FieldFrame>
    </>
  );
}

interface PublicationFieldProps {
  readonly masthead: Masthead;
  readonly onChange: (publication: string | undefined) => void;
}

/** Which publication the issue is kept and numbered with; nothing where there is but one. */
function PublicationField({ masthead, onChange }: PublicationFieldProps) {
  const publications = usePublication((session) => session.publications);
  if (publications.length < 2) return null;
  return (
    <FieldFrame id="masthead-publication" label="归入刊物">
      <select
        id="masthead-publication"
        className="setting-select"
        value={masthead.publication ?? ''}
        onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
      >
        {publications.map(({ id, name }) => (
          <option key={id ?? ''} value={id ?? ''}>
            {name}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

function Supplement({ isSupplement, onChange }: { readonly isSupplement: boolean; readonly onChange: (isSupplement: boolean) => void }) {
  return (
    <Checkbox className="field-beside" checked={isSupplement} onChange={({ target }) => onChange(target.checked)}>
      增刊（单独编号）
    </Checkbox>
  );
}

/** Says so when another issue of the library has the name a masthead would get. */
function useTaken(): (masthead: Masthead) => string | undefined {
  const issues = useLibrary((library) => library.issues);
  const own = useIssueSession(({ key }) => key);
  return (masthead) => {
    const key = issueKey(masthead);
    return key !== own && issues.some((issue) => issue.key === key) ? `${issueName(key)}已在期刊库中，未改` : undefined;
  };
}

interface CountFieldProps {
  readonly name: 'total' | 'printRun';
  readonly label: string;
  readonly most: number;
  readonly hint: string;
  readonly count: number | undefined;
}

/** A count that an issue need not have. */
function CountField({ name, label, most, hint, count }: CountFieldProps) {
  const check = (text: string): string | undefined =>
    text === '' || numberIn(text, 1, most) !== undefined ? undefined : `${label}是 1 到 ${most} 的整数`;
  return (
    <LineField
      label={label}
      width={90}
      value={count === undefined ? '' : String(count)}
      check={check}
      hint={hint}
      onChange={(text) => change({ [name]: text === '' ? undefined : Number(text) }, name)}
    />
  );
}
