import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/**
 * A Word file put so that LibreOffice 7.4 shows what the file says, where it is known to read the opposite or something else:
 * a spoken `overflowPunct` it turns round (17.3.1.21), and on a grid of characters (linesAndChars with a `charSpace`, 17.6.5:
 * what 28 characters of 三号 on a line need) it puts each in a place, larger ones in two, where Word adds the space to every character. Fields it
 * counts anew and leaves no space between their results and 汉字; Word shows the results the file has. By a language of East Asian
 * text that is none it breaks 汉字 as it would English, which programs say that know no Chinese; Word goes by the characters.
 */
export function asWordReads(docx: Uint8Array): Uint8Array {
  const files = unzipSync(docx);
  const document = textOf(files, 'word/document.xml');
  const spaces = new Set([...document.matchAll(charGrid)].map(([, space]) => Number(space)));
  const put = (name: string, text: string): void => {
    if (text !== '') files[name] = strToU8(turnRound(text.replaceAll(noChinese, '$1zh-CN"')));
  };
  put(
    'word/document.xml',
    withResults(document).replaceAll(charGrid, (grid) => grid.replace('linesAndChars', 'lines').replace(/ w:charSpace="[^"]*"/u, '')),
  );
  const styles = textOf(files, 'word/styles.xml');
  const [space] = spaces;
  put('word/styles.xml', space === undefined ? styles : withSpacing(styles, Math.round((space / 4096) * 20)));
  return zipSync(files, { mtime: new Date(2020, 0, 1) });
}

const noChinese = /(<w:lang [^>]*w:eastAsia=")en-US"/gu;
const charGrid = /<w:docGrid(?=[^>]*w:type="linesAndChars")[^>]*w:charSpace="(-?[1-9]\d*)"[^>]*>/gu;

function textOf(files: Readonly<Record<string, Uint8Array>>, name: string): string {
  const bytes = files[name];
  return bytes ? strFromU8(bytes) : '';
}

function turnRound(xml: string): string {
  return xml.replaceAll(/<w:overflowPunct(?: w:val="(\w+)")?\/>/gu, (_all, value: string | undefined) =>
    value === undefined || /^(?:1|true|on)$/u.test(value) ? '' : '<w:overflowPunct/>',
  );
}

/** Fields as the words they came to: what says how to count them goes. */
function withResults(xml: string): string {
  return xml
    .replaceAll(
      /<w:r(?: [^>]*)?>(?:(?!<\/w:r>).)*?(?:<w:fldChar [^>]*(?:\/>|>.*?<\/w:fldChar>)|<w:instrText[^>]*>[^<]*<\/w:instrText>)<\/w:r>/gsu,
      '',
    )
    .replaceAll(/<\/?w:fldSimple(?: [^>]*)?>/gu, '');
}

/** What a grid gives every character, said of the characters. */
function withSpacing(styles: string, twips: number): string {
  return styles.replace(/<w:rPrDefault>\s*<w:rPr>(?:<w:rFonts[^>]*\/>)?/u, (start) => `${start}<w:spacing w:val="${String(twips)}"/>`);
}
