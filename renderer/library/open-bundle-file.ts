/** Bundles among files that were dropped or chosen: they are looked at in 交换, and nothing of them is imported. */
import { bundleEnding } from '../../shared/bundle/format.js';
import { importLimitBytes } from '../../shared/import-limits.js';
import { failureSentence } from '../bridge.js';
import { openBundle, refuseLarge } from '../state/exchange.js';
import { tell } from '../state/messages.js';
import { withUpload } from '../upload.js';

/** Opens the bundle among the files, if there is one; comes back with the files that are none. */
export async function takeBundles(files: readonly File[]): Promise<readonly File[]> {
  const [bundle, ...more] = files.filter(isBundle);
  if (more.length > 0) tell('info', `交换包一次看一个，另外 ${more.length} 个没有打开。`);
  if (bundle !== undefined) await openBundleFile(bundle);
  return files.filter((file) => !isBundle(file));
}

/** Sends a bundle over and looks at it. */
export async function openBundleFile(file: File): Promise<void> {
  if (file.size > importLimitBytes) return refuseLarge(file.name);
  try {
    await withUpload(file, (upload) => openBundle({ upload }));
  } catch (failure) {
    const isUnreadable = failure instanceof DOMException;
    tell('error', isUnreadable ? `“${file.name}”读不出来，可能已被移走，没有导入任何内容。` : failureSentence(failure));
  }
}

function isBundle({ name }: File): boolean {
  return name.toLowerCase().endsWith(`.${bundleEnding}`);
}
