/** How blocks and texts of an article look while it is written. Marks of the screen are CSS only: nothing of them is text. */
import type { RenderElementProps, RenderLeafProps } from 'slate-react';
import type { Level } from '../../shared/document/issue.js';
import { markKinds } from '../../shared/document/mark-kinds.js';
import { PictureFrame } from './picture-frame.js';
import { isFootnote, type CaptionLine, type TableNode, type TextBlock } from './slate-types.js';

const placeholders: Readonly<Record<Exclude<TextBlock['type'] | 'caption', 'note'>, string>> = {
  title: '标题',
  subtitle: '副标题',
  paragraph: '正文',
  caption: '表题（可以不填）',
  source: '来源单位，如：示例区委宣传部、甲县文化局',
};

export function ArticleElement({ attributes, children, element }: RenderElementProps) {
  if (element.type === 'table')
    return (
      <div
        {...attributes}
        className="ae-table"
        role="table"
        data-paragraph={element.id}
        data-headers={Math.min(element.form.headerRows, 3)}
        style={{ gridTemplateColumns: gridColumns(element) }}
      >
        {children}
      </div>
    );
  if (element.type === 'footnote')
    return (
      <span {...attributes} className="ae-footnote" contentEditable={false} title={element.words === '' ? '脚注，还没有写' : element.words}>
        {children}
      </span>
    );
  if (element.type === 'row' || element.type === 'cell')
    return (
      <div {...attributes} className={`ae-${element.type}`} role={element.type}>
        {children}
      </div>
    );
  const isEmpty = element.children.every((child) => !isFootnote(child) && child.text === '');
  const placeholder = element.type === 'note' ? undefined : placeholders[element.type];
  if (element.type === 'paragraph' && element.picture) {
    return (
      <div {...attributes} className="ae-picture" data-paragraph={element.id}>
        <PictureFrame picture={element.picture} />
        <div className="ae-caption" data-empty={isEmpty ? '图片说明（可以不写）' : undefined}>
          {children}
        </div>
      </div>
    );
  }
  return (
    <div
      {...attributes}
      className={classOf(element)}
      data-empty={isEmpty ? placeholder : undefined}
      data-paragraph={element.type === 'paragraph' ? element.id : undefined}
    >
      {children}
    </div>
  );
}

export function ArticleLeaf({ attributes, children, leaf }: RenderLeafProps) {
  const classes = [
    ...(leaf.lead ? ['ae-lead'] : []),
    ...markKinds.filter((kind) => leaf[kind]).map((kind) => `ae-${kind}`),
    ...('startsLine' in leaf ? ['ae-line'] : []),
  ];
  return (
    <span {...attributes} className={classes.length > 0 ? classes.join(' ') : undefined}>
      {children}
    </span>
  );
}

/** Columns by their shares, else by what they hold. */
function gridColumns({ form, children }: TableNode): string {
  const row = children.find((child) => child.type === 'row');
  const count = row?.children.length ?? 1;
  const isFit = form.widths?.length === count;
  return isFit && form.widths ? form.widths.map((share) => `minmax(2em, ${String(share)}fr)`).join(' ') : `repeat(${String(count)}, auto)`;
}

function classOf(element: TextBlock | CaptionLine): string {
  if (element.type !== 'paragraph') return `ae-${element.type}`;
  const level: Level | undefined = element.level;
  return `ae-paragraph${level ? ` ae-level-${String(level)}` : ''}${element.leadInferred ? ' ae-inferred' : ''}`;
}
