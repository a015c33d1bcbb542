import { execFile, execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { faceNames, faces, latinFaceNames } from '../../shared/layout/faces.js';

const run = promisify(execFile);
const fontFolder = resolve(import.meta.dirname, '../../assets/fonts');

function answers(command: string, option: string): boolean {
  try {
    execFileSync(command, [option], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const missing = [
  ...(answers('soffice', '--version') ? [] : ['LibreOffice (soffice)']),
  ...(answers('pdftotext', '-v') ? [] : ['pdftotext']),
  ...(existsSync(fontFolder) ? [] : ['the bundled fonts']),
];

/** Whether Word files can be laid out by LibreOffice here. */
export const hasLibreOffice = missing.length === 0;

/** Says once why tests are skipped. */
if (!hasLibreOffice) console.warn(`${missing.join(', ')} absent: Word files are not compared page by page`);

/** LibreOffice with the bundled faces under their official names, and nothing of the user's own settings. */
export interface LibreOffice {
  /** Words of every page, blanks and page numbers taken out. */
  readPages(docx: Uint8Array): Promise<readonly string[]>;
  /** The same by lines. */
  readLines(docx: Uint8Array): Promise<readonly (readonly string[])[]>;
  /** The file as LibreOffice saves it again. */
  resave(docx: Uint8Array): Promise<Uint8Array>;
  /** The file as LibreOffice prints it. */
  print(docx: Uint8Array): Promise<Uint8Array>;
  close(): Promise<void>;
}

export async function openLibreOffice(): Promise<LibreOffice> {
  const folder = await mkdtemp(join(tmpdir(), 'zhuanbao-office-'));
  await writeFonts(folder);
  const convert = openConverter(folder);
  const readLines = async (docx: Uint8Array) => linesOf(await convert(docx, 'pdf'));
  return {
    readPages: async (docx) => (await readLines(docx)).map((lines) => lines.join('')),
    readLines,
    resave: async (docx) => readFileSync(await convert(docx, 'docx')),
    print: async (docx) => readFileSync(await convert(docx, 'pdf')),
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Beside the fonts lies a fontconfig file that names nothing else. */
async function writeFonts(folder: string): Promise<void> {
  await mkdir(join(folder, 'fonts'));
  for (const file of readdirSync(fontFolder).filter((name) => name.endsWith('.ttf')))
    await copyFile(join(fontFolder, file), join(folder, 'fonts', file));
  await writeFile(join(folder, 'fonts.conf'), fontConfig(folder));
}

function fontConfig(folder: string): string {
  const aliases = [...faceNames, ...latinFaceNames].flatMap((face) =>
    Object.values(faces[face].wordName).map((name) =>
      [
        `<match target="pattern"><test name="family"><string>${name}</string></test>`,
        `<edit name="family" mode="assign" binding="same"><string>${faces[face].regular.family}</string></edit></match>`,
      ].join(''),
    ),
  );
  return [
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>',
    `<dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'cache')}</cachedir>`,
    ...aliases,
    '</fontconfig>',
  ].join('\n');
}

type Format = 'pdf' | 'docx';

/** A file that waits to be converted. */
interface Waiting {
  readonly name: string;
  readonly format: Format;
  readonly done: (path: string) => void;
  readonly failed: (error: unknown) => void;
}

/** Converts a file to another at the path it gives back; those asked for meanwhile go together, because a start costs ten times a file. */
function openConverter(folder: string): (docx: Uint8Array, format: Format) => Promise<string> {
  let waiting: readonly Waiting[] = [];
  let files = 0;
  let isRunning = false;
  async function work(): Promise<void> {
    isRunning = true;
    for (let [first] = waiting; first; [first] = waiting) {
      const { format } = first;
      const lot = waiting.filter((each) => each.format === format);
      waiting = waiting.filter((each) => each.format !== format);
      await convertLot(folder, lot, format);
    }
    isRunning = false;
  }
  return async (docx, format) => {
    files += 1;
    const name = String(files);
    await writeFile(join(folder, `${name}.docx`), docx);
    return new Promise((done, failed) => {
      waiting = [...waiting, { name, format, done, failed }];
      if (!isRunning) void work();
    });
  };
}

async function convertLot(folder: string, lot: readonly Waiting[], format: Format): Promise<void> {
  const output = join(folder, 'out');
  // Marks of both scripts that open a paragraph go by the language LibreOffice runs in: Chinese, as in an office.
  const environment = { ...process.env, LC_ALL: 'zh_CN.UTF-8', FONTCONFIG_FILE: join(folder, 'fonts.conf') };
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const sources = lot.map(({ name }) => join(folder, `${name}.docx`));
  try {
    await run('soffice', [profile, '--headless', '--convert-to', format, '--outdir', output, ...sources], {
      env: environment,
      timeout: 240_000,
    });
    for (const { name, done, failed } of lot) {
      const path = join(output, `${name}.${format}`);
      // What it cannot read it reports as success.
      if (existsSync(path)) done(path);
      else failed(new Error(`LibreOffice wrote no ${format}`));
    }
  } catch (error) {
    for (const { failed } of lot) failed(error);
  }
}

async function linesOf(pdf: string): Promise<readonly (readonly string[])[]> {
  const { stdout } = await run('pdftotext', ['-layout', pdf, '-'], { maxBuffer: 1 << 26 });
  return stdout
    .split('\f')
    .slice(0, -1)
    .map((page) =>
      page
        .split('\n')
        .map((line) => line.replaceAll(/\s/gu, ''))
        .filter(isPrintedLine),
    );
}

/** Whether a line without its blanks holds words, and not a page number alone. */
export function isPrintedLine(line: string): boolean {
  return line !== '' && !/^—\d+—$/u.test(line);
}
