/** Slate editors over invented articles, for tests that need no window. */
import { createEditor } from 'slate';
import type { Article, Brief, Item } from '../../../../shared/document/issue.js';
import type { ArticleEditorInstance } from '../../../../renderer/editor/slate-types.js';
import { toSlate } from '../../../../renderer/editor/slate-value.js';
import { withArticle } from '../../../../renderer/editor/with-article.js';

export function countingIds(prefix = 'new'): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `${prefix}-${String(count)}`;
  };
}

/** An editor without a window, normalised, holding the item. */
export function editorOf(item: Item): ArticleEditorInstance {
  const editor = withArticle(createEditor() as ArticleEditorInstance, { form: item.type, nextId: countingIds() });
  editor.children = toSlate(item);
  editor.normalize({ force: true });
  return editor;
}

export const sampleArticle: Article = {
  type: 'article',
  id: 'a1',
  title: '示例区“三个一线”推动\n文明实践走深走实',
  coverTitle: '示例区“三个一线”推动文明实践\n走深走实',
  subtitle: '——来自示例区的做法',
  editorNote: ['示例区的做法可供借鉴。', '现予刊发。'],
  paragraphs: [
    { id: 'p1', text: '今年以来，示例区把阵地建在群众身边。' },
    { id: 'p2', lead: '资源在一线集聚。', leadInferred: true, text: '整合农家书屋126处。建成站点98个。' },
    { id: 'p3', text: '一、加强统筹', level: 1 },
    { id: 'p4', lead: '服务在一线开展。', text: '每周末开展活动。' },
  ],
  sources: ['示例区委宣传部', '甲县文化局'],
  origin: { file: '示例.docx', sha256: 'a'.repeat(64) },
};

export const sampleBrief: Brief = {
  type: 'brief',
  id: 'b1',
  title: '甲县读书月启动',
  leadInferred: true,
  paragraphs: [{ id: 'q1', text: '6月1日，甲县启动读书月活动。' }],
  sources: ['甲县'],
};
