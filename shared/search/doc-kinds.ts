/** What a document is: an article, a brief, the parts of an issue that are no article, a manuscript sent in. */
export const docKinds = ['article', 'brief', 'parts', 'submission'] as const;
export type DocKind = (typeof docKinds)[number];

export const docKindLabels: Readonly<Record<DocKind, string>> = {
  article: '稿件',
  brief: '简讯',
  parts: '报头、报送发、版记',
  submission: '来稿',
};
