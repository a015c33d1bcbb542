import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { isOwnStyle } from './style-names.js';

/** Parts of a Word file by name, as text. */
export type DocxParts = Readonly<Record<string, string>>;

/** Parts the library always writes and an issue has no use for: notes (its footnotes are written in its own way), lists, a theme with foreign fonts. */
const unusedParts: ReadonlySet<string> = new Set([
  'word/numbering.xml',
  'word/footnotes.xml',
  'word/endnotes.xml',
  'word/comments.xml',
  'word/theme/theme1.xml',
]);

const relationshipsOf = { package: '_rels/.rels', document: 'word/_rels/document.xml.rels' } as const;

/** Order of a Word file as Word writes it: content types and package relationships first, then by name. */
const leadingParts: readonly string[] = ['[Content_Types].xml', relationshipsOf.package, 'word/document.xml'];

/**
 * The library's zip made ours: unused parts, their relationships and content types taken out, `replacements` put in,
 * and packed again in a fixed order with a fixed date, so that the same issue gives the same bytes.
 */
export function finishPackage(bytes: Uint8Array, replacements: DocxParts): Uint8Array {
  const files = unzipSync(bytes);
  const pictures = Object.fromEntries(Object.entries(files).filter(([name]) => isPicture(name)));
  const written = Object.fromEntries(Object.entries(textParts(files)).filter(([name]) => !unusedParts.has(name)));
  return packParts(cleanParts({ ...written, ...replacements }, Object.keys(pictures)), pictures);
}

/** Pictures go on byte for byte; everything else in a Word file is text. */
const isPicture = (name: string): boolean => name.startsWith('word/media/');

/** Unzips a Word file into its parts. */
export function readParts(bytes: Uint8Array): DocxParts {
  return textParts(unzipSync(bytes));
}

function textParts(files: Readonly<Record<string, Uint8Array>>): DocxParts {
  return Object.fromEntries(Object.entries(files).flatMap(([name, data]) => (isPicture(name) ? [] : [[name, strFromU8(data)]])));
}

function cleanParts(parts: DocxParts, pictures: readonly string[]): DocxParts {
  const kept = Object.entries(parts).filter(([name, text]) => !isEmptyRelationships(name, text));
  const names = new Set([...kept.map(([name]) => name), ...pictures]);
  return Object.fromEntries(kept.map(([name, text]) => [name, cleanPart(name, text, names)]));
}

function isEmptyRelationships(name: string, text: string): boolean {
  return name.endsWith('.rels') && !text.includes('<Relationship ');
}

function cleanPart(name: string, text: string, names: ReadonlySet<string>): string {
  if (name === relationshipsOf.document) return keepTags(text, 'Relationship', 'Target', (target) => names.has(`word/${target}`));
  if (name === 'word/styles.xml') return keepOwnStyles(text);
  if (name === '[Content_Types].xml') return cleanContentTypes(text, names);
  return text;
}

/** Headings, contents levels, captions …: styles the library always writes, in Latin faces and theme colours. */
function keepOwnStyles(text: string): string {
  return text.replace(/<w:style [^>]*w:styleId="([^"]*)"[^>]*>.*?<\/w:style>/gsu, (style, id: string) => (isOwnStyle(id) ? style : ''));
}

function cleanContentTypes(text: string, names: ReadonlySet<string>): string {
  const extensions = new Set(['rels', 'xml', ...[...names].filter(isPicture).map((name) => name.slice(name.lastIndexOf('.') + 1))]);
  const defaults = keepTags(text, 'Default', 'Extension', (extension) => extensions.has(extension));
  return keepTags(defaults, 'Override', 'PartName', (part) => names.has(part.slice(1)));
}

/** Drops the empty elements `tag` whose `attribute` does not pass. */
function keepTags(xml: string, tag: string, attribute: string, passes: (value: string) => boolean): string {
  return xml.replace(new RegExp(`<${tag} [^>]*?\\b${attribute}="([^"]*)"[^>]*/>`, 'gu'), (element, value: string) =>
    passes(value) ? element : '',
  );
}

function packParts(parts: DocxParts, pictures: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const rank = (name: string): number => (leadingParts.includes(name) ? leadingParts.indexOf(name) : leadingParts.length);
  const names = Object.keys(parts).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const entries: Zippable = {
    ...Object.fromEntries(names.map((name) => [name, strToU8(parts[name] ?? '')])),
    // What is packed already is only stored.
    ...Object.fromEntries(
      Object.keys(pictures)
        .sort()
        .map((name) => [name, [pictures[name] ?? new Uint8Array(), { level: 0 }]]),
    ),
  };
  return zipSync(entries, { level: 6, mtime: new Date(1980, 0, 1), os: 0 });
}
