import type { Item } from '../../shared/document/issue.js';
import { isTable } from '../../shared/document/table.js';
import { SentTable } from './sent-table.js';

/** An article to be read. */
export function SentText({ item }: { readonly item: Item }) {
  const { title, paragraphs, sources } = item;
  return (
    <article className="sent-text">
      <h1>{title.trim() === '' ? '无标题' : title}</h1>
      {item.type === 'article' && item.subtitle !== undefined && <p className="sent-subtitle">{item.subtitle}</p>}
      {item.type === 'article' && item.editorNote?.map((note, index) => <p key={index}>编者按：{note}</p>)}
      {paragraphs.map((paragraph) =>
        isTable(paragraph) ? (
          <SentTable key={paragraph.id} paragraph={paragraph} />
        ) : (
          <p key={paragraph.id}>
            {paragraph.lead !== undefined && <b>{paragraph.lead}</b>}
            {paragraph.text}
          </p>
        ),
      )}
      {sources.length > 0 && <p className="sent-source">（{sources.join('、')}）</p>}
    </article>
  );
}
