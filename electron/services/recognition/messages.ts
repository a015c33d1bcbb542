/** What crosses between the services and the process that reads a file. */
import type { ErrorCode } from '../../../shared/app-error.js';
import type { LearntStyle } from '../../../shared/learn-style/learnt-style.js';
import type { NamedFile, RecognizedFile } from '../ports.js';

/** A file to be read: for its words, or for the page style it is set in. */
export type RecognitionRequest = NamedFile & { readonly task?: 'style' };

export type RecognitionAnswer =
  | { readonly kind: 'step'; readonly step: string }
  | { readonly kind: 'done'; readonly file: RecognizedFile }
  | { readonly kind: 'learnt'; readonly style: LearntStyle }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly message: string };
