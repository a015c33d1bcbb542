import { hasWords } from '../../shared/submissions/left-aside.js';
import type { LeftAside } from '../../shared/submissions/submission.js';

export interface LeftAsideListProps {
  readonly lines: readonly LeftAside[];
  /** Whether lines with words in them are shown at once. */
  readonly isUnfolded: boolean;
}

/** What an import left aside: lines with words first, mere marks and blanks folded away. */
export function LeftAsideList({ lines, isUnfolded }: LeftAsideListProps) {
  if (lines.length === 0) return <p className="soft">每一行都已编入，没有落下的内容。</p>;
  const worded = lines.filter(hasWords);
  const marks = lines.filter((line) => !hasWords(line));
  return (
    <>
      {worded.length === 0 && <p className="soft">文字都已编入。</p>}
      {worded.length > 0 && (
        <details open={isUnfolded}>
          <summary>未编入的文字 {worded.length} 处</summary>
          <LineTable lines={worded} />
        </details>
      )}
      {marks.length > 0 && (
        <details>
          <summary className="soft">去掉的排版标记和空白 {marks.length} 处</summary>
          <LineTable lines={marks} />
        </details>
      )}
    </>
  );
}

/** Each with its place in the file. */
export function LineTable({ lines }: { readonly lines: readonly LeftAside[] }) {
  return (
    <table className="left-aside">
      <thead>
        <tr>
          <th>行</th>
          <th>内容</th>
          <th>原因</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ line, text, reason }, index) => (
          <tr key={index}>
            <td className="num">{line}</td>
            <td>{text.trim() === '' ? <span className="faint">（空白）</span> : text}</td>
            <td>{reason}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
