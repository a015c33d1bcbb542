import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { commonFiles, doors, isAllowed, roomOf } from './rooms.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** One import, however written: static, re-export, `import()`, `require()` or a type's `import('…')`. */
interface Import {
  readonly from: string;
  readonly to: string;
  /** Erased when the program is built. */
  readonly isType: boolean;
  /** Read only when it is called for: `import()`. */
  readonly isLater: boolean;
}

function sourceFiles(layer: string): readonly string[] {
  const entries = readdirSync(join(root, layer), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name));
  return files.map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

function parse(file: string, text: string): ts.SourceFile {
  return ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
}

function visit(node: ts.Node, seen: (node: ts.Node) => void): void {
  seen(node);
  ts.forEachChild(node, (child) => visit(child, seen));
}

function importsOf(file: string, text: string): readonly Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, isType: boolean, isLater = false): void => {
    if (specifier !== undefined && ts.isStringLiteralLike(specifier))
      found.push({ from: file, to: resolved(file, specifier.text), isType, isLater });
  };
  visit(parse(file, text), (node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node));
    if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    if (ts.isCallExpression(node) && isImporting(node.expression)) add(node.arguments[0], false, true);
  });
  return found;
}

function isTypeOnly({ importClause }: ts.ImportDeclaration): boolean {
  if (importClause === undefined) return false;
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { name, namedBindings } = importClause;
  return (
    name === undefined &&
    namedBindings !== undefined &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.every((element) => element.isTypeOnly)
  );
}

function isImporting(callee: ts.Expression): boolean {
  return callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === 'require');
}

/** A relative specifier as the path of its source; a package stays as it is. */
function resolved(file: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  const path = normalize(join(dirname(file), specifier)).replaceAll('\\', '/');
  const candidates = [path.replace(/\.js$/, '.ts'), path.replace(/\.js$/, '.tsx')];
  return candidates.find((candidate) => files.has(candidate)) ?? path;
}

const files = new Set(['shared', 'electron', 'renderer'].flatMap(sourceFiles));
const texts = new Map([...files].map((file) => [file, readFileSync(join(root, file), 'utf8')]));
const imports = [...texts].flatMap(([file, text]) => importsOf(file, text));

const isElectronHost = (file: string): boolean => /^electron\/(main\.ts|preload\.ts|hosts\/electron\/)/.test(file);
const isRendererPackage = (name: string): boolean =>
  /^(react|react-dom|slate|slate-[a-z]+|antd|zustand|@ant-design\/.*|@dnd-kit\/.*)(\/|$)/.test(name);
const networkModules = /^(node:)?(http|https|http2|net|tls|dgram|dns|inspector)(\/|$)|^(ws|undici|axios|node-fetch|got)$/;

function crossing(isWrong: (one: Import) => boolean): readonly string[] {
  return imports.filter(isWrong).map(({ from, to }) => `${from} → ${to}`);
}

