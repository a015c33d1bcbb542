/** A place inside a paragraph where a page of the printed original ended, as a scan shows it: the paragraph is cut there. */
export interface PrintedPageEnd {
  readonly paragraphId: string;
  /** UTF-16 offset into lead + text of the first character of the next page. */
  readonly offset: number;
}
