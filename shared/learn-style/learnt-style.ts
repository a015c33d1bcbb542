/** What a Word file teaches about the page style, before it is compared with the one in use. */
import type { SettingPath, SettingValue } from '../layout/page-style-setting.js';

/** `stated`: the file says so nearly everywhere; `mostly`: in most places; `derived`: worked out from what it says. */
export type Confidence = 'stated' | 'mostly' | 'derived';

export interface LearntValue {
  readonly path: SettingPath;
  readonly value: SettingValue;
  /** Where in the file, and what stands otherwise: 第12段，样式“正文”；另有2段不同. */
  readonly where: string;
  readonly confidence: Confidence;
}

/** Something of the file that the page style has no place for. */
export interface NotTaken {
  readonly what: string;
  readonly where: string;
  readonly why: string;
}

export interface LearntStyle {
  /** What the file was taken for; a manuscript teaches nothing of cover and 版记. */
  readonly kind: 'issue' | 'article';
  readonly values: readonly LearntValue[];
  readonly notTaken: readonly NotTaken[];
  /** Paragraphs with words, and how many of them have a part. */
  readonly paragraphs: number;
  readonly placed: number;
}
