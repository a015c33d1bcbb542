/** How a program breaks lines. */
export interface Wrap {
  /** Columns of a line: two a Chinese character, one a Latin. */
  readonly columns: number;
  /** Stands before the first line, and counts. */
  readonly indent?: string;
  /** Columns of an indent that counts and is not written, as a PDF's words lose it. */
  readonly lostIndent?: number;
  /** Marks hang over the edge, rather than taking a character down with them. */
  readonly hangs?: boolean;
  /** Addresses break behind their own / and ?. */
  readonly partsAddresses?: boolean;
}

const columnsOf = (text: string): number => [...text].reduce((sum, letter) => sum + (/[!-~ ]/u.test(letter) ? 1 : 2), 0);

/** The lines of a paragraph, each as full as it can be; no line opens with a mark that closes. */
export function wrapText(text: string, wrap: Wrap): readonly string[] {
  const words = wrap.partsAddresses ? /[!-~]*?[/?](?=[!-~])|[!-~]+|[“《（]*.[，。、；：”》）]*/gu : /[!-~]+|[“《（]*.[，。、；：”》）]*/gu;
  const lines: string[] = [];
  let line = wrap.indent ?? '';
  let used = columnsOf(line) + (wrap.lostIndent ?? 0);
  for (const [word] of text.matchAll(words)) {
    const needed = columnsOf(wrap.hangs ? word.replace(/[，。、；：]$/u, '') : word);
    if (used + needed > wrap.columns) {
      lines.push(line.trimEnd());
      [line, used] = [word === ' ' ? '' : word, word === ' ' ? 0 : columnsOf(word)];
    } else [line, used] = [line + word, used + columnsOf(word)];
  }
  return [...lines, line];
}
