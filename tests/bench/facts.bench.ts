import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readText } from '../../shared/recognize/read-text.js';
import { recognize } from '../../shared/recognize/recognize.js';
import type { RecognizedDraft, RecognizedIssue } from '../../shared/recognize/recognized.js';
import type { SourceLine } from '../../shared/recognize/source-line.js';
import { readDocxLines } from '../../shared/word/read/fold-lines.js';
import { countFacts, manuscriptFacts, type CountedFacts } from '../helpers/count-facts.js';
import { manuscriptCases, type ManuscriptCase } from '../helpers/manuscript-cases.js';
import { sharedFile, sharedFiles } from '../helpers/shared-files.js';
import { issueContent } from '../unit/recognize/issue-content.js';
import { lostCharacters } from '../unit/recognize/issue-words.js';
import type { Figure } from './figure.js';

interface Tried {
  readonly lines: readonly SourceLine[];
  readonly result: RecognizedIssue | RecognizedDraft;
}

/** Whether what real files hold comes through: paragraphs that stay apart, characters kept, left aside and lost. */
export async function bench(): Promise<readonly Figure[]> {
  const word = ['chinese', 'review'].flatMap((folder) =>
    sharedFiles(`docx/${folder}`)
      .filter((name) => /\.(?:docx|dotx|wps)$/u.test(name))
      .map((name) => tried(readDocxLines(new Uint8Array(readFileSync(sharedFile('docx', folder, name))), name).lines)),
  );
  const text = sharedFiles('seeds').map((name) => tried(readText(readFileSync(sharedFile('seeds', name), 'utf8'))));
  const all = [...word, ...text];
  const how = `over ${word.length} Word files and ${text.length} texts beside the repository`;
  const total = all.reduce((sum, { lines }) => sum + charactersOf(lines.map((line) => line.text).join('')), 0);
  const aside = all.reduce((sum, { result }) => sum + charactersOf(result.leftAside.map((each) => each.text).join('')), 0);
  return [
    ...manuscriptCases.map(caseFigure),
    issueFigure(),
    { name: 'Word paragraphs joined with the next', value: sum(word, joins), unit: '处', target: 0, how },
    {
      name: 'Characters neither kept nor listed',
      value: sum(all, ({ lines, result }) => lostCharacters(lines, result).length),
      unit: '字',
      target: 0,
      how,
    },
    { name: 'Characters kept or told as fields', value: total === 0 ? 100 : (100 * (total - aside)) / total, unit: '%', how },
  ];
}

/** One row a fixture: its facts that are wrong, and what became of its characters. */
function caseFigure({ name, lines, facts }: ManuscriptCase): Figure {
  const one = tried(lines());
  const parts = one.result.kind === 'issue' ? [] : (one.result.parts ?? [one.result]);
  return factsFigure(name, one, countFacts(parts.map(manuscriptFacts), facts));
}

function issueFigure(): Figure {
  const fixture = (file: string) => readFileSync(fileURLToPath(new URL(`../fixtures/issues/${file}`, import.meta.url)), 'utf8');
  const one = tried(readText(fixture('two-level-leads.md')));
  const content = one.result.kind === 'issue' ? issueContent(one.result.issue) : {};
  return factsFigure('an issue with leads of two levels', one, countFacts(content, JSON.parse(fixture('two-level-leads.json'))));
}

function factsFigure(name: string, { lines, result }: Tried, { all, wrong }: CountedFacts): Figure {
  const [whole, lost] = [charactersOf(lines.map(({ text }) => text).join('')), lostCharacters(lines, result).length];
  const aside = charactersOf(result.leftAside.map(({ text }) => text).join(''));
  const how = `of ${all} facts; ${whole} characters: ${whole - aside - lost} kept, ${aside} left aside and listed, ${lost} lost`;
  return { name: `Facts wrong: ${name}`.slice(0, 57), value: wrong, unit: '处', target: 0, how };
}

function tried(lines: readonly SourceLine[]): Tried {
  let ids = 0;
  return { lines, result: recognize(lines, { nextId: () => `i${(ids += 1)}` }) };
}

const sum = (all: readonly Tried[], count: (one: Tried) => number) => all.reduce((total, one) => total + count(one), 0);
const charactersOf = (text: string) => text.replace(/[\s\p{Cc}]/gu, '').length;
const bare = (text: string) => text.replace(/\s/gu, '');

/** Places where one paragraph of the result holds the end of one Word paragraph and the start of the next. */
function joins({ lines, result }: Tried): number {
  const items = result.kind === 'issue' ? result.issue.columns.flatMap((column) => column.items) : [result.article];
  const paragraphs = items.flatMap((item) => item.paragraphs.map(({ lead, text }) => bare((lead ?? '') + text)));
  const words = lines.map(({ text }) => bare(text)).filter((text) => text.length >= 6);
  const whole = new Set(words);
  return words.filter((text, at) => {
    const seam = text.slice(-12) + (words[at + 1] ?? '\n').slice(0, 12);
    return !words.some((each) => each.includes(seam)) && paragraphs.some((paragraph) => !whole.has(paragraph) && paragraph.includes(seam));
  }).length;
}
