/** What a bundle may be about. */
export interface BundleKind {
  readonly id: string;
  /** What the editor calls it. */
  readonly name: string;
  /** What is chosen to be packed: issues, years, submissions, or nothing, where there is only one of it. */
  readonly chooses: 'issue' | 'year' | 'submission' | 'nothing';
  /** Types of the records it carries. */
  readonly carries: readonly string[];
  /** Whether every record comes with a Word copy beside the text; an archive is too large for that. */
  readonly hasWordCopies: boolean;
}

/** THE table of bundle kinds. */
export const bundleKinds = [
  { id: 'issue', name: '整期', chooses: 'issue', carries: ['issue'], hasWordCopies: true },
  { id: 'increment', name: '期的改动', chooses: 'issue', carries: ['issue'], hasWordCopies: true },
  { id: 'archive', name: '年度归档', chooses: 'year', carries: ['issue'], hasWordCopies: false },
  { id: 'submission', name: '来稿', chooses: 'submission', carries: ['submission'], hasWordCopies: false },
  { id: 'receipt', name: '回执', chooses: 'submission', carries: ['receipt'], hasWordCopies: false },
  { id: 'settings', name: '刊物与版式设置', chooses: 'nothing', carries: ['publication', 'units'], hasWordCopies: false },
] as const satisfies readonly BundleKind[];

export type BundleKindId = (typeof bundleKinds)[number]['id'];

/** The row of a kind; undefined for one that this program does not know. */
export function findBundleKind(id: string): BundleKind | undefined {
  return bundleKinds.find((kind) => kind.id === id);
}
