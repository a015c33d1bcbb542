/** What the command table can ask of the writing surface. */
import { newId } from '../state/new-id.js';
import { useCommand } from '../ui/command-registry.js';
import { confirmLead, toggleLead } from './lead.js';
import type { ArticleEditorInstance } from './slate-types.js';
import { addParagraph, goToPart } from './with-article.js';

export interface EditorCommandTargets {
  readonly isBrief: boolean;
  readonly isReadOnly: boolean;
  act(edit: (editor: ArticleEditorInstance) => void): void;
}

export function useEditorCommands({ isBrief, isReadOnly, act }: EditorCommandTargets): void {
  useCommand('format.lead', () => act(toggleLead), !isBrief && !isReadOnly);
  useCommand('format.confirmLeads', () => act((editor) => confirmLead(editor)), !isReadOnly);
  useCommand('insert.paragraph', () => act((editor) => addParagraph(editor, newId)), !isReadOnly);
  useCommand('insert.subtitle', () => act((editor) => goToPart(editor, 'subtitle')), !isBrief && !isReadOnly);
  useCommand('insert.editorNote', () => act((editor) => goToPart(editor, 'note')), !isBrief && !isReadOnly);
}
