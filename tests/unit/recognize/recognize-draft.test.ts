import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readText } from '../../../shared/recognize/read-text.js';
import { recognize } from '../../../shared/recognize/recognize.js';
import type { RecognizedDraft } from '../../../shared/recognize/recognized.js';
import { itemContent } from './issue-content.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

function draft(text: string): RecognizedDraft {
  let ids = 0;
  const result = recognize(readText(text), { nextId: () => `i${(ids += 1)}` });
  if (result.kind !== 'article') throw new Error('recognized as an issue');
  return result;
}

const report = [
  '甲县宣传工作总结',
  '——2031年上半年',
  '一、主要做法',
  '（一）阵地建设不断加强',
  '1. 新建文化广场 6 处，组织演出 40 场，参加群众 2 万余人次，群众反映良好，镇村两级都有固定场所。',
  '（1）健全制度',
  '1.2万名群众参加了活动。',
  '二、下一步打算',
  '继续抓好落实。',
  '（甲县县委宣传部）',
].join('\n');

describe('recognizing a manuscript', () => {
  it('finds title, subtitle, levels and source', () => {
    const { article } = draft(report);
    expect(itemContent(article)).toMatchObject({ title: '甲县宣传工作总结', subtitle: '——2031年上半年', sources: ['甲县县委宣传部'] });
    expect(article.paragraphs.map(({ level }) => level)).toEqual([1, 2, undefined, 4, undefined, 1, undefined]);
  });

  it('keeps a long numbered paragraph as running text', () => {
    expect(draft(report).article.paragraphs[2]).toMatchObject({ text: expect.stringMatching(/^1\. 新建文化广场6处/u) as string });
  });

  it('says what it did not find and what it kept', () => {
    expect(draft(report).notes).toEqual(['标题层次“一、”“（一）”“（1）”已保留。']);
    expect(draft(`宣传信息专报\n\n${report}`).notes).toEqual([
      '没有找到期号、日期、栏目、报/送/发、承办/审核/编辑/电话，不是一期专报，已作为来稿收下。',
      '标题层次“一、”“（一）”“（1）”已保留。',
    ]);
  });

  it('reads leads from bold type and guesses none', () => {
    const { article, inferredLeads } = draft(
      '# 题目甲乙\n\n开头一段。\n\n**抓阵地。**建成书房六处，居民都来。\n\n抓队伍。招募志愿者九十人，轮流值守。',
    );
    expect(article.paragraphs.map(({ lead }) => lead)).toEqual([undefined, '抓阵地。', undefined]);
    expect(inferredLeads).toBe(0);
  });

  it('joins a paragraph that a page end cut', () => {
    const { article } = draft('题目甲乙丙\n\n全县建成文化广场六处，组织演出四十场，参加的群众\n\n达两万余人次。\n\n小标题\n\n下一段。');
    expect(article.paragraphs.map(({ text }) => text)).toEqual([
      '全县建成文化广场六处，组织演出四十场，参加的群众达两万余人次。',
      '小标题',
      '下一段。',
    ]);
  });

  it('looks for the title below 份号 and date', () => {
    expect(draft('000001\n2031年3月4日\n关于开放书房的报告\n正文第一句。').article).toMatchObject({ title: '关于开放书房的报告' });
  });

  it('takes a text without a title, and an empty one', () => {
    expect(draft('这是一段没有标题的文字，只有一句话。').notes).toContain('没有找到标题，请核对。');
    expect(draft('').article.paragraphs).toEqual([]);
  });

  it('does not take an issue number inside a sentence for a masthead', () => {
    expect(draft('关于举办第3期培训班的通知\n\n定于下周举办第3期培训班，请派员参加。').article.title).toBe('关于举办第3期培训班的通知');
  });

  it('does not take dates or numbers in brackets for columns', () => {
    expect(draft('更新记录\n\n[2031-01-02]\n\n改了三处。\n\n[2031-02-03]\n\n又改了一处。\n').kind).toBe('article');
  });
});

const press = `${root}/../shared/seeds/press-zibo.txt`;
const summary = `${root}/../shared/seeds/summary-gaoxin.txt`;

// Third-party texts are not part of this repository; without them the cases above have to do.
describe.skipIf(!existsSync(press))('recognizing raw third-party texts', () => {
  it('takes a newspaper page as a draft under its first line', () => {
    const text = readFileSync(press, 'utf8');
    const { article, notes, leftAside } = draft(text);
    expect(article.title).toBe(text.trim().split('\n')[0]);
    expect(article.paragraphs.some(({ level }) => level !== undefined)).toBe(false);
    expect(leftAside.filter(({ text: words }) => words.trim() !== '').map(({ text: words }) => words.trim())).toEqual(['记者']);
    expect(notes.filter((note) => note.startsWith('没有找到'))).toEqual([]);
  });

  it('offers the pieces of a newspaper page as several, each with its source and writers', () => {
    const { parts = [] } = draft(readFileSync(press, 'utf8'));
    expect(parts.length).toBe(2);
    expect(parts.every(({ article, facts }) => article.sources.length === 1 && facts.author !== undefined)).toBe(true);
  });

  it('keeps the levels of a summary', () => {
    const text = readFileSync(summary, 'utf8');
    const { article } = draft(text);
    const count = (pattern: RegExp) => text.split('\n').filter((line) => pattern.test(line.trim())).length;
    const levels = article.paragraphs.map(({ level }) => level);
    expect(levels.filter((level) => level === 1).length).toBe(count(/^[一二]、/u));
    expect(levels.filter((level) => level === 2).length).toBe(count(/^\([一二三四五六七]\)/u));
    expect(levels.some((level) => level === 3)).toBe(false);
    const wordsOf = article.paragraphs.map(({ lead = '', text: words }) => lead + words);
    expect(wordsOf.filter((words) => /^\d\./u.test(words)).length).toBe(count(/^\d\./u));
  });
});
