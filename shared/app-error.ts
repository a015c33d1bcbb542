/** Codes of failures an editor can meet; stable, also printed by the terminal program. */
export const errorCodes = [
  'bad-request',
  'internal',
  'cancelled',
  'file-empty',
  'file-too-large',
  'file-kind',
  'file-broken',
  'file-encrypted',
  'file-encoding',
  'picture-missing',
  'issue-missing',
  'issue-exists',
  'issue-changed',
  'issue-unreadable',
  'issue-locked',
  'submission-missing',
  'receipt-missing',
  'units-missing',
  'publication-missing',
  'library-locked',
  'library-newer',
  'library-read-only',
  'library-unreadable',
  'disk-full',
  'disk-busy',
  'disk-failed',
  'backup-missing',
  'backup-failed',
  'export-exists',
  'export-failed',
  'print-failed',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** A failure told to the editor: a stable code and one Chinese sentence saying what happened and what to do. */
export class AppError extends Error {
  override readonly name = 'AppError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
