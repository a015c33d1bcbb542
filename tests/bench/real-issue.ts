import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeText } from '../../electron/services/decode-text.js';
import { assetsFolder } from '../../electron/services/default-folders.js';
import type { Issue } from '../../shared/document/issue.js';
import { readText } from '../../shared/recognize/read-text.js';
import { recognize } from '../../shared/recognize/recognize.js';
import { hasShared, sharedFile } from '../helpers/shared-files.js';

/** A printed issue where one lies beside the repository, else the sample; with the name it goes by in a table. */
export function realIssueFile(): { readonly name: string; readonly bytes: Uint8Array } {
  if (hasShared) return { name: 'issue 10', bytes: readFileSync(sharedFile('seeds', 'issue-2022-10.txt')) };
  return { name: 'the sample', bytes: readFileSync(join(assetsFolder(), 'sample', '宣传信息专报-样例.txt')) };
}

/** Recognises the bytes of a text file, with ids counted from one. */
export function recognizedIssue(bytes: Uint8Array): Issue {
  let count = 0;
  const result = recognize(readText(decodeText(bytes)), { nextId: () => `id${(count += 1)}` });
  if (result.kind !== 'issue') throw new Error('the file holds no issue');
  return result.issue;
}
