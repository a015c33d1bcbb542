import { readParts, type DocxParts } from '../../shared/word/write/finish-package.js';
import { wordRules, type ElementRule } from './docx-schema.js';
import { descendants, named, parseXml, type XmlElement } from './xml-tree.js';

/** Everything wrong with a Word file of ours, one sentence each; empty when it is well formed. */
export function checkDocx(bytes: Uint8Array): readonly string[] {
  return checkParts(readParts(bytes));
}

/** The same for its parts, so that tests can spoil one. */
export function checkParts(parts: DocxParts): readonly string[] {
  const trees = Object.entries(parts).map(([name, xml]) => ({ name, root: parseXml(xml) }));
  const word = trees.filter(({ root }) => root.name.startsWith('w:'));
  const styles = word.find(({ name }) => name === 'word/styles.xml')?.root;
  return [
    ...word.flatMap(({ name, root }) => checkElement(root, '').map((problem) => `${name}: ${problem}`)),
    ...checkContentTypes(parts),
    ...checkRelationships(parts),
    ...word.flatMap(({ root }) => [...checkBookmarks(root), ...(styles ? checkStyles(root, styles) : [])]),
  ];
}

function ruleOf(name: string, parent: string): ElementRule | undefined {
  return wordRules[`${parent}/${name}`] ?? wordRules[name];
}

function checkElement(element: XmlElement, parent: string): readonly string[] {
  const rule = ruleOf(element.name, parent);
  if (!rule) return [`${parent} holds ${element.name}, which has no rule`];
  return [
    ...checkAttributes(element, rule),
    ...checkChildren(element, rule),
    ...element.children.flatMap((child) => checkElement(child, element.name)),
  ];
}

function checkAttributes({ name, attributes }: XmlElement, rule: ElementRule): readonly string[] {
  const required = rule.attributes ?? [];
  const known = new Set([...required, ...(rule.optional ?? [])]);
  return [
    ...required.filter((attribute) => attributes[attribute] === undefined).map((attribute) => `${name} lacks ${attribute}`),
    ...Object.keys(attributes)
      .filter((attribute) => !known.has(attribute) && !attribute.startsWith('xmlns'))
      .map((attribute) => `${name} has ${attribute}`),
  ];
}

function checkChildren({ name, children }: XmlElement, rule: ElementRule): readonly string[] {
  const sequence = rule.sequence ?? [];
  const names = children.map((child) => child.name);
  const ranks = names.map((child) => (sequence.includes(child) ? sequence.indexOf(child) : sequence.length));
  const strangers = names.filter((child) => !sequence.includes(child) && !(rule.anyOf ?? []).includes(child));
  const misplaced = names.filter((_, index) => (ranks[index] ?? 0) < (ranks[index - 1] ?? 0));
  const missing = (rule.needs ?? []).filter((child) => !names.includes(child));
  const last = children.at(-1)?.name;
  return [
    ...strangers.map((child) => `${name} must not hold ${child}`),
    ...misplaced.map((child) => `${child} comes too late in ${name}`),
    ...missing.map((child) => `${name} lacks ${child}`),
    ...(name === 'w:tc' && last !== 'w:p' ? ['w:tc does not end with a paragraph'] : []),
    ...(name === 'w:body' && (last !== 'w:sectPr' || children.at(-2)?.name !== 'w:p')
      ? ['w:body does not end with a paragraph and its section']
      : []),
  ];
}

function checkContentTypes(parts: DocxParts): readonly string[] {
  const root = parseXml(parts['[Content_Types].xml'] ?? '');
  const overrides = named(root, 'Override').map((element) => element.attributes['PartName'] ?? '');
  const defaults = new Set(named(root, 'Default').map((element) => element.attributes['Extension']));
  const names = Object.keys(parts).filter((name) => name !== '[Content_Types].xml');
  return [
    ...overrides.filter((name) => parts[name.slice(1)] === undefined).map((name) => `content type of ${name}, which is not there`),
    ...overrides.filter((name, index) => overrides.indexOf(name) !== index).map((name) => `two content types of ${name}`),
    ...names.filter((name) => !name.endsWith('.rels') && !overrides.includes(`/${name}`)).map((name) => `no content type of ${name}`),
    ...names.filter((name) => !defaults.has(name.split('.').at(-1))).map((name) => `no default content type for ${name}`),
  ];
}

function checkRelationships(parts: DocxParts): readonly string[] {
  const targets = ['_rels/.rels', 'word/_rels/document.xml.rels'].flatMap((name) => {
    const folder = name.startsWith('word/') ? 'word/' : '';
    return named(parseXml(parts[name] ?? ''), 'Relationship').map(({ attributes }) => ({
      id: `${folder}${attributes['Id']}`,
      target: folder + (attributes['Target'] ?? ''),
    }));
  });
  const used = named(parseXml(parts['word/document.xml'] ?? ''), 'w:footerReference').map(
    (element) => `word/${element.attributes['r:id']}`,
  );
  const ids = targets.map(({ id }) => id);
  return [
    ...targets.filter(({ target }) => parts[target] === undefined).map(({ target }) => `relationship to ${target}, which is not there`),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `two relationships ${id}`),
    ...used.filter((id) => !ids.includes(id)).map((id) => `no relationship ${id}`),
  ];
}

function checkBookmarks(root: XmlElement): readonly string[] {
  const starts = named(root, 'w:bookmarkStart').map(({ attributes }) => ({
    id: attributes['w:id'] ?? '',
    name: attributes['w:name'] ?? '',
  }));
  const ends = named(root, 'w:bookmarkEnd').map(({ attributes }) => attributes['w:id'] ?? '');
  const names = starts.map(({ name }) => name.toLowerCase());
  const ids = starts.map(({ id }) => id);
  const anchors = named(root, 'w:hyperlink').map(({ attributes }) => attributes['w:anchor'] ?? '');
  const drawings = named(root, 'wp:docPr').map(({ attributes }) => attributes['id'] ?? '');
  const repeated = (list: readonly string[]): readonly string[] => list.filter((item, index) => list.indexOf(item) !== index);
  return [
    ...repeated(names).map((name) => `two bookmarks ${name}`),
    ...repeated(ids).map((id) => `two bookmark ids ${id}`),
    ...repeated(drawings).map((id) => `two drawing ids ${id}`),
    ...names.filter((name) => !/^[a-z_]\w{0,39}$/u.test(name)).map((name) => `Word takes no bookmark ${name}`),
    ...(ids.toSorted().join() === ends.toSorted().join() ? [] : ['bookmark starts and ends do not pair']),
    ...anchors.filter((anchor) => !names.includes(anchor.toLowerCase())).map((anchor) => `link to ${anchor}, which is not there`),
  ];
}

function checkStyles(root: XmlElement, styles: XmlElement): readonly string[] {
  const ids = named(styles, 'w:style').map(({ attributes }) => attributes['w:styleId'] ?? '');
  const uses = descendants(root).filter(({ name }) => ['w:pStyle', 'w:rStyle', 'w:basedOn', 'w:next', 'w:tblStyle'].includes(name));
  return uses
    .map(({ attributes }) => attributes['w:val'] ?? '')
    .filter((id) => !ids.includes(id))
    .map((id) => `no style ${id}`);
}
