import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { token, tokenNames, tokenSheet, type TokenName } from '../../../renderer/styles/tokens.js';
import type { Scheme } from '../../../shared/scheme.js';

const renderer = fileURLToPath(new URL('../../../renderer', import.meta.url));

/** Relative luminance by WCAG 2.2. */
function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** Which inks are read on which grounds. */
const readOn: readonly (readonly [TokenName, readonly TokenName[]])[] = [
  ['ink', ['sheet', 'raised', 'wash', 'pressed', 'red-wash', 'green-wash', 'amber-wash', 'info-wash']],
  ['ink-soft', ['sheet', 'raised', 'wash', 'red-wash']],
  ['ink-faint', ['sheet', 'raised', 'wash', 'red-wash']],
  ['red', ['sheet', 'raised', 'red-wash', 'wash']],
  ['link', ['sheet', 'raised', 'wash']],
  ['green', ['sheet', 'green-wash']],
  ['amber', ['sheet', 'amber-wash', 'amber-strong', 'wash']],
  ['tag-ink', ['tag']],
];

describe('the colours of the interface', () => {
  it.each(['light', 'dark'] as const)('can be read in the %s scheme', (scheme: Scheme) => {
    const faint = readOn.flatMap(([ink, grounds]) =>
      grounds
        .map((ground) => ({ pair: `${ink} on ${ground}`, ratio: contrast(token(ink, scheme), token(ground, scheme)) }))
        .filter(({ ratio }) => ratio < 4.5),
    );
    expect(faint).toEqual([]);
    expect(contrast('#ffffff', token('red-fill', scheme))).toBeGreaterThan(4.5);
  });

  it('stand in one file: no style sheet or part of the window names a colour of its own', () => {
    const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(css|tsx?)$/u.test(file));
    const own = files
      .filter((file) => !file.endsWith('tokens.ts'))
      .flatMap((file) =>
        (readFileSync(join(renderer, file), 'utf8').match(/(?<![\w&])#[0-9a-f]{3,8}\b(?!')|\brgba?\(|\bhsla?\(/giu) ?? []).map(
          (color) => `${file}: ${color}`,
        ),
      );
    expect(own).toEqual([]);
    expect(files.length).toBeGreaterThan(100);
  });

  it('are all known: style sheets use no variable that is not given', () => {
    const sheets = readdirSync(join(renderer, 'styles')).filter((file) => file.endsWith('.css'));
    const texts = sheets.map((file) => readFileSync(join(renderer, 'styles', file), 'utf8')).join('\n');
    const given = new Set([...`${tokenSheet()}\n${texts}`.matchAll(/(--[\w-]+)\s*:/gu)].map(([, name]) => name));
    const used = [...texts.matchAll(/var\((--[\w-]+)/gu)].map(([, name]) => name);
    // `--zoom` is set with the size of the interface.
    expect(used.filter((name) => !given.has(name) && name !== '--zoom')).toEqual([]);
    const unused = tokenNames.filter((name) => !used.includes(`--${name}`));
    expect(unused).toEqual(['mask']);
  });

  it('know the window by its two variables alone: vh and vw grow with the interface, and what has them leaves the window', () => {
    const sheets = readdirSync(join(renderer, 'styles')).filter((file) => file.endsWith('.css'));
    const lines = sheets.flatMap((file) => readFileSync(join(renderer, 'styles', file), 'utf8').split('\n'));
    expect(lines.filter((line) => /\d(?:vh|vw|vmin|vmax|svh|dvh)\b/u.test(line)).map((line) => line.trim())).toEqual([
      '--window-height: calc(100vh / var(--zoom, 1));',
      '--window-width: calc(100vw / var(--zoom, 1));',
    ]);
  });

  it('give every token in both schemes', () => {
    const [light = '', dark = ''] = tokenSheet().split('\n');
    for (const name of tokenNames) {
      expect(light).toContain(`--${name}:${token(name, 'light')}`);
      expect(dark).toContain(`--${name}:${token(name, 'dark')}`);
    }
    expect(dark).toMatch(/^:root\[data-scheme="dark"\]\{color-scheme:dark/u);
  });
});
