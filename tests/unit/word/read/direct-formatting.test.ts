import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { briefLead, type Issue, type Item, type Paragraph } from '../../../../shared/document/issue.js';
import { toIssueRecord } from '../../../../shared/document/issue-record.js';
import { issueNumberText } from '../../../../shared/document/issue-number-text.js';
import { dateText, sourceText } from '../../../../shared/layout/compose-issue.js';
import { readDocxLines } from '../../../../shared/word/read/fold-lines.js';
import { readText } from '../../../../shared/recognize/read-text.js';
import { recognize } from '../../../../shared/recognize/recognize.js';
import type { SourceLine } from '../../../../shared/recognize/source-line.js';
import { buildDocx } from '../../../helpers/build-docx.js';
import { assetsFolder } from '../../../helpers/open-test-library.js';
import { hasShared, sharedFile } from '../../../helpers/shared-files.js';

/** Word files as offices make them: no styles, everything set by hand, furniture in tables and text boxes. */
const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const run = (text: string, properties = ''): string =>
  text
    .split('\n')
    .map((part) => `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${escape(part)}</w:t></w:r>`)
    .join('<w:r><w:br/></w:r>');
const paragraph = (inner: string, jc = 'both', extra = ''): string => `<w:p><w:pPr><w:jc w:val="${jc}"/>${extra}</w:pPr>${inner}</w:p>`;
const cell = (inner: string): string => `<w:tc><w:tcPr/>${inner}</w:tc>`;
const table = (...rows: readonly (readonly string[])[]): string =>
  `<w:tbl><w:tblPr/>${rows.map((cells) => `<w:tr>${cells.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
const empty = paragraph('');

function coverOf(issue: Issue, variant: 'table' | 'tab'): string {
  const { masthead } = issue;
  const line =
    variant === 'table'
      ? table([paragraph(run(masthead.organ), 'left'), paragraph(run(dateText(masthead.date)), 'right')])
      : paragraph(`${run(masthead.organ)}<w:r><w:tab/></w:r>${run(dateText(masthead.date))}`, 'left');
  const box =
    variant === 'table'
      ? table([paragraph(run('领导批示'))])
      : paragraph(
          `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${paragraph(run('领导批示'))}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${paragraph(run('领导批示'))}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
        );
  const contents = issue.columns.map(
    ({ name, items }) =>
      paragraph(run(`〔${name}〕`, '<w:b/>'), 'center') +
      items.map((item) => paragraph(run(item.coverTitle ?? item.title), 'left')).join(''),
  );
  return [
    paragraph(run(masthead.name, '<w:color w:val="FF0000"/><w:sz w:val="110"/>'), 'center'),
    paragraph(run(issueNumberText(masthead)), 'center'),
    line,
    box,
    ...contents,
    paragraph('<w:r><w:br w:type="page"/></w:r>'),
  ].join('');
}

function bodyOf(item: Item): string {
  const text = ({ lead, text: words }: Paragraph): string =>
    paragraph(`${lead ? run(lead, '<w:b/>') : ''}${run(words)}`, 'both', '<w:ind w:firstLineChars="200"/>');
  const head =
    item.type === 'article'
      ? paragraph(run(item.title, '<w:b/><w:sz w:val="44"/>'), 'center') +
        (item.subtitle ? paragraph(run(item.subtitle, '<w:sz w:val="32"/>'), 'center') : '') +
        empty
      : '';
  const [first, ...rest] = item.paragraphs;
  const opening =
    first === undefined ? '' : item.type === 'brief' ? paragraph(`${run(briefLead(item), '<w:b/>')}${run(first.text)}`) : text(first);
  return `${head}${opening}${rest.map(text).join('')}${paragraph(run(sourceText(item.sources)), 'right')}`;
}

function tailOf({ distribution, imprint }: Issue, variant: 'table' | 'tab'): string {
  const lines = distribution.map(({ label, text }) => (variant === 'table' ? `${label}：${text}` : `${label}：\t${text}`));
  const people = `承办：${imprint.organizer}  审核：${imprint.reviewer}  编辑：${imprint.editor}  电话：${imprint.phone}`;
  return variant === 'table'
    ? table(...[...lines, people].map((line) => [paragraph(run(line))]))
    : [...lines, people].map((line) => paragraph(run(line))).join('');
}

function documentOf(issue: Issue, variant: 'table' | 'tab'): Uint8Array {
  const body = issue.columns.map(
    ({ name, items }) => paragraph(run(`〔${name}〕`, '<w:b/>'), 'center') + empty + items.map(bodyOf).join(empty),
  );
  return buildDocx({ body: coverOf(issue, variant) + body.join(empty) + tailOf(issue, variant) });
}

function issueOf(lines: readonly SourceLine[]): Issue {
  let last = 0;
  const result = recognize(lines, { nextId: () => `n${(last += 1)}` });
  if (result.kind !== 'issue') throw new Error(`no issue: ${result.notes.join()}`);
  return result.issue;
}

/** The record of an issue, its guessed leads taken for certain: bold type says no guess. */
const confirmed = (issue: Issue): unknown =>
  JSON.parse(JSON.stringify(toIssueRecord(issue), (key, value: unknown) => (key === 'leadInferred' ? undefined : value)));

const texts = [
  join(assetsFolder, 'sample', '宣传信息专报-样例.txt'),
  ...(hasShared ? ['issue-2022-10.txt', 'issue-2022-13.txt'].map((name) => sharedFile('seeds', name)) : []),
];

describe('recognising Word files set by hand', () => {
  for (const path of texts) {
    const issue = issueOf(readText(readFileSync(path, 'utf8')));
    it.each(['table', 'tab'] as const)(
      `gives the same issue as the text ${path.split('/').at(-1) ?? ''}, furniture in %s form`,
      (variant) => {
        expect(confirmed(issueOf(readDocxLines(documentOf(issue, variant), '甲.docx').lines))).toEqual(confirmed(issue));
      },
    );
  }
});
