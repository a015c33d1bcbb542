/**
 * Rules of WordprocessingML (ECMA-376 part 4, transitional) for the elements our Word files hold. An element that is
 * not listed is an error: whoever writes a new one adds its rule here.
 */
export interface ElementRule {
  /** Children in the order of the schema; another order or child is an error. */
  readonly sequence?: readonly string[];
  /** Children in any order (a choice that repeats), after those of `sequence`. */
  readonly anyOf?: readonly string[];
  /** At least one of each. */
  readonly needs?: readonly string[];
  /** Attributes that must stand. */
  readonly attributes?: readonly string[];
  /** Attributes that may stand. */
  readonly optional?: readonly string[];
}

const value: ElementRule = { attributes: ['w:val'] };
const toggle: ElementRule = { optional: ['w:val'] };
const border: ElementRule = { attributes: ['w:val'], optional: ['w:color', 'w:sz', 'w:space'] };
const width: ElementRule = { attributes: ['w:w', 'w:type'] };
const inline = ['w:r', 'w:hyperlink', 'w:fldSimple', 'w:bookmarkStart', 'w:bookmarkEnd'];
const blocks = ['w:p', 'w:tbl'];

const runProperties = [
  'w:rStyle', 'w:rFonts', 'w:b', 'w:bCs', 'w:i', 'w:iCs', 'w:color', 'w:spacing', 'w:w', 'w:kern', 'w:sz', 'w:szCs', 'w:lang',
];
const paragraphProperties = [
  'w:pStyle', 'w:keepNext', 'w:keepLines', 'w:pageBreakBefore', 'w:widowControl', 'w:pBdr', 'w:tabs', 'w:kinsoku', 'w:wordWrap',
  'w:overflowPunct', 'w:topLinePunct', 'w:autoSpaceDE', 'w:autoSpaceDN', 'w:snapToGrid', 'w:spacing', 'w:ind', 'w:jc', 'w:outlineLvl', 'w:sectPr',
];
const toggles = [
  'w:b', 'w:bCs', 'w:i', 'w:iCs', 'w:keepNext', 'w:keepLines', 'w:pageBreakBefore', 'w:widowControl', 'w:kinsoku', 'w:wordWrap', 'w:overflowPunct',
  'w:topLinePunct', 'w:autoSpaceDE', 'w:autoSpaceDN', 'w:snapToGrid', 'w:cantSplit', 'w:titlePg', 'w:semiHidden', 'w:unhideWhenUsed', 'w:qFormat',
  'w:evenAndOddHeaders', 'w:bordersDoNotSurroundHeader', 'w:bordersDoNotSurroundFooter', 'w:spaceForUL', 'w:balanceSingleByteDoubleByteWidth',
  'w:doNotLeaveBackslashAlone', 'w:ulTrailSpace', 'w:doNotExpandShiftReturn', 'w:adjustLineHeightInTable', 'w:useFELayout',
];
const values = [
  'w:pStyle', 'w:rStyle', 'w:color', 'w:w', 'w:kern', 'w:sz', 'w:szCs', 'w:jc', 'w:outlineLvl', 'w:name', 'w:basedOn', 'w:next', 'w:uiPriority',
  'w:defaultTabStop', 'w:characterSpacingControl', 'w:decimalSymbol', 'w:listSeparator', 'w:altName', 'w:charset', 'w:family', 'w:pitch', 'w:tblOverlap', 'w:type',
];

