import { strToU8, zipSync } from 'fflate';

const w =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"';
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface DocxParts {
  /** Inner XML of `w:body`. */
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly comments?: string;
  /** Which comments answer which (`w:commentEx`). */
  readonly commentsExtended?: string;
  readonly footnotes?: string;
  /** A header; the only part beside the body, it is related as `r0`. */
  readonly header?: string;
  /** Pictures by the id of their relation: name of the file and its bytes. */
  readonly media?: Readonly<Record<string, readonly [string, Uint8Array]>>;
}

/** A small but valid Word package around hand-written XML. */
export function buildDocx({ body, media = {}, ...parts }: DocxParts): Uint8Array {
  const pictures = Object.entries(media).map(([id, [name]]) => ({ id, type: 'image', target: `media/${name}` }));
  const extra = Object.entries(parts).flatMap(([name, xml]) => (xml === undefined ? [] : [{ name, xml }]));
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(contentTypes(extra.map(({ name }) => name))),
    '_rels/.rels': strToU8(relations([{ type: 'officeDocument', target: 'word/document.xml' }])),
    'word/document.xml': strToU8(`<?xml version="1.0" encoding="UTF-8"?><w:document ${w}><w:body>${body}</w:body></w:document>`),
    'word/_rels/document.xml.rels': strToU8(relations([...extra.map(({ name }) => ({ type: name, target: `${name}.xml` })), ...pictures])),
    ...Object.fromEntries(Object.values(media).map(([name, bytes]) => [`word/media/${name}`, bytes])),
  };
  for (const { name, xml } of extra)
    files[`word/${name}.xml`] = strToU8(`<?xml version="1.0" encoding="UTF-8"?><w:${name} ${w}>${xml}</w:${name}>`);
  return zipSync(files, { mtime: new Date(2020, 0, 1) });
}

function contentTypes(parts: readonly string[]): string {
  const main = ['document.main', ...parts].map(
    (kind) => `<Override PartName="/word/${kind.replace('.main', '')}.xml" ContentType="application/${wordType}.${kind}+xml"/>`,
  );
  const defaults = Object.entries(typesByEnding).map(([ending, type]) => `<Default Extension="${ending}" ContentType="${type}"/>`);
  return `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${[...defaults, ...main].join('')}</Types>`;
}

const wordType = 'vnd.openxmlformats-officedocument.wordprocessingml';
const typesByEnding: Readonly<Record<string, string>> = {
  rels: 'application/vnd.openxmlformats-package.relationships+xml',
  xml: 'application/xml',
  png: 'image/png',
  jpeg: 'image/jpeg',
};

function relations(targets: readonly { readonly id?: string; readonly type: string; readonly target: string }[]): string {
  const items = targets.map(
    ({ id, type, target }, index) => `<Relationship Id="${id ?? `r${index}`}" Type="${relation}/${type}" Target="${target}"/>`,
  );
  return `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
}
