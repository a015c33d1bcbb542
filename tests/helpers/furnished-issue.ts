import { createHash } from 'node:crypto';
import type { Issue, Paragraph } from '../../shared/document/issue.js';
import { tableText } from '../../shared/document/table.js';
import { pngOf } from './pictures.js';
import { longIssue } from './sample-issue.js';

const file = pngOf({ width: 400, height: 200 });
const sha256 = createHash('sha256').update(file).digest('hex');

/** The pictures of `furnishedIssue`. */
export const furnishedPictures = (digest: string): Uint8Array | undefined => (digest === sha256 ? file : undefined);

function withFurniture(paragraphs: readonly Paragraph[], number: number): readonly Paragraph[] {
  const rows = Array.from({ length: 4 + 3 * number }, (_, row) => [`示例${String(row + 1)}镇`, String(7 * row + 3)]);
  const table: Paragraph = {
    id: `t${String(number)}`,
    text: tableText(`表${String(number)} 各镇场次`, [['单位', '场次'], ...rows]),
    table: { headerRows: 1 },
  };
  const picture: Paragraph = {
    id: `g${String(number)}`,
    text: `图${String(number)} 活动现场`,
    picture: { sha256, type: 'png', width: 400, height: 200, share: 60 },
  };
  return [...paragraphs.slice(0, 1), table, ...paragraphs.slice(1, 3), picture, ...paragraphs.slice(3)];
}

/** The long issue with a table and a picture in every article, both with captions. */
export const furnishedIssue: Issue = {
  ...longIssue,
  columns: longIssue.columns.map((each) =>
    each.form === 'brief'
      ? each
      : { ...each, items: each.items.map((item, index) => ({ ...item, paragraphs: withFurniture(item.paragraphs, index + 1) })) },
  ),
};
