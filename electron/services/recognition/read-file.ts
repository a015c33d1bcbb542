import { createHash } from 'node:crypto';
import { AppError } from '../../../shared/app-error.js';
import { issueItems } from '../../../shared/document/issue.js';
import { pictureLimits } from '../../../shared/document/picture-limits.js';
import { picturesOf } from '../../../shared/document/picture.js';
import { readLimits } from '../../../shared/import-limits.js';
import { inspectPicture } from '../../../shared/pictures/inspect-picture.js';
import { PictureFault } from '../../../shared/pictures/picture-fault.js';
import { looksLikeHtml, readHtml } from '../../../shared/recognize/read-html.js';
import { readText } from '../../../shared/recognize/read-text.js';
import { recognize } from '../../../shared/recognize/recognize.js';
import type { DraftPart, RecognizedDraft, RecognizedIssue } from '../../../shared/recognize/recognized.js';
import type { LeftAsideText, SourceLine } from '../../../shared/recognize/source-line.js';
import { readDocxLines, type WordTakers, type WordText } from '../../../shared/word/read/fold-lines.js';
import type { KeepPicture } from '../../../shared/word/read/fold-drawings.js';
import { packageBudget } from '../../../shared/word/read/open-package.js';
import { decodeText } from '../decode-text.js';
import type { Ids, Reading, RecognizedFile } from '../ports.js';
import { assetsFolder } from '../default-folders.js';
import { withoutWebFrame } from '../../../shared/recognize/web-frame.js';
import { sniffFile, type SniffedKind } from '../sniff-file.js';
import { namingFile } from './naming-file.js';
import { readPdf } from './read-pdf.js';
import { openMhtml } from './unwrap-mhtml.js';
import { withoutPictures } from './page-pictures.js';

interface Source {
  readonly lines: readonly SourceLine[];
  /** Files of its pictures, by their digests. */
  readonly pictures?: ReadonlyMap<string, Uint8Array>;
  readonly warnings: readonly string[];
  readonly leftAside: readonly LeftAsideText[];
}

/**
 * What a file holds. It may take as much memory and time as the file makes it: run it where that hurts nobody.
 * @param assets folder of the program's assets
 * @throws AppError naming the file and the remedy when it cannot be read
 */
export async function recognizeBytes(
  name: string,
  bytes: Uint8Array,
  ids: Ids,
  reading: Reading = {},
  assets = assetsFolder(),
): Promise<RecognizedFile> {
  try {
    const source = await readSource(name, bytes, assets);
    const recognized = recognize(source.lines, { ...reading, fileName: name, nextId: () => ids.next() });
    return {
      sha256: createHash('sha256').update(bytes).digest('hex'),
      bytes: bytes.length,
      ...withAsides(recognized, source),
      ...(recognized.kind === 'article' && recognized.parts ? { parts: withOwnAsides(recognized.parts, source) } : {}),
      ...(source.pictures && source.pictures.size > 0 ? { pictures: keptFiles(recognized, source.pictures) } : {}),
    };
  } catch (error) {
    throw namingFile(error, name);
  }
}

/** What a file's format told and left aside, before what recognition did. */
function withAsides<Read extends Pick<RecognizedFile, 'warnings' | 'leftAside'>>(
  recognized: Read,
  { warnings, leftAside }: Pick<Source, 'warnings' | 'leftAside'>,
): Read {
  return { ...recognized, warnings: [...warnings, ...recognized.warnings], leftAside: [...leftAside, ...recognized.leftAside] };
}

/** Each manuscript of a file with what was left aside between its beginning and the next one's. */
function withOwnAsides(parts: readonly DraftPart[], { warnings, leftAside }: Source): readonly DraftPart[] {
  return parts.map((part, at) => {
    const from = at === 0 ? 0 : part.firstLine;
    const end = parts[at + 1]?.firstLine ?? Number.POSITIVE_INFINITY;
    return withAsides(part, { warnings, leftAside: leftAside.filter(({ line }) => line >= from && line < end) });
  });
}

async function readSource(name: string, bytes: Uint8Array, assets: string): Promise<Source> {
  const kind = sniffFile(name, bytes);
  const source = await readAs(kind, name, bytes, assets);
  refuseHuge(source.lines, kind === 'text' ? '行' : '段');
  if (!source.lines.some(({ text }) => text.trim() !== '')) throw new AppError('file-empty', emptyFile(kind !== 'text', source.leftAside));
  return source;
}

function readAs(kind: SniffedKind, name: string, bytes: Uint8Array, assets: string): Source | Promise<Source> {
  if (kind === 'docx-zip') return readWord(name, bytes);
  if (kind === 'pdf') return readPdf(bytes, assets);
  if (kind === 'text') {
    const { keepPicture, pictures } = pictureKeeper();
    return { ...readWords(bytes, name, keepPicture), pictures };
  }
  throw new AppError('file-kind', `这是 .${kind} 文件，请在 Word 或 WPS 里另存为 .docx 后再导入。`);
}

function readWord(name: string, bytes: Uint8Array): Source {
  const { keepPicture, pictures } = pictureKeeper();
  return { ...readWordText(bytes, name, { keepPicture, budget: packageBudget() }), pictures };
}

