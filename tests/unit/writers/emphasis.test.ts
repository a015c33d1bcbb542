/** 加粗 and 楷体 inside a paragraph: on the page, in Word and back; text stays plain. */
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { issueItems, type Issue, type Paragraph } from '../../../shared/document/issue.js';
import type { Marks } from '../../../shared/document/text-marks.js';
import { composeIssue } from '../../../shared/layout/compose-issue.js';
import { createLayouter } from '../../../shared/layout/layout-issue.js';
import { defaultPageStyle } from '../../../shared/layout/page-style.js';
import { recognize } from '../../../shared/recognize/recognize.js';
import { readDocxLines } from '../../../shared/word/read/fold-lines.js';
import { writeDocx } from '../../../shared/word/write/write-docx.js';
import { writeText } from '../../../shared/writers/text/write-text.js';
import { buildDocx } from '../../helpers/build-docx.js';
import { article, brief, column, heading, issue, lead, p } from '../../helpers/build-issue.js';
import { sampleMeta } from '../../helpers/sample-issue.js';

const marks: Marks = [
  { from: 3, to: 7, kind: 'bold' },
  { from: 5, to: 9, kind: 'kai' },
];
const text = '示例区建成农家书屋126处，每周末开展阅读活动，群众反响良好，做法在全市推广。';

const marked: Issue = issue(
  column(
    '经验交流',
    article(
      '示例区建好农家书屋',
      { ...p(lead('建强阵地。'), text), marks },
      { ...heading(3, '1.统筹推进'), marks: [{ from: 2, to: 4, kind: 'bold' }] },
      p(text),
    ),
  ),
  column('简 讯', { ...brief('甲县启动读书月', text), paragraphs: [{ text, marks }] }),
);
const plain: Issue = {
  ...marked,
  columns: marked.columns.map((each) => ({
    ...each,
    items: each.items.map((item) => ({ ...item, paragraphs: item.paragraphs.map(({ marks: _marks, ...rest }) => rest) })),
  })),
};

const paragraphs = (value: Issue): readonly Paragraph[] => issueItems(value).flatMap(({ item }) => item.paragraphs);

function recognizedParagraphs(bytes: Uint8Array): readonly Paragraph[] {
  let ids = 0;
  const result = recognize(readDocxLines(bytes, '期.docx').lines, { nextId: () => `i${(ids += 1)}` });
  return result.kind === 'issue' ? paragraphs(result.issue) : result.article.paragraphs;
}

describe('emphasis inside a paragraph', () => {
  it('is set in its faces, measured as they are, and laid out anew when it changes', () => {
    const layouter = createLayouter(defaultPageStyle);
    const linesOf = (value: Issue, id: string) =>
      layouter
        .layout(composeIssue(value))
        .flatMap(({ lines }) => lines.filter(({ place }) => place.part === 'paragraph' && place.paragraphId === id));
    const id = paragraphs(marked)[0]?.id ?? '';
    const before = linesOf(plain, id);
    const after = linesOf(marked, id);
    const looks = after.flatMap(({ runs }) =>
      runs.flatMap((run) => [...run.text].map((character) => ({ character, face: run.face, bold: run.bold }))),
    );
    const faceOf = (words: string) =>
      looks.filter(({ character }) => words.includes(character)).map(({ face, bold }) => `${face}${bold ? ' bold' : ''}`);
    expect(new Set(faceOf('建成'))).toContain('fangsong bold');
    expect(new Set(faceOf('农家'))).toEqual(new Set(['kai bold']));
    expect(new Set(faceOf('书屋'))).toEqual(new Set(['kai']));
    expect(after.map((line) => line.text).join('')).toBe(before.map((line) => line.text).join(''));
    expect(before.flatMap(({ runs }) => runs).some(({ face }) => face === 'kai')).toBe(false);
  });

  it('comes back from Word, in a heading that is bold itself too', async () => {
    const bytes = await writeDocx(composeIssue(marked), defaultPageStyle, sampleMeta);
    const read = recognizedParagraphs(bytes);
    expect(read.map((each) => each.marks)).toEqual([marks, undefined, undefined, marks]);
    const { 'word/document.xml': document, 'word/styles.xml': styles } = unzipSync(bytes);
    expect(strFromU8(document ?? new Uint8Array())).toMatch(/<w:rStyle w:val="InnerBold"\/>(?:<[^>]*>)*?<w:b\/>/u);
    expect(strFromU8(styles ?? new Uint8Array())).toContain('段内加粗楷体');
  });

  it('adds no style to a Word file without it', async () => {
    const { 'word/styles.xml': styles } = unzipSync(await writeDocx(composeIssue(plain), defaultPageStyle, sampleMeta));
    expect(strFromU8(styles ?? new Uint8Array())).not.toContain('段内');
  });

  it('leaves text plain', () => {
    expect(writeText(composeIssue(marked))).toBe(writeText(composeIssue(plain)));
  });
});

describe('emphasis in a Word file of others', () => {
  const run = (words: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t>${words}</w:t></w:r>`;
  const paragraph = (...runs: readonly string[]) => `<w:p>${runs.join('')}</w:p>`;
  const kai = '<w:rFonts w:eastAsia="楷体"/>';
  const read = (...body: readonly string[]) =>
    recognizedParagraphs(buildDocx({ body: [paragraph(run('示例区建好农家书屋')), ...body].join('') })).map(({ lead: own, marks: set }) => [
      own,
      set,
    ]);

  it('is taken where part of the text is set apart, and not where all of it is', () => {
    expect(
      read(
        paragraph(run('示例区建成农家书屋'), run('126处', '<w:b/>'), run('，'), run('每周末', kai), run('开展活动。')),
        paragraph(run('今年以来，全区共举办活动三百余场，参加群众一万余人次。', kai)),
        paragraph(run('建强阵地。', '<w:b/>'), run('整合资源，建成'), run('98个', '<w:b/>'), run('站点。')),
      ),
    ).toEqual([
      [
        undefined,
        [
          { from: 9, to: 13, kind: 'bold' },
          { from: 14, to: 17, kind: 'kai' },
        ],
      ],
      [undefined, undefined],
      ['建强阵地。', [{ from: 7, to: 10, kind: 'bold' }]],
    ]);
  });
});
