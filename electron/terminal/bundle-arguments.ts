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
  | { readonly kind: 'bundle-verify'; readonly file: string };

export const bundleUsage = `  bundle pack 期号…       导出交换包，写完读回核对
    --kind 种类           issue 整期（默认）、archive 年度归档（写年份）、settings 刊物与版式设置
    --out 文件            写到哪里，不覆盖已有文件；扩展名用 .zbx
    --to 单位             发给谁；每个收件单位各自编号
  bundle verify 文件 [--json]  检查交换包，不改动任何内容；有效退出码 0，无效为 1
`;

export const bundleOptions = { kind: { type: 'string' }, out: { type: 'string' }, to: { type: 'string' } } as const;

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
    case 'verify': {
      const [file, ...others] = operands;
      if (file === undefined || others.length > 0) throw new UsageError('bundle verify 后面要写一个文件。');
      return { kind: 'bundle-verify', file };
    }
    default:
      throw new UsageError('bundle 后面要写 pack 或 verify。用 --help 查看用法。');
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