/** Takes over the pictures of one file, as many as it may have; their files by their digests. */
function pictureKeeper(): { readonly keepPicture: KeepPicture; readonly pictures: ReadonlyMap<string, Uint8Array> } {
  const pictures = new Map<string, Uint8Array>();
  let bytes = 0;
  const keepPicture: KeepPicture = (content) => {
    try {
      const facts = inspectPicture(content);
      bytes += content.length;
      if (pictures.size >= pictureLimits.perFile || bytes > pictureLimits.perFileBytes) return '图片太多';
      const sha256 = createHash('sha256').update(content).digest('hex');
      pictures.set(sha256, content);
      return { sha256, ...facts };
    } catch (error) {
      if (error instanceof PictureFault) return error.message;
      throw error;
    }
  };
  return { keepPicture, pictures };
}

/** Files in a file in a file: what stands deeper is told, not read. */
const deepest = 2;

function readWordText(bytes: Uint8Array, name: string, takers: WordTakers, depth = 0): WordText {
  const readEmbedded = (content: Uint8Array): WordText | undefined => {
    try {
      const kind = sniffFile('', content);
      if (kind === 'docx-zip') return depth < deepest ? readWordText(content, name, takers, depth + 1) : undefined;
      return kind === 'text' ? readWords(content, name, takers.keepPicture, /^\s{0,99}<[a-z]/iu) : undefined;
    } catch {
      return undefined;
    }
  };
  return readDocxLines(bytes, name, { ...takers, readEmbedded });
}

/** Files of the pictures that came into the result, as text: what crosses between processes is JSON. */
function keptFiles(
  recognized: RecognizedIssue | RecognizedDraft,
  pictures: ReadonlyMap<string, Uint8Array>,
): NonNullable<RecognizedFile['pictures']> {
  const items = recognized.kind === 'issue' ? issueItems(recognized.issue).map(({ item }) => item) : [recognized.article];
  const used = new Set(items.flatMap(({ paragraphs }) => picturesOf(paragraphs).map(({ sha256 }) => sha256)));
  return [...pictures].flatMap(([sha256, bytes]) => (used.has(sha256) ? [{ sha256, base64: Buffer.from(bytes).toString('base64') }] : []));
}

/** Lines of a text, or of a web page that goes by the name of one or of a Word file; `piece`: how a piece of one begins. */
function readWords(bytes: Uint8Array, name: string, keepPicture: KeepPicture | undefined, piece?: RegExp): Source {
  const archive = openMhtml(bytes);
  const text = decodeText(archive?.page ?? bytes, name);
  if (!looksLikeHtml(text) && !piece?.test(text)) return { lines: readText(bounded(text)), warnings: [], leftAside: [] };
  const { page, pictureAt } = withoutPictures(text);
  const read = readHtml(bounded(page), (address) => {
    const picture = pictureAt(address) ?? archive?.partAt(address);
    return picture && keepPicture?.(picture);
  });
  const { lines, pictures, warnings, leftAside } = read.siteTitle === undefined ? read : withoutWebFrame(read, read.siteTitle);
  const kept = pictures.kept > 0 ? `和${String(pictures.kept)}张图片` : '';
  const left = pictures.left > 0 ? `，${String(pictures.left)}张图片没有读入` : '';
  return { lines, warnings: [`这是网页格式的文件，只读入了文字${kept}${left}。`, ...warnings], leftAside };
}

/** A text no longer than recognition takes; what comes after is never looked at. */
function bounded(text: string): string {
  if (text.length > readLimits.characters) throw tooMuch(`有 ${wan(text.length)}字`);
  return text;
}

function refuseHuge(lines: readonly SourceLine[], unit: string): void {
  if (lines.length > readLimits.lines) throw tooMuch(`有 ${wan(lines.length)}${unit}`);
  const long = lines.find(({ text }) => text.length > readLimits.lineCharacters);
  if (long) throw tooMuch(`第 ${long.line} ${unit}有 ${wan(long.text.length)}字`);
  const characters = lines.reduce((sum, { text }) => sum + text.length, 0);
  if (characters > readLimits.characters) throw tooMuch(`有 ${wan(characters)}字`);
}

/** Why a file without words is not taken: what it does hold is named. */
function emptyFile(isWord: boolean, leftAside: readonly LeftAsideText[]): string {
  const held = [...new Set(leftAside.map(({ reason }) => (/^图片/u.test(reason) ? '图片' : (/^[^（，：]+/u.exec(reason)?.[0] ?? ''))))];
  if (held.length > 0) return `正文里没有文字，只有${held.slice(0, 5).join('、')}，没有导入。请取有文字的原稿。`;
  return isWord ? '文件里没有文字，可能只有图片，没有导入。请取有文字的原稿。' : '文件里没有文字，没有可导入的内容。';
}

function tooMuch(what: string): AppError {
  return new AppError('file-too-large', `${what}，不像一份文稿，没有读取。请确认选对了文件，或分成几份再导入。`);
}

function wan(count: number): string {
  return count < 10_000 ? `${count} ` : `${Math.round(count / 10_000)} 万`;
}
