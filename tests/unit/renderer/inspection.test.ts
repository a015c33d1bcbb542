import { describe, expect, it } from 'vitest';
import { inspectionSentence, sortFindings } from '../../../renderer/state/inspection.js';
import { probeLocalFaces, substitutions } from '../../../renderer/state/local-faces.js';
import { ignoreFinding, restoreIgnored } from '../../../shared/findings/ignoring.js';
import { ruleOf, type Finding, type RuleId } from '../../../shared/findings/rules.js';
import { issue } from '../../helpers/build-issue.js';

function finding(rule: RuleId, quote: string): Finding {
  const place = { itemId: 'a', paragraphId: 'p', field: 'text', offset: 0 } as const;
  return { rule, level: ruleOf(rule).level, place, quote, message: '', remedy: '', printed: { page: 1, line: 1 } };
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
  const lone = finding('loneCharacter', '甲县。'),
    other = finding('loneCharacter', '乙县。'),
    split = finding('titleSplitsWord', '甲县。');
  const moved = { ...lone, printed: { page: 3, line: 7 }, place: { ...lone.place, paragraphId: 'q', offset: 9 } };
  const elsewhere = { ...lone, place: { ...lone.place, itemId: 'b' } };

  it('are told by rule, article and words, wherever they have moved to', () => {
    const ignoring = ignoreFinding(issue(), lone);
    expect(sortFindings({ pages: [], findings: [moved, other, split, elsewhere] }, ignoring)).toEqual({
      pages: [],
      findings: [other, split, elsewhere],
      ignored: [moved],
    });
  });

  it('stay in the issue when it is numbered anew, and are kept once', () => {
    const ignoring = ignoreFinding(ignoreFinding(issue(), lone), moved);
    const renumbered = { ...ignoring, masthead: { ...ignoring.masthead, number: 9 } };
    expect(renumbered.ignored).toHaveLength(1);
    expect(sortFindings({ pages: [], findings: [lone] }, renumbered).findings).toEqual([]);
    expect(restoreIgnored(renumbered)).not.toHaveProperty('ignored');
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
