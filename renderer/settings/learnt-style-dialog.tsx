import { Button, Modal } from 'antd';
import { useMemo, useState } from 'react';
import type { LearntStyle, NotTaken } from '../../shared/learn-style/learnt-style.js';
import { confidenceLabels, styleProposals, takeProposals, type StyleProposal } from '../../shared/learn-style/proposals.js';
import { resolvePageStyle } from '../../shared/layout/page-style-settings.js';
import { useShownPageStyle } from '../state/page-style.js';
import { usePublication } from '../state/publication.js';
import { adoptStyle, closeLearntStyle, useLearntStyle, type ShownStyle } from './learnt-style-state.js';
import { SamplePair } from './sample-pair.js';

/** 版式取自 Word 文件: what differs, line by line, and the page before and after. */
export function LearntStyleDialog() {
  const shown = useLearntStyle();
  return shown && <OpenDialog key={shown.file} {...shown} />;
}

function OpenDialog({ file, learnt }: ShownStyle) {
  const style = useShownPageStyle();
  const changes = usePublication(({ publication }) => publication.pageStyle);
  const proposals = useMemo(() => styleProposals(learnt, style), [learnt, style]);
  const [ticked, tick] = useState<ReadonlySet<string>>(
    () => new Set(proposals.filter(({ confidence }) => confidence !== 'derived').map(({ path }) => path)),
  );
  const [section, look] = useState(proposals[0]?.section ?? 'body');
  const taken = useMemo(() => proposals.filter(({ path }) => ticked.has(path)), [proposals, ticked]);
  const after = useMemo(() => resolvePageStyle(takeProposals(changes, taken)), [changes, taken]);
  return (
    <Modal
      open
      className="learnt"
      title={`版式取自“${file}”`}
      width="min(1500px, var(--window-width) * 0.96)"
      centered
      mask={{ closable: false }}
      onCancel={closeLearntStyle}
      footer={[
        <span key="facts" className="learnt-facts soft num">
          {factsOf(learnt, proposals.length)}
        </span>,
        <Button key="cancel" onClick={closeLearntStyle}>
          取消
        </Button>,
        <Button key="adopt" type="primary" disabled={taken.length === 0} onClick={() => adoptStyle(taken, file)}>
          采用 {taken.length} 项
        </Button>,
      ]}
    >
      <div className="learnt-body">
        <div className="learnt-list">
          {proposals.length === 0 ? (
            <p className="learnt-none">文件里写明的各项，都与现在的版式相同。</p>
          ) : (
            <ProposalTable proposals={proposals} ticked={ticked} onTick={tick} section={section} onLook={look} />
          )}
          <NotTakenList notTaken={learnt.notTaken} />
        </div>
        <SamplePair section={section} before={style} after={after} />
      </div>
    </Modal>
  );
}

function factsOf({ kind, values, paragraphs, placed }: LearntStyle, differing: number): string {
  const taken = kind === 'issue' ? '按一期专报读取' : '按一篇稿件读取，首页和版记无从得知';
  return `${taken}；${String(paragraphs)} 段中认出 ${String(placed)} 段，读出 ${String(values.length)} 项，不同的 ${String(differing)} 项`;
}

interface ProposalTableProps {
  readonly proposals: readonly StyleProposal[];
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (ticked: ReadonlySet<string>) => void;
  readonly section: string;
  readonly onLook: (section: string) => void;
}

function ProposalTable({ proposals, ticked, onTick, section, onLook }: ProposalTableProps) {
  const turn = (path: string): void => {
    const next = new Set(ticked);
    if (!next.delete(path)) next.add(path);
    onTick(next);
  };
  return (
    <>
      <div className="learnt-choice">
        <button type="button" className="link" onClick={() => onTick(new Set(proposals.map(({ path }) => path)))}>
          全选
        </button>
        <button type="button" className="link" onClick={() => onTick(new Set())}>
          全不选
        </button>
        <span className="soft">“推算”的没有预先勾选：文件没有明写，是由别处算出的。</span>
      </div>
      <table className="settings-table learnt-table">
        <thead>
          <tr>
            <th aria-label="采用" />
            <th>设置</th>
            <th>现在</th>
            <th>文件里</th>
            <th>在文件何处</th>
            <th>把握</th>
          </tr>
        </thead>
        <tbody>
          {proposals.map((proposal) => (
            <tr
              key={proposal.path}
              data-path={proposal.path}
              data-looked={proposal.section === section}
              data-ticked={ticked.has(proposal.path)}
              onFocus={() => onLook(proposal.section)}
              onClick={() => onLook(proposal.section)}
            >
              <td>
                <input
                  type="checkbox"
                  aria-label={`采用 ${proposal.label}`}
                  checked={ticked.has(proposal.path)}
                  onChange={() => turn(proposal.path)}
                />
              </td>
              <th scope="row">{proposal.label}</th>
              <td className="num">
                <Value value={proposal.before} shown={proposal.shownBefore} />
              </td>
              <td className="num learnt-after">
                <Value value={proposal.after} shown={proposal.shownAfter} />
              </td>
              <td className="soft">{proposal.where}</td>
              <td data-confidence={proposal.confidence}>{confidenceLabels[proposal.confidence]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** A value, with a patch where it is a colour. */
function Value({ value, shown }: { readonly value: StyleProposal['after']; readonly shown: string }) {
  const isColor = typeof value === 'string' && value.startsWith('#');
  return (
    <>
      {isColor && <span className="learnt-patch" style={{ background: value }} />}
      {shown}
    </>
  );
}

function NotTakenList({ notTaken }: { readonly notTaken: readonly NotTaken[] }) {
  if (notTaken.length === 0) return null;
  return (
    <details className="learnt-not-taken" open>
      <summary>文件里有而版式放不下的 {notTaken.length} 项</summary>
      <ul>
        {notTaken.map(({ what, where, why }, index) => (
          <li key={index}>
            {what}
            <span className="soft">
              （{where}；{why}）
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
