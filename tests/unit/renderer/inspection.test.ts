import { describe, expect, it } from 'vitest';
import { findingKey, inspectionSentence, sortFindings } from '../../../renderer/state/inspection.js';
import { probeLocalFaces, substitutions } from '../../../renderer/state/local-faces.js';
import type { LayoutFinding, LayoutFindingKind } from '../../../shared/layout/inspect-pages.js';

function finding(kind: LayoutFindingKind, quote: string): LayoutFinding {
  const place = { part: 'paragraph' as const, itemId: 'a' };
  const line = {
    kind: 'line' as const,
    xPt: 0,
    topPt: 0,
    heightPt: 20,
    widthPt: 100,
    runs: [],
    text: quote,
    startOffset: 0,
    first: true,
    tag: 'p' as const,
    furniture: false,
    place,
  };
  return { kind, page: 1, lineNumber: 1, place, line, offset: 0, quote, message: '', remedy: '' };
}

describe('the sentence of the status bar', () => {
  it('names the kind when there is one, counts when there are several', () => {
    expect(inspectionSentence([])).toBe('版面体检：无问题');
    expect(inspectionSentence([finding('loneCharacter', '甲')])).toBe('版面体检：1 处孤字');
    expect(inspectionSentence([finding('loneCharacter', '甲'), finding('loneCharacter', '乙')])).toBe('版面体检：2 处孤字');
    expect(inspectionSentence([finding('loneCharacter', '甲'), finding('missingGlyph', '喆')])).toBe('版面体检：2 处');
  });
});

describe('ignored findings', () => {
  it('are told by kind and words, wherever they have moved to', () => {
    const lone = finding('loneCharacter', '甲县。'),
      other = finding('loneCharacter', '乙县。'),
      split = finding('titleSplitsWord', '甲县。');
    const moved = { ...lone, page: 3, lineNumber: 7 };
    expect(sortFindings({ pages: [], findings: [moved, other, split] }, [findingKey(lone)])).toEqual({
      pages: [],
      findings: [other, split],
      ignored: [moved],
    });
  });
});

describe('substituted faces', () => {
  it('are named when nothing or another font is installed, not when the official one is', async () => {
    const installed = ['FZXBSJW--GB1-0', '仿宋', '楷体', 'KaiTi_GB2312', 'SimHei'];
    const local = await probeLocalFaces((name) => Promise.resolve(installed.includes(name)));
    expect(local).toEqual({ title: 'FZXBSJW--GB1-0', fangsong: '仿宋', kai: 'KaiTi_GB2312', hei: 'SimHei' });
    expect(substitutions(local)).toEqual(['本机缺少 仿宋_GB2312，已用本机的 仿宋 代替', '本机缺少 宋体，已用自带的宋体代替']);
  });

  it('are all five on a machine without any', async () => {
    expect(substitutions(await probeLocalFaces(() => Promise.resolve(false)))).toEqual([
      '本机缺少 方正小标宋简体，已用自带的小标宋代替',
      '本机缺少 仿宋_GB2312，已用自带的仿宋代替',
      '本机缺少 楷体_GB2312，已用自带的楷体代替',
      '本机缺少 黑体，已用自带的黑体代替',
      '本机缺少 宋体，已用自带的宋体代替',
    ]);
  });
});
