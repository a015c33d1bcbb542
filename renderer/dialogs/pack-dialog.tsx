import { Button, Input, Modal, Radio, Select } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { bundleEnding } from '../../shared/bundle/format.js';
import { bundleKinds } from '../../shared/bundle/bundle-kinds.js';
import type { CallResponse } from '../../shared/ipc.js';
import { call } from '../bridge.js';
import { usePurpose } from '../state/contributor.js';
import { closeDialog } from '../state/desk.js';
import { issueSession } from '../state/issue-session.js';
import { useLibrary } from '../state/library-store.js';
import { tellFailure } from '../state/messages.js';
import { useSubmissionRows } from '../state/submission-rows.js';
import { JobProgressBar } from '../ui/job-progress-bar.js';
import { PassphraseFields, passphraseTrouble } from './passphrase-fields.js';
import { PickFolder } from './pick-folder.js';
import { StartButton } from './start-button.js';
import { isComplete, isPresent, usePackOrder, usePackPlan, usePackRun, type PackOrder, type PackTarget, type Written } from './use-pack.js';
import { issueName } from '../state/publication.js';

/** 导出交换包: what goes in and where to, what it will hold, and when the stick may be pulled out. */
export function PackDialog({ canPickFolder, keys }: { readonly canPickFolder: boolean; readonly keys?: readonly string[] | undefined }) {
  const isUnit = usePurpose() === 'unit';
  const { order, sticks, change } = usePackOrder(isUnit ? 'submission' : 'issue', keys ?? keysOnScreen(isUnit));
  const { plan, failure } = usePackPlan(order, isPresent(order.target, sticks));
  const running = usePackRun();
  const [isPicking, setIsPicking] = useState(false);
  const { isRunning } = running.job;
  const baseName = order.baseName ?? plan?.baseName ?? '';
  const isReady = !isRunning && plan?.refusals.length === 0 && isFilledIn(order, baseName);
  const start = (): void => void (isReady && running.run(order, baseName));
  if (isPicking)
    return (
      <PickFolder
        canPickFolder={canPickFolder}
        onTake={({ handle, label }) => {
          change({ target: { handle, name: label, isStick: false } });
          setIsPicking(false);
        }}
        onCancel={() => setIsPicking(false)}
      />
    );
  return (
    <Modal
      open
      title={isUnit ? '报送' : '导出交换包'}
      width={620}
      centered
      mask={{ closable: false }}
      keyboard={!isRunning}
      closable={!isRunning}
      onCancel={closeDialog}
      footer={running.written ? <DoneFoot /> : <Foot isRunning={isRunning} isReady={isReady} start={start} cancel={running.job.cancel} />}
    >
      {running.written && order.target ? (
        <Done written={running.written} target={order.target} isSealed={order.passphrase !== undefined} />
      ) : (
        <fieldset className="export-form" disabled={isRunning}>
          <What order={order} change={change} />
          <Where order={order} sticks={sticks} change={change} pick={() => setIsPicking(true)} />
          <label className="export-row">
            <span>文件名</span>
            <Input
              value={baseName}
              maxLength={72}
              suffix={`.${bundleEnding}`}
              onChange={({ target }) => change({ baseName: target.value })}
              onPressEnter={start}
            />
          </label>
          <PassphraseFields
            value={order.passphrase}
            onChange={(passphrase) => change({ passphrase })}
            known={[order.to, baseName, ...(plan?.titles ?? [])]}
          />
          {plan && <Contents titles={plan.titles} attachments={plan.attachments} isSealed={order.passphrase !== undefined} />}
          <Sentences troubles={[...(plan?.refusals ?? []), failure, running.failure]} warnings={plan?.warnings ?? []} />
          {!isComplete(order) && <p className="export-note soft">选好要导出的内容，这里列出包里会有什么。</p>}
          {isRunning && <JobProgressBar progress={running.job.progress} isCancelling={running.job.isCancelling} />}
        </fieldset>
      )}
    </Modal>
  );
}

/** The issue that is open, where issues are packed. */
function keysOnScreen(isUnit: boolean): readonly string[] {
  const { key } = issueSession.getState();
  return isUnit || key === undefined ? [] : [key];
}

/** Whether a name, a place and (where one is wanted) a whole passphrase are given. */
function isFilledIn({ target, passphrase }: PackOrder, baseName: string): boolean {
  return baseName !== '' && target !== undefined && passphraseTrouble(passphrase) === undefined;
}

/** What keeps the bundle from being written, and what may yet go wrong. */
function Sentences(props: { readonly troubles: readonly (string | undefined)[]; readonly warnings: readonly string[] }) {
  const troubles = props.troubles.filter((sentence) => sentence !== undefined);
  return (
    <>
      {troubles.map((sentence) => (
        <p key={sentence} className="export-trouble" role="alert">
          {sentence}
        </p>
      ))}
      {props.warnings.map((sentence) => (
        <p key={sentence} className="export-warnings" role="status">
          {sentence}
        </p>
      ))}
    </>
  );
}

interface PartProps {
  readonly order: PackOrder;
  readonly change: (part: Partial<PackOrder>) => void;
}

