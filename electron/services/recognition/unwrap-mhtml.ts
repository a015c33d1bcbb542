/** A web page saved as one file (MHTML), which office systems hand out under the name of a Word file. */

/** Such a file: its page, and what else lies in it. */
export interface Mhtml {
  readonly page: Uint8Array;
  /** The part that the page speaks of by this address; undefined where it lies elsewhere. */
  partAt(address: string): Uint8Array | undefined;
}

interface Part {
  readonly fields: string;
  readonly body: string;
}

/** The page and the parts inside, or undefined where the file is no such archive. */
export function openMhtml(bytes: Uint8Array): Mhtml | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const headEnd = /\r?\n\r?\n/u.exec(text)?.index ?? -1;
  const head = text.slice(0, headEnd);
  if (headEnd < 0 || headEnd > 10_000 || !/^(?:[\w-]+:|\s)/u.test(text) || !/^mime-version:/imu.test(head)) return undefined;
  const boundary = /boundary="?([^"\r\n;]+)"?/iu.exec(head)?.[1];
  const parts = (boundary === undefined ? [text] : text.split(`--${boundary}`).slice(1)).flatMap(toPart);
  const page = parts.find(({ fields }) => /content-type:\s*text\/html/iu.test(fields));
  if (!page) return undefined;
  const base = fieldOf(page.fields, 'location');
  const byAddress = new Map<string, Part>();
  for (const part of parts) {
    const [location, id] = [fieldOf(part.fields, 'location'), fieldOf(part.fields, 'id').replace(/^<|>$/gu, '')];
    if (location !== '') byAddress.set(wholeAddress(location, base), part);
    if (id !== '') byAddress.set(`cid:${id}`, part);
  }
  const partAt = (address: string): Uint8Array | undefined => {
    const part = byAddress.get(wholeAddress(address, base));
    return part && part !== page ? decodedBody(part) : undefined;
  };
  return { page: decodedBody(page), partAt };
}

/** A part has fields, an empty line, and its body. */
function toPart(text: string): readonly Part[] {
  const gap = /\r?\n\r?\n/u.exec(text);
  return gap ? [{ fields: text.slice(0, gap.index), body: text.slice(gap.index + gap[0].length) }] : [];
}

function fieldOf(fields: string, name: 'location' | 'id'): string {
  return new RegExp(`^content-${name}:\\s*(\\S{1,2000})`, 'imu').exec(fields)?.[1] ?? '';
}

/** An address as seen from the page; as it stands where it is none. */
function wholeAddress(address: string, base: string): string {
  const from = base === '' ? undefined : base;
  return URL.canParse(address, from) ? new URL(address, from).href : address;
}

function decodedBody({ fields, body }: Part): Uint8Array {
  const coding = /content-transfer-encoding:\s*([\w-]+)/iu.exec(fields)?.[1]?.toLowerCase();
  if (coding === 'base64') return Buffer.from(body, 'base64');
  if (coding !== 'quoted-printable') return Buffer.from(body, 'latin1');
  const plain = body
    .replace(/=[ \t]*\r?\n/gu, '')
    .replace(/=([\dA-Fa-f]{2})/gu, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(plain, 'latin1');
}
