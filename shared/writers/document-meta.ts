/** What a written document says about itself. */
export interface DocumentMeta {
  readonly title: string;
  readonly subject: string;
  /** Printed as the author. */
  readonly organ: string;
  /** Day of the issue, `2022-07-28`. */
  readonly date: string;
  /** SHA-256 of the content in lower-case hex. */
  readonly digest: string;
}
