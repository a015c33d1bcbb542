/** The straight lines that a page of a PDF draws, as its tables have them. */
import { getResolvedPDFJS, type getDocumentProxy } from 'unpdf';
import type { PdfRule } from '../../../shared/recognize/pdf-piece.js';

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;
type Matrix = readonly [number, number, number, number, number, number];

/** Operators of one page that are looked at, and lines that are taken from it; a page of more is a drawing. */
const [mostOperators, mostRules] = [100_000, 4_000];
/** Operators of all pages of a file together, a few seconds' work. */
const mostOfFile = 600_000;
/** How thick a line may be, in points. */
const thickest = 3;

/** The library reads fonts with a function that Node has from version 22 on; without it a page ends at its first font. */
if (!('transferToFixedLength' in ArrayBuffer.prototype)) {
  Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', {
    value: function transferToFixedLength(this: ArrayBuffer, length = this.byteLength): ArrayBuffer {
      const moved = new ArrayBuffer(length);
      new Uint8Array(moved).set(new Uint8Array(this).subarray(0, length));
      return moved;
    },
  });
}

/** Looks for the lines of one page after the other. */
export class RuleReader {
  private left: number;

  /** @param most operators of all pages together that are looked at */
  constructor(most = mostOfFile) {
    this.left = most;
  }

  /** The lines of a page; undefined where it, or the file so far, draws too much for them to be those of tables. */
  async read(page: Page, bottom: number): Promise<readonly PdfRule[] | undefined> {
    const drawn = await drawingOf(page, Math.min(mostOperators, this.left)).catch(() => undefined);
    this.left -= drawn?.operators.length ?? mostOperators;
    return drawn?.isWhole ? rulesIn(drawn.operators, bottom) : undefined;
  }
}

interface Operator {
  readonly code: unknown;
  readonly args: unknown;
}

interface Drawing {
  readonly operators: readonly Operator[];
  readonly isWhole: boolean;
}

/** What the library sends from its reading part, some thousand operators at a time. */
interface OperatorChunk {
  readonly fnArray: readonly unknown[];
  readonly argsArray: readonly unknown[];
}

interface OperatorDoor {
  readonly _transport: { readonly messageHandler: { sendWithStream(name: string, asked: object): ReadableStream<OperatorChunk> } };
  readonly _pageIndex: number;
}

/** The library's number for a list of operators, as it stands on the screen. */
const screenList = 0x102;

/**
 * What a page draws, up to a number of operators. The library's own `getOperatorList` hands out nothing before it has all, which
 * for a page of a million takes its time and a gigabyte; so its parts are asked for as it asks for them itself. Who reads no
 * further holds it up where it is: it must not be told to end, for then it goes on to the last without waiting for anyone.
 */
async function drawingOf(page: Page, most: number): Promise<Drawing> {
  const { _transport, _pageIndex } = page as unknown as OperatorDoor;
  const asked = {
    pageId: _pageIndex,
    pageIndex: _pageIndex,
    intent: screenList,
    cacheKey: 'rules',
    annotationStorage: null,
    modifiedIds: null,
  };
  const reader = _transport.messageHandler.sendWithStream('GetOperatorList', asked).getReader();
  const operators: Operator[] = [];
  while (operators.length <= most) {
    const { done, value } = await reader.read();
    if (done) return { operators, isWhole: true };
    for (const [at, code] of value.fnArray.entries()) operators.push({ code, args: value.argsArray[at] });
  }
  return { operators, isWhole: false };
}

