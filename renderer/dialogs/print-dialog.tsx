import { Button, Checkbox, Input, InputNumber, Modal, Radio, Select } from 'antd';
import { useEffect, useState } from 'react';
import { pagesToPrint, type PrintChoice } from '../../shared/print-pages.js';
import type { CallResponse } from '../../shared/ipc.js';
import { call, CallFailure, failureSentence } from '../bridge.js';
import { closeDialog } from '../state/desk.js';
import { issueSession } from '../state/issue-session.js';
import { tell } from '../state/messages.js';
import { useSetting } from '../state/settings.js';
import { useJob } from '../state/use-job.js';
import { ProofRow, useProofChoice } from './proof-row.js';
import { JobProgressBar } from '../ui/job-progress-bar.js';
import { useFirstField } from '../ui/first-field.js';

type PrintPlan = CallResponse<'print.plan'>;

const everything: PrintChoice = { range: '', sides: 'all', isReversed: false };
const mostCopies = 999;

/** 打印: the laid-out pages, all or some, both sides or one at a time, on a printer or through the program for PDF files. */
export function PrintDialog({ issueKey }: { readonly issueKey: string }) {
  const { plan, failure: planFailure } = usePrintPlan(issueKey);
  const [choice, setChoice] = useState(everything);
  const [copies, setCopies] = useState(1);
  const [kept, keepPrinter] = useSetting('printer');
  const proof = useProofChoice();
  const job = useJob('print.run');
  const [isRunning, setIsRunning] = useState(false);
  const [failure, setFailure] = useState<string>();
  const printer = plan?.printers.includes(kept) ? kept : (plan?.printers[0] ?? '');
  const [chosenPrinter, setChosenPrinter] = useState<string>();
  const target = chosenPrinter ?? printer;
  const pages = plan && pagesToPrint(plan.pages, choice);
  const start = async (): Promise<void> => {
    setIsRunning(true);
    setFailure(undefined);
    try {
      if (!(await issueSession.getState().flush())) return setFailure('本期还有修改没有保存，先处理保存问题再打印。');
      const request = {
        key: issueKey,
        choice,
        copies: target === '' ? 1 : copies,
        ...(target === '' ? {} : { printer: target }),
        ...(proof ? { proof } : {}),
      };
      const printed = await job.start(request);
      keepPrinter(target);
      closeDialog();
      tell('info', doneSentence(printed.pages, target));
    } catch (reason) {
      const isCancelled = reason instanceof CallFailure && reason.code === 'cancelled';
      setFailure(isCancelled ? '已取消，没有打印。' : failureSentence(reason));
    } finally {
      setIsRunning(false);
    }
  };
  const leave = job.isRunning ? job.cancel : closeDialog;
  const isReady = Array.isArray(pages) && !isRunning;
  return (
    <Modal
      open
      title="打印"
      width={560}
      centered
      mask={{ closable: false }}
      onCancel={leave}
      footer={
        <>
          <Button disabled={job.isCancelling} onClick={leave}>
            {job.isRunning ? '取消打印' : '取消'}
          </Button>
          <Button type="primary" disabled={!isReady} loading={isRunning} onClick={() => void start()}>
            打印
          </Button>
        </>
      }
    >
      <fieldset className="export-form" disabled={isRunning}>
        <PrinterRow plan={plan} value={target} onChange={setChosenPrinter} />
        <PagesRows choice={choice} onChange={setChoice} onEnter={() => (isReady ? void start() : undefined)} />
        <label className="export-row">
          <span>份数</span>
          <InputNumber
            min={1}
            max={mostCopies}
            precision={0}
            value={copies}
            disabled={target === ''}
            onChange={(value) => setCopies(value ?? 1)}
          />
          {target === '' && <span className="soft">在阅读器里选</span>}
        </label>
        <ProofRow />
        <p className="export-note soft" role="status">
          {typeof pages === 'object' && plan ? `本期共 ${String(plan.pages)} 页，将打印 ${String(pages.length)} 页` : ''}
        </p>
        {job.isRunning && <JobProgressBar progress={job.progress} isCancelling={job.isCancelling} />}
        <Trouble text={failure ?? planFailure ?? (typeof pages === 'string' ? pages : undefined)} />
      </fieldset>
    </Modal>
  );
}

/** What is on screen is what is printed: the issue is saved before the services read it. */
function usePrintPlan(key: string): { readonly plan?: PrintPlan; readonly failure?: string } {
  const [state, setState] = useState<{ readonly plan?: PrintPlan; readonly failure?: string }>({});
  useEffect(() => {
    let isWanted = true;
    issueSession
      .getState()
      .flush()
      .then(() => call('print.plan', { key }))
      .then(
        (plan) => isWanted && setState({ plan }),
        (reason: unknown) => isWanted && setState({ failure: failureSentence(reason) }),
      );
    return () => {
      isWanted = false;
    };
  }, [key]);
  return state;
}

function doneSentence(pages: number, printer: string): string {
  return printer === ''
    ? `已用本机的阅读器打开 ${String(pages)} 页，请在那里打印，缩放选“实际大小”。`
    : `已交给打印机“${printer}”，共 ${String(pages)} 页。`;
}

interface PrinterRowProps {
  readonly plan: PrintPlan | undefined;
  readonly value: string;
  readonly onChange: (printer: string) => void;
}

function PrinterRow({ plan, value, onChange }: PrinterRowProps) {
  const options = [
    ...(plan?.printers ?? []).map((name) => ({ value: name, label: name })),
    { value: '', label: '用阅读器打印（打开 PDF，在里面选打印机）' },
  ];
  return (
    <div className="export-row">
      <span id="print-printer">打印机</span>
      <Select className="print-printer" aria-labelledby="print-printer" value={plan ? value : null} options={options} onChange={onChange} />
    </div>
  );
}

interface PagesRowsProps {
  readonly choice: PrintChoice;
  readonly onChange: (choice: PrintChoice) => void;
  readonly onEnter: () => void;
}

function PagesRows({ choice, onChange, onEnter }: PagesRowsProps) {
  const first = useFirstField();
  return (
    <>
      <label className="export-row">
        <span>页码</span>
        <Input
          ref={first}
          className="print-range"
          value={choice.range}
          maxLength={200}
          placeholder="全部；或如 1-3,5"
          onChange={({ target }) => onChange({ ...choice, range: target.value })}
          onPressEnter={onEnter}
        />
      </label>
      <div className="export-row">
        <span id="print-sides">打印</span>
        <Radio.Group
          aria-labelledby="print-sides"
          value={choice.sides}
          options={[
            { value: 'all', label: '所有页' },
            { value: 'odd', label: '奇数页' },
            { value: 'even', label: '偶数页' },
          ]}
          onChange={({ target }) => onChange({ ...choice, sides: target.value as PrintChoice['sides'] })}
        />
        <Checkbox checked={choice.isReversed} onChange={({ target }) => onChange({ ...choice, isReversed: target.checked })}>
          从最后一页印起
        </Checkbox>
      </div>
      {choice.sides !== 'all' && (
        <p className="export-note soft">手动双面：先打印奇数页，把整叠纸翻面放回纸盒，再打印偶数页。先用两页试一次方向。</p>
      )}
    </>
  );
}

function Trouble({ text }: { readonly text: string | undefined }) {
  return text === undefined ? null : (
    <p className="export-trouble" role="alert">
      {text}
    </p>
  );
}
