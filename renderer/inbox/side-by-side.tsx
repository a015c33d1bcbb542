import { Button, Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { markNew, markOther, type MarkedPart } from '../../shared/similarity/marked-text.js';
import type { CallResponse } from '../../shared/ipc.js';
import { call, failureSentence } from '../bridge.js';

interface SideBySideProps {
  readonly submissionId: string;
  readonly textId: string;
  readonly heads: readonly [string, string];
  readonly onClose: () => void;
}

type Shown = CallResponse<'similar.show'>;

/** Two texts beside each other with what they share marked; one passage at a time stands in both in sight. */
export function SideBySide({ submissionId, textId, heads, onClose }: SideBySideProps) {
  const [shown, setShown] = useState<Shown>();
  const [failure, setFailure] = useState<string>();
  const [current, setCurrent] = useState(0);
  useEffect(() => {
    call('similar.show', { id: submissionId, textId }).then(setShown, (reason: unknown) => setFailure(failureSentence(reason)));
  }, [submissionId, textId]);
  const count = shown?.passages.length ?? 0;
  const go = (step: number): void => setCurrent((at) => Math.min(count - 1, Math.max(0, at + step)));
  return (
    <Modal
      open
      title="并排对照"
      width={1180}
      centered
      onCancel={onClose}
      footer={[
        <span key="count" className="soft num side-count">
          第 {current + 1} / {count} 处
        </span>,
        <Button key="previous" disabled={current === 0} onClick={() => go(-1)}>
          上一处
        </Button>,
        <Button key="next" disabled={current >= count - 1} onClick={() => go(1)}>
          下一处
        </Button>,
        <Button key="close" type="primary" autoFocus onClick={onClose}>
          关闭
        </Button>,
      ]}
    >
      {failure !== undefined && <p role="alert">{failure}</p>}
      {shown !== undefined && (
        <div className="side-by-side">
          <Text head={heads[0]} lines={markNew(shown.text, shown.passages)} current={current} onCurrent={setCurrent} />
          <Text head={heads[1]} lines={markOther(shown.otherText, shown.passages)} current={current} onCurrent={setCurrent} />
        </div>
      )}
    </Modal>
  );
}

interface TextProps {
  readonly head: string;
  readonly lines: readonly (readonly MarkedPart[])[];
  readonly current: number;
  readonly onCurrent: (passage: number) => void;
}

function Text({ head, lines, current, onCurrent }: TextProps) {
  const text = useRef<HTMLDivElement>(null);
  useEffect(() => {
    text.current?.querySelector('[data-current="true"]')?.scrollIntoView({ block: 'center' });
  }, [current]);
  return (
    <section aria-label={head}>
      <h2>{head}</h2>
      <div className="side-text" ref={text} tabIndex={0}>
        {lines.map((parts, line) => (
          <p key={line}>
            {parts.map(({ text: words, passage }, index) =>
              passage === undefined ? (
                <span key={index}>{words}</span>
              ) : (
                <mark key={index} data-current={passage === current} onClick={() => onCurrent(passage)}>
                  {words}
                </mark>
              ),
            )}
          </p>
        ))}
      </div>
    </section>
  );
}
