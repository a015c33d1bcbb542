import { strToU8, zipSync } from 'fflate';
import { faces } from '../../shared/layout/faces.js';
import { mmToPt, type PageStyle, type TextRole, type TextStyle } from '../../shared/layout/page-style.js';

/**
 * How an office made its file. Built by hand from the page style it is to show, not by our writer, with the constructs
 * of Word and WPS: so that what is learnt from it can be compared with what was put in.
 */
export interface OfficeHand {
  /** Looks in named styles, on every paragraph and run, or one half so and one half so. */
  readonly looks: 'styles' | 'direct' | 'mixed';
  /** Line and letter spacing from the grid of the document, or said by themselves. */
  readonly grid: 'none' | 'lines' | 'linesAndChars' | 'snapToChars';
  /** Space around titles in points, in lines of the grid, or by empty paragraphs. */
  readonly spaces: 'points' | 'lines' | 'emptyParagraphs';
  /** Faces by name, through the theme of the document, or as docDefaults. */
  readonly bodyFace: 'named' | 'theme' | 'defaults';
  /** Indents in characters, in twips or by two full blanks. */
  readonly indents: 'chars' | 'twips' | 'blanks';
  /** The red rule as a border, a drawing or an older shape. */
  readonly rule: 'border' | 'drawing' | 'vml';
  /** The page number in the footer's paragraph, in a frame or in a text box. */
  readonly number: 'paragraph' | 'frame' | 'box';
}

export const plainHand: OfficeHand = {
  looks: 'styles',
  grid: 'none',
  spaces: 'points',
  bodyFace: 'named',
  indents: 'chars',
  rule: 'border',
  number: 'paragraph',
};

const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');

const twips = (pt: number): number => Math.round(pt * 20);
const mmTwips = (mm: number): number => twips(mmToPt(mm));
const eighths = (mm: number): number => Math.round(mmToPt(mm) * 8);
const isGridRole = (role: TextRole): boolean => role === 'body';

/** Builds the file of an issue of a made-up unit. `words` are what its paragraphs go on with. */
export function officeFile(style: PageStyle, hand: OfficeHand, words = sentence): Uint8Array {
  const build = builder(style, hand, words);
  const footers = ['default', 'even', 'first'] as const;
  const files: Record<string, string> = {
    '[Content_Types].xml': contentTypes(footers),
    '_rels/.rels': relations([['r1', 'officeDocument', 'word/document.xml']]),
    'word/_rels/document.xml.rels': relations([
      ['rs', 'styles', 'styles.xml'],
      ['rt', 'theme', 'theme.xml'],
      ['re', 'settings', 'settings.xml'],
      ...footers.map((type) => [`f${type}`, 'footer', `${type}.xml`] as const),
    ]),
    'word/document.xml': `<w:document ${namespaces}><w:body>${build.body()}${build.section()}</w:body></w:document>`,
    'word/styles.xml': `<w:styles ${namespaces}>${build.styles()}</w:styles>`,
    'word/theme.xml': `<a:theme ${namespaces}><a:themeElements><a:fontScheme name="x"><a:majorFont><a:latin typeface="Cambria"/><a:ea typeface=""/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:font script="Jpan" typeface="MS Mincho"/><a:font script="Hans" typeface="${faces[style.text.body.face].wordName.gb2312}"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>`,
    'word/settings.xml': `<w:settings ${namespaces}><w:evenAndOddHeaders/></w:settings>`,
    ...Object.fromEntries(footers.map((type) => [`word/${type}.xml`, `<w:ftr ${namespaces}>${build.footer(type)}</w:ftr>`])),
  };
  const entries = Object.entries(files).map(([name, xml]) => [name, strToU8(`<?xml version="1.0" encoding="UTF-8"?>${xml}`)] as const);
  return zipSync(Object.fromEntries(entries), { mtime: new Date(2020, 0, 1) });
}

