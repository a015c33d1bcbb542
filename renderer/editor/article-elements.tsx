/** How blocks and texts of an article look while it is written. Marks of the screen are CSS only: nothing of them is text. */
import { createContext, useContext } from 'react';
import type { RenderElementProps, RenderLeafProps } from 'slate-react';
import type { Level } from '../../shared/document/issue.js';
import type { ArticleBlock } from './slate-types.js';

/** 正文断行 and 目录中, shown under the title. */
export const TitleHintContext = createContext<string | undefined>(undefined);

const placeholders: Readonly<Record<Exclude<ArticleBlock['type'], 'note'>, string>> = {
  title: '标题',
  subtitle: '副标题',
  paragraph: '正文',
  source: '来源单位，如：示例区委宣传部、甲县文化局',
};

export function ArticleElement({ attributes, children, element }: RenderElementProps) {
  const isEmpty = element.children.every(({ text }) => text === '');
  const placeholder = element.type === 'note' ? undefined : placeholders[element.type];
  const hint = useContext(TitleHintContext);
  return (
    <div
      {...attributes}
      className={classOf(element)}
      data-empty={isEmpty ? placeholder : undefined}
      data-hint={element.type === 'title' ? hint : undefined}
      data-paragraph={element.type === 'paragraph' ? element.id : undefined}
    >
      {children}
    </div>
  );
}

export function ArticleLeaf({ attributes, children, leaf }: RenderLeafProps) {
  return (
    <span {...attributes} className={leaf.lead ? 'ae-lead' : undefined}>
      {children}
    </span>
  );
}

function classOf(element: ArticleBlock): string {
  if (element.type !== 'paragraph') return `ae-${element.type}`;
  const level: Level | undefined = element.level;
  return `ae-paragraph${level ? ` ae-level-${String(level)}` : ''}${element.leadInferred ? ' ae-inferred' : ''}`;
}
