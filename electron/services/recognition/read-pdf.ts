import { join } from 'node:path';
import { getDocumentProxy } from 'unpdf';
import { AppError } from '../../../shared/app-error.js';
import { readLimits } from '../../../shared/import-limits.js';
import { readPdfPages } from '../../../shared/recognize/pdf-lines.js';
import { FaceNames } from './read-pdf-faces.js';
import { RuleReader } from './read-pdf-rules.js';
import { TagReader } from './read-pdf-tags.js';
import type { PdfBlock, PdfFace, PdfPage, PdfPiece } from '../../../shared/recognize/pdf-piece.js';
import { withoutWebFrame } from '../../../shared/recognize/web-frame.js';
import { withPlainRadicals } from '../../../shared/recognize/plain-radicals.js';
import type { LeftAsideText, SourceLine } from '../../../shared/recognize/source-line.js';

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;
type Page = Awaited<ReturnType<Document['getPage']>>;

export interface PdfWords {
  readonly lines: readonly SourceLine[];
  readonly warnings: readonly string[];
  readonly leftAside: readonly LeftAsideText[];
}

/**
 * The text of a PDF as paragraphs and tables. Pictures and pages without text are named, not read.
 * @param assets folder of the program's assets: old PDF files name character sets that are to be looked up there
 * @throws AppError `file-encrypted`, `file-broken`, `file-empty` for a scan, `file-too-large`, each with the remedy
 */
export async function readPdf(bytes: Uint8Array, assets: string): Promise<PdfWords> {
  const { pages, webTitle } = await readPages(bytes, assets);
  const letters = pages.map(lettersOf);
  const all = letters.reduce((sum, count) => sum + count, 0);
  if (all === 0) throw new AppError('file-empty', `这份 PDF 是扫描的图片，里面没有文字，没有导入。${remedy}`);
  if (unreadableOf(pages) * 5 > all) throw new AppError('file-broken', `这份 PDF 的字体没有对照表，取出来的是乱码，没有导入。${remedy}`);
  const empty = letters.flatMap((count, at) => (count === 0 ? [at + 1] : []));
  const unlined = pages.flatMap(({ rules }, at) => (rules ? [] : [at + 1]));
  const read = readPdfPages(pages);
  const words = webTitle === undefined ? read : withoutWebFrame(read, webTitle);
  const warnings = [
    '这是 PDF，只取了文字；图片没有收入，表格和分段按版面推测，请对照原件。',
    ...words.warnings,
    ...(unlined.length > 0 ? [`原件第${unlined.join('、')}页画的线太多，没有按格线读表格，请对照原件。`] : []),
    ...(empty.length > 0 ? [`原件第${empty.join('、')}页没有文字，可能是扫描的图片，没有收入。`] : []),
  ];
  return { ...words, warnings };
}

const remedy = '请取它的 Word 原稿，或用文字识别软件转成 Word 文件后再导入。';
const mostPages = 500;

interface ReadPages {
  readonly pages: readonly PdfPage[];
  /** The title of the web page that a browser printed; absent of other files. */
  readonly webTitle?: string;
}

async function readPages(bytes: Uint8Array, assets: string): Promise<ReadPages> {
  const document = await openDocument(bytes, assets);
  const { numPages } = document;
  if (numPages > mostPages) throw tooMuch(`有 ${numPages} 页`);
  const pages: PdfPage[] = [];
  let characters = 0;
  const readers: PageReaders = { rules: new RuleReader(), tags: new TagReader(), faces: new FaceNames() };
  for (let number = 1; number <= numPages; number += 1) {
    const opened = await document.getPage(number);
    const page = await readPage(opened, readers);
    opened.cleanup();
    characters += page.pieces.reduce((sum, { text }) => sum + text.length, 0);
    if (characters > readLimits.characters) throw tooMuch('文字过多');
    pages.push(page);
  }
  const title = await webTitleOf(document);
  return { pages, ...(title === undefined ? {} : { webTitle: title }) };
}

async function webTitleOf(document: Document): Promise<string | undefined> {
  const info: object = await document.getMetadata().then(
    (metadata) => metadata.info,
    () => ({}),
  );
  const word = (name: string): string => {
    const value: unknown = Reflect.get(info, name);
    return typeof value === 'string' ? value.slice(0, 400) : '';
  };
  const isPrinted = /^Mozilla\/|Chrom|Firefox|wkhtmltopdf/u.test(word('Creator'));
  return isPrinted ? word('Title') : undefined;
}

function tooMuch(what: string): AppError {
  return new AppError('file-too-large', `${what}，不像一份文稿，没有读取。请确认选对了文件，或分成几份再导入。`);
}

async function openDocument(bytes: Uint8Array, assets: string): Promise<Document> {
  try {
    // The library takes the bytes it is given for itself.
    const data = Uint8Array.from(bytes);
    return await getDocumentProxy(data, {
      cMapUrl: join(assets, 'cmaps', '/'),
      cMapPacked: true,
      useSystemFonts: false,
      verbosity: 0,
      maxImageSize: 1,
    });
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException')
      throw new AppError('file-encrypted', '文件设了打开密码，请去掉密码后再导入。', { cause: error });
    throw new AppError('file-broken', 'PDF 打不开，可能没有保存完整，没有导入。请重新取一份，或取它的 Word 原稿。', { cause: error });
  }
}

interface PageReaders {
  readonly rules: RuleReader;
  readonly tags: TagReader;
  readonly faces: FaceNames;
}

async function readPage(page: Page, readers: PageReaders): Promise<PdfPage> {
  const [, bottom = 0, , top = 0] = page.view;
  const rules = await readers.rules.read(page, bottom);
  const tags = await readers.tags.read(page);
  const { items } = await page.getTextContent({ includeMarkedContent: tags !== undefined });
  const pieces: PdfPiece[] = [];
  /** The marked contents that are open: what the tags call them, and whether they are no part of the text. */
  const open: { readonly block: PdfBlock | undefined; readonly isArtifact: boolean }[] = [];
  for (const item of items) {
    if ('str' in item) {
      const face = readers.faces.faceOf(item.fontName, page.commonObjs);
      pieces.push({ ...pieceOf(item, bottom), ...faceOf(face), ...open.at(-1) });
    } else if (item.type === 'endMarkedContent') open.pop();
    else {
      const tag: unknown = 'tag' in item ? item.tag : undefined;
      const block = (item.id ? tags?.get(item.id) : undefined) ?? open.at(-1)?.block;
      open.push({ block, isArtifact: tag === 'Artifact' || open.at(-1)?.isArtifact === true });
    }
  }
  return { height: top - bottom, ...(rules ? { rules } : {}), pieces };
}

function faceOf(face: PdfFace): Pick<PdfPiece, 'face'> {
  return face.isBold || face.isKai || face.isHei ? { face } : {};
}

interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
}

function pieceOf({ str, transform, width }: TextItem, bottom: number): PdfPiece {
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = transform;
  const size = Math.hypot(c, d);
  return { text: withPlainRadicals(str), x, y: y - bottom, width, size, isSlanted: Math.abs(b) > Math.abs(a) * 0.1 };
}

function lettersOf({ pieces }: PdfPage): number {
  return pieces.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}\p{Co}\uFFFD]/gu)?.length ?? 0), 0);
}

/** Characters of no known meaning: a font told only their shapes. */
function unreadableOf(pages: readonly PdfPage[]): number {
  return pages.reduce(
    (sum, { pieces }) => sum + pieces.reduce((own, { text }) => own + (text.match(/[\p{Co}\uFFFD]/gu)?.length ?? 0), 0),
    0,
  );
}
