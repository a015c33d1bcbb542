import { findBundleKind } from './bundle-kinds.js';
import { readableFolder } from './format.js';
import type { Manifest } from './manifest.js';

type ReadMeFacts = Pick<Manifest, 'kind' | 'createdAt' | 'origin' | 'to' | 'sequence'> & {
  readonly records: readonly Pick<Manifest['records'][number], 'title'>[];
};

/** 阅读说明.txt: what a bundle is, what it carries, and how to read it without this program. */
export function composeReadMe({ kind, createdAt, origin, to, sequence, records }: ReadMeFacts): string {
  const lines = [
    `这是专报编辑台的交换包：${findBundleKind(kind)?.name ?? kind}`,
    '',
    `来自：${origin.unit}（本机编号 ${origin.device}）`,
    ...(to === '' ? [] : [`发给：${to}`]),
    `第 ${sequence} 包，${createdAt.slice(0, 10)} 导出`,
    '',
    '内容：',
    ...records.map(({ title }) => `  ${title}`),
    '',
    `没有专报编辑台也能读：把文件扩展名改为 .zip，打开“${readableFolder}”文件夹，里面有文本（.txt）或 Word（.docx）。`,
    '有专报编辑台：在“交换”里导入。请不要改动包内文件，改动后校验不能通过。',
    '',
    '校验：bundle.json 列出每个文件的 SHA-256 和 SM3 值，signature.json 是对 bundle.json 的 Ed25519 签名。',
  ];
  return `${lines.join('\r\n')}\r\n`;
}
