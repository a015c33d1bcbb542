import { describe, expect, it } from 'vitest';
import { shownPanes } from '../../../renderer/state/panes.js';

const wishes = { widthPx: 1366, isOutlineFolded: false, isPreviewFolded: false, isPreviewInFront: false };

describe('panes', () => {
  it('shows all three where there is room', () => {
    expect(shownPanes(wishes)).toEqual(['outline', 'form', 'preview']);
  });

  it('leaves out what the editor folded', () => {
    expect(shownPanes({ ...wishes, isOutlineFolded: true, isPreviewFolded: true })).toEqual(['form']);
  });

  it('gives sheet and preview one place at 150 % on 1366 px', () => {
    expect(shownPanes({ ...wishes, widthPx: 911 })).toEqual(['outline', 'form']);
    expect(shownPanes({ ...wishes, widthPx: 911, isPreviewInFront: true })).toEqual(['outline', 'preview']);
  });

  it('always shows sheet or preview', () => {
    for (const widthPx of [400, 700, 1000, 1400]) {
      for (const isPreviewInFront of [true, false]) {
        const panes = shownPanes({ ...wishes, widthPx, isPreviewInFront, isOutlineFolded: true, isPreviewFolded: true });
        expect(panes.includes('form') || panes.includes('preview')).toBe(true);
      }
    }
  });
});
