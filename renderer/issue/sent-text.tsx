import { noteInBrackets } from '../../shared/document/footnotes.js';
import { isPicture } from '../../shared/document/picture.js';
import type { Item, Paragraph } from '../../shared/document/issue.js';
import { isTable } from '../../shared/document/table.js';
import { markedPieces } from '../../shared/document/text-marks.js';
import { PictureFrame } from '../editor/picture-frame.js';
import { SentTable } from './sent-table.js';

/** An article to be read. */
export function SentText({ item }: { readonly item: Item }) {
  const { title, paragraphs, sources } = item;
  return (
    <article className="sent-text">
      <h1>{title.trim() === '' ? '无标题' : title}</h1>
      {item.type === 'article' && item.subtitle !== undefined && <p className="sent-subtitle">{item.subtitle}</p>}
      {item.type === 'article' && item.editorNote?.map((note, index) => <p key={index}>编者按：{note}</p>)}
      {paragraphs.map((paragraph) => (
        <SentParagraph key={paragraph.id} paragraph={paragraph} />
      ))}
      {sources.length > 0 && <p className="sent-source">（{sources.join('、')}）</p>}
    </article>
  );
}

function SentParagraph({ paragraph }: { readonly paragraph: Paragraph }) {
  if (isTable(paragraph)) return <SentTable paragraph={paragraph} />;
  if (isPicture(paragraph))
    return (
      <figure className="sent-picture">
        <PictureFrame picture={paragraph.picture} />
        {paragraph.text !== '' && <figcaption>{paragraph.text}</figcaption>}
      </figure>
    );
  return (
    <p>
      {paragraph.lead !== undefined && <b>{paragraph.lead}</b>}
      {markedPieces(paragraph.text, paragraph.marks).map(({ text, kinds }, at) =>
        kinds.length === 0 ? (
          text
        ) : (
          <span key={at} className={kinds.map((kind) => `ae-${kind}`).join(' ')}>
            {text}
          </span>
        ),
      )}
      {paragraph.footnotes?.map((note, at) => (
        <small key={at}>{noteInBrackets(note)}</small>
      ))}
    </p>
  );
}
