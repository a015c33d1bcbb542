/** What services need from the outside world; hosts and tests bring their own. */
import type { LearntStyle } from '../../shared/learn-style/learnt-style.js';
import type { RecognizedDraft, RecognizedIssue, RecognizeOptions } from '../../shared/recognize/recognized.js';

export interface Clock {
  now(): Date;
}

export interface Ids {
  /** A new id of 1 to 64 letters, digits, `-` or `_`. */
  next(): string;
}

/** A file to be read: where it lies, and what the editor calls it. */
export interface NamedFile {
  readonly path: string;
  readonly name: string;
  /** What the editor said of it; absent: as its lines say. */
  readonly reading?: Reading | undefined;
}

/** What an editor says of a file: that it is an issue or manuscripts, and that its lines are paragraphs as they stand. */
export type Reading = Pick<RecognizeOptions, 'as' | 'keepsLines'>;

/** What a file holds, and which bytes were read. */
export type RecognizedFile = (RecognizedIssue | RecognizedDraft) & {
  /** Lower-case hex. */
  readonly sha256: string;
  readonly bytes: number;
  /** Files of its pictures; `base64`, since what crosses between processes is JSON. */
  readonly pictures?: readonly { readonly sha256: string; readonly base64: string }[] | undefined;
};

export interface RecognizeWatch {
  readonly signal?: AbortSignal | undefined;
  /** Told what is being done now, in Chinese. */
  readonly onStep?: ((step: string) => void) | undefined;
}

/** Reads files apart from the process that holds the library, within a limit of memory and time. */
export interface Recognition {
  /** @throws AppError naming the file and the remedy, whatever the file did to its reader; `cancelled` when the signal fires */
  recognize(file: NamedFile, watch?: RecognizeWatch): Promise<RecognizedFile>;
  /** The page style a Word file is set in. @throws AppError as `recognize` */
  learnStyle(file: NamedFile, watch?: RecognizeWatch): Promise<LearntStyle>;
}

/** A stick, or another drive that files are carried by. */
export interface Drive {
  readonly path: string;
  /** What the editor knows it by. */
  readonly name: string;
  readonly isReadOnly: boolean;
  /** Holds no file of 4 GB or more; undefined where the system does not tell. */
  readonly isFat: boolean | undefined;
}

/** The drives that are there now. */
export interface Drives {
  list(): Promise<readonly Drive[]>;
}

/** The system's own folder dialog and file manager, where the host has them. */
export interface Desktop {
  readonly canPickFolder: boolean;
  /** Absolute path, or undefined when the editor cancelled. */
  pickFolder(): Promise<string | undefined>;
  reveal(path: string): Promise<void>;
  /** Opens a file with the program the system has for it. */
  open(path: string): Promise<void>;
  /** Printers that take a PDF directly, the default one first. */
  printers(): Promise<readonly string[]>;
  /** Hands a PDF to one of `printers`. */
  print(path: string, printer: string, copies: number): Promise<void>;
  /** Closes the window without asking it again. */
  closeWindow(): void;
}
