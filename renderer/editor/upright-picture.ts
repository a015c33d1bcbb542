/** Pictures as they are kept: PNG or JPEG, the right way up. What a browser can draw otherwise is drawn once more. */

/** The file itself where it can stay as it is; else what it shows as PNG, or as JPEG for a photograph that lies on its side. */
export async function uprightPicture(file: File): Promise<File> {
  if (file.type === 'image/png') return file;
  const isJpeg = file.type === 'image/jpeg';
  if (isJpeg && turnOf(new Uint8Array(await file.slice(0, headBytes).arrayBuffer())) === 1) return file;
  const bitmap = await createImageBitmap(file);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
  const type = isJpeg ? 'image/jpeg' : 'image/png';
  const drawn = await canvas.convertToBlob({ type, quality: 0.92 });
  return new File([drawn], file.name, { type });
}

const headBytes = 128 * 1024;

/** How a camera was held, by the Exif tag 0x0112 of a JPEG: 1 upright, 2 to 8 otherwise. */
export function turnOf(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 4 <= bytes.length && view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xda) return 1;
    if (marker === 0xe1 && view.getUint16(at + 2) >= 16 && at + 10 <= bytes.length && view.getUint32(at + 4) === 0x45786966)
      return exifTurn(view, at + 10);
  }
  return 1;
}

function exifTurn(view: DataView, start: number): number {
  if (start + 8 > view.byteLength) return 1;
  const isLittle = view.getUint16(start) === 0x4949;
  const list = start + view.getUint32(start + 4, isLittle);
  const count = list + 2 <= view.byteLength ? view.getUint16(list, isLittle) : 0;
  for (let entry = list + 2; entry < list + 2 + count * 12 && entry + 12 <= view.byteLength; entry += 12) {
    if (view.getUint16(entry, isLittle) === 0x0112) return view.getUint16(entry + 8, isLittle);
  }
  return 1;
}
