/** How blocks and texts of an article look while it is written. Marks of the screen are CSS only: nothing of them is text. */
import type { RenderElementProps, RenderLeafProps } from 'slate-react';
import type { Level } from '../../shared/document/issue.js';
import { markKinds } from '../../shared/document/mark-kinds.js';
import type { ArticleBlock } from './slate-types.js';

const placeholders: Readonly<Record<Exclude<ArticleBlock['type'], 'note'>, string>> = {
  title: '标题',
  subtitle: '副标题',
  paragraph: '正文',
  source: '来源单位，如：示例区委宣传部、甲县文化局',
};

export function ArticleElement({ attributes, children, element }: RenderElementProps) {
  const isEmpty = element.children.every(({ text }) => text === '');
  const placeholder = element.type === 'note' ? undefined : placeholders[element.type];
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

function classOf(element: ArticleBlock): string {
  if (element.type !== 'paragraph') return `ae-${element.type}`;
  const level: Level | undefined = element.level;
  return `ae-paragraph${level ? ` ae-level-${String(level)}` : ''}${element.leadInferred ? ' ae-inferred' : ''}`;
}
