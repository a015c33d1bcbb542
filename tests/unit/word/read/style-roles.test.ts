import { describe, expect, it } from 'vitest';
import { roleOfStyle } from '../../../../shared/word/read/style-roles.js';
import { briefStyleName, fittedName, paragraphStyleNames, variantNames, variantOf } from '../../../../shared/word/write/style-names.js';

describe('the role of a style of ours', () => {
  it('is told by its name whatever stands above or below, and however close it is set', () => {
    for (const style of [paragraphStyleNames.body, paragraphStyleNames.level2, paragraphStyleNames.title, briefStyleName]) {
      const plain = roleOfStyle(style.name, true);
      expect(plain.role).toBeDefined();
      for (const fitted of [style, fittedName(style, 'tight'), fittedName(style, 'loose')])
        for (const kind of Object.keys(variantNames) as (keyof typeof variantNames)[])
          for (const { name } of [fitted, variantOf(fitted, kind), variantOf(variantOf(fitted, 'unparted'), kind)])
            expect([name, roleOfStyle(name, true)]).toEqual([name, plain]);
    }
  });
});
