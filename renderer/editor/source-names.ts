/** The names in a source line, and what completes the one with the cursor. */
import { Editor, Range, Transforms } from 'slate';
import { completeUnit, plainUnitName, type UnitFinder } from '../../shared/units/match-unit.js';
import type { UnitList } from '../../shared/units/unit.js';
import { blockAt, blocksOf, offsetInBlock, pointInBlock } from './article-blocks.js';
import type { ArticleEditorInstance } from './slate-types.js';
import { blockText, parseSources } from './slate-value.js';

export interface NameAt {
  readonly name: string;
  /** Where it stands in its line. */
  readonly start: number;
  readonly end: number;
}

/** The name around an offset of a source line: from 、 or bracket to 、 or bracket. */
export function nameAt(line: string, offset: number): NameAt {
  const before = /[^、（(]*$/u.exec(line.slice(0, offset))?.[0] ?? '';
  const after = /^[^、）)]*/u.exec(line.slice(offset))?.[0] ?? '';
  return { name: before + after, start: offset - before.length, end: offset + after.length };
}

/** The name with the cursor, where that stands in the source line and nothing is selected. */
function nameAtCursor(editor: ArticleEditorInstance): (NameAt & { readonly index: number }) | undefined {
  const { selection } = editor;
  const found = selection && Range.isCollapsed(selection) ? blockAt(editor, selection.focus) : undefined;
  if (!selection || found?.block.type !== 'source') return undefined;
  return { ...nameAt(blockText(found.block), offsetInBlock(editor, selection.focus)), index: found.index };
}

/** Present names of units that complete the name with the cursor, the best first; none for a name that is whole. */
export function sourceCompletions(editor: ArticleEditorInstance, list: UnitList): readonly string[] {
  const at = nameAtCursor(editor);
  if (at === undefined) return [];
  return completeUnit(list, at.name, 5)
    .map(({ name }) => name)
    .filter((name) => plainUnitName(name) !== plainUnitName(at.name));
}

/** Puts a unit's name in the place of the name with the cursor. */
export function completeSource(editor: ArticleEditorInstance, name: string): void {
  const at = nameAtCursor(editor);
  if (at === undefined) return;
  const range = { anchor: pointInBlock(editor, at.index, at.start), focus: pointInBlock(editor, at.index, at.end) };
  Transforms.select(editor, range);
  Editor.insertText(editor, name);
}

/** Names in the source line that no unit bears; none while the cursor is elsewhere. */
export function unknownSources(editor: ArticleEditorInstance, finder: UnitFinder): readonly string[] {
  const at = nameAtCursor(editor);
  const block = at && blocksOf(editor)[at.index];
  if (block === undefined) return [];
  return [...new Set(parseSources(blockText(block)))].filter((name) => finder.named(name) === undefined);
}
