/** Files made to hurt whoever reads them. Each is built in a moment and is small until it is unpacked. */
import { rawZip, type RawEntry } from './raw-zip.js';

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface Bomb {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface Parts {
  readonly body?: string;
  readonly styles?: string;
  readonly numbering?: string;
  /** Target of a relation, with its kind. */
  readonly relations?: readonly (readonly [kind: string, target: string])[];
  readonly extra?: readonly RawEntry[];
}

const relationsXml = (relations: readonly (readonly [string, string])[]): string =>
  `<Relationships>${relations.map(([kind, target], index) => `<Relationship Id="r${index}" Type="${relation}/${kind}" Target="${target}"/>`).join('')}</Relationships>`;

const paragraph = '<w:p><w:r><w:t>近日，示例区开展宣讲。</w:t></w:r></w:p>';

/** A Word package byte by byte; nothing about it need be true. */
export function hostileDocx({ body = paragraph, styles, numbering, relations = [], extra = [] }: Parts): Uint8Array {
  const part = (name: string, content: string | undefined): readonly RawEntry[] =>
    content === undefined ? [] : [{ name: `word/${name}.xml`, data: `<w:${name} ${w}>${content}</w:${name}>`, deflate: true }];
  const own = [
    ...(styles === undefined ? [] : [['styles', 'styles.xml'] as const]),
    ...(numbering === undefined ? [] : [['numbering', 'numbering.xml'] as const]),
  ];
  return rawZip([
    { name: '_rels/.rels', data: relationsXml([['officeDocument', 'word/document.xml']]) },
    { name: 'word/document.xml', data: `<w:document ${w}><w:body>${body}</w:body></w:document>`, deflate: true },
    { name: 'word/_rels/document.xml.rels', data: relationsXml([...own, ...relations]), deflate: true },
    ...part('styles', styles),
    ...part('numbering', numbering),
    ...extra,
  ]);
}

const nested = (depth: number): string => '<w:sdt>'.repeat(depth) + paragraph + '</w:sdt>'.repeat(depth);
const header = (megabytes: number): RawEntry => ({
  name: 'word/header1.xml',
  data: `<w:hdr ${w}>${' '.repeat(megabytes * 1024 * 1024)}</w:hdr>`,
  deflate: true,
});

/** Bombs that have to be refused; what must be said of each. */
export const refusedBombs: readonly (readonly [name: string, says: RegExp, build: () => Uint8Array])[] = [
  ['一部分过大.docx', /展开后过大/u, () => hostileDocx({ extra: [], body: ' '.repeat(80 * 1024 * 1024) })],
  [
    '谎报一千字节.docx',
    /展开后过大/u,
    () =>
      hostileDocx({
        relations: [['header', 'header1.xml']],
        extra: [{ name: 'word/header1.xml', data: Buffer.alloc(64 * 1024 * 1024, 0x20), deflate: true, declaredBytes: 1000 }],
      }),
  ],
  [
    '合计过大.docx',
    /展开后过大/u,
    () =>
      hostileDocx({
        relations: Array.from({ length: 8 }, (_, index) => ['header', `h${index}.xml`] as const),
        extra: Array.from({ length: 8 }, (_, index) => ({ ...header(20), name: `word/h${index}.xml` })),
      }),
  ],
  [
    '各部分自称过大.docx',
    /展开后过大/u,
    () =>
      hostileDocx({
        relations: Array.from({ length: 8 }, (_, index) => ['header', `h${index}.xml`] as const),
        extra: Array.from({ length: 8 }, (_, index) => ({
          name: `word/h${index}.xml`,
          data: '不是压缩数据',
          method: 8,
          declaredBytes: 20 * 1024 * 1024,
        })),
      }),
  ],
  ['条目重名.docx', /重叠或重名/u, () => hostileDocx({ extra: [{ name: 'word/document.xml', data: paragraph }] })],
  ['条目重叠.docx', /重叠或重名/u, () => hostileDocx({ extra: [{ name: 'word/header1.xml', sharesPlaceOf: 1 }] })],
  ['一百万段.docx', /展开后过大/u, () => hostileDocx({ body: '<w:p/>'.repeat(1_000_000) })],
  ['二十万段.docx', /有 20 万段/u, () => hostileDocx({ body: '<w:p/>'.repeat(200_000) })],
  ['嵌套过深.docx', /嵌套得太深/u, () => hostileDocx({ body: nested(5000) })],
  ['外部实体.docx', /外部内容/u, () => rawZip([{ name: 'word/document.xml', data: `<!DOCTYPE a [<!ENTITY b "c">]><w:document ${w}/>` }])],
  ['一段太长.docx', /第 1 段有 100 万字/u, () => hostileDocx({ body: `<w:p><w:r><w:t>${'长'.repeat(1_000_000)}</w:t></w:r></w:p>` })],
  ['一行二十兆.txt', /有 2097 万字/u, () => new Uint8Array(20 * 1024 * 1024).fill(0x61)],
  ['一行太长.txt', /第 1 行有 30 万字/u, () => Buffer.from('长'.repeat(300_000))],
  ['百万行.txt', /有 100 万行/u, () => Buffer.from('a\n'.repeat(1_000_000))],
];

const chain = Array.from(
  { length: 20_000 },
  (_, index) => `<w:style w:type="paragraph" w:styleId="s${index}"><w:name w:val="n${index}"/><w:basedOn w:val="s${index + 1}"/></w:style>`,
);
const level = (index: number, text: string): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="${text}"/></w:lvl>`;
const numbered = (id: number, text: string): string =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;

/** Bombs that are read after all, within bounds; the text each must hold. */
export const readBombs: readonly (readonly [name: string, holds: string, build: () => Uint8Array])[] = [
  [
    '样式两万层.docx',
    '示例区',
    () =>
      hostileDocx({
        styles: chain.join(''),
        body: `<w:p><w:pPr><w:pStyle w:val="s0"/></w:pPr><w:r><w:t>示例区开展宣讲。</w:t></w:r></w:p>`,
      }),
  ],
  [
    '三百个关系一个页眉.docx',
    '示例区',
    () => hostileDocx({ relations: Array.from({ length: 300 }, () => ['header', 'header1.xml'] as const), extra: [header(10)] }),
  ],
  [
    '页眉指向正文.docx',
    '示例区',
    () =>
      hostileDocx({
        relations: [
          ['header', 'document.xml'],
          ['footer', '/word/document.xml'],
        ],
      }),
  ],
  [
    '两千个编号一个定义.docx',
    '示例区',
    () =>
      hostileDocx({
        numbering: `<w:abstractNum w:abstractNumId="1">${Array.from({ length: 20_000 }, (_, index) => level(index, '%1.')).join('')}</w:abstractNum>${Array.from(
          { length: 20_000 },
          (_, index) => `<w:num w:numId="${index}"><w:abstractNumId w:val="1"/></w:num>`,
        ).join('')}`,
      }),
  ],
  [
    '编号文字极长.docx',
    '示例区',
    () =>
      hostileDocx({
        numbering: `<w:abstractNum w:abstractNumId="1">${level(0, '甲'.repeat(1_000_000))}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`,
        body: numbered(1, '示例区开展宣讲。').repeat(3000),
      }),
  ],
  [
    '点线和空白极长.docx',
    '示例区',
    () =>
      hostileDocx({
        body:
          paragraph +
          ['.', ' ']
            .map((filler) => `<w:p><w:r><w:t xml:space="preserve">甲${filler.repeat(190_000)}乙</w:t></w:r></w:p>`)
            .join('')
            .repeat(2),
      }),
  ],
  [
    '五万段并成一段.docx',
    '示例区',
    () =>
      hostileDocx({
        body:
          '<w:p><w:pPr><w:rPr><w:del w:author="甲"/></w:rPr></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>甲</w:t></w:r><w:r><w:t>乙</w:t></w:r></w:p>'.repeat(
            50_000,
          ) + paragraph,
      }),
  ],
];

const ofChunks = (count: number, rest: string): string =>
  [...Array.from({ length: count }, () => '长'.repeat(100_000)), rest].map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('');
/** A package of so many entries, three of which it has by nature. */
const ofEntries = (count: number): Uint8Array =>
  hostileDocx({ extra: Array.from({ length: count - 3 }, (_, index) => ({ name: `e${index}` })) });
const ofHeaders = (count: number): Uint8Array =>
  hostileDocx({ relations: Array.from({ length: count }, (_, index) => ['header', `h${index}.xml`] as const) });

/** Limits of what is read: a file that holds as much as it may, and one that holds one more. What is said of the latter. */
export const atLimits: readonly (readonly [what: string, name: string, says: RegExp, fits: () => Uint8Array, exceeds: () => Uint8Array])[] =
  [
    ['10,000 entries', '条目.docx', /展开后过大/u, () => ofEntries(10_000), () => ofEntries(10_001)],
    ['400 headers and footers', '页眉.docx', /展开后过大/u, () => ofHeaders(400), () => ofHeaders(401)],
    [
      '5,000,000 characters',
      '长文.docx',
      /有 500 万字/u,
      () => hostileDocx({ body: ofChunks(49, '长'.repeat(100_000)) }),
      () => hostileDocx({ body: ofChunks(50, '长') }),
    ],
  ];