describe('the walls between the layers', () => {
  it('see the whole program', () => {
    expect(files.size).toBeGreaterThan(60);
    expect(imports.length).toBeGreaterThan(files.size);
  });

  it('see every way to import', () => {
    const text =
      "import a from './a.js'; import type B from 'b'; export * from 'c'; const d = import('d'); const e = require('e'); let f: import('f').F;";
    expect(importsOf('shared/x.ts', text).map(({ to }) => to)).toEqual(['shared/a.js', 'b', 'c', 'd', 'e', 'f']);
  });

  it('keep shared/ pure: no Node, no host, no view', () => {
    expect(
      crossing(({ from, to }) => from.startsWith('shared/') && (/^node:|^electron(\/|$)|^renderer\//.test(to) || isRendererPackage(to))),
    ).toEqual([]);
  });

  it('keep clock and randomness out of shared/', () => {
    const impure = /\b(Date\.now|new Date\(\)|Math\.random|performance\.now|crypto\.randomUUID)/;
    expect([...texts].filter(([file, text]) => file.startsWith('shared/') && impure.test(text)).map(([file]) => file)).toEqual([]);
  });

  it('keep the window away from everything but shared/', () => {
    expect(crossing(({ from, to }) => from.startsWith('renderer/') && /^node:|^electron(\/|$)|^playwright/.test(to))).toEqual([]);
  });

  it('keep the window out of the services', () => {
    expect(crossing(({ from, to }) => from.startsWith('electron/') && (to.startsWith('renderer/') || isRendererPackage(to)))).toEqual([]);
  });

  it('let only the Electron host import electron', () => {
    expect(crossing(({ from, to }) => /^electron(\/(main|renderer|common))?$/.test(to) && !isElectronHost(from))).toEqual([]);
  });

  it('keep services and dispatch ignorant of hosts', () => {
    expect(
      crossing(
        ({ from, to }) => /^electron\/(services\/|dispatch)/.test(from) && (to.startsWith('electron/hosts/') || to === 'playwright-core'),
      ),
    ).toEqual([]);
  });

  it('keep the two hosts apart', () => {
    const sides = ['electron/hosts/electron/', 'electron/hosts/chromium/'];
    expect(
      crossing(({ from, to }) =>
        sides.some((side) => from.startsWith(side) && sides.some((other) => other !== side && to.startsWith(other))),
      ),
    ).toEqual([]);
  });

  it('have no door to the network', () => {
    expect(crossing(({ to }) => networkModules.test(to))).toEqual([]);
  });

  it('have nothing that asks another machine', () => {
    const asking = /\bnew (WebSocket|EventSource|XMLHttpRequest|RTCPeerConnection)\b|\bsendBeacon\(/;
    expect([...texts].filter(([, text]) => asking.test(text)).map(([file]) => file)).toEqual([]);
  });

  it('let only the window fetch, and only files of its own origin', () => {
    const fetches = [...texts].flatMap(([file, text]) =>
      [...text.matchAll(/(?<![.\w])fetch\(([^)]*)/g)].map(([, target]) => ({ file, target: target ?? '' })),
    );
    expect(fetches.filter(({ file, target }) => !file.startsWith('renderer/') || /https?:|\/\//.test(target))).toEqual([]);
  });
});

describe('the walls between the rooms of renderer/ and shared/', () => {
  it('are not crossed but by the doors of the table', () => {
    expect(crossing(({ from, to }) => files.has(to) && !isAllowed(from, to))).toEqual([]);
  });

  it('stand around every room there is, and no other', () => {
    const rooms = new Set([...files].flatMap((file) => roomOf(file) ?? []));
    expect(Object.keys(doors).toSorted()).toEqual([...rooms].toSorted());
    expect([...commonFiles].filter((file) => !files.has(file))).toEqual([]);
  });

  it('have no door that nobody uses, and none that leads in a circle', () => {
    const used = new Set(imports.map(({ from, to }) => `${roomOf(from) ?? ''} ${roomOf(to) ?? ''}`));
    const closed = Object.entries(doors).flatMap(([room, others]) =>
      others.filter((other) => !used.has(`${room} ${other}`)).map((other) => `${room} → ${other}`),
    );
    expect(closed).toEqual([]);
    const order = Object.keys(doors);
    expect(Object.entries(doors).filter(([room, others]) => others.some((other) => order.indexOf(other) >= order.indexOf(room)))).toEqual(
      [],
    );
  });

  it('keep a room out of files beside it that are no common ones, and say no to a new room', () => {
    expect(isAllowed('shared/library/a.ts', 'shared/ipc.ts')).toBe(false);
    expect(isAllowed('renderer/ui/a.ts', 'renderer/state/messages.ts')).toBe(false);
    expect(isAllowed('renderer/new-room/a.ts', 'renderer/state/messages.ts')).toBe(false);
    expect(isAllowed('renderer/ui/a.ts', 'renderer/bridge.ts')).toBe(true);
    expect(isAllowed('renderer/ui/a.ts', 'shared/layout/page.ts')).toBe(true);
  });
});

describe("the window's first chunk", () => {
  it('holds what main.tsx imports statically', () => {
    expect(firstChunk()).toEqual(expect.arrayContaining(['renderer/app.tsx', 'shared/document/issue.ts', 'antd']));
    expect(firstChunk()).not.toContain('renderer/issue/issue-view.tsx');
  });

  it('holds no zod: schemas lie apart from types and constants', () => {
    expect(firstChunk().filter((file) => file === 'zod')).toEqual([]);
  });
});

describe('what draws a Word file', () => {
  it('is read only when an original is shown', () => {
    const drawing = imports.filter(({ to }) => to === 'docx-preview' || to === 'renderer/issue/original-pane.tsx');
    expect(drawing.map(({ from, isLater }) => [from, isLater])).toEqual([
      ['renderer/issue/draw-word.ts', false],
      ['renderer/issue/submission-view.tsx', true],
    ]);
  });
});

describe('the imports', () => {
  it('make no circle, not even of types', () => {
    expect(circles()).toEqual([]);
  });

  it('never cast a value into a contract by `as never`', () => {
    const casts = [...texts].filter(([, text]) => /\bas never\b/.test(text)).map(([file]) => file);
    expect(casts).toEqual([]);
  });

  it('go to files that are there', () => {
    const missing = imports.filter(({ to }) => /^(shared|electron|renderer)\/.*\.(js|ts|tsx)$/.test(to) && !files.has(to));
    expect(missing.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });
});

/** Files and packages that the window reads before it draws anything: reached from main.tsx by static imports of values. */
function firstChunk(): readonly string[] {
  const reached = new Set<string>(['renderer/main.tsx']);
  for (const file of reached) {
    for (const { from, to, isType, isLater } of imports) if (from === file && !isType && !isLater) reached.add(to);
  }
  return [...reached];
}

/** Circles of imports, of types and values alike, each named once by the file it comes back to. */
function circles(): readonly string[] {
  const next = new Map<string, string[]>();
  for (const { from, to } of imports) {
    if (files.has(to)) next.set(from, [...(next.get(from) ?? []), to]);
  }
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file].join(' → '));
    if (path.includes(file) || done.has(file)) return;
    for (const to of next.get(file) ?? []) walk(to, [...path, file]);
    done.add(file);
  };
  for (const file of files) walk(file, []);
  return found;
}
