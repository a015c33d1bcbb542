import { bundleKinds, type BundleKindId } from '../../shared/bundle/bundle-kinds.js';
import { issueKeySchema } from '../../shared/document/issue-schema.js';
import { UsageError } from './usage-error.js';

export type BundleCommand =
  | {
      readonly kind: 'bundle-pack';
      readonly keys: readonly string[];
      readonly about: BundleKindId;
      readonly out: string;
      readonly to: string;
    }
  | { readonly kind: 'bundle-verify' | 'bundle-plan'; readonly file: string }
  | { readonly kind: 'bundle-undo'; readonly id?: string };

export const bundleUsage = `  bundle pack 期号…       导出交换包，写完读回核对
    --kind 种类           issue 整期（默认）、archive 年度归档（写年份）、settings 刊物与版式设置
    --out 文件            写到哪里，不覆盖已有文件；扩展名用 .zbx
    --to 单位             发给谁；每个收件单位各自编号
  bundle verify 文件 [--json]  检查交换包，不改动任何内容；有效退出码 0，无效为 1
  bundle plan 文件 [--json]    导入这个包会做什么，不改动任何内容
  bundle undo [编号]      撤销一次导入；不写编号时列出可以撤销的导入
`;

export const bundleOptions = {
  kind: { type: 'string' },
  out: { type: 'string' },
  to: { type: 'string' },
  trust: { type: 'boolean' },
} as const;

interface Values {
  readonly kind?: string | undefined;
  readonly out?: string | undefined;
  readonly to?: string | undefined;
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
      return { kind: `bundle-${verb}`, file };
    }
    case 'undo':
      if (operands.length > 1) throw new UsageError('bundle undo 后面最多写一个导入编号。');
      return { kind: 'bundle-undo', ...(operands[0] === undefined ? {} : { id: operands[0] }) };
    default:
      throw new UsageError('bundle 后面要写 pack、verify、plan 或 undo。用 --help 查看用法。');
  }
}

function toPack(keys: readonly string[], { kind = 'issue', out, to = '' }: Values): BundleCommand {
  const about = bundleKinds.find(({ id }) => id === kind)?.id;
  if (about === undefined) throw new UsageError(`“${kind}”不是交换包的种类，可以写 ${bundleKinds.map(({ id }) => id).join('、')}。`);
  if (out === undefined) throw new UsageError('bundle pack 要用 --out 指定写到哪个文件。');
  checkKeys(about, keys);
  return { kind: 'bundle-pack', keys, about, out, to };
}

function checkKeys(about: BundleKindId, keys: readonly string[]): void {
  if (about === 'settings') {
    if (keys.length > 0) throw new UsageError('导出设置不需要写期号。');
    return;
  }
  const isGood = about === 'archive' ? (key: string) => /^\d{4}$/u.test(key) : (key: string) => issueKeySchema.safeParse(key).success;
  const what = about === 'archive' ? '年份，应写作 2022' : '期号，应写作 2022-10';
  if (keys.length === 0) throw new UsageError(`bundle pack 后面要写至少一个${about === 'archive' ? '年份' : '期号'}。`);
  for (const key of keys) if (!isGood(key)) throw new UsageError(`“${key}”不是${what}。`);
}
