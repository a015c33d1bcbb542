import { useState } from 'react';
import { localDay } from '../../shared/document/local-day.js';
import { dateLabel } from '../library/issue-label.js';
import { shareLabel, useSimilarOf, type Similar } from './similar-texts.js';
import { SideBySide } from './side-by-side.js';
import { issueName } from '../state/publication.js';

type Earlier = Similar['earlier'][number];
/** Shown at first; the rest on demand. */
const fewest = 2;

/** Above a manuscript: what of it was sent or printed before, and where. */
export function SimilarBar({ submissionId, title }: { readonly submissionId: string; readonly title: string }) {
  const similar = useSimilarOf(submissionId);
  const [shown, setShown] = useState<Earlier>();
  const [isWhole, setIsWhole] = useState(false);
  if (similar === undefined) return null;
  const earlier = isWhole ? similar.earlier : similar.earlier.slice(0, fewest);
  return (
    <section className="similar" aria-label="与已有稿件相同">
      <p>
        本稿约 <b className="num">{shareLabel(similar.share)}</b> 的文字与已有稿件相同（连续30字以上）：
      </p>
      <ul>
        {earlier.map((each) => (
          <li key={each.textId}>
            <span className="similar-where">
              {placeLabel(each)} “{each.title === '' ? '无题' : each.title}”{each.unit === '' ? '' : ` · ${each.unit}`} ·{' '}
              <span className="num">
                {each.passages} 处，占 {shareLabel(each.share)}
              </span>
            </span>
            <button type="button" className="link" onClick={() => setShown(each)}>
              并排对照
            </button>
          </li>
        ))}
      </ul>
      {similar.earlier.length > earlier.length && (
        <button type="button" className="link" onClick={() => setIsWhole(true)}>
          另有 {similar.earlier.length - earlier.length} 篇
        </button>
      )}
      {shown !== undefined && (
        <SideBySide
          submissionId={submissionId}
          textId={shown.textId}
          heads={[`本稿：${title}`, `${placeLabel(shown)}：${shown.title}`]}
          onClose={() => setShown(undefined)}
        />
      )}
    </section>
  );
}

function placeLabel({ issueKey, at }: Earlier): string {
  if (issueKey !== undefined) return issueName(issueKey);
  return at === '' ? '来稿' : `${dateLabel(localDay(new Date(at)))}来稿`;
}
