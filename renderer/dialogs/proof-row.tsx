import { Checkbox, Select } from 'antd';
import { mayBeProof, proofStageLabels, proofStages, type ProofChoice } from '../../shared/document/proof.js';
import { useIssueSession } from '../state/issue-session.js';
import { useSetting } from '../state/settings.js';

const options = [{ value: 'none', label: '不带' }, ...proofStages.map((value) => ({ value, label: proofStageLabels[value] }))] as const;

/** The marks chosen last, for what is exported or printed now; none from 签发 on. */
export function useProofChoice(): ProofChoice | undefined {
  const [stage] = useSetting('proof.stage');
  const [isNumbered] = useSetting('proof.numbers');
  const state = useIssueSession(({ issue }) => issue?.state);
  return stage === 'none' || state === undefined || !mayBeProof(state) ? undefined : { stage, isNumbered };
}

/** 校样标记: stage and date at the head of each page, 段号 in the margin; kept for the next time. */
export function ProofRow() {
  const [stage, setStage] = useSetting('proof.stage');
  const [isNumbered, setNumbered] = useSetting('proof.numbers');
  const state = useIssueSession(({ issue }) => issue?.state);
  if (state === undefined) return null;
  return (
    <div className="export-row">
      <span id="proof-stage">校样</span>
      {mayBeProof(state) ? (
        <>
          <Select className="proof-stage" aria-labelledby="proof-stage" value={stage} options={[...options]} onChange={setStage} />
          <Checkbox
            disabled={stage === 'none'}
            checked={stage !== 'none' && isNumbered}
            onChange={({ target }) => setNumbered(target.checked)}
          >
            段号
          </Checkbox>
          <span className="soft">{stage === 'none' ? '' : '印在页边，正文不动'}</span>
        </>
      ) : (
        <span className="soft">已签发，印出来不带校样标记</span>
      )}
    </div>
  );
}
