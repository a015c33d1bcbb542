import { strFromU8, unzipSync } from 'fflate';
import { AppError } from '../../app-error.js';
import { child, elements, parseXml, type XmlElement } from './xml-tree.js';
import { crc32, zipChecksums } from './zip-checksums.js';

/** The parts of a Word package that carry words or say how to read them. */
export interface WordPackage {
  readonly document: XmlElement;
  /** Part by what its relationship type ends with: styles, numbering, comments, footnotes, endnotes. */
  part(kind: string): XmlElement | undefined;
  /** All headers and footers, in the order of their names. */
  readonly headersAndFooters: readonly XmlElement[];
}

/** Expanded size of one part that no honest document reaches. */
const maxPartBytes = 96 * 1024 * 1024;

/**
 * Opens a .docx, .dotx or zip-based .wps file.
 * @throws AppError `file-broken` or `file-too-large` naming the file and what to do
 */
export function openPackage(bytes: Uint8Array, file: string): WordPackage {
  const checksums = zipChecksums(bytes);
  const read = (name: string): XmlElement | undefined => {
    const content = inflatePart(bytes, checksums, name, file);
    return content && readPart(content, name, file);
  };
  const mainName = mainPartName(read('_rels/.rels')) ?? 'word/document.xml';
  const document = read(mainName);
  if (!document || !bodyOf(document)) throw broken(file, '里面没有正文部分');
  const relations = relationsOf(read(relationsName(mainName)), mainName);
  const targets = (kind: string): readonly string[] =>
    relations.filter(({ type }) => type.endsWith(`/${kind}`)).map(({ target }) => target);
  const furniture = [...targets('header'), ...targets('footer')].sort();
  return {
    document,
    part(kind) {
      const [target] = targets(kind);
      return target === undefined ? undefined : read(target);
    },
    headersAndFooters: furniture.flatMap((name) => read(name) ?? []),
  };
}

/** Inflates one part, and checks it against the checksum the package keeps for it. */
function inflatePart(bytes: Uint8Array, checksums: ReadonlyMap<string, number>, name: string, file: string): Uint8Array | undefined {
  try {
    const found = unzipSync(bytes, {
      filter({ name: entry, originalSize }) {
        if (entry.replace(/^\//u, '') !== name) return false;
        if (originalSize > maxPartBytes) throw tooLarge(file);
        return true;
      },
    });
    const content = Object.values(found)[0];
    if (content && checksums.get(name) !== undefined && checksums.get(name) !== crc32(content)) {
      throw broken(file, `里面的 ${name} 与校验不符，文件可能没有拷贝完整`);
    }
    return content;
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw broken(file, '压缩包已损坏或没有拷贝完整', error);
  }
}

function readPart(content: Uint8Array, name: string, file: string): XmlElement {
  try {
    return parseXml(decodeXml(content));
  } catch (error) {
    const reason =
      error instanceof Error && error.message === 'doctype' ? `里面的 ${name} 引用了外部内容，出于安全不予读取` : `里面的 ${name} 已损坏`;
    throw broken(file, reason, error);
  }
}

function decodeXml(content: Uint8Array): string {
  if (content[0] === 0xff && content[1] === 0xfe) return utf16(content.subarray(2), 0, 1);
  if (content[0] === 0xfe && content[1] === 0xff) return utf16(content.subarray(2), 1, 0);
  return strFromU8(content).replace(/^\uFEFF/u, '');
}

function utf16(content: Uint8Array, low: 0 | 1, high: 0 | 1): string {
  const units: string[] = [];
  for (let index = 0; index + 1 < content.length; index += 2) {
    units.push(String.fromCharCode((content[index + low] ?? 0) | ((content[index + high] ?? 0) << 8)));
  }
  return units.join('');
}

interface Relation {
  readonly type: string;
  readonly target: string;
}

function relationsOf(relations: XmlElement | undefined, source: string): readonly Relation[] {
  const folder = source.slice(0, source.lastIndexOf('/') + 1);
  return elements(relations, 'Relationship')
    .filter(({ attributes }) => attributes.get('TargetMode') !== 'External')
    .map(({ attributes }) => ({ type: attributes.get('Type') ?? '', target: resolveTarget(folder, attributes.get('Target') ?? '') }));
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

function tooLarge(file: string): AppError {
  return new AppError('file-too-large', `${file}：展开后过大，不像一份文稿，没有读取。请确认文件来源。`);
}

/** The body of the main part. */
export function bodyOf(document: XmlElement): XmlElement | undefined {
  return child(document, 'body');
}
