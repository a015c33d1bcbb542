import { mmToPt, type PageStyle } from '../layout/page-style.js';
import type { SettingValue } from '../layout/page-style-setting.js';
import { settingAt, styleValue, withPageStyleChange, type PageStyleChanges } from '../layout/page-style-settings.js';
import { settingSections } from '../layout/page-style-table.js';
import type { Confidence, LearntStyle } from './learnt-style.js';
import { shownValue } from './tally.js';

/** One line of the table of differences. */
export interface StyleProposal {
  /** Path of the setting. */
  readonly path: string;
  /** Id of the section of the settings page it stands in. */
  readonly section: string;
  /** 正文 行距. */
  readonly label: string;
  readonly before: SettingValue;
  readonly after: SettingValue;
  /** The two as an editor reads them. */
  readonly shownBefore: string;
  readonly shownAfter: string;
  readonly where: string;
  readonly confidence: Confidence;
}

/** What an editor calls how sure a value is. */
export const confidenceLabels: Readonly<Record<Confidence, string>> = { stated: '明确', mostly: '多数', derived: '推算' };

/** Where the file's style differs from the one in use, in the order of the settings page. */
export function styleProposals(learnt: LearntStyle, style: PageStyle): readonly StyleProposal[] {
  const values = new Map<string, LearntStyle['values'][number]>(learnt.values.map((value) => [value.path, value]));
  return settingSections.flatMap((section) =>
    section.settings.flatMap((setting) => {
      const found = values.get(setting.path);
      const before = styleValue(style, setting.path);
      const own = leadFace(setting.path, before, (path) => styleValue(style, path));
      const other = found && leadFace(setting.path, found.value, (path) => values.get(path)?.value ?? styleValue(style, path));
      if (!found || other === undefined || found.value === before || isSame(setting.path, other, own)) return [];
      return [
        {
          path: setting.path,
          section: section.id,
          label: `${section.label} ${settingAt(setting.path)?.label ?? ''}`,
          before,
          after: found.value,
          shownBefore: shownValue(before, setting),
          shownAfter: shownValue(found.value, setting),
          where: found.where,
          confidence: found.confidence,
        },
      ];
    }),
  );
}

/** Settings of which a Word file cannot tell two values apart. */
const sameInWord: Readonly<Record<string, (value: SettingValue) => SettingValue>> = {
  'fitting.closingOpeningEm': (em) => Number(em) > 0,
  'fitting.closingClosingEm': (em) => Number(em) > 0,
  'masthead.ruleGapMm': (mm) => Math.round(mmToPt(Number(mm))),
};

/** Two lengths closer than this come to the same twentieth of a point, or to the next. */
const keptMm = 0.055;

function isSame(path: string, left: SettingValue, right: SettingValue): boolean {
  const told = sameInWord[path];
  if (told) return told(left) === told(right);
  if (typeof left !== 'number' || typeof right !== 'number') return left === right;
  return Math.abs(left - right) <= (/Mm(?:\.|$)/u.test(path) ? keptMm : 1e-6);
}

/** The face of a run-in lead, that of its text where it has none of its own. */
function leadFace(path: string, value: SettingValue, faceOf: (path: string) => SettingValue): SettingValue {
  if (value !== '') return value;
  if (path === 'lead.face') return faceOf('text.body.face');
  return path === 'noteLead.face' ? faceOf('text.editorNote.face') : value;
}

/** The changes of a publication with some proposals taken over. */
export function takeProposals(changes: PageStyleChanges, taken: readonly StyleProposal[]): PageStyleChanges {
  return taken.reduce((result, { path, after }) => withPageStyleChange(result, path, after), changes);
}
