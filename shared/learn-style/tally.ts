import { checkPageStyleChange, settingAt, shownNumber, unitLabel } from '../layout/page-style-settings.js';
import { faceLabels } from '../layout/faces.js';
import { alignLabels, type PageStyleSetting, type SettingPath, type SettingValue } from '../layout/page-style-setting.js';
import type { FaceName } from '../layout/page-style.js';
import type { LearntValue, NotTaken } from './learnt-style.js';

/** One place that says what a setting is. */
export interface Vote {
  readonly value: SettingValue;
  /** Number of its paragraph; absent for what is said of a section or the whole file. */
  readonly paragraph?: number;
  readonly from: string;
  readonly isStated: boolean;
  readonly weight: number;
}

export interface Tally {
  readonly values: LearntValue[];
  readonly notTaken: NotTaken[];
}

/** From this share on a value stands nearly everywhere, from the second on in most places. */
const nearlyAll = 0.8;
const most = 0.5;

/** Takes for a setting what most of the votes say; what cannot be set so is told. No votes, no value. */
export function decide(path: SettingPath, votes: readonly Vote[], { values, notTaken }: Tally): void {
  const setting = settingAt(path);
  if (!setting || votes.length === 0) return;
  const groups = new Map<SettingValue, Vote[]>();
  for (const vote of votes) {
    const value = settable(vote.value, setting);
    const group = groups.get(value);
    if (group) group.push(vote);
    else groups.set(value, [vote]);
  }
  const weightOf = (group: readonly Vote[]): number => group.reduce((sum, { weight }) => sum + weight, 0);
  const [best] = [...groups].sort(([, left], [, right]) => weightOf(right) - weightOf(left));
  if (!best) return;
  const [value, agreeing] = best;
  const share = weightOf(agreeing) / Math.max(1, weightOf(votes));
  const where = placeOf(
    agreeing,
    [...groups].filter(([other]) => other !== value),
    setting,
  );
  const refusal = checkPageStyleChange(path, value);
  if (refusal !== undefined) {
    notTaken.push({ what: shownSetting(path, value), where, why: refusal });
    return;
  }
  const isStated = agreeing.every((vote) => vote.isStated);
  const confidence = !isStated || share < most ? 'derived' : share >= nearlyAll ? 'stated' : 'mostly';
  values.push({ path, value, where, confidence });
}

/** The nearest value the setting can have, as far as that is a matter of rounding. */
function settable(value: SettingValue, setting: PageStyleSetting): SettingValue {
  if (setting.kind !== 'number' || typeof value !== 'number') return value;
  return Number((Math.round(value / setting.multipleOf + 1e-9) * setting.multipleOf).toFixed(6));
}

function placeOf(
  agreeing: readonly Vote[],
  others: readonly (readonly [SettingValue, readonly Vote[]])[],
  setting: PageStyleSetting,
): string {
  const [first] = agreeing;
  const numbers = paragraphsOf(agreeing);
  const known = new Set(numbers);
  const place = numbers.length === 0 ? '' : `第${String(numbers[0])}段${numbers.length > 1 ? `等${String(numbers.length)}段` : ''}，`;
  const apart = others
    .map(([value, votes]) => ({ value, numbers: paragraphsOf(votes).filter((number) => !known.has(number)) }))
    .filter((other) => other.numbers.length > 0);
  const count = apart.reduce((sum, other) => sum + other.numbers.length, 0);
  const [odd] = apart;
  const rest =
    odd === undefined
      ? ''
      : `；另有${String(count)}段不同（第${String(odd.numbers[0])}段${shownValue(odd.value, setting)}${count > 1 ? '等' : ''}）`;
  return `${place}${first?.from ?? ''}${rest}`;
}

function paragraphsOf(votes: readonly Vote[]): readonly number[] {
  return [...new Set(votes.flatMap(({ paragraph }) => (paragraph === undefined ? [] : [paragraph])))];
}

/** A value as an editor reads it: 16 磅, 仿宋, 居中, 是. */
export function shownValue(value: SettingValue, setting: PageStyleSetting): string {
  switch (setting.kind) {
    case 'number': {
      const unit = unitLabel(setting.unit);
      return typeof value === 'number' ? `${String(shownNumber(setting, value))}${unit === '%' ? '' : ' '}${unit}` : String(value);
    }
    case 'switch':
      return value === true ? '是' : '否';
    case 'choice':
      return setting.options.find((option) => option.value === value)?.label ?? wordFor(String(value));
    case 'color':
      return String(value);
  }
}

function wordFor(value: string): string {
  if (Object.hasOwn(faceLabels, value)) return faceLabels[value as FaceName];
  return Object.hasOwn(alignLabels, value) ? alignLabels[value as keyof typeof alignLabels] : value;
}

function shownSetting(path: SettingPath, value: SettingValue): string {
  const setting = settingAt(path);
  return setting ? `${setting.label} ${shownValue(value, setting)}` : path;
}
