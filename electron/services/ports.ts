/** What services need from the outside world; hosts and tests bring their own. */

export interface Clock {
  now(): Date;
}

export interface Ids {
  /** A new id of 1 to 64 letters, digits, `-` or `_`. */
  next(): string;
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
