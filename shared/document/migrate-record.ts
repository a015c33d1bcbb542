import type { z } from 'zod';
import { withPlainCharacters } from './plain-characters.js';

/** One step of a saved record's history: version n → n + 1. Steps get a copy of their own. */
export type Migration = (record: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false /** The version is above ours. */; readonly newer: boolean /** Chinese, without 。 */; readonly reason: string };

interface Shape<Value> {
  readonly schema: z.ZodType<Value>;
  readonly version: number;
  /** Step from version n by its number n. */
  readonly migrations: Readonly<Record<number, Migration>>;
}

/** Reads a saved record: its `version` is brought up to ours step by step, its texts are made plain, then the schema decides. */
export function parseRecord<Value>(input: unknown, shape: Shape<Value>): Parsed<Value> {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return refused('内容不是一条记录');
  let record = input as Readonly<Record<string, unknown>>;
  const version = record['version'];
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return refused('没有版本号');
  if (version > shape.version)
    return { ok: false, newer: true, reason: `由更新版本的软件保存（格式 ${version}，本软件支持到 ${shape.version}）` };
  for (let step = version; step < shape.version; step += 1) {
    const migration = shape.migrations[step];
    if (migration === undefined) return refused(`格式 ${version} 过旧，无法升级`);
    record = { ...migration(record), version: step + 1 };
  }
  const parsed = shape.schema.safeParse(withPlainCharacters(record));
  return parsed.success ? { ok: true, value: parsed.data } : refused(describeMismatch(parsed.error));
}

function refused(reason: string): { readonly ok: false; readonly newer: false; readonly reason: string } {
  return { ok: false, newer: false, reason };
}

/** Where and how a record misses its shape, in Chinese: 栏目 1 › 稿件 3 › 标题：缺少或类型不对. */
export function describeMismatch(error: z.ZodError): string {
  const first = error.issues[0];
  if (first === undefined) return '内容不合规定';
  const place = describePath(first.path);
  return `${place === '' ? '内容' : place}：${first.code === 'invalid_type' ? '缺少或类型不对' : first.code === 'unrecognized_keys' ? `有不认识的内容 ${first.keys.join('、')}` : '内容不合规定'}`;
}

const labels: Readonly<Record<string, string>> = {
  masthead: '报头',
  number: '期号',
  date: '日期',
  organ: '编发单位',
  name: '名称',
  state: '状态',
  instruction: '领导批示',
  columns: '栏目',
  items: '稿件',
  article: '稿件',
  title: '标题',
  coverTitle: '目录标题',
  subtitle: '副标题',
  paragraphs: '段落',
  lead: '段首句',
  text: '正文',
  marks: '加粗或楷体',
  footnotes: '脚注',
  at: '位置',
  level: '层次',
  fit: '字距',
  table: '表格',
  headerRows: '标题行数',
  widths: '列宽',
  picture: '图片',
  sha256: '文件校验值',
  alt: '替代文字',
  share: '图片宽度',
  sources: '来源单位',
  origin: '来稿',
  submissions: '来稿',
  from: '来稿段落',
  editorNote: '编者按',
  distribution: '报送发',
  label: '称谓',
  extraDistribution: '本期增发',
  imprint: '版记',
  organizer: '承办',
  reviewer: '审核',
  editor: '编辑',
  phone: '电话',
  signer: '签发',
  chiefEditor: '主编',
  proofreader: '校对',
  version: '版本号',
  id: '编号',
  type: '类别',
  form: '栏目形式',
  secrecy: '密级',
  copyNumber: '份号',
  serial: '编号',
  total: '总期数',
  printRun: '印数',
  supplement: '增刊',
  pageStyle: '版式',
  notes: '说明',
};

function describePath(path: readonly PropertyKey[]): string {
  let text = '';
  for (const part of path) {
    if (typeof part === 'number') text += ` ${part + 1}`;
    else text += `${text === '' ? '' : ' › '}${labels[String(part)] ?? String(part)}`;
  }
  return text;
}