function What({ order, change }: PartProps) {
  const { issues } = useLibrary((library) => library);
  const chooses = bundleKinds.find(({ id }) => id === order.kind)?.chooses;
  const submissions = useSubmissionRows();
  const isUnit = usePurpose() === 'unit';
  const options = useMemo(() => {
    const years = [...new Set(issues.map(({ key }) => key.slice(0, 4)))];
    const choices = {
      issue: issues.map(({ key }) => ({ value: key, label: issueName(key) })),
      year: years.map((value) => ({ value, label: `${value}年` })),
      submission: submissions.map(({ id, title, unitName }) => ({
        value: id,
        label: isUnit || unitName === '' ? title : `${title}（${unitName}）`,
      })),
      nothing: [],
    };
    return choices[chooses ?? 'nothing'];
  }, [issues, submissions, chooses, isUnit]);
  const choiceLabel = isUnit ? '稿件' : choiceLabels[chooses ?? 'issue'];
  return (
    <>
      {!isUnit && (
        <div className="export-row">
          <span>种类</span>
          <Radio.Group
            aria-label="种类"
            value={order.kind}
            options={bundleKinds.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={({ target }) => change({ kind: target.value as PackOrder['kind'], keys: [], baseName: undefined })}
          />
        </div>
      )}
      {order.kind === 'receipt' && <ReceiptUnit order={order} change={change} />}
      {chooses !== 'nothing' && order.kind !== 'receipt' && (
        <div className="export-row">
          <span>{choiceLabel}</span>
          <Select
            aria-label={choiceLabel}
            mode="multiple"
            optionFilterProp="label"
            value={[...order.keys]}
            options={options}
            onChange={(keys: string[]) => change({ keys, baseName: undefined })}
          />
        </div>
      )}
      {!isUnit && (
        <label className="export-row">
          <span>发给</span>
          <Input
            value={order.to}
            maxLength={80}
            placeholder="收件单位，各自编号；不写是给任何人的"
            onChange={({ target }) => change({ to: target.value.trim(), baseName: undefined })}
          />
        </label>
      )}
    </>
  );
}

const choiceLabels = { issue: '期', year: '年份', submission: '来稿', nothing: '' } as const;

/** 回执 go to one unit at a time: everything it was not told yet. */
function ReceiptUnit({ order, change }: PartProps) {
  const [units, setUnits] = useState<CallResponse<'receipts.waiting'>['units']>();
  useEffect(() => void call('receipts.waiting', {}).then((found) => setUnits(found.units), tellFailure), []);
  if (units?.length === 0) return <p className="export-note soft">各单位的来稿都没有新的结果。</p>;
  const take = (name: string): void => {
    const found = units?.find(({ unit }) => unit === name);
    if (found) change({ keys: found.ids, to: found.unit, baseName: undefined });
  };
  return (
    <div className="export-row">
      <span>单位</span>
      <Select
        aria-label="回执给哪个单位"
        showSearch
        value={order.keys.length === 0 ? null : order.to}
        placeholder="有新结果的单位"
        options={units?.map(({ unit, ids }) => ({ value: unit, label: `${unit}（${ids.length} 篇）` })) ?? []}
        onChange={take}
      />
    </div>
  );
}

interface WhereProps extends PartProps {
  readonly sticks: readonly { readonly handle: string; readonly name: string; readonly isReadOnly: boolean }[];
  readonly pick: () => void;
}

function Where({ order: { target }, sticks, change, pick }: WhereProps) {
  const isListed = sticks.some(({ handle }) => handle === target?.handle);
  const label = target?.isStick === true ? `${target.name}（已拔出）` : target?.name;
  const own = target === undefined || isListed ? [] : [{ value: target.handle, label, disabled: false }];
  const options = sticks.map(({ handle, name, isReadOnly }) => ({
    value: handle,
    label: isReadOnly ? `${name}（只读）` : name,
    disabled: isReadOnly,
  }));
  const choose = (handle: string): void => {
    const stick = sticks.find((one) => one.handle === handle);
    if (stick) change({ target: { handle, name: stick.name, isStick: true } });
  };
  return (
    <div className="export-row">
      <span>写到</span>
      <Radio.Group
        aria-label="写到"
        value={target?.handle}
        options={[...options, ...own]}
        onChange={({ target: chosen }) => choose(String(chosen.value))}
      />
      <Button onClick={pick}>其他文件夹…</Button>
    </div>
  );
}

interface ContentsProps {
  readonly titles: readonly string[];
  readonly attachments: number;
  readonly isSealed: boolean;
}

function Contents({ titles, attachments, isSealed }: ContentsProps) {
  return (
    <div className="pack-contents">
      <p className="soft">
        包里有 {titles.length} 项{attachments > 0 && `，附原件 ${attachments} 个`}
        {isSealed ? '；对方要用本程序、输入口令才能打开：' : '，另有不用本程序也能读的文本：'}
      </p>
      <ul>
        {titles.map((title) => (
          <li key={title}>{title}</li>
        ))}
      </ul>
    </div>
  );
}

interface DoneProps {
  readonly written: Written;
  readonly target: PackTarget;
  readonly isSealed: boolean;
}

function Done({ written, target, isSealed }: DoneProps) {
  return (
    <p className="pack-done" role="status">
      “{written.name}”已导出（第 {written.sequence} 包），读回核对无误。
      <strong>{target.isStick ? `可以拔出“${target.name}”。` : '可以拷走了。'}</strong>
      {isSealed && '口令请当面或打电话告诉对方，不要写在U盘上。'}
    </p>
  );
}

function DoneFoot() {
  return (
    <Button type="primary" autoFocus onClick={closeDialog}>
      完成
    </Button>
  );
}

interface FootProps {
  readonly isRunning: boolean;
  readonly isReady: boolean;
  readonly start: () => void;
  readonly cancel: () => void;
}

function Foot({ isRunning, isReady, start, cancel }: FootProps) {
  return (
    <>
      <Button onClick={isRunning ? cancel : closeDialog}>取消</Button>
      <StartButton isReady={isReady} isRunning={isRunning} start={start} />
    </>
  );
}
