import { describe, expect, it } from 'vitest';
import { createOutlineReader, createPageReader } from '../../../renderer/issue/outline-model.js';
import { moveItem, updateImprint, updateItem } from '../../../shared/document/edit-issue.js';
import type { Issue } from '../../../shared/document/issue.js';
import { composeIssue } from '../../../shared/layout/compose-issue.js';
import { layoutIssue } from '../../../shared/layout/layout-issue.js';
import { defaultPageStyle } from '../../../shared/layout/page-style.js';
import { article, brief, column, from, issue, p } from '../../helpers/build-issue.js';

const opened = issue(
  column('经验交流', from(['甲县'], article('甲县抓实工作', p('正文。'))), from(['乙县'], article('乙县抓实工作', p('正文。')))),
  column('简 讯', from(['丙区'], brief('丙区启动宣讲', '正文。'))),
);
const [first, second] = (opened.columns[0]?.items ?? []).map(({ id }) => id);

function typed(value: Issue, itemId = first ?? ''): Issue {
  return updateItem(value, itemId, (item) => ({
    ...item,
    paragraphs: item.paragraphs.map((each) => ({ ...each, text: `${each.text}字` })),
  }));
}

describe('createOutlineReader', () => {
  it('gives the same model while only text changes', () => {
    const read = createOutlineReader();
    const model = read(opened);
    expect(read(typed(opened))).toBe(model);
    expect(model.columns.map(({ name, items }) => [name, ...items.map(({ label }) => label)])).toEqual([
      ['经验交流', '甲县抓实工作', '乙县抓实工作'],
      ['简 讯', '丙区启动宣讲'],
    ]);
  });

  it('makes only the row anew whose title changes', () => {
    const read = createOutlineReader();
    const model = read(opened);
    const changed = read(updateItem(opened, first ?? '', (item) => ({ ...item, title: '甲县新题' })));
    expect(changed).not.toBe(model);
    expect(changed.columns[0]?.items.map(({ label }) => label)).toEqual(['甲县新题', '乙县抓实工作']);
    expect(changed.columns[0]?.items[1]).toBe(model.columns[0]?.items[1]);
    expect(changed.columns[1]).toBe(model.columns[1]);
  });

  it('follows order, readiness of items and of parts', () => {
    const read = createOutlineReader();
    read(opened);
    expect(read(moveItem(opened, second ?? '', opened.columns[0]?.id ?? '', 0)).columns[0]?.items.map(({ id }) => id)).toEqual([
      second,
      first,
    ]);
    expect(read(updateItem(opened, first ?? '', (item) => ({ ...item, sources: [] }))).columns[0]?.items[0]?.readiness.tone).toBe('check');
    expect(read(updateImprint(opened, { phone: '' })).parts.imprint).toEqual({ tone: 'todo', words: '电话未填' });
    expect(read(opened).parts.imprint.tone).toBe('ready');
  });
});

describe('createPageReader', () => {
  const pagesOf = (value: Issue) => layoutIssue(composeIssue(value), defaultPageStyle);

  it('gives the same numbers while no row moves to another page', () => {
    const read = createPageReader();
    const numbers = read(pagesOf(opened));
    expect(numbers.get('masthead')).toBe(1);
    expect(read(pagesOf(typed(opened)))).toBe(numbers);
    const long = updateItem(opened, first ?? '', (item) => ({
      ...item,
      paragraphs: item.paragraphs.map((each) => ({ ...each, text: '示例'.repeat(800) })),
    }));
    expect(read(pagesOf(long)).get(`item:${second ?? ''}`)).toBeGreaterThan(numbers.get(`item:${second ?? ''}`) ?? Infinity);
  });
});
