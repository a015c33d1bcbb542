import { Button, Checkbox } from 'antd';
import { attempt } from '../library/library-actions.js';
import { instantLabel } from '../library/issue-label.js';
import { openDialog } from '../state/desk.js';
import { useExchange, type OpenedBundle, type PlanStep } from '../state/exchange.js';
import { isReadOnly } from '../state/read-only.js';
import { Bar } from '../ui/bar.js';
import { Conflicts } from './conflicts.js';
import { importOpened, toggleStep, trustOpened } from './exchange-actions.js';

const thisYear = new Date().getFullYear();

/** The bundle that is looked at: who sent it, what is wrong with it, and what importing it would do, line by line. */
export function BundlePlan() {
  const opened = useExchange((state) => state.opened);
  const failure = useExchange((state) => state.failure);
  if (failure !== undefined) return <Bar tone="error" text={failure} actions={[]} />;
  if (opened === undefined)
    return <p className="library-empty">在左边选一个交换包，按回车看里面有什么；看过并按“导入”之后，才会写进资料库。</p>;
  return (
    <>
      <Sender opened={opened} />
      <Problems opened={opened} />
      {opened.valid && <Steps opened={opened} />}
    </>
  );
}

const signatures: Readonly<Record<OpenedBundle['signature'], string>> = {
  trusted: '已核对',
  unknown: '没有核对过',
  changed: '密钥换了',
  withdrawn: '密钥已停用',
  none: '没有签名',
  broken: '签名不符',
};

function Sender({ opened: { file, about, signature } }: { readonly opened: OpenedBundle }) {
  if (about === undefined) return <h2 className="exchange-title">{file}</h2>;
  return (
    <>
      <h2 className="exchange-title">
        {about.kind}：{about.titles.slice(0, 3).join('、')}
        {about.titles.length > 3 && ` 等 ${about.titles.length} 项`}
      </h2>
      <dl className="bundle-facts">
        <dt>来自</dt>
        <dd>
          {about.unit}
          {about.isOwn && '（本机导出）'} <span className={`trust trust-${signature}`}>{signatures[signature]}</span>
        </dd>
        {about.words !== '' && (
          <>
            <dt>四个词</dt>
            <dd className="words">{about.words}</dd>
          </>
        )}
        <dt>编号</dt>
        <dd className="num">
          第 {about.sequence} 包{about.to !== '' && `，发给${about.to}`}，{instantLabel(about.createdAt, thisYear)} 导出
          {about.attachments > 0 && `，附原件 ${about.attachments} 个`}
        </dd>
        <dt>文件</dt>
        <dd>{file}</dd>
      </dl>
    </>
  );
}

function Problems({ opened: { problems } }: { readonly opened: OpenedBundle }) {
  // A key is not to be decided on by a bundle that is damaged besides.
  const isDamaged = problems.some(({ isError, code }) => isError && code !== 'key-changed' && code !== 'passphrase-needed');
  return (
    <div className="bundle-problems">
      {problems.map(({ code, entry, message, isError }) => (
        <Bar key={`${code} ${entry}`} tone={isError ? 'error' : 'warning'} text={message} actions={isDamaged ? [] : actionsOn(code)} />
      ))}
    </div>
  );
}

/** Keys are decided on beside the sentence that asks. */
function actionsOn(code: string): readonly { readonly label: string; readonly run: () => void }[] {
  if (code === 'passphrase-needed') return [{ label: '输入口令…', run: () => openDialog({ kind: 'passphrase' }) }];
  if (isReadOnly()) return [];
  const trust = (label: string, replacing: boolean) => ({ label, run: () => attempt(() => trustOpened(replacing)) });
  if (code === 'key-unknown') return [trust('核对一致，信任', false)];
  if (code === 'name-changed') return [trust('是同一个单位，记下新名称', false)];
  if (code === 'key-changed') return [trust('对方换了电脑，更换', true), trust('对方的另一台电脑，都信任', false)];
  return [];
}

function Steps({ opened: { steps, problems, about } }: { readonly opened: OpenedBundle }) {
  const selected = useExchange((state) => state.selected);
  const chosen = steps.filter(({ name }) => selected.has(name)).length;
  // Nothing of it changes the library, but that it came is worth knowing: for gaps in the numbers, and as what both had.
  const isNews = about?.isOwn !== true && !problems.some(({ code }) => code === 'already-imported');
  const isNewsOnly = isNews && steps.every(({ isIdle }) => isIdle);
  return (
    <>
      <ul className="plan-steps" aria-label="导入会做什么">
        {steps.map((step) => (
          <li key={step.name}>
            <Step step={step} isSelected={selected.has(step.name)} />
          </li>
        ))}
      </ul>
      <div className="plan-foot">
        <Button type="primary" disabled={(chosen === 0 && !isNewsOnly) || isReadOnly()} onClick={() => attempt(importOpened)}>
          {isNewsOnly ? '记为已收到' : `导入${chosen > 0 ? ` ${chosen} 项` : ''}`}
        </Button>
        <span className="soft">{footNote(steps, chosen)}</span>
      </div>
    </>
  );
}

function footNote(steps: readonly PlanStep[], chosen: number): string {
  if (isReadOnly()) return '资料库只能阅读，可以查看，不能导入。';
  if (steps.every(({ isIdle }) => isIdle)) return '都与本机相同，不用导入。';
  return chosen === 0 ? '没有选要导入的。' : '一次全部写入，可以整个撤销。';
}

function Step({ step, isSelected }: { readonly step: PlanStep; readonly isSelected: boolean }) {
  const { name, sentence, changes, conflicts, isIdle } = step;
  return (
    <>
      <Checkbox checked={isSelected} disabled={isIdle || isReadOnly()} onChange={() => toggleStep(name)}>
        {sentence}
      </Checkbox>
      {changes.length > 0 && <p className="plan-changes soft">{changes.join('；')}。</p>}
      {isSelected && conflicts.length > 0 && <Conflicts conflicts={conflicts} />}
    </>
  );
}
