/** What services need from the outside world; hosts and tests bring their own. */

export interface Clock {
  now(): Date;
}

export interface Ids {
  /** A new id of 1 to 64 letters, digits, `-` or `_`. */
  next(): string;
}

/** Turns a self-contained HTML document into a PDF, with a real browser's print engine. */
export interface PdfPrinter {
  /**
   * @param html complete document with its page size in `@page`; may load only from the app's own origin
   * @throws AppError `printer-missing` when no browser can be had, `export-failed` when it fails
   */
  print(html: string, signal: AbortSignal): Promise<Uint8Array>;
}

/** The system's own folder dialog and file manager, where the host has them. */
export interface Desktop {
  readonly canPickFolder: boolean;
  /** Absolute path, or undefined when the editor cancelled. */
  pickFolder(): Promise<string | undefined>;
  reveal(path: string): Promise<void>;
  /** Closes the window without asking it again. */
  closeWindow(): void;
}
