import { strFromU8 } from 'fflate';
import { AppError } from '../../app-error.js';
import { packageLimits } from '../../import-limits.js';
import { child, elements, parseXml, XmlFault, type XmlBudget, type XmlElement } from './xml-tree.js';
import { unpack, ZipFault, zipEntries, type ZipEntry } from './zip-entries.js';

/** The parts of a Word package that carry words or say how to read them. */
export interface WordPackage {
  readonly document: XmlElement;
  /** Part by what its relationship type ends with: styles, numbering, comments, footnotes, endnotes. */
  part(kind: string): XmlElement | undefined;
  /** The file that a relation of the body names, of at most `limit` bytes; undefined where it is not in the package or larger. */
  media(relation: string, limit: number): Uint8Array | undefined;
  /** All headers and footers, in the order of their names. */
  readonly headersAndFooters: readonly XmlElement[];
  /** The part that the main part refers to by an id, such as the footer of a section. */
  related(id: string): XmlElement | undefined;
}

/** What may still be unpacked and parsed: a file that stands in another draws on what that one leaves. */
export interface PackageBudget extends XmlBudget {
  bytes: number;
}

export function packageBudget(): PackageBudget {
  return { bytes: packageLimits.bytes, elements: packageLimits.elements };
}

/**
 * Opens a .docx, .dotx or zip-based .wps file.
 * @throws AppError `file-broken` or `file-too-large` naming the file and what to do
 */
export function openPackage(bytes: Uint8Array, file: string, budget: PackageBudget = packageBudget()): WordPackage {
  const read = partReader(bytes, file, budget);
  const mainName = mainPartName(read('_rels/.rels')) ?? 'word/document.xml';
  const document = read(mainName);
  if (!document || !bodyOf(document)) throw broken(file, '里面没有正文部分');
  const relations = relationsOf(read(relationsName(mainName)), mainName);
  const targets = (kind: string): readonly string[] =>
    relations.filter(({ type }) => type.endsWith(`/${kind}`)).map(({ target }) => target);
  // Any number of sections may show the same header: it is read once. The body is none, whatever a relation says.
  const furniture = [...new Set([...targets('header'), ...targets('footer')])].filter((name) => name !== mainName).sort();
  // What says of itself that it is too much is not even unpacked; what lies is stopped on the way.
  if (furniture.length > packageLimits.furniture || read.declared(furniture) > packageLimits.bytes) throw tooLarge(file);
  return {
    document,
    part(kind) {
      const [target] = targets(kind);
      return target === undefined ? undefined : read(target);
    },
    media(relation, limit) {
      const target = relations.find(({ id }) => id === relation)?.target;
      return target === undefined ? undefined : read.bytes(target, limit);
    },
    headersAndFooters: furniture.flatMap((name) => read(name) ?? []),
    related(id) {
      const target = relations.find((relation) => relation.id === id)?.target;
      return target === undefined ? undefined : read(target);
    },
  };
}

/** Reads parts by name within the limits of one package: as XML, or their bytes. */
interface PartReader {
  (name: string): XmlElement | undefined;
  readonly bytes: (name: string, limit: number) => Uint8Array | undefined;
  /** Bytes that parts say they unpack to. */
  readonly declared: (names: readonly string[]) => number;
}

function partReader(bytes: Uint8Array, file: string, budget: PackageBudget): PartReader {
  const entries = listed(bytes, file);
  const read = (name: string): XmlElement | undefined => {
    const entry = entries.get(name);
    if (entry === undefined) return undefined;
    const content = unpacked(bytes, entry, Math.min(budget.bytes, packageLimits.partBytes), file);
    budget.bytes -= content.length;
    return readPart(content, name, file, budget);
  };
  // A picture that cannot be unpacked harms no word of the file.
  const readBytes = (name: string, limit: number): Uint8Array | undefined => {
    const entry = entries.get(name);
    try {
      return entry && unpack(bytes, entry, limit);
    } catch {
      return undefined;
    }
  };
  const declared = (names: readonly string[]): number => names.reduce((sum, name) => sum + (entries.get(name)?.declared ?? 0), 0);
  return Object.assign(read, { bytes: readBytes, declared });
}

