import { beforeAll, describe, expect, it } from 'vitest';
import { defaultPublication } from '../../../../shared/document/publication.js';
import { specimenIssue } from '../../../../shared/document/specimen-issue.js';
import type { Issue } from '../../../../shared/document/issue.js';
import { composeIssue } from '../../../../shared/layout/compose-issue.js';
import { defaultPageStyle } from '../../../../shared/layout/page-style.js';
import type { PageStyleSetting, SettingValue } from '../../../../shared/layout/page-style-setting.js';
import { pageStyleSettings, resolvePageStyle, styleValue } from '../../../../shared/layout/page-style-settings.js';
import { writeDocx } from '../../../../shared/word/write/write-docx.js';
import { fillerIssue, sampleMeta } from '../../../helpers/sample-issue.js';

const specimen = specimenIssue(defaultPublication, { hasMarks: true });
/** Issues whose last page is odd, or whose last line of text ends a page, for what only shows at such places. */
const others: readonly Issue[] = [
  { ...specimen, columns: specimen.columns.slice(1) },
  ...Array.from({ length: 24 }, (_, lines) => fillerIssue(lines + 20)),
];

async function write(issue: Issue, changes: Readonly<Record<string, SettingValue>>): Promise<string> {
  return Buffer.from(await writeDocx(composeIssue(issue), resolvePageStyle(changes), sampleMeta)).toString('base64');
}

/** A value far from the default. */
function otherValue(setting: PageStyleSetting): SettingValue {
  const current = styleValue(defaultPageStyle, setting.path);
  if (setting.kind === 'number') return current === setting.max ? setting.min : setting.max;
  if (setting.kind === 'switch') return current !== true;
  return setting.kind === 'color' ? '#12345a' : (setting.options.find(({ value }) => value !== current)?.value ?? '');
}

describe('a changed measure in Word', () => {
  /** Page numbers of the contents are on, so that their leader is there too. */
  const numbered = { 'contents.pageNumbers': true };
  let usual = '';
  let usualOthers: readonly string[] = [];
  beforeAll(async () => {
    usual = await write(specimen, numbered);
    usualOthers = await Promise.all(others.map((issue) => write(issue, {})));
  });

  it.each(pageStyleSettings.map((setting) => [setting.path, setting] as const))('%s is followed', async (path, setting) => {
    const value = otherValue(setting);
    if ((await write(specimen, { ...numbered, [path]: value })) !== usual) return;
    for (const [at, issue] of others.entries()) if ((await write(issue, { [path]: value })) !== usualOthers[at]) return;
    expect.unreachable(`${path} = ${String(value)} changes nothing in Word`);
  });
});
