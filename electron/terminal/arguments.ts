import { parseArgs } from 'node:util';
import { issueKeySchema } from '../../shared/document/issue-schema.js';
import { exportFormats, type ExportFormat } from '../../shared/export-formats.js';
import { bundleOptions, bundleUsage, toBundleCommand, toReceiptsCommand, type BundleCommand } from './bundle-arguments.js';
import { keepingUsage, toKeepingCommand, type KeepingCommand } from './keeping-arguments.js';
import { UsageError } from './usage-error.js';

/** What the terminal program was asked to do. */
export type Command =
  | { readonly kind: 'help' }
  | {
      readonly kind: 'import';
      readonly files: readonly string[];
      readonly replace: boolean;
      readonly trust: boolean;
      /** Lines and page ends stay as they are in the file, none is joined. */
      readonly keepsLines: boolean;
      /** Of issues whose name no publication has: a new one, or the one of this name. */
      readonly publication?: { readonly isNew: true } | { readonly name: string } | undefined;
      readonly passphraseFile?: string | undefined;
    }
  | { readonly kind: 'list' | 'units' | 'submissions' }
  | { readonly kind: 'pages'; readonly key: string; readonly json: boolean }
  | { readonly kind: 'show'; readonly of: 'issue' | 'submission'; readonly key: string; readonly json: boolean }
  | { readonly kind: 'export'; readonly key: string; readonly files: Readonly<Partial<Record<ExportFormat, string>>> }
  | { readonly kind: 'sample' }
  | { readonly kind: 'style'; readonly file: string }
  | { readonly kind: 'search'; readonly words: string; readonly kept: boolean; readonly json: boolean }
  | KeepingCommand
  | BundleCommand;

/** Whether a command is one about bundles, which have a file of their own. */
export function isBundleCommand(command: Command): command is BundleCommand {
  return ['bundle-pack', 'receipts-pack', 'bundle-verify', 'bundle-plan', 'bundle-undo'].includes(command.kind);
}

export interface Invocation {
  /** Folder of the library; absent: the user's own. */
  readonly library?: string;
  readonly json: boolean;
  readonly command: Command;
}

export const helpText = `专报编辑台 终端程序

用法：zhuanbao [--library 文件夹] 命令

命令：
  import 文件…            识别文件并存入资料库，每个文件输出一行 JSON；同期已存在且内容不同时不覆盖
    --replace             替换已有的同期（旧版留在历史）
    --new-publication     刊名不在资料库里的，作为新刊物
    --publication 刊名    各期归入这个刊物，不看报头上的刊名
    --keep-lines          不接断行和页末，照文件里的行收
    --trust               交换包（.zbx）：已与对方核对四个词，信任其签名
  list [--json]           列出各期
  units [--json]          列出报送单位名录
  submissions [--json]    列出来稿：编号、单位、状态、标题
  show 期号 [--json]      输出一期的全部内容，期号如 2022-10；也可写来稿编号
  export 期号             导出一期，至少指定一种；已有同名文件时会覆盖
    --docx 文件  --pdf 文件  --ofd 文件  --txt 文件  --html 文件
  pages 期号 [--json]     输出排版后的每页各行
  search 词… [--json]     在各期和来稿中查找，输出每处的期号、页码、标题和前后文；多个词须同篇出现，“”内整句查找
    --kept                也找旧版本和回收站
  style learn 文件 [--json] 读出 Word 文件的版式，列出与现在不同的各项，不改动设置
${keepingUsage}${bundleUsage}  sample                  把样例期存入资料库（资料库为空时），输出其期号

选项：
  --library 文件夹        资料库所在文件夹，默认为本用户的资料库
  --help                  显示本说明

退出码：0 完成；1 失败（标准错误输出一句原因和代码）；2 用法错误
`;

const options = {
  library: { type: 'string' },
  json: { type: 'boolean' },
  replace: { type: 'boolean' },
  'keep-lines': { type: 'boolean' },
  publication: { type: 'string' },
  'new-publication': { type: 'boolean' },
  repair: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  docx: { type: 'string' },
  pdf: { type: 'string' },
  ofd: { type: 'string' },
  txt: { type: 'string' },
  kept: { type: 'boolean' },
  html: { type: 'string' },
  ...bundleOptions,
} as const;

type Values = ReturnType<typeof parse>['values'];

