import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Page } from '@playwright/test';

/**
 * Types as a pinyin input method does: the letters grow in the composition, then the chosen words replace them.
 * @param steps what the composition shows after each key, such as `['j', 'jin', 'jin tian']`
 */
export async function typeChinese(page: Page, steps: readonly string[], text: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (const step of steps) {
    await session.send('Input.imeSetComposition', { text: step, selectionStart: step.length, selectionEnd: step.length });
  }
  await session.send('Input.insertText', { text });
  await session.detach();
}

/** Drops a file onto the element, as from the file manager. */
export async function dropFile(page: Page, selector: string, name: string, bytes: Uint8Array): Promise<void> {
  const payload = { name, base64: Buffer.from(bytes).toString('base64') };
  const transfer = await page.evaluateHandle((file) => {
    const data = Uint8Array.from(atob(file.base64), (letter) => letter.charCodeAt(0));
    const dropped = new DataTransfer();
    dropped.items.add(new File([data], file.name));
    return dropped;
  }, payload);
  for (const kind of ['dragenter', 'dragover', 'drop']) await page.dispatchEvent(selector, kind, { dataTransfer: transfer });
  await transfer.dispose();
}

/** Pastes a picture where the cursor is, as from another program. */
export async function pastePicture(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await page.evaluate(
    ({ name: file, base64 }) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], file, { type: 'image/png' }));
      document
        .querySelector('.ae-surface')
        ?.dispatchEvent(new InputEvent('beforeinput', { inputType: 'insertFromPaste', dataTransfer, bubbles: true, cancelable: true }));
    },
    { name, base64: Buffer.from(bytes).toString('base64') },
  );
}

/** Drops several texts at once. */
export async function dropFiles(
  page: Page,
  selector: string,
  files: readonly { readonly name: string; readonly text: string }[],
): Promise<void> {
  const transfer = await page.evaluateHandle((texts) => {
    const dropped = new DataTransfer();
    for (const { name, text } of texts) dropped.items.add(new File([text], name));
    return dropped;
  }, files);
  for (const kind of ['dragenter', 'dragover', 'drop']) await page.dispatchEvent(selector, kind, { dataTransfer: transfer });
  await transfer.dispose();
}

/** Drops a file of the disk onto the element. */
export async function dropFileFrom(page: Page, selector: string, path: string): Promise<void> {
  await dropFile(page, selector, basename(path), await readFile(path));
}
