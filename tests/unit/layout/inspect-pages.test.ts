import { describe, expect, it } from 'vitest';
import type { Block } from '../../../shared/layout/block.js';
import { inspectPages, type LayoutFindingKind } from '../../../shared/layout/inspect-pages.js';
import { layoutIssue } from '../../../shared/layout/layout-issue.js';
import { defaultPageStyle } from '../../../shared/layout/page-style.js';

const masthead: Block = { kind: 'masthead', place: { part: 'masthead' }, name: '示例专报', numberText: '第1期', organ: '示例市委宣传部', dateText: '2024年1月5日' };
const tail: Block = { kind: 'tail', place: { part: 'distribution' }, lines: [{ label: '报', text: '省委' }], imprint: [{ label: '承办', text: '研究室' }] };

function paragraph(length: number): Block {
  return { kind: 'paragraph', place: { part: 'paragraph', itemId: 'a', paragraphId: 'p' }, lead: '', text: `${'示'.repeat(length - 1)}。` };
}

function title(text: string): Block {
  return { kind: 'title', place: { part: 'title', itemId: 'a' }, text };
}

function kinds(...blocks: readonly Block[]): readonly LayoutFindingKind[] {
  return inspectPages(layoutIssue(blocks, defaultPageStyle), blocks).map(({ kind }) => kind);
}

describe('inspectPages', () => {
  it('finds nothing in a plain page', () => {
    expect(kinds(title('甲县抓实工作'), paragraph(300), tail)).toEqual([]);
  });

  it('finds a lone last character', () => {
    expect(kinds(paragraph(26 + 28 + 2))).toEqual(['loneCharacter']);
  });

  it('finds a title broken inside a word, not one broken at a blank or between words', () => {
    expect(kinds(title('示例区推动网络安\n全工作'), paragraph(100))).toEqual(['titleSplitsWord']);
    expect(kinds(title('示例区推动\n网络安全工作'), paragraph(100))).toEqual([]);
    expect(kinds(title('示例区推动网络安全建设 深入开展文明实践工作'), paragraph(100))).toEqual([]);
  });

  it('finds a title that parts over two pages', () => {
    expect(kinds(paragraph(26 + 28 * 19), title('示例区“三聚焦三提升” 推动文明实践工作开创新局面'), paragraph(100))).toContain('titleOverPages');
  });

  it('finds a nearly empty last page and a tail alone on it', () => {
    expect(kinds(paragraph(26 + 28 * 22), tail)).toEqual(['nearlyEmptyPage']);
    expect(kinds(paragraph(26 + 28 * 20), tail)).toEqual(['tailAlone']);
  });

  it('finds contents that run over the cover', () => {
    const contents: Block = {
      kind: 'contents', place: { part: 'contents' },
      groups: [{ heading: '〔经验交流〕', columnId: 'c', entries: Array.from({ length: 30 }, (_, index) => ({ title: '甲县抓实工作', itemId: `i${String(index)}` })) }],
    };
    expect(kinds(masthead, contents, paragraph(100))).toEqual(['overfullCover']);
  });

  it('lists a character no font can draw, once a page', () => {
    const blocks = [paragraph(60)];
    const findings = inspectPages(layoutIssue(blocks, defaultPageStyle), blocks, { canDraw: (character) => character !== '示' });
    expect(findings).toMatchObject([{ kind: 'missingGlyph', page: 1, message: '字体中没有“示”字' }]);
  });
});
