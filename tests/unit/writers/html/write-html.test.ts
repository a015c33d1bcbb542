import { describe, expect, it } from 'vitest';
import type { Page, PageLine, PageRun } from '../../../../shared/layout/page.js';
import { defaultPageStyle } from '../../../../shared/layout/page-style.js';
import { writeHtml, writePageHtml } from '../../../../shared/writers/html/write-html.js';

const meta = {
  title: '示例专报 2024年第1期',
  subject: '示例专报',
  organ: '中共示例市委宣传部',
  date: '2024-01-15',
  digest: 'ab'.repeat(32),
};

function run(text: string, changes: Partial<PageRun> = {}): PageRun {
  return { text, face: 'fangsong', bold: false, sizePt: 16, color: '#000000', letterSpacingPt: -0.25, scaleX: 1, ...changes };
}

function line(runs: readonly PageRun[], changes: Partial<PageLine> = {}): PageLine {
  return {
    kind: 'line',
    xPt: 79.37,
    topPt: 104.88,
    heightPt: 28.95,
    widthPt: 441,
    runs,
    text: runs.map(({ text }) => text).join(''),
    place: { part: 'paragraph', itemId: 'a1', paragraphId: 'p1' },
    startOffset: 0,
    first: true,
    tag: 'p',
    furniture: false,
    ...changes,
  };
}

function page(...lines: readonly PageLine[]): Page {
  return { number: 1, lines, rules: [] };
}

function html(...lines: readonly PageLine[]): string {
  return writePageHtml(page(...lines), defaultPageStyle);
}

