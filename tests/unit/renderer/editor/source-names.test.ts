import { Transforms } from 'slate';
import { describe, expect, it } from 'vitest';
import { blocksOf, pointInBlock } from '../../../../renderer/editor/article-blocks.js';
import { completeSource, nameAt, sourceCompletions, unknownSources } from '../../../../renderer/editor/source-names.js';
import { fromSlate } from '../../../../renderer/editor/slate-value.js';
import type { ArticleEditorInstance } from '../../../../renderer/editor/slate-types.js';
import { UnitFinder } from '../../../../shared/units/match-unit.js';
import { emptyUnitList, type UnitList } from '../../../../shared/units/unit.js';
import { editorOf, sampleArticle } from './article-editor-builder.js';

const list: UnitList = {
  ...emptyUnitList,
  units: [
    { id: 'port', name: '示例港区委宣传部', aliases: ['新港'], formerNames: [], unitClass: '区市' },
    { id: 'school', name: '示例大学', aliases: [], formerNames: [], unitClass: '高校' },
  ],
};

/** An editor whose source line is `line`, with the cursor at an offset of it. */
function atSource(line: readonly string[], offset: number): ArticleEditorInstance {
  const editor = editorOf({ ...sampleArticle, sources: line });
  Transforms.select(editor, pointInBlock(editor, blocksOf(editor).length - 1, offset));
  return editor;
}

const sourcesOf = (editor: ArticleEditorInstance): readonly string[] => fromSlate(blocksOf(editor), sampleArticle).sources;

describe('the source line', () => {
  it('knows the name around the cursor, without marks and brackets', () => {
    expect(nameAt('示例大学、新港', 6)).toEqual({ name: '新港', start: 5, end: 7 });
    expect(nameAt('（新港）', 2)).toEqual({ name: '新港', start: 1, end: 3 });
    expect(nameAt('', 0)).toEqual({ name: '', start: 0, end: 0 });
  });

  it('completes the name with the cursor and leaves the others', () => {
    const editor = atSource(['新', '示例大学'], 1);
    expect(sourceCompletions(editor, list)).toEqual(['示例港区委宣传部']);
    completeSource(editor, '示例港区委宣传部');
    expect(sourcesOf(editor)).toEqual(['示例港区委宣传部', '示例大学']);
  });

  it('offers nothing for a whole name, nor elsewhere in the text', () => {
    expect(sourceCompletions(atSource(['示例大学'], 4), list)).toEqual([]);
    const editor = atSource(['新'], 1);
    Transforms.select(editor, pointInBlock(editor, 0, 0));
    expect(sourceCompletions(editor, list)).toEqual([]);
    expect(unknownSources(editor, new UnitFinder(list))).toEqual([]);
  });

  it('names the sources no unit bears, by any of its names', () => {
    expect(unknownSources(atSource(['新港', '某某局', '示例大学'], 0), new UnitFinder(list))).toEqual(['某某局']);
  });
});
