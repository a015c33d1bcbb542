/** Guessed 段首句: how many, and what to do about them. */
import { useSlate } from 'slate-react';
import { blockAt } from './article-blocks.js';
import { goToNextInferred, inferredParagraphs } from './inferred-leads.js';
import { confirmLead } from './lead.js';
import type { ArticleEditorInstance } from './slate-types.js';

export interface InferredBarProps {
  /** The brief's own title was guessed. */
  readonly isTitleInferred: boolean;
  onConfirmTitle(): void;
  act(edit: (editor: ArticleEditorInstance) => void): void;
}

export function InferredBar({ isTitleInferred, onConfirmTitle, act }: InferredBarProps) {
  const editor = useSlate();
  const inferred = inferredParagraphs(editor);
  const current = editor.selection ? blockAt(editor, editor.selection.focus)?.block : undefined;
  const currentId = current?.type === 'paragraph' && current.leadInferred ? current.id : undefined;
  if (inferred.length === 0 && !isTitleInferred) return null;
  return (
    <div className="ae-inferred-bar">
      <span>{isTitleInferred ? '标题由首句推定，请核对' : `推定的段首句 ${String(inferred.length)} 处，请核对`}</span>
      {isTitleInferred && <BarButton label="确认标题" onPress={onConfirmTitle} />}
      {inferred.length > 0 && <BarButton label="下一处" onPress={() => act(goToNextInferred)} />}
      {inferred.length > 0 && (
        <BarButton
          label="确认段首句"
          hint="Ctrl+Shift+B"
          isLocked={currentId === undefined}
          onPress={() => act((each) => confirmLead(each, currentId))}
        />
      )}
      {inferred.length > 1 && <BarButton label="全部确认" onPress={() => act((each) => confirmLead(each))} />}
    </div>
  );
}

function BarButton({
  label,
  hint,
  isLocked = false,
  onPress,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly isLocked?: boolean;
  onPress(): void;
}) {
  return (
    <button type="button" className="ae-bar-button" disabled={isLocked} onMouseDown={(event) => event.preventDefault()} onClick={onPress}>
      {label}
      {hint !== undefined && <kbd>{hint}</kbd>}
    </button>
  );
}
