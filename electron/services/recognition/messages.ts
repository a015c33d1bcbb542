/** What crosses between the services and the process that reads a file. */
import type { ErrorCode } from '../../../shared/app-error.js';
import type { NamedFile, RecognizedFile } from '../ports.js';

export type RecognitionRequest = NamedFile;

export type RecognitionAnswer =
  | { readonly kind: 'step'; readonly step: string }
  | { readonly kind: 'done'; readonly file: RecognizedFile }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly message: string };
