/** The row above the writing surface: what the paragraph with the cursor is, parts of the article, its size. */
import { Dropdown } from 'antd';
import type { ReactNode } from 'react';
import { useSlate } from 'slate-react';
import type { Item, Level } from '../../shared/document/issue.js';
import { itemCharacters } from '../../shared/document/count-item.js';
import { purposeNow } from '../state/contributor.js';
import { useLatestPages } from '../state/use-pages.js';
import { blockAt } from './article-blocks.js';
import { toggleLead } from './lead.js';
import { setLevel } from './paragraph-level.js';
import type { ArticleBlock, ArticleEditorInstance } from './slate-types.js';
import { countItemLines } from './printed-title.js';
import { surfacePlace } from './use-writing-surface.js';
import { goToPart } from './with-article.js';

export interface ToolbarProps {
  readonly isBrief: boolean;
  readonly isReadOnly: boolean;
  readonly item: Item;
  /** Runs an edit and gives the cursor back to the text. */
  act(edit: (editor: ArticleEditorInstance) => void): void;
}

export const levelNames: Readonly<Record<Level, string>> = { 1: '一、', 2: '（一）', 3: '1.', 4: '（1）' };
const levels: readonly Level[] = [1, 2, 3, 4];

export function EditorToolbar({ isBrief, isReadOnly, item, act }: ToolbarProps) {
  const editor = useSlate();
  const block = currentBlock(editor);
  const paragraph = block?.type === 'paragraph' ? block : undefined;
  const isLocked = isReadOnly || !paragraph;
  return (
    <div className="ae-toolbar" role="toolbar" aria-label="段落与稿件">
      <Tool
        label="正文"
        title="正文（Ctrl+Alt+0）"
        isOn={paragraph !== undefined && !paragraph.level}
        isLocked={isLocked}
        onPress={() => act((each) => setLevel(each, undefined))}
      />
      {levels.map((level) => (
        <Tool
          key={level}
          label={levelNames[level]}
          title={`第${['一', '二', '三', '四'][level - 1] ?? ''}层标题（Ctrl+Alt+${String(level)}）`}
          isOn={paragraph?.level === level}
          isLocked={isLocked}
          onPress={() => act((each) => setLevel(each, paragraph?.level === level ? undefined : level))}
        />
      ))}
      <span className="ae-rule" />
      <Tool
        label="段首句"
        hint="Ctrl+B"
        title="段首句：标到本句末，或标所选文字"
        isOn={surfacePlace(editor)?.isInLead ?? false}
        isLocked={isLocked || isBrief}
        onPress={() => act(toggleLead)}
      />
      <span className="ae-rule" />
      <span className="ae-parts">
        {shownParts(isBrief).map(({ part, label, title }) => (
          <Tool
            key={part}
            label={label}
            title={title}
            isOn={block?.type === part}
            isLocked={isReadOnly}
            onPress={() => act((each) => goToPart(each, part))}
          />
        ))}
      </span>
      <MoreParts isBrief={isBrief} isReadOnly={isReadOnly} onPress={(part) => act((each) => goToPart(each, part))} />
      <ItemSize item={item} />
    </div>
  );
}

/** Parts of an article the cursor is taken to; in a narrow pane they fold into 更多. */
const parts = [
  { part: 'note', label: '编者按', title: '转到编者按，没有则添加', isOfBrief: false },
  { part: 'subtitle', label: '副标题', title: '转到副标题，没有则添加', isOfBrief: false },
  { part: 'source', label: '来源单位', title: '转到来源单位', isOfBrief: true },
] as const;

type PartName = (typeof parts)[number]['part'];

function shownParts(isBrief: boolean) {
  const isOffice = purposeNow() === 'office';
  return parts.filter(({ isOfBrief, part }) => (isOfBrief || !isBrief) && (isOffice || part !== 'note'));
}

interface MorePartsProps {
  readonly isBrief: boolean;
  readonly isReadOnly: boolean;
  onPress(part: PartName): void;
}

function MoreParts({ isBrief, isReadOnly, onPress }: MorePartsProps) {
  const items = shownParts(isBrief).map(({ part, title }) => ({ key: part, label: title }));
  return (
    <Dropdown trigger={['click']} autoFocus disabled={isReadOnly} menu={{ items, onClick: ({ key }) => onPress(key as PartName) }}>
      <button type="button" className="ae-tool ae-more" disabled={isReadOnly} onMouseDown={(event) => event.preventDefault()}>
        更多 ▾
      </button>
    </Dropdown>
  );
}

const grouped = new Intl.NumberFormat('zh-CN');

/** 本篇 1,286 字 · 52 行 */
function ItemSize({ item }: { readonly item: Item }) {
  const lines = countItemLines(useLatestPages(), item.id);
  return <span className="ae-size">{`本篇 ${grouped.format(itemCharacters(item))} 字${lines > 0 ? ` · ${String(lines)} 行` : ''}`}</span>;
}

interface ToolProps {
  readonly label: string;
  readonly title: string;
  readonly hint?: string;
  readonly isOn: boolean;
  readonly isLocked: boolean;
  onPress(): void;
}

function Tool({ label, title, hint, isOn, isLocked, onPress }: ToolProps): ReactNode {
  return (
    <button
      type="button"
      className="ae-tool"
      title={title}
      aria-pressed={isOn}
      disabled={isLocked}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      {label}
      {hint !== undefined && <kbd>{hint}</kbd>}
    </button>
  );
}

function currentBlock(editor: ArticleEditorInstance): ArticleBlock | undefined {
  return editor.selection ? blockAt(editor, editor.selection.focus)?.block : undefined;
}
