import type { Item } from '../../shared/document/issue.js';

/** An article to be read. */
export function SentText({ item }: { readonly item: Item }) {
  const { title, paragraphs, sources } = item;
  return (
    <article className="sent-text">
      <h1>{title.trim() === '' ? '无标题' : title}</h1>
      {item.type === 'article' && item.subtitle !== undefined && <p className="sent-subtitle">{item.subtitle}</p>}
      {item.type === 'article' && item.editorNote?.map((note, index) => <p key={index}>编者按：{note}</p>)}
      {paragraphs.map(({ id, lead, text }) => (
        <p key={id}>
          {lead !== undefined && <b>{lead}</b>}
          {text}
        </p>
      ))}
      {sources.length > 0 && <p className="sent-source">（{sources.join('、')}）</p>}
    </article>
  );
}
