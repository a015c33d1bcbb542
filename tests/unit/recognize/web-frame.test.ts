/** Web pages printed as PDF. */
import { describe, expect, it } from 'vitest';
import { withoutWebFrame } from '../../../shared/recognize/web-frame.js';

const title = '乙镇“夜校”点亮乡村生活';
const text = '夜幕降临，乙镇各村的文化广场热闹起来，村民三三两两走进夜校。';
const words = (texts: readonly string[]) => ({
  lines: texts.map((own, at) => ({ line: at + 1, text: own, bold: [], marks: [] })),
  warnings: [],
  leftAside: [],
});
const read = (texts: readonly string[], pageTitle: string) => {
  const { lines, warnings, leftAside } = withoutWebFrame(words(texts), pageTitle);
  return { texts: lines.map(({ text: own }) => own), warnings: warnings.join(), aside: leftAside.map(({ text: own }) => own) };
};

describe('a web page printed as PDF', () => {
  it('begins with the line its own title names, and ends before the site’s own words; both are told', () => {
    const all = ['首页　新闻中心', '甲县人民政府', title, '来源：乙镇', text, '上一篇：丙村修路', '主办：甲县办公室'];
    const result = read(all, `${title}_甲县人民政府`);
    expect(result.texts).toEqual([title, '来源：乙镇', text]);
    expect(result.aside).toEqual(['首页　新闻中心', '甲县人民政府', '上一篇：丙村修路', '主办：甲县办公室']);
    expect(result.warnings).toMatch(/前面的2行.*后面的2行/u);
  });

  it('keeps words of a site’s kind inside the text, and what stands below it without such words', () => {
    const all = [title, text, '主办：乙镇文化站', text, '乙镇文化站'];
    expect(read(all, title)).toEqual({ texts: all, warnings: '', aside: [] });
  });

  it('is taken whole, and that is told, where no line is its title', () => {
    const all = ['首页　新闻中心', '甲县人民政府门户网站', '夜校开课了', text];
    expect(read(all, '甲县人民政府门户网站')).toEqual({ texts: all, warnings: expect.stringContaining('没有认出'), aside: [] });
  });

  it('is taken whole where sentences stand over its title', () => {
    const all = [text, title, text];
    expect(read(all, title).texts).toEqual(all);
  });
});
