/** What came of the files of an import, in words and in the order an editor looks at it. */
import { unjoinName } from '../../shared/submissions/joined-lines.js';
import type { ImportReport } from '../../shared/ipc.js';
import { purposeNow } from '../state/contributor.js';
import type { ImportOutcome } from '../state/desk.js';
import { issueName } from '../state/publication.js';

/** `failed` came to nothing, `decide` waits for the editor, `done` is in the library. */
export type OutcomeState = 'failed' | 'decide' | 'done';

const order: readonly OutcomeState[] = ['failed', 'decide', 'done'];

export function outcomeState({ report, mayReplace }: ImportOutcome): OutcomeState {
  if (report === undefined) return 'failed';
  return report.outcome === 'asks' || mayReplace === true ? 'decide' : 'done';
}

/** Failures first, then what waits for a decision; files keep their order among their like. */
export function inOrder(outcomes: readonly ImportOutcome[]): readonly ImportOutcome[] {
  return outcomes.toSorted((left, right) => order.indexOf(outcomeState(left)) - order.indexOf(outcomeState(right)));
}

/** 30 个文件：26 个已处理，3 个没有导入，1 个要你决定。 */
export function tally(outcomes: readonly ImportOutcome[]): string {
  const count = (state: OutcomeState): number => outcomes.filter((outcome) => outcomeState(outcome) === state).length;
  const parts = [
    [count('failed'), '个没有导入'],
    [count('decide'), '个要你决定'],
    [count('done'), '个已处理'],
  ] as const;
  const said = parts.filter(([number]) => number > 0).map(([number, words]) => `${number} ${words}`);
  return `${outcomes.length} 个文件：${said.join('，')}。`;
}

/** What came of a file, as one sentence; beside its name a failure does not name it once more. */
export function outcomeSentence({ name, report, failure = '', mayReplace }: ImportOutcome, place?: 'beside its name'): string {
  if (report === undefined) return `没有导入：${place && failure.startsWith(`${name}：`) ? failure.slice(name.length + 1) : failure}`;
  return report.outcome === 'exists' && mayReplace !== true
    ? `库中已有${issueName(report.key ?? '')}，保留库中现有的，没有导入。`
    : reportSentence(report);
}

function reportSentence({ kind, title, outcome, key, parts, unknownName, publication }: ImportReport): string {
  if (parts) return `识别为${parts.length}篇稿件，已分别列入${listed()}：${parts.map((part) => `“${part.title}”`).join('')}。`;
  if (unknownName !== undefined)
    return `识别为一期${title === '' ? '' : `《${title}》`}，${unknownWords(unknownName)}，还没有存入。请在下面选它归哪个刊物。`;
  if (outcome === 'asks') return `识别为一期《${title}》，但报头里没有期号或日期，还没有存入。请核对下面的推测。`;
  if (kind === 'article') return `识别为单篇稿件“${title}”，已列入${listed()}。`;
  if (outcome === 'added')
    return `识别为整期：${title}，已列入期刊库${publication?.isNew ? `，新刊物《${publication.name}》已建好` : ''}。`;
  if (outcome === 'replaced') return `${title}已替换，旧版留在历史里。`;
  if (outcome === 'unchanged') return `${title}与库中的内容相同，没有重复导入。`;
  return `识别为整期：${title}。库中已有${issueName(key ?? '')}，内容不同，尚未导入。`;
}

function unknownWords(name: string): string {
  return name === '' ? '但报头里没有刊名' : '但库里没有这个刊物';
}

/** How much of a file is to be checked, by the sentences that ask for it; undefined for nothing. */
export function checksLabel({ report }: ImportOutcome): string | undefined {
  const count = report?.warnings.filter((warning) => warning.includes('请核对')).length ?? 0;
  return count === 0 ? undefined : `${count} 处请核对`;
}

/** Broken lines (断行) or page ends (页末) of a file were joined and can be left as they stand: what that is called. */
export function unjoinLabel({ report, file }: ImportOutcome): string | undefined {
  if (!report || !file || report.outcome === 'exists' || report.outcome === 'asks') return undefined;
  return unjoinName(report.warnings);
}

/** Where manuscripts are listed here. */
function listed(): string {
  return purposeNow() === 'unit' ? '投稿' : '来稿';
}
