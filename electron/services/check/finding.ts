import type { CheckFinding } from '../../../shared/library/check-calls.js';
import type { FileFormat } from '../library/envelope.js';
import type { KindName } from '../../../shared/library/records/records.js';

/** Whether bytes are what a file must hold. */
export type IsGood = (bytes: Uint8Array) => boolean | Promise<boolean>;

/** What can be done about a finding; `repair.ts` does it. */
export type Repair =
  /** A file's newest good generation takes its place. */
  | { readonly do: 'previous'; readonly path: string; readonly format: FileFormat }
  /** The newest good version of a record's history becomes the record. */
  | { readonly do: 'version'; readonly kind: KindName; readonly key: string; readonly id: string }
  /** The file as the newest backup has it in which it is good; read when it is brought back. */
  | { readonly do: 'backup'; readonly path: string; readonly isGood: IsGood }
  | { readonly do: 'aside' | 'tidy'; readonly path: string }
  /** An item no longer names submissions, or its paragraphs theirs. */
  | {
      readonly do: 'unlink';
      readonly key: string;
      readonly itemId: string;
      readonly isBroken: (submission: string, paragraph?: string) => boolean;
    }
  | { readonly do: 'untrash'; readonly trashId: string }
  | { readonly do: 'trash'; readonly kind: KindName; readonly key: string }
  | { readonly do: 'acknowledge'; readonly words: string };

/** What each repair is called where it is ticked. */
export const repairLabels: Readonly<Record<Repair['do'], string>> = {
  previous: '用前一版恢复',
  version: '用历史版本恢复',
  backup: '从备份取回',
  aside: '移到“损坏文件”',
  tidy: '移到“清理”',
  unlink: '去掉断了的联系，文字不动',
  untrash: '从回收站恢复',
  trash: '移到回收站',
  acknowledge: '已查看，记下此处',
};

export interface Finding extends Omit<CheckFinding, 'repair' | 'id'> {
  readonly repair?: Repair;
}
