import { describe, expect, it } from 'vitest';
import { isSaidOn, lengthPt, readFormatting } from '../../../../shared/word/read/formatting.js';
import { bodyOf, openPackage } from '../../../../shared/word/read/open-package.js';
import { child, type XmlElement } from '../../../../shared/word/read/xml-tree.js';
import { buildDocx, type DocxParts } from '../../../helpers/build-docx.js';

/** What the first paragraph of a file and its first run look like. */
function lookOf(parts: DocxParts) {
  const word = openPackage(buildDocx(parts), '文件.docx');
  const formatting = readFormatting(word);
  const paragraph = child(bodyOf(word.document), 'p');
  const run = child(paragraph, 'r');
  const own = child(paragraph, 'pPr');
  const looks = { paragraph: formatting.paragraph(own), run: formatting.run(own, child(run, 'rPr')) };
  return {
    of: (kind: 'paragraph' | 'run', property: string, attribute = 'val') => looks[kind].get(property)?.attributes.get(attribute),
    from: (kind: 'paragraph' | 'run', property: string) => looks[kind].get(property)?.from,
    isOn: (property: string) => {
      const found = looks.run.get(property);
      return found !== undefined && isSaidOn(found);
    },
  };
}

const styles = [
  '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/><w:rFonts w:eastAsiaTheme="minorEastAsia"/></w:rPr></w:rPrDefault></w:docDefaults>',
  '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:pPr><w:jc w:val="both"/></w:pPr></w:style>',
  '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="公文正文"/><w:basedOn w:val="a"/><w:pPr><w:ind w:firstLineChars="200" w:left="100"/><w:spacing w:before="60" w:line="560"/></w:pPr><w:rPr><w:b/><w:rFonts w:eastAsia="仿宋"/></w:rPr></w:style>',
  '<w:style w:type="character" w:styleId="c"><w:name w:val="强调"/><w:rPr><w:b/><w:sz w:val="44"/></w:rPr></w:style>',
].join('');

describe('what a paragraph looks like in the end', () => {
  it('is what defaults, styles and direct settings say, attribute by attribute', () => {
    const look = lookOf({
      styles,
      body: '<w:p><w:pPr><w:pStyle w:val="b"/><w:ind w:left="300"/><w:spacing w:before="0"/></w:pPr><w:r><w:t>字</w:t></w:r></w:p>',
    });
    expect([look.of('paragraph', 'ind', 'left'), look.of('paragraph', 'ind', 'firstLineChars')]).toEqual(['300', '200']);
    expect([look.of('paragraph', 'spacing', 'before'), look.of('paragraph', 'spacing', 'line')]).toEqual(['0', '560']);
    expect([look.of('paragraph', 'jc'), look.from('paragraph', 'jc')]).toEqual(['both', '样式“Normal”']);
    expect([look.of('run', 'sz'), look.from('run', 'sz')]).toEqual(['21', '文档默认']);
  });

  it('takes a named face for one of the theme, and a hanging line for an indented one', () => {
    const look = lookOf({
      styles,
      body: '<w:p><w:pPr><w:pStyle w:val="b"/><w:ind w:hanging="320"/></w:pPr><w:r><w:t>字</w:t></w:r></w:p>',
    });
    expect([look.of('run', 'rFonts', 'eastAsia'), look.of('run', 'rFonts', 'eastAsiaTheme')]).toEqual(['仿宋', undefined]);
    expect([look.of('paragraph', 'ind', 'hanging'), look.of('paragraph', 'ind', 'firstLineChars')]).toEqual(['320', undefined]);
  });

  it('turns bold over where the paragraph and the style of the words both are bold', () => {
    const words = (own: string) =>
      `<w:p><w:pPr><w:pStyle w:val="b"/></w:pPr><w:r><w:rPr><w:rStyle w:val="c"/>${own}</w:rPr><w:t>字</w:t></w:r></w:p>`;
    expect(lookOf({ styles, body: words('') }).isOn('b')).toBe(false);
    expect(lookOf({ styles, body: words('<w:b/>') }).isOn('b')).toBe(true);
    expect(lookOf({ styles, body: words('') }).of('run', 'sz')).toBe('44');
  });

  it('has the indents of its list, unless a style that names the list says otherwise', () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:pPr><w:ind w:left="840" w:hanging="420"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>';
    const list = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const own = lookOf({ styles, numbering, body: `<w:p><w:pPr><w:pStyle w:val="b"/>${list}</w:pPr><w:r><w:t>字</w:t></w:r></w:p>` });
    expect([own.of('paragraph', 'ind', 'left'), own.from('paragraph', 'ind')]).toEqual(['840', '自动编号']);
    const noCharacters = `<w:p><w:pPr><w:pStyle w:val="b"/>${list}<w:ind w:firstLineChars="0"/></w:pPr><w:r><w:t>字</w:t></w:r></w:p>`;
    expect(lookOf({ styles, numbering, body: noCharacters }).of('paragraph', 'ind', 'hanging')).toBe('420');
    const listed = styles.replace('<w:ind w:firstLineChars', `${list}<w:ind w:firstLineChars`);
    const styled = lookOf({ styles: listed, numbering, body: '<w:p><w:pPr><w:pStyle w:val="b"/></w:pPr><w:r><w:t>字</w:t></w:r></w:p>' });
    expect(styled.of('paragraph', 'ind', 'left')).toBe('100');
  });

  it('asks for the theme only when a face of it is wanted: a damaged one keeps no words back', () => {
    const part = (name: string): XmlElement | undefined => {
      if (name === 'theme') throw new Error('damaged');
      return undefined;
    };
    const formatting = readFormatting({ ...openPackage(buildDocx({ body: '' }), '来稿.docx'), part });
    expect(formatting.run(undefined, undefined).size).toBe(0);
    expect(() => formatting.themeFace('minorEastAsia')).toThrow('damaged');
  });

  it('ends where styles are based on each other in a circle', () => {
    const circle =
      '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="乙"/><w:basedOn w:val="b"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style>';
    expect(lookOf({ styles: circle, body: '<w:p><w:pPr><w:pStyle w:val="b"/></w:pPr></w:p>' }).of('paragraph', 'jc')).toBe('center');
  });

  it.each([
    ['560', 28],
    ['28pt', 28],
    ['1in', 72],
    ['2.54cm', 72],
    ['abc', undefined],
  ])('reads the length %s', (text, pt) => expect(lengthPt(text)).toEqual(pt === undefined ? undefined : expect.closeTo(pt, 6)));
});