function contentTypes(footers: readonly string[]): string {
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
  const parts = [
    ['document', `${word}.document.main+xml`],
    ['styles', `${word}.styles+xml`],
    ['settings', `${word}.settings+xml`],
    ['theme', 'application/vnd.openxmlformats-officedocument.theme+xml'],
    ...footers.map((type) => [type, `${word}.footer+xml`] as const),
  ] as const;
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${parts.map(([name, type]) => `<Override PartName="/word/${name}.xml" ContentType="${type}"/>`).join('')}</Types>`;
}

function relations(rows: readonly (readonly [id: string, kind: string, target: string])[]): string {
  const base = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const items = rows.map(([id, kind, target]) => `<Relationship Id="${id}" Type="${base}/${kind}" Target="${target}"/>`);
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
}

const sentence = '示例区把服务送到群众身边，推动资源在一线集聚、服务在一线开展、成效在一线检验，全区98个实践站活动参与率明显提升。';

const alignments = { left: 'left', center: 'center', right: 'right', justify: 'both' } as const;

function builder(style: PageStyle, hand: OfficeHand, words: string) {
  let count = 0;
  const { body } = style.text;
  const { latinFace } = style.fitting;
  /** What Latin of the text is set in, as an attribute. */
  const latin = ` w:ascii="${faces[latinFace ?? body.face].wordName.gb2312}"`;
  const isStyled = (role: TextRole): boolean =>
    hand.looks === 'styles' || (hand.looks === 'mixed' && ['body', 'title', 'level1', 'distribution', 'contentsEntry'].includes(role));

  function font(text: TextStyle, role: TextRole): string {
    if (role === 'body' && hand.bodyFace === 'defaults') return '';
    if (role === 'body' && hand.bodyFace === 'theme') return `<w:rFonts${latin} w:eastAsiaTheme="minorEastAsia" w:hint="eastAsia"/>`;
    const name = faces[text.face].wordName.gb2312;
    const ascii = latinFace === undefined || role === 'pageNumber' ? ` w:ascii="${name}"` : latin;
    return `<w:rFonts w:hint="eastAsia"${ascii} w:hAnsi="${name}" w:eastAsia="${name}"/>`;
  }

  function runLook(role: TextRole): string {
    const text = style.text[role];
    const isOnGrid = isGridRole(role) && (hand.grid === 'linesAndChars' || hand.grid === 'snapToChars');
    const spacing = twips(text.pitchPt - text.sizePt * text.scaleX);
    return [
      font(text, role),
      `<w:b w:val="${text.bold ? '1' : '0'}"/>`,
      `<w:color w:val="${text.color === '#000000' ? 'auto' : text.color.slice(1).toUpperCase()}"/>`,
      isOnGrid ? '' : `<w:snapToGrid w:val="0"/><w:spacing w:val="${String(spacing)}"/>`,
      text.scaleX === 1 ? '' : `<w:w w:val="${String(Math.round(text.scaleX * 100))}"/>`,
      `<w:sz w:val="${String(text.sizePt * 2)}"/>`,
    ].join('');
  }

  function indent(role: TextRole): string {
    const { firstLineIndentEm: first, leftIndentEm: left, rightIndentEm: right, pitchPt } = style.text[role];
    const of = (em: number): string => String(twips(em * pitchPt));
    const inCharacters = (em: number): string => String(Math.round(em * 100));
    const hang = role === 'contentsEntry' ? style.contents.hangEm : 0;
    const sides = `w:left="${of(left + hang)}" w:right="${of(right)}"${hang > 0 ? ` w:hanging="${of(hang)}"` : ''}`;
    if (hand.indents === 'blanks' || first === 0) return `<w:ind ${sides}/>`;
    const firstLine =
      hand.indents === 'chars' ? `w:firstLineChars="${inCharacters(first)}" w:firstLine="640"` : `w:firstLine="${of(first)}"`;
    return `<w:ind ${sides} ${firstLine}/>`;
  }

  function spacing(role: TextRole): string {
    const { spaceBeforePt, spaceAfterPt, lineHeightPt } = style.text[role];
    const inLines = hand.spaces === 'lines' && role === 'title';
    const lines = (pt: number): string => String(Math.round((pt / (hand.grid === 'none' ? 12 : body.lineHeightPt)) * 100));
    const byBlank = hand.spaces === 'emptyParagraphs' && role === 'title';
    const before = byBlank ? '0' : String(twips(spaceBeforePt));
    const after = byBlank ? '0' : String(twips(spaceAfterPt));
    const spaces = inLines
      ? `w:beforeLines="${lines(spaceBeforePt)}" w:before="7" w:afterLines="${lines(spaceAfterPt)}" w:after="7"`
      : `w:before="${before}" w:after="${after}"`;
    const line = hand.grid !== 'none' && isGridRole(role) ? '' : `w:line="${String(twips(lineHeightPt))}" w:lineRule="exact"`;
    return `<w:spacing ${spaces} ${line}/>`;
  }

  function paragraphLook(role: TextRole): string {
    const { align, keepWithNext } = style.text[role];
    const snap = isGridRole(role) && hand.grid !== 'none' ? '' : '<w:snapToGrid w:val="0"/>';
    return `<w:keepNext w:val="${keepWithNext ? '1' : '0'}"/>${snap}${spacing(role)}${indent(role)}<w:jc w:val="${alignments[align]}"/>`;
  }

  /** A paragraph of a role: styled, or with everything said on the spot. */
  function paragraph(role: TextRole, runs: string, more = ''): string {
    return isStyled(role)
      ? `<w:p><w:pPr><w:pStyle w:val="s${role}"/>${more}</w:pPr>${runs}</w:p>`
      : `<w:p><w:pPr>${more}${paragraphLook(role)}<w:rPr>${runLook(role)}</w:rPr></w:pPr>${runs}</w:p>`;
  }

  function run(role: TextRole, text: string, look = ''): string {
    const own = isStyled(role) ? look : `${runLook(role).replace(look === '' ? '\u0000' : /<w:b w:val="\d"\/>/u, '')}${look}`;
    const pieces = text.split('\t').map((part) => `<w:t xml:space="preserve">${part}</w:t>`);
    return `<w:r>${own === '' ? '' : `<w:rPr>${own}</w:rPr>`}${pieces.join('<w:tab/>')}</w:r>`;
  }

  const opening = (role: TextRole): string =>
    hand.indents === 'blanks' ? '\u3000'.repeat(Math.round(style.text[role].firstLineIndentEm)) : '';

  const text = (role: TextRole, own: string, more = ''): string => paragraph(role, run(role, opening(role) + own), more);

  function blank(pt: number): string {
    return hand.spaces === 'emptyParagraphs' && pt > 0
      ? `<w:p><w:pPr><w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="${String(twips(pt))}" w:lineRule="exact"/></w:pPr></w:p>`
      : '';
  }

  function title(name: string): string {
    const { spaceBeforePt, spaceAfterPt } = style.text.title;
    return blank(spaceBeforePt) + paragraph('title', run('title', name)) + blank(spaceAfterPt);
  }

  function article(name: string, unit: string): string {
    count += 1;
    const lead = run('body', `${opening('body')}第${'一二三四五六'[count] ?? '一'}条做法落到实处。`, style.lead.bold ? '<w:b/>' : '');
    return [
      title(name),
      text('body', `今年以来，${words}`),
      text('level1', '一、把资源集聚起来'),
      text('level2', '（一）建好阵地'),
      text('body', `围绕阵地建设，${words}`),
      text('level3', '1.盘活闲置场所'),
      text('level4', '（1）整合村史馆'),
      text('body', `围绕活动开展，${words}`),
      paragraph('body', lead + run('body', `建立协调机制，${words}`)),
      paragraph('body', lead.replace('条做法', '项举措') + run('body', `完善激励办法，${words}`)),
      text('source', `（${unit}委宣传部）`),
    ].join('');
  }

  function redRule(): string {
    const { ruleThicknessMm: mm, ruleColor } = style.masthead;
    const color = ruleColor.slice(1).toUpperCase();
    if (hand.rule === 'drawing')
      return `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wps:wsp><wps:spPr><a:prstGeom prst="line"/><a:ln w="${String(Math.round(mmToPt(mm) * 12_700))}"><a:solidFill><a:srgbClr val="${color}"/></a:solidFill></a:ln></wps:spPr></wps:wsp></wp:anchor></w:drawing></mc:Choice><mc:Fallback/></mc:AlternateContent></w:r></w:p>`;
    if (hand.rule === 'vml')
      return `<w:p><w:r><w:pict><v:line strokecolor="${ruleColor}" strokeweight="${mmToPt(mm).toFixed(3)}pt"/></w:pict></w:r></w:p>`;
    return '';
  }

  function masthead(): string {
    const { ruleThicknessMm, ruleColor, ruleGapMm, nameTopMm } = style.masthead;
    const border =
      hand.rule === 'border'
        ? `<w:pBdr><w:bottom w:val="single" w:sz="${String(eighths(ruleThicknessMm))}" w:space="${String(Math.round(mmToPt(ruleGapMm)))}" w:color="${ruleColor.slice(1)}"/></w:pBdr>`
        : '';
    const name = paragraph('mastheadName', run('mastheadName', '示例工作专报')).replace(
      /w:before="\d+"|(<w:pStyle [^>]*\/>)/u,
      (_whole, styled: string | undefined) =>
        styled === undefined
          ? `w:before="${String(mmTwips(nameTopMm))}"`
          : `${styled}<w:spacing w:before="${String(mmTwips(nameTopMm))}"/>`,
    );
    return [
      name,
      text('mastheadNumber', '第7期'),
      paragraph('mastheadOrgan', run('mastheadOrgan', '中共示例市委宣传部\t2026年6月18日'), border),
      redRule(),
    ].join('');
  }

  function instruction(): string {
    const { heightMm, ruleThicknessMm, ruleColor } = style.instruction;
    const side = (name: string): string =>
      `<w:${name} w:val="single" w:sz="${String(eighths(ruleThicknessMm))}" w:color="${ruleColor.slice(1)}"/>`;
    return `<w:tbl><w:tblPr><w:tblBorders>${['top', 'left', 'bottom', 'right'].map(side).join('')}</w:tblBorders></w:tblPr><w:tr><w:trPr><w:trHeight w:val="${String(mmTwips(heightMm))}"/></w:trPr><w:tc>${text('instructionLabel', '领导批示')}</w:tc></w:tr></w:tbl>`;
  }

  const articles = [
    ['经验交流', '示例区打通服务群众最后一公里', '示例区'],
    ['经验交流', '样板县推进文明实践站提质增效', '样板县'],
  ] as const;

  function contents(): string {
    const { pageNumbers, leader } = style.contents;
    const tab = `<w:tabs><w:tab w:val="right" w:leader="${leader === 'dots' ? 'dot' : 'none'}" w:pos="8844"/></w:tabs>`;
    const entries = articles.map(([, name], at) =>
      pageNumbers ? text('contentsEntry', `${name}\t${String(at + 2)}`, tab) : text('contentsEntry', name),
    );
    return text('contentsHeading', '〔经验交流〕') + entries.join('');
  }

  function tail(): string {
    const { distribution } = style.text;
    const hang = twips(distribution.pitchPt * 2);
    const left = twips(distribution.leftIndentEm * distribution.pitchPt) + hang;
    const rule = (name: string, mm: number): string => `<w:${name} w:val="single" w:sz="${String(eighths(mm))}" w:color="auto"/>`;
    const rows = ['报：省委宣传部', '送：各区（市）党委', '发：各单位'].map((line) =>
      text('distribution', line).replace(
        /<w:ind [^>]*\/>|(?<=<w:pStyle w:val="sdistribution"\/>)/u,
        `<w:ind w:left="${String(left)}" w:right="${String(twips(distribution.rightIndentEm * distribution.pitchPt))}" w:hanging="${String(hang)}"/>`,
      ),
    );
    rows.push(text('imprint', '承办：示例研究室\t审核：甲某某\t编辑：乙某某\t电话：12345678'));
    return `<w:tbl><w:tblPr><w:tblBorders>${rule('top', style.tail.outerRuleMm)}${rule('bottom', style.tail.outerRuleMm)}${rule('insideH', style.tail.innerRuleMm)}</w:tblBorders></w:tblPr>${rows.map((row) => `<w:tr><w:tc>${row}</w:tc></w:tr>`).join('')}</w:tbl><w:p/>`;
  }

  return {
    body: () =>
      [
        masthead(),
        instruction(),
        contents(),
        text('columnHeading', '〔经验交流〕', '<w:pageBreakBefore/>'),
        ...articles.map(([, name, unit]) => article(name, unit)),
        tail(),
      ].join(''),
    section(): string {
      const { top, right, bottom, left } = style.marginMm;
      const footer = bottom - style.pageNumber.gapMm - (style.text.pageNumber.lineHeightPt * 25.4) / 72 / 2;
      const type = { none: '', lines: 'w:type="lines"', linesAndChars: 'w:type="linesAndChars"', snapToChars: 'w:type="snapToChars"' }[
        hand.grid
      ];
      const charSpace = Math.round((body.pitchPt - body.sizePt * body.scaleX) * 4096);
      return [
        '<w:sectPr>',
        ...['default', 'even', 'first'].map((kind) => `<w:footerReference w:type="${kind}" r:id="f${kind}"/>`),
        '<w:pgSz w:w="11906" w:h="16838"/>',
        `<w:pgMar w:top="${String(mmTwips(top))}" w:right="${String(mmTwips(right))}" w:bottom="${String(mmTwips(bottom))}" w:left="${String(mmTwips(left))}" w:footer="${String(mmTwips(footer))}" w:gutter="0"/>`,
        style.pageNumber.onCover ? '' : '<w:titlePg/>',
        `<w:docGrid ${type} w:linePitch="${String(twips(body.lineHeightPt))}" w:charSpace="${String(charSpace)}"/></w:sectPr>`,
      ].join('');
    },
    styles(): string {
      const named = Object.keys(style.text) as TextRole[];
      const defaults = `<w:docDefaults><w:rPrDefault><w:rPr>${hand.bodyFace === 'defaults' ? `<w:rFonts${latin} w:eastAsia="${faces[body.face].wordName.gb2312}"/>` : ''}<w:sz w:val="21"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>`;
      // A style and its parent share the work, as they do in Word.
      const styled = named
        .filter(isStyled)
        .map(
          (role) =>
            `<w:style w:type="paragraph" w:styleId="p${role}"><w:name w:val="父${role}"/><w:basedOn w:val="a"/><w:pPr>${paragraphLook(role)}</w:pPr><w:rPr><w:sz w:val="90"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="s${role}"><w:name w:val="公文${role}"/><w:basedOn w:val="p${role}"/><w:rPr>${runLook(role)}</w:rPr></w:style>`,
        );
      return `${defaults}<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>${styled.join('')}`;
    },
    footer(kind: 'default' | 'even' | 'first'): string {
      if (kind === 'first' && !style.pageNumber.onCover) return '<w:p/>';
      const isOutside = style.pageNumber.form === 'outside';
      const align = isOutside ? (kind === 'even' ? 'left' : 'right') : 'center';
      const dash = style.pageNumber.dashes;
      const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('pageNumber', '2')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
      const line = (dash ? run('pageNumber', '— ') : '') + field + (dash ? run('pageNumber', ' —') : '');
      const placed = paragraph('pageNumber', line);
      if (hand.number === 'box') {
        const side = isOutside ? 'outside' : 'center';
        return `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:positionH relativeFrom="margin"><wp:align>${side}</wp:align></wp:positionH><wps:wsp><wps:txbx><w:txbxContent>${placed}</w:txbxContent></wps:txbx></wps:wsp></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p>`;
      }
      const own =
        hand.number === 'frame'
          ? `<w:framePr w:wrap="around" w:xAlign="${isOutside ? 'outside' : 'center'}"/>`
          : `<w:jc w:val="${align}"/>`;
      return placed.replace(/<w:jc [^>]*\/>|(?<=<w:pStyle w:val="spageNumber"\/>)/u, own);
    },
  };
}