/** Rule by element name; where one name means two things, `parent/name` comes first. */
export const wordRules: Readonly<Record<string, ElementRule>> = {
  ...Object.fromEntries(toggles.map((name) => [name, toggle])),
  ...Object.fromEntries(values.map((name) => [name, value])),
  'w:document': { sequence: ['w:body'], needs: ['w:body'], optional: ['mc:Ignorable'] },
  'w:body': { anyOf: [...blocks, 'w:sectPr'], needs: ['w:sectPr'] },
  'w:ftr': { anyOf: blocks, needs: ['w:p'], optional: ['mc:Ignorable'] },
  'w:p': { sequence: ['w:pPr'], anyOf: inline },
  'w:pPr': { sequence: paragraphProperties },
  'w:r': { sequence: ['w:rPr'], anyOf: ['w:t', 'w:br', 'w:tab', 'w:fldChar', 'w:instrText'] },
  'w:rPr': { sequence: runProperties },
  'w:t': { optional: ['xml:space'] },
  'w:instrText': { optional: ['xml:space'] },
  'w:br': {},
  'w:r/w:tab': {},
  'w:tab': { attributes: ['w:val', 'w:pos'], optional: ['w:leader'] },
  'w:tabs': { anyOf: ['w:tab'], needs: ['w:tab'] },
  'w:fldChar': { attributes: ['w:fldCharType'] },
  'w:hyperlink': { anyOf: inline, attributes: ['w:anchor'], optional: ['w:history'] },
  'w:fldSimple': { anyOf: ['w:r'], attributes: ['w:instr'] },
  'w:bookmarkStart': { attributes: ['w:id', 'w:name'] },
  'w:bookmarkEnd': { attributes: ['w:id'] },
  'w:rFonts': { optional: ['w:ascii', 'w:hAnsi', 'w:eastAsia', 'w:cs', 'w:hint'] },
  'w:lang': { optional: ['w:val', 'w:eastAsia', 'w:bidi'] },
  'w:rPr/w:spacing': value,
  'w:rPr/w:w': value,
  'w:spacing': { optional: ['w:before', 'w:after', 'w:line', 'w:lineRule'] },
  'w:ind': { optional: ['w:left', 'w:right', 'w:firstLine', 'w:firstLineChars', 'w:hanging'] },
  'w:pBdr': { sequence: ['w:top', 'w:left', 'w:bottom', 'w:right', 'w:between'] },
  'w:pBdr/w:bottom': border,
  'w:tbl': { sequence: ['w:tblPr', 'w:tblGrid'], anyOf: ['w:tr'], needs: ['w:tblPr', 'w:tblGrid', 'w:tr'] },
  'w:tblPr': { sequence: ['w:tblStyle', 'w:tblpPr', 'w:tblOverlap', 'w:tblW', 'w:jc', 'w:tblInd', 'w:tblBorders', 'w:tblLayout', 'w:tblCellMar', 'w:tblLook'] },
  'w:tblpPr': { attributes: ['w:vertAnchor', 'w:horzAnchor'], optional: ['w:tblpX', 'w:tblpY', 'w:tblpXSpec', 'w:tblpYSpec'] },
  'w:tblW': width, 'w:tblInd': width, 'w:tcW': width,
  'w:tblLayout': { attributes: ['w:type'] },
  'w:tblBorders': { sequence: ['w:top', 'w:left', 'w:bottom', 'w:right', 'w:insideH', 'w:insideV'] },
  ...Object.fromEntries(['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => [`w:tblBorders/w:${side}`, border])),
  ...Object.fromEntries(['w:tblCellMar', 'w:tcMar'].flatMap((parent) => [
    [parent, { sequence: ['w:top', 'w:left', 'w:bottom', 'w:right'] }],
    ...['top', 'left', 'bottom', 'right'].map((side) => [`${parent}/w:${side}`, width]),
  ])),
  'w:tblGrid': { anyOf: ['w:gridCol'], needs: ['w:gridCol'] },
  'w:gridCol': { attributes: ['w:w'] },
  'w:tr': { sequence: ['w:trPr'], anyOf: ['w:tc'], needs: ['w:tc'] },
  'w:trPr': { anyOf: ['w:cantSplit', 'w:trHeight'] },
  'w:trHeight': { attributes: ['w:val'], optional: ['w:hRule'] },
  'w:tc': { sequence: ['w:tcPr'], anyOf: blocks, needs: ['w:p'] },
  'w:tcPr': { sequence: ['w:tcW', 'w:gridSpan', 'w:vMerge', 'w:tcBorders', 'w:shd', 'w:noWrap', 'w:tcMar', 'w:vAlign'] },
  'w:sectPr': { sequence: ['w:headerReference', 'w:footerReference', 'w:type', 'w:pgSz', 'w:pgMar', 'w:pgNumType', 'w:titlePg', 'w:docGrid'] },
  'w:footerReference': { attributes: ['w:type', 'r:id'] },
  'w:pgSz': { attributes: ['w:w', 'w:h'], optional: ['w:orient'] },
  'w:pgMar': { attributes: ['w:top', 'w:right', 'w:bottom', 'w:left', 'w:header', 'w:footer', 'w:gutter'] },
  'w:pgNumType': { optional: ['w:start', 'w:fmt'] },
  'w:docGrid': { optional: ['w:linePitch', 'w:type', 'w:charSpace'] },
  'w:styles': { sequence: ['w:docDefaults', 'w:latentStyles'], anyOf: ['w:style'], needs: ['w:style'], optional: ['mc:Ignorable'] },
  'w:docDefaults': { sequence: ['w:rPrDefault', 'w:pPrDefault'] },
  'w:rPrDefault': { sequence: ['w:rPr'] },
  'w:pPrDefault': { sequence: ['w:pPr'] },
  'w:style': {
    sequence: ['w:name', 'w:aliases', 'w:basedOn', 'w:next', 'w:link', 'w:uiPriority', 'w:semiHidden', 'w:unhideWhenUsed', 'w:qFormat', 'w:pPr', 'w:rPr', 'w:tblPr'],
    needs: ['w:name'], attributes: ['w:type', 'w:styleId'], optional: ['w:default', 'w:customStyle'],
  },
  'w:settings': {
    sequence: [
      'w:zoom', 'w:bordersDoNotSurroundHeader', 'w:bordersDoNotSurroundFooter', 'w:defaultTabStop', 'w:evenAndOddHeaders',
      'w:characterSpacingControl', 'w:compat', 'w:decimalSymbol', 'w:listSeparator',
    ],
  },
  'w:zoom': { attributes: ['w:percent'] },
  'w:compat': {
    sequence: [
      'w:spaceForUL', 'w:balanceSingleByteDoubleByteWidth', 'w:doNotLeaveBackslashAlone', 'w:ulTrailSpace', 'w:doNotExpandShiftReturn',
      'w:adjustLineHeightInTable', 'w:useFELayout', 'w:compatSetting',
    ],
  },
  'w:compatSetting': { attributes: ['w:name', 'w:uri', 'w:val'] },
  'w:fonts': { anyOf: ['w:font'], optional: ['mc:Ignorable'] },
  'w:font': { sequence: ['w:altName', 'w:panose1', 'w:charset', 'w:family', 'w:notTrueType', 'w:pitch', 'w:sig'], attributes: ['w:name'] },
};
