import type { Paragraph } from '../document/issue.js';
import { picturesOf } from '../document/picture.js';
import type { LeftAsideText, SourceLine } from './source-line.js';

/** Pictures of the source that no paragraph holds: those on the cover or behind the last article. */
export function leftPictures(source: readonly SourceLine[], paragraphs: readonly Paragraph[]): readonly LeftAsideText[] {
  const kept = new Map<string, number>();
  for (const { sha256 } of picturesOf(paragraphs)) kept.set(sha256, (kept.get(sha256) ?? 0) + 1);
  return source.flatMap(({ picture, line }) => {
    if (!picture) return [];
    const count = kept.get(picture.sha256) ?? 0;
    kept.set(picture.sha256, count - 1);
    return count > 0 ? [] : [{ line, text: picture.alt ? `图片：${picture.alt}` : '图片', reason: '图片不在稿件里，没有收入' }];
  });
}
