import { readFileSync } from 'node:fs';
import { decodeText } from '../../electron/services/decode-text.js';
import type { Issue } from '../../shared/document/issue.js';
import { readText } from '../../shared/recognize/read-text.js';
import { recognize } from '../../shared/recognize/recognize.js';
import { hasShared, sharedFile } from '../helpers/shared-files.js';
import { madeIssueText } from './made-issue.js';

/** A printed issue where one lies beside the repository, else a made one of its size; with the name it goes by in a table. */
export function realIssueFile(): { readonly name: string; readonly bytes: Uint8Array } {
  if (hasShared) return { name: 'issue 10', bytes: readFileSync(sharedFile('seeds', 'issue-2022-10.txt')) };
  return { name: 'a made issue', bytes: madeIssueText() };
}

/** Recognises the bytes of a text file, with ids counted from one. */
export function recognizedIssue(bytes: Uint8Array): Issue {
  let count = 0;
  const result = recognize(readText(decodeText(bytes)), { nextId: () => `id${(count += 1)}` });
  if (result.kind !== 'issue') throw new Error('the file holds no issue');
  return result.issue;
}
