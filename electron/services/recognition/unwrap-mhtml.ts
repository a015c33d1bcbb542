/** A web page saved as one file (MHTML), which office systems hand out under the name of a Word file. */

/** The bytes of the page inside, or undefined where the file is no such archive. */
export function pageOfMhtml(bytes: Uint8Array): Uint8Array | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const headEnd = /\r?\n\r?\n/u.exec(text)?.index ?? -1;
  const head = text.slice(0, headEnd);
  if (headEnd < 0 || headEnd > 10_000 || !/^(?:[\w-]+:|\s)/u.test(text) || !/^mime-version:/imu.test(head)) return undefined;
  const boundary = /boundary="?([^"\r\n;]+)"?/iu.exec(head)?.[1];
  const parts = boundary === undefined ? [text] : text.split(`--${boundary}`).slice(1);
  for (const part of parts) {
    const gap = /\r?\n\r?\n/u.exec(part);
    const fields = part.slice(0, gap?.index ?? 0);
    if (gap && /content-type:\s*text\/html/iu.test(fields)) return decodedBody(part.slice(gap.index + gap[0].length), fields);
  }
  return undefined;
}

function decodedBody(body: string, fields: string): Uint8Array {
  const coding = /content-transfer-encoding:\s*([\w-]+)/iu.exec(fields)?.[1]?.toLowerCase();
  if (coding === 'base64') return Buffer.from(body, 'base64');
  if (coding !== 'quoted-printable') return Buffer.from(body, 'latin1');
  const plain = body
    .replace(/=[ \t]*\r?\n/gu, '')
    .replace(/=([\dA-Fa-f]{2})/gu, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(plain, 'latin1');
}
