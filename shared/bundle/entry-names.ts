import { limits } from './format.js';
import type { ProblemCode } from './problems.js';

/** An entry as its container describes it, before anything is unpacked. */
export interface EntryFacts {
  readonly name: string;
  /** The name was no UTF-8 and was read as GBK. */
  readonly isGbk: boolean;
  /** A link, device or pipe of a Unix file system. */
  readonly isSpecial: boolean;
  readonly isEncrypted: boolean;
  /** Kept as it is or deflated; nothing else is read. */
  readonly hasKnownMethod: boolean;
  readonly bytes: number;
  readonly packedBytes: number;
  /** Where its local header begins in the file. */
  readonly offset: number;
}

const reservedName = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/iu;
/** Characters Windows forbids, controls, and marks that turn the direction of what follows. */
const illegal = /[<>:"|?*\\\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffd]/u;

/** Why a name must not be in a bundle, or undefined. The rules are those of the strictest system, Windows. */
export function nameProblem(name: string): ProblemCode | undefined {
  if (name === '' || name.length > limits.nameLength) return 'name-length';
  if (/^[/\\]/u.test(name)) return 'name-absolute';
  if (/^[A-Za-z]:/u.test(name)) return 'name-drive';
  const segments = name.split(/[/\\]/u);
  if (segments.some((segment) => segment === '..' || segment === '.')) return 'name-escape';
  if (illegal.test(name) || segments.some((segment) => segment === '')) return 'name-illegal';
  if (segments.some((segment) => reservedName.test(segment) || /[. ]$/u.test(segment))) return 'name-reserved';
  return undefined;
}

/** Two names that are one file on some system give the same text: NFC, upper and lower case folded. */
export function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase().toUpperCase().toLowerCase();
}

/** What file managers leave behind when somebody opens a bundle and packs it again. */
export function isSystemFile(name: string): boolean {
  return /(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/iu.test(name) || name.startsWith('__MACOSX/');
}
