/** The dots of a PNG as plain colours, eight bits each. */
import { bytesOfLine, linesOf, passesOf, samplesOf, type Png } from './read-png.js';
import { PictureFault } from './picture-fault.js';

export interface Dots {
  /** Red, green, blue of each dot, row by row. */
  readonly rgb: Uint8Array;
  /** How solid each dot is; absent where all are. */
  readonly alpha?: Uint8Array;
}

/** @throws PictureFault for a line filtered in a way that is none */
export function dotsOf(png: Png): Dots {
  const { width, height } = png;
  const rgb = new Uint8Array(width * height * 3);
  const alpha = new Uint8Array(width * height).fill(255);
  const paint = painterOf(png, rgb, alpha);
  const lines = linesOf(png);
  let at = 0;
  for (const { x, y, stepX, stepY, columns, rows } of passesOf(png)) {
    const length = bytesOfLine(columns, png);
    let above = new Uint8Array(length);
    for (let row = 0; row < rows; row += 1) {
      const line = lines.slice(at + 1, at + 1 + length);
      unfilter(line, above, lines[at] ?? 0, Math.max(1, (png.depth * samplesOf[png.color]) / 8));
      for (let column = 0; column < columns; column += 1) paint(line, column, (y + row * stepY) * width + x + column * stepX);
      above = line;
      at += 1 + length;
    }
  }
  return alpha.every((value) => value === 255) ? { rgb } : { rgb, alpha };
}

/** Takes the difference from its neighbours out of a line: left, above, their mean or the nearest of three. */
function unfilter(line: Uint8Array, above: Uint8Array, filter: number, step: number): void {
  if (filter > 4) throw new PictureFault('已损坏');
  if (filter === 0) return;
  for (let at = 0; at < line.length; at += 1) {
    const left = at >= step ? (line[at - step] ?? 0) : 0;
    const up = above[at] ?? 0;
    const corner = at >= step ? (above[at - step] ?? 0) : 0;
    const guess = filter === 1 ? left : filter === 2 ? up : filter === 3 ? (left + up) >> 1 : nearest(left, up, corner);
    line[at] = ((line[at] ?? 0) + guess) & 0xff;
  }
}

/** The one of three that is nearest to left + up − corner (Paeth). */
function nearest(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [byLeft, byUp, byCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (byLeft <= byUp && byLeft <= byCorner) return left;
  return byUp <= byCorner ? up : corner;
}

type Paint = (line: Uint8Array, column: number, dot: number) => void;

function painterOf({ color, depth, palette, transparency }: Png, rgb: Uint8Array, alpha: Uint8Array): Paint {
  const samples = samplesOf[color];
  const scale = depth >= 8 ? 1 : 255 / ((1 << depth) - 1);
  const set = (dot: number, red: number, green: number, blue: number, solid: number): void => {
    rgb[dot * 3] = red;
    rgb[dot * 3 + 1] = green;
    rgb[dot * 3 + 2] = blue;
    alpha[dot] = solid;
  };
  /** A sample as the file has it; of 16 bits both bytes. */
  const raw = (line: Uint8Array, column: number, sample: number): number => {
    const index = column * samples + sample;
    if (depth === 16) return ((line[index * 2] ?? 0) << 8) | (line[index * 2 + 1] ?? 0);
    if (depth === 8) return line[index] ?? 0;
    const bit = index * depth;
    return ((line[bit >> 3] ?? 0) >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
  };
  const byte = (value: number): number => (depth === 16 ? value >> 8 : Math.round(value * scale));
  const clear = [0, 2, 4].map((at) => ((transparency[at] ?? 0) << 8) | (transparency[at + 1] ?? 0));
  const isClear = (red: number, green: number, blue: number): boolean =>
    transparency.length > 0 && red === clear[0] && green === clear[1] && blue === clear[2];
  return (line, column, dot) => {
    const first = raw(line, column, 0);
    const second = samples > 1 ? raw(line, column, 1) : first;
    const third = samples > 2 ? raw(line, column, 2) : first;
    const fourth = samples > 3 ? raw(line, column, 3) : 0;
    if (color === 'palette') {
      const entry = first * 3;
      set(dot, palette[entry] ?? 0, palette[entry + 1] ?? 0, palette[entry + 2] ?? 0, transparency[first] ?? 255);
    } else if (color === 'gray') set(dot, byte(first), byte(first), byte(first), transparency.length > 0 && first === clear[0] ? 0 : 255);
    else if (color === 'grayAlpha') set(dot, byte(first), byte(first), byte(first), byte(second));
    else set(dot, byte(first), byte(second), byte(third), color === 'rgbAlpha' ? byte(fourth) : isClear(first, second, third) ? 0 : 255);
  };
}
