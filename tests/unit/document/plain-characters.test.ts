import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { issueMeta } from '../../../electron/services/issue-meta.js';
import { issueSchema } from '../../../shared/document/issue-schema.js';
import { parseKind } from '../../../shared/library/records/records.js';
import { plainLine, plainLines, withPlainCharacters } from '../../../shared/document/plain-characters.js';
import type { Issue } from '../../../shared/document/issue.js';
import { composeIssue } from '../../../shared/layout/compose-issue.js';
import { layoutIssue } from '../../../shared/layout/layout-issue.js';
import { defaultPageStyle } from '../../../shared/layout/page-style.js';
import { toLines } from '../../../shared/recognize/line.js';
import { readText } from '../../../shared/recognize/read-text.js';
import { readParts } from '../../../shared/word/write/finish-package.js';
import { writeDocx } from '../../../shared/word/write/write-docx.js';
import { writeHtml } from '../../../shared/writers/html/write-html.js';
import { article, brief, column, from, issue, lead, p, withChanges } from '../../helpers/build-issue.js';

/** Any text at all: half surrogates, controls, noncharacters and marks of direction among ordinary words. */
const odd = fc.constantFrom('\u0000', '\b', '\t', '\n', '\r', '\u001f', '\u0085', '\u2028', '\u202e', '\u2066', '\ufffe', '\uffff');
const odder = fc.constantFrom('\u{1fffe}', '\u{10ffff}', '\ufdd0', '\ud842', '\udfb7', '𠮷', '<', '&', ']]>', '"', "'", '\u200b', '\u200f');
const anyText = fc
  .array(fc.oneof(fc.constantFrom('甲县', '工作', 'A1', '，', ' '), odd, odder), { maxLength: 8 })
  .map((parts) => parts.join(''));

/** An issue with such text in every place that takes words. */
function issueOf(text: string): Issue {
  const value = issue(
    column(
      `经验${text}交流`,
      from(
        [`甲县${text}`],
        withChanges(article(`甲县推动${text}`, p(lead(`一是${text}。`), `形成${text}`)), {
          subtitle: `——${text}做法`,
          editorNote: [`示例${text}`],
          coverTitle: `甲县${text}推动`,
        }),
      ),
    ),
    column('简 讯', from([`乙区${text}`], brief(`乙区${text}启动`, `近日${text}`))),
  );
  const { masthead, imprint } = value;
  return {
    ...value,
    masthead: { ...masthead, name: `专报${text}`, organ: `示例${text}`, secrecy: `机密${text}`, serial: `编号${text}` },
    instruction: `请${text}阅`,
    distribution: [{ label: `报${text}`, text: `示例${text}` }],
    extraDistribution: `增发${text}`,
    imprint: { ...imprint, organizer: `承办${text}`, phone: `电话${text}` },
  };
}

function wellFormed(xml: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
}

describe('whatever text goes in', () => {
  it('makes an issue of plain characters whose Word file, page and record are well-formed', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const parsed = parseKind('issue', issueOf(text.replace(/[\n\r]/gu, '')));
        if (!parsed.ok) throw new Error(parsed.reason);
        const value = parsed.value;
        expect(JSON.parse(Buffer.from(JSON.stringify(value), 'utf8').toString('utf8'))).toEqual(value);
        const parts = readParts(await writeDocx(composeIssue(value), defaultPageStyle, issueMeta(value)));
        for (const xml of Object.values(parts)) wellFormed(xml);
        const html = writeHtml(layoutIssue(composeIssue(value), defaultPageStyle), defaultPageStyle, issueMeta(value));
        expect(Buffer.from(html, 'utf8').toString('utf8')).toBe(html);
        expect(html.replace(/\n/gu, '')).not.toMatch(/[\p{Cc}\p{Noncharacter_Code_Point}]/u);
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it('is taken by the schema once it is plain, and not before', () => {
    const value = issueOf('\uffff');
    expect(issueSchema.safeParse(value).success).toBe(false);
    expect(issueSchema.safeParse(withPlainCharacters(value)).success).toBe(true);
  });

  it('is listed as left out when it comes from a file', () => {
    const [line] = readText('甲\uffff县\u202e工\u{1fffe}作');
    expect(toLines(line ? [line] : []).map(({ text }) => text)).toEqual(['甲县工作']);
  });
});

describe('plainLine', () => {
  it('keeps all that can be printed, and makes a blank of a tab', () => {
    expect(plainLine('甲\t乙𠮷\u200b\u00ad·—')).toBe('甲 乙𠮷\u200b\u00ad·—');
  });

  it('drops halves of characters, noncharacters, controls and overrides of direction', () => {
    expect(plainLine('甲\ud842乙\udfb7丙\ufffe\uffff\ufdd0\u{2ffff}\u0007\u202d\u2069\n')).toBe('甲乙丙');
  });

  it('keeps breaks where they may stand', () => {
    expect(plainLines('甲\r\n乙\n')).toBe('甲\n乙\n');
  });
});

describe('withPlainCharacters', () => {
  it('gives clean parts back as they are', () => {
    const value = { titles: ['甲'], odd: { text: '乙\uffff' }, number: 5 };
    const plain = withPlainCharacters(value);
    expect(plain).toEqual({ titles: ['甲'], odd: { text: '乙' }, number: 5 });
    expect(plain.titles).toBe(value.titles);
    expect(withPlainCharacters(plain)).toBe(plain);
  });
});