async function rulesIn(operators: readonly Operator[], bottom: number): Promise<readonly PdfRule[] | undefined> {
  const { OPS } = await getResolvedPDFJS();
  const painted = new Set<unknown>([
    OPS.stroke,
    OPS.closeStroke,
    OPS.fill,
    OPS.eoFill,
    OPS.fillStroke,
    OPS.eoFillStroke,
    OPS.closeFillStroke,
  ]);
  const stroked = new Set<unknown>([OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke]);
  const rules: PdfRule[] = [];
  const saved: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  for (const { code: operator, args } of operators) {
    if (rules.length > mostRules) return undefined;
    if (operator === OPS.save) saved.push(matrix);
    else if (operator === OPS.restore) matrix = saved.pop() ?? matrix;
    else if (operator === OPS.transform) matrix = times(matrix, args);
    else if (operator === OPS.paintFormXObjectBegin) {
      saved.push(matrix);
      matrix = times(matrix, Array.isArray(args) ? args[0] : undefined);
    } else if (operator === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? matrix;
    else if (operator === OPS.constructPath && Array.isArray(args) && painted.has(args[0])) {
      for (const shape of shapesIn(args[1], matrix)) rules.push(...(stroked.has(args[0]) ? strokesOf(shape) : barOf(shape)));
    }
  }
  return rules.map((rule) => ({ ...rule, y1: rule.y1 - bottom, y2: rule.y2 - bottom }));
}

function times(before: Matrix, next: unknown): Matrix {
  const [a, b, c, d, e, f] = numbersIn(next);
  if (a === undefined || b === undefined || c === undefined || d === undefined || e === undefined || f === undefined) return before;
  const [p, q, r, s, t, u] = before;
  return [p * a + r * b, q * a + s * b, p * c + r * d, q * c + s * d, p * e + r * f + t, q * e + s * f + u];
}

function numbersIn(list: unknown): readonly number[] {
  if (list instanceof Float32Array || Array.isArray(list)) return Array.from(list as ArrayLike<unknown>, Number);
  return typeof list === 'object' && list !== null ? Object.values(list).map(Number) : [];
}

type Point = readonly [x: number, y: number];

/** How many numbers follow each step of a path: move, line, curve, quadratic curve, close. */
const stepLengths = [2, 2, 6, 4, 0];

/** The parts of a path that are made of straight lines, in points of the page. */
function shapesIn(paths: unknown, [a, b, c, d, e, f]: Matrix): readonly (readonly Point[])[] {
  const shapes: Point[][] = [];
  for (const path of Array.isArray(paths) ? paths : []) {
    const steps = numbersIn(path);
    for (let at = 0; at < steps.length; ) {
      const step = steps[at] ?? 0;
      const length = stepLengths[step];
      if (length === undefined) return shapes;
      const [x = 0, y = 0] = steps.slice(at + 1 + Math.max(0, length - 2), at + 1 + length);
      if (step === 0) shapes.push([]);
      const shape = shapes.at(-1);
      const [first] = shape ?? [];
      if (step === 4 && shape && first) shape.push(first);
      else if (step === 1 || step === 0) shape?.push([a * x + c * y + e, b * x + d * y + f]);
      else shapes.push([]);
      at += 1 + length;
    }
  }
  return shapes;
}

/** Lines drawn along a path. */
function strokesOf(shape: readonly Point[]): readonly PdfRule[] {
  return shape.slice(1).flatMap(([x, y], at) => {
    const [fromX, fromY] = shape[at] ?? [x, y];
    const isStraight = Math.abs(x - fromX) < 0.5 || Math.abs(y - fromY) < 0.5;
    return isStraight ? ruleFrom([fromX, x], [fromY, y]) : [];
  });
}

/** A line drawn as a thin filled bar. */
function barOf(shape: readonly Point[]): readonly PdfRule[] {
  if (shape.length < 4 || shape.length > 6) return [];
  return ruleFrom(
    shape.map(([x]) => x),
    shape.map(([, y]) => y),
  );
}

function ruleFrom(xs: readonly number[], ys: readonly number[]): readonly PdfRule[] {
  const [x1, x2, y1, y2] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const isLine = Math.min(x2 - x1, y2 - y1) <= thickest && Math.max(x2 - x1, y2 - y1) > thickest;
  return isLine ? [{ x1, x2, y1, y2 }] : [];
}
