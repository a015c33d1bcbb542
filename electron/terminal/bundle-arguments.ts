import { bundleKinds, findBundleKind, type BundleKind, type BundleKindId } from '../../shared/bundle/bundle-kinds.js';
import { issueKeySchema } from '../../shared/document/issue-schema.js';
import { isKey } from '../../shared/library/records/records.js';
import { UsageError } from './usage-error.js';

export type BundleCommand =
  | {
      readonly kind: 'bundle-pack';
      readonly keys: readonly string[];
      readonly about: BundleKindId;
      readonly out: string;
      readonly to: string;
      readonly passphraseFile?: string | undefined;
    }
  | {
      readonly kind: 'receipts-pack';
      readonly unit: string;
      readonly all: boolean;
      readonly out: string;
      readonly passphraseFile?: string | undefined;
    }
  | { readonly kind: 'bundle-verify' | 'bundle-plan'; readonly file: string; readonly passphraseFile?: string | undefined }
  | { readonly kind: 'bundle-undo'; readonly id?: string };

export const bundleUsage = `  bundle pack 期号…       导出交换包，写完读回核对
    --kind 种类           issue 整期（默认）、increment 期的改动（对方有改动前的）、archive 年度归档（写年份）、submission 来稿（写来稿编号）、
                          receipt 回执（写来稿编号）、settings 刊物与版式设置（带报送单位名录）
    --out 文件            写到哪里，不覆盖已有文件；扩展名用 .zbx
    --to 单位             发给谁；每个收件单位各自编号
  receipts pack --unit 单位 --out 文件  把一个单位各篇来稿的结果导出为回执
    --all                 以前回过的也再回一次
  bundle verify 文件 [--json]  检查交换包，不改动任何内容；有效退出码 0，无效为 1
  bundle plan 文件 [--json]    导入这个包会做什么，不改动任何内容
    --passphrase-file 文件  口令写在这个文件里（一行）：导出时给交换包加口令，检查、看计划和 import 时用它打开
  bundle undo [编号]      撤销一次导入；不写编号时列出可以撤销的导入
`;

export const bundleOptions = {
  kind: { type: 'string' },
  out: { type: 'string' },
  to: { type: 'string' },
  trust: { type: 'boolean' },
  unit: { type: 'string' },
  all: { type: 'boolean' },
  'passphrase-file': { type: 'string' },
} as const;

interface Values {
  readonly kind?: string | undefined;
  readonly out?: string | undefined;
  readonly to?: string | undefined;
  readonly unit?: string | undefined;
  readonly all?: boolean | undefined;
  readonly 'passphrase-file'?: string | undefined;
}

/** Reads the words after `bundle`. @throws UsageError saying which word is wrong */
export function toBundleCommand([verb, ...operands]: readonly string[], values: Values): BundleCommand {
  switch (verb) {
    case 'pack':
      return toPack(operands, values);
    case 'verify':
    case 'plan': {
      const [file, ...others] = operands;
      if (file === undefined || others.length > 0) throw new UsageError(`bundle ${verb} 后面要写一个文件。`);
      return { kind: `bundle-${verb}`, file, passphraseFile: values['passphrase-file'] };
    }
    case 'undo':
      if (operands.length > 1) throw new UsageError('bundle undo 后面最多写一个导入编号。');
      return { kind: 'bundle-undo', ...(operands[0] === undefined ? {} : { id: operands[0] }) };
    default:
      throw new UsageError('bundle 后面要写 pack、verify、plan 或 undo。用 --help 查看用法。');
  }
}

/** Reads the words after `receipts`. @throws UsageError saying which word is wrong */
export function toReceiptsCommand([verb, ...operands]: readonly string[], { unit, all = false, out, ...values }: Values): BundleCommand {
  if (verb !== 'pack' || operands.length > 0) throw new UsageError('receipts 后面要写 pack，再用 --unit、--out 指定单位和文件。');
  if (unit === undefined || unit.trim() === '') throw new UsageError('receipts pack 要用 --unit 指定单位。');
  if (out === undefined) throw new UsageError('receipts pack 要用 --out 指定写到哪个文件。');
  return { kind: 'receipts-pack', unit, all, out, passphraseFile: values['passphrase-file'] };
}

function toPack(keys: readonly string[], { kind = 'issue', out, to = '', ...values }: Values): BundleCommand {
  const about = bundleKinds.find(({ id }) => id === kind)?.id;
  if (about === undefined) throw new UsageError(`“${kind}”不是交换包的种类，可以写 ${bundleKinds.map(({ id }) => id).join('、')}。`);
  if (out === undefined) throw new UsageError('bundle pack 要用 --out 指定写到哪个文件。');
  checkKeys(about, keys);
  return { kind: 'bundle-pack', keys, about, out, to, passphraseFile: values['passphrase-file'] };
}

interface KeyWords {
  readonly isGood: (key: string) => boolean;
  readonly name: string;
  readonly form: string;
}

const keyWords: Readonly<Record<Exclude<BundleKind['chooses'], 'nothing'>, KeyWords>> = {
  issue: { isGood: (key) => issueKeySchema.safeParse(key).success, name: '期号', form: '期号，应写作 2022-10' },
  year: { isGood: (key) => /^\d{4}$/u.test(key), name: '年份', form: '年份，应写作 2022' },
  submission: { isGood: (key) => isKey('submission', key), name: '来稿编号', form: '来稿编号，可用 submissions 命令查看' },
};

function checkKeys(about: BundleKindId, keys: readonly string[]): void {
  const chooses = findBundleKind(about)?.chooses ?? 'nothing';
  if (chooses === 'nothing') {
    if (keys.length > 0) throw new UsageError('导出设置不需要写期号。');
    return;
  }
  const { isGood, name, form } = keyWords[chooses];
  if (keys.length === 0) throw new UsageError(`bundle pack 后面要写至少一个${name}。`);
  for (const key of keys) if (!isGood(key)) throw new UsageError(`“${key}”不是${form}。`);
}
