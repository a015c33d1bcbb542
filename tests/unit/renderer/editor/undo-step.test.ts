import type { Operation } from 'slate';
import { describe, expect, it } from 'vitest';
import { createUndoSteps } from '../../../../renderer/editor/undo-step.js';
import { blocksOf } from '../../../../renderer/editor/article-blocks.js';
import { editorOf, sampleBrief } from './article-editor-builder.js';

const blocks = blocksOf(editorOf(sampleBrief));
const insert = (text: string): readonly Operation[] => [{ type: 'insert_text', path: [1, 0], offset: 0, text }];
const remove: readonly Operation[] = [{ type: 'remove_text', path: [1, 0], offset: 0, text: '字' }];

describe('undo steps', () => {
  it('grow while one paragraph is typed in, until punctuation', () => {
    const steps = createUndoSteps();
    const keys = ['a', 'b', '，', 'c'].map((text) => steps.keyFor(insert(text), blocks));
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).toBe(keys[0]);
    expect(keys[3]).not.toBe(keys[0]);
  });

  it('part typing from deleting', () => {
    const steps = createUndoSteps();
    expect(steps.keyFor(remove, blocks)).not.toBe(steps.keyFor(insert('a'), blocks));
  });

  it('hold each committed phrase by itself', () => {
    const steps = createUndoSteps();
    const keys = ['今天', '开会'].map((text) => {
      steps.commitPhrase();
      return steps.keyFor(insert(text), blocks);
    });
    expect(keys[0]).not.toBe(keys[1]);
    expect(steps.keyFor(insert('a'), blocks)).not.toBe(keys[1]);
  });

  it('hold every change of structure by itself', () => {
    const steps = createUndoSteps();
    const split: readonly Operation[] = [{ type: 'split_node', path: [1], position: 1, properties: {} }];
    expect(steps.keyFor(split, blocks)).not.toBe(steps.keyFor(split, blocks));
  });
});