/** The words of a piece of HTML, in order. */
function words(text: string): string {
  return text
    .replace(/<[^>]*>/gu, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'");
}

describe('writePageHtml', () => {
  it('puts the lines of one block into one element and the next block into another', () => {
    const written = html(
      line([run('示例区推进')]),
      line([run('阵地建设。')], { first: false, startOffset: 5 }),
      line([run('甲县')], { place: { part: 'paragraph', itemId: 'a1', paragraphId: 'p2' } }),
    );
    expect(written.match(/<p>/gu)).toHaveLength(2);
    expect(written).toMatch(/<p><span[^>]*>.*示例区推进.*<\/span><span[^>]*>.*阵地建设。.*<\/span><\/p><p>/u);
  });

  it('starts an element for a paragraph that goes on from the page before', () => {
    expect(html(line([run('续行')], { first: false }))).toContain('<p><span');
  });

  it('keeps two paragraphs apart that come from the same place', () => {
    expect(html(line([run('甲')]), line([run('乙')])).match(/<p>/gu)).toHaveLength(2);
  });

  it('makes one heading of a title broken by hand', () => {
    const place = { part: 'title', itemId: 'a1' } as const;
    const written = html(line([run('甲县践行')], { tag: 'h2', place }), line([run('打造样板')], { tag: 'h2', place, startOffset: 5 }));
    expect(written.match(/<h2>/gu)).toHaveLength(1);
  });

  it('counts the rest of a title on the next page as no second title', () => {
    expect(html(line([run('打造样板')], { tag: 'h2', startOffset: 5 }))).not.toContain('<h2>');
  });

  it('says headings as headings and hides page numbers from the reading order', () => {
    const written = html(
      line([run('栏目')], { tag: 'h1' }),
      line([run('题目')], { tag: 'h2' }),
      line([run('— 1 —')], { furniture: true, tag: 'artifact' }),
    );
    expect(written).toMatch(/<h1>.*<\/h1><h2>.*<\/h2><div aria-hidden="true">/u);
  });

  it('prints every character once and in order, markup characters too', () => {
    const text = '<b>“甲”&乙\'"</b>  空格　全角';
    expect(words(html(line([run(text, { bold: true }), run('后文')])))).toBe(`${text}后文`);
  });

  it('gives each run its own width, weight, size and colour', () => {
    const written = html(line([run('段首句。', { bold: true, letterSpacingPt: -0.1234567 }), run('红', { color: '#d8000f', sizePt: 14 })]));
    expect(written).toContain('<span class="bold" style="letter-spacing:-0.1235pt">段首句。</span>');
    expect(written).toContain('<span style="font-size:14pt;letter-spacing:-0.25pt;color:#d8000f">红</span>');
  });

  it('scales narrowed glyphs and not the space after them', () => {
    expect(html(line([run('刊名', { scaleX: 0.8, letterSpacingPt: 4 })]))).toContain(
      'style="letter-spacing:5pt;width:33.6pt;transform:scaleX(0.8)"',
    );
  });

  it('says of each line where in the issue it comes from', () => {
    const written = html(line([run('文')], { startOffset: 28 }));
    expect(written).toContain('data-part="paragraph" data-item="a1" data-paragraph="p1" data-start="28"');
    expect(written).not.toContain('data-column');
  });

  it('cannot be left through an id', () => {
    expect(html(line([run('文')], { place: { part: 'paragraph', itemId: '"><script>' } }))).not.toContain('<script>');
  });

  it('draws rules thinner than a pixel as they are', () => {
    const rules = [{ kind: 'rule', xPt: 79.37, topPt: 700, widthPt: 442.2, heightPt: 0.7087, color: '#000000' }] as const;
    expect(writePageHtml({ number: 2, lines: [], rules }, defaultPageStyle)).toContain(
      '<rect x="79.37" y="700" width="442.2" height="0.7087" fill="#000000"/>',
    );
  });
});

describe('writeHtml', () => {
  it('draws the leader of the contents as round dots, not as text', () => {
    const rules = [{ kind: 'rule' as const, xPt: 200, topPt: 500, widthPt: 81.1, heightPt: 1.1, color: '#000000', dotPitchPt: 4 }];
    expect(writePageHtml({ number: 1, lines: [], rules }, defaultPageStyle)).toContain(
      '<line x1="200.55" x2="280.55" y1="500.55" y2="500.55" stroke="#000000" stroke-width="1.1" stroke-linecap="round" stroke-dasharray="0 4"/>',
    );
  });

  it('writes a whole document in Chinese with its page size and properties', () => {
    const written = writeHtml([page(line([run('文')]))], defaultPageStyle, meta);
    expect(written).toMatch(/^<!DOCTYPE html>\n<html lang="zh-CN">/u);
    expect(written).toContain('@page{size:210mm 297mm;margin:0}');
    expect(written).toContain('<title>示例专报 2024年第1期</title>');
  });

  it('carries its properties, whatever characters they hold', () => {
    const written = writeHtml([], defaultPageStyle, { ...meta, title: '甲 & <乙> "丙"', organ: "丁's" });
    expect(written).toContain('<title>甲 &amp; &lt;乙&gt; &quot;丙&quot;</title>\n');
    expect(written).toContain('<meta name="author" content="丁&#39;s">');
  });

  it('loads nothing but the bundled fonts of the program, and nothing at all without them', () => {
    const pages = [page(line([run('文')]))];
    const fontBase = 'https://zhuanbao.invalid/assets/fonts/';
    const addresses = [...writeHtml(pages, defaultPageStyle, meta, { fontBase }).matchAll(/url\("([^"]*)"\)/gu)].map(
      ([, address]) => address,
    );
    expect(addresses.length).toBeGreaterThan(0);
    expect(addresses.filter((address) => !address?.startsWith('https://zhuanbao.invalid/assets/fonts/zhuanbao-'))).toEqual([]);
    expect(writeHtml(pages, defaultPageStyle, meta)).not.toContain('url(');
  });

  it('leads from each entry of the contents to the line its title opens with', () => {
    const entry = line([run('甲县推动')], { place: { part: 'contents', itemId: 'a1' }, tag: 'toc' });
    const title = line([run('甲县推动')], { place: { part: 'title', itemId: 'a1' }, tag: 'h2', opensItem: 'a1' });
    const written = writeHtml([page(entry), page(title)], defaultPageStyle, meta);
    expect(written).toMatch(/<p class="toc"><a href="#item-a1" class="line[^>]*><span[^>]*>甲县推动/u);
    expect(written).toMatch(/<h2><span id="item-a1" class="line[^>]*><span[^>]*>甲县推动/u);
    expect(html(entry, title)).not.toMatch(/href|id="/u);
  });

  it('has no script', () => {
    expect(writeHtml([page(line([run('<script>alert(1)</script>')]))], defaultPageStyle, meta)).not.toContain('<script');
  });

  it('takes official faces from the machine before its own', () => {
    expect(writeHtml([], defaultPageStyle, meta, { fontBase: '/' })).toMatch(
      /"zhuanbao-fangsong";font-weight:normal;src:local\("仿宋_GB2312"\).*url\("[^"]*zhuanbao-fangsong\.ttf"\)/u,
    );
  });
});