/**
 * Reads the words after the program's name.
 * @throws UsageError saying which word is wrong
 */
export function readArguments(words: readonly string[]): Invocation {
  const { values, positionals } = parse(words);
  const json = values.json ?? false;
  const [name, ...operands] = positionals;
  const command = values.help ? ({ kind: 'help' } as const) : toCommand(name, operands, values);
  return { json, command, ...(values.library === undefined ? {} : { library: values.library }) };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(`选项有误：${error instanceof Error ? error.message.split('.')[0] : '无法识别'}。用 --help 查看用法。`);
  }
}

function toPublication({ publication, 'new-publication': isNew = false }: Values) {
  if (publication !== undefined && isNew) throw new UsageError('--publication 和 --new-publication 只能用一个。');
  return isNew ? ({ isNew } as const) : publication === undefined ? undefined : { name: publication };
}

function toSearch(operands: readonly string[], { kept = false, json = false }: Values): Command {
  if (operands.join('').trim() === '') throw new UsageError('search 后面要写要找的词。');
  return { kind: 'search', words: operands.join(' '), kept, json };
}

function toCommand(name: string | undefined, operands: readonly string[], values: Values): Command {
  switch (name) {
    case 'import':
      if (operands.length === 0) throw new UsageError('import 后面要写至少一个文件。');
      return {
        kind: 'import',
        files: operands,
        replace: values.replace ?? false,
        trust: values.trust ?? false,
        keepsLines: values['keep-lines'] ?? false,
        publication: toPublication(values),
        passphraseFile: values['passphrase-file'],
      };
    case 'list':
    case 'units':
    case 'submissions':
    case 'sample':
      if (operands.length > 0) throw new UsageError(`${name} 后面不需要其他内容。`);
      return { kind: name };
    case 'show':
      return { kind: name, ...oneShown(operands), json: values.json ?? false };
    case 'pages':
      return { kind: name, key: oneKey(name, operands), json: values.json ?? false };
    case 'export':
      return { kind: 'export', key: oneKey(name, operands), files: exportFiles(values) };
    case 'search':
      return toSearch(operands, values);
    case 'style':
      return toStyleCommand(operands);
    case 'check':
    case 'backup':
      return toKeepingCommand(name, operands, values.repair);
    case 'bundle':
      return toBundleCommand(operands, values);
    case 'receipts':
      return toReceiptsCommand(operands, values);
    case undefined:
      throw new UsageError('没有写命令。用 --help 查看用法。');
    default:
      throw new UsageError(`没有“${name}”这个命令。用 --help 查看用法。`);
  }
}

function toStyleCommand([verb, file, ...more]: readonly string[]): Command {
  if (verb !== 'learn' || file === undefined || more.length > 0)
    throw new UsageError('style 后面要写 learn 和一个 Word 文件，如 style learn 往期.docx。');
  return { kind: 'style', file };
}

function oneKey(name: string, operands: readonly string[]): string {
  const [key] = operands;
  if (key === undefined || operands.length > 1) throw new UsageError(`${name} 后面要写一个期号，如 2022-10。`);
  if (!issueKeySchema.safeParse(key).success) throw new UsageError(`“${key}”不是期号，应写作 2022-10。`);
  return key;
}

/** The issue or, by its id as `submissions` prints it, the manuscript to show. */
function oneShown(operands: readonly string[]): { readonly of: 'issue' | 'submission'; readonly key: string } {
  const [key, ...more] = operands;
  if (key === undefined || more.length > 0) throw new UsageError('show 后面要写一个期号（如 2022-10）或来稿编号。');
  if (issueKeySchema.safeParse(key).success) return { of: 'issue', key };
  if (!/^[A-Za-z0-9_-]{1,64}$/u.test(key)) throw new UsageError(`“${key}”不是期号（应写作 2022-10），也不是来稿编号。`);
  return { of: 'submission', key };
}

function exportFiles(values: Values): Partial<Record<ExportFormat, string>> {
  const files: Partial<Record<ExportFormat, string>> = {};
  for (const format of exportFormats) {
    const path = values[format];
    if (path !== undefined) files[format] = path;
  }
  if (Object.keys(files).length === 0) throw new UsageError('export 要用 --docx、--pdf、--ofd、--txt、--html 指定至少一个文件。');
  return files;
}
