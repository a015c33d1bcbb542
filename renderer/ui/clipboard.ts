/**
 * What the clipboard holds, as a paste would hand it over; undefined when the browser does not let it be read.
 * @param kind `plain` leaves formatting behind
 */
export async function readClipboard(kind: 'formatted' | 'plain'): Promise<DataTransfer | undefined> {
  try {
    const data = new DataTransfer();
    if (kind === 'plain') data.setData('text/plain', await navigator.clipboard.readText());
    else for (const item of await navigator.clipboard.read()) await take(item, data);
    return data;
  } catch {
    return undefined;
  }
}

const textKinds = ['text/html', 'text/plain'];

async function take(item: ClipboardItem, data: DataTransfer): Promise<void> {
  for (const kind of textKinds.filter((each) => item.types.includes(each))) data.setData(kind, await (await item.getType(kind)).text());
}