function listed(bytes: Uint8Array, file: string): ReadonlyMap<string, ZipEntry> {
  try {
    return zipEntries(bytes);
  } catch (error) {
    throw toPackageError(error, '压缩包', file);
  }
}

function unpacked(bytes: Uint8Array, entry: ZipEntry, limit: number, file: string): Uint8Array {
  try {
    return unpack(bytes, entry, limit);
  } catch (error) {
    throw toPackageError(error, entry.name, file);
  }
}

function toPackageError(error: unknown, name: string, file: string): AppError {
  const kind = error instanceof ZipFault ? error.kind : 'broken';
  if (kind === 'large') return tooLarge(file, error);
  if (kind === 'hostile') return broken(file, '里面有互相重叠或重名的条目，不是正常保存的文件', error);
  if (kind === 'encrypted') {
    return new AppError('file-encrypted', `${file}：文件加了密，没有读取。请在 Word 或 WPS 里去掉密码后再导入。`, { cause: error });
  }
  return broken(file, name === '压缩包' ? '压缩包已损坏或没有拷贝完整' : `里面的 ${name} 与校验不符，文件可能没有拷贝完整`, error);
}

function readPart(content: Uint8Array, name: string, file: string, budget: XmlBudget): XmlElement {
  try {
    return parseXml(decodeXml(content), budget);
  } catch (error) {
    const kind = error instanceof XmlFault ? error.kind : 'broken';
    if (kind === 'large') throw tooLarge(file, error);
    throw broken(file, partFaults[kind].replace('#', name), error);
  }
}

const partFaults: Readonly<Record<Exclude<XmlFault['kind'], 'large'> | 'broken', string>> = {
  doctype: '里面的 # 引用了外部内容，出于安全不予读取',
  depth: '里面的 # 层层嵌套得太深，不是正常保存的文件',
  broken: '里面的 # 已损坏',
};

function decodeXml(content: Uint8Array): string {
  if (content[0] === 0xff && content[1] === 0xfe) return utf16(content.subarray(2), 0, 1);
  if (content[0] === 0xfe && content[1] === 0xff) return utf16(content.subarray(2), 1, 0);
  return strFromU8(content).replace(/^\uFEFF/u, '');
}

function utf16(content: Uint8Array, low: 0 | 1, high: 0 | 1): string {
  let text = '';
  for (let index = 0; index + 1 < content.length; index += 2) {
    text += String.fromCharCode((content[index + low] ?? 0) | ((content[index + high] ?? 0) << 8));
  }
  return text;
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

function relationsOf(relations: XmlElement | undefined, source: string): readonly Relation[] {
  const folder = source.slice(0, source.lastIndexOf('/') + 1);
  return elements(relations, 'Relationship')
    .filter(({ attributes }) => attributes.get('TargetMode') !== 'External')
    .map(({ attributes }) => ({
      id: attributes.get('Id') ?? '',
      type: attributes.get('Type') ?? '',
      target: resolveTarget(folder, attributes.get('Target') ?? ''),
    }));
}

function mainPartName(relations: XmlElement | undefined): string | undefined {
  return relationsOf(relations, '').find(({ type }) => type.endsWith('/officeDocument'))?.target;
}

function relationsName(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

function resolveTarget(folder: string, target: string): string {
  const path = target.startsWith('/') ? target.slice(1) : folder + target;
  const resolved: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') resolved.pop();
    else if (step !== '.' && step !== '') resolved.push(step);
  }
  return resolved.join('/');
}

function broken(file: string, reason: string, cause?: unknown): AppError {
  return new AppError('file-broken', `${file}：${reason}，没有读取。请在 Word 或 WPS 中打开另存为 .docx 后重试。`, { cause });
}

function tooLarge(file: string, cause?: unknown): AppError {
  return new AppError('file-too-large', `${file}：展开后过大，不像一份文稿，没有读取。请确认文件来源，或分成几份再导入。`, { cause });
}

/** The body of the main part. */
export function bodyOf(document: XmlElement): XmlElement | undefined {
  return child(document, 'body');
}
