import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resolvePageStyle } from '../../../shared/layout/page-style-settings.js';
import { compareLearnt } from '../../helpers/compare-learnt.js';
import { hasLibreOffice, openLibreOffice, type LibreOffice } from '../../helpers/libreoffice.js';
import { officeFile, plainHand, type OfficeHand } from '../../helpers/office-file.js';

const words = [
  '围绕群众所需，甲县在12个乡镇建起“流动讲堂”86个，组织宣讲员320余名走村入户；乙区把APP、H5等新载体用起来，',
  '推出《示例区文明实践指引》（试行），线上线下同频共振，覆盖率达97.3%，比去年提高5个百分点。丙市坚持“群众点单、',
  '中心派单、站所接单”，全年开展活动1,032场，让党的创新理论“飞入寻常百姓家”。',
].join('');

/** Indents in characters are left out: LibreOffice 7.4 goes by the twips beside them, Word by the characters. */
const hands: Readonly<Record<string, OfficeHand>> = {
  'named styles': { ...plainHand, indents: 'twips' },
  'direct formatting on a grid of lines': { ...plainHand, indents: 'twips', looks: 'direct', grid: 'lines' },
  'both, blanks for indents': { ...plainHand, looks: 'mixed', indents: 'blanks', spaces: 'lines', bodyFace: 'theme' },
};

const style = resolvePageStyle({
  'text.body.lineHeightPt': 27.7,
  'text.body.sizePt': 15,
  'text.body.pitchPt': 15,
  'text.body.face': 'song',
  'marginMm.left': 30,
  'text.title.sizePt': 20,
});

describe.skipIf(!hasLibreOffice)('an office’s file, and our pages in the style learnt from it', () => {
  let office: LibreOffice | undefined;
  beforeAll(async () => {
    office = await openLibreOffice();
  }, 120_000);
  afterAll(() => office?.close());

  it.each(Object.entries(hands))(
    'break at the same characters: %s',
    async (_name, hand) => {
      if (!office) throw new Error('no LibreOffice');
      const { lines, equalLearnt, equalDefault } = await compareLearnt(officeFile(style, hand, words), office);
      expect(lines).toBeGreaterThan(60);
      expect(equalLearnt).toBe(lines);
      expect(equalDefault / lines).toBeLessThan(0.5);
    },
    120_000,
  );
});
