import { defaultPageStyle, type PageStyle } from './page-style.js';

/** Changed measures by dotted path into the page style: `text.body.sizePt`. */
export type PageStyleChanges = Readonly<Record<string, number | string | boolean>>;

/**
 * The default style with a publication's changes laid over it. A path that the style does not have, or a value of
 * another type than the default's, is left out: such settings come from a newer version.
 */
export function resolvePageStyle(changes: PageStyleChanges): PageStyle {
  return Object.entries(changes).reduce((style, [path, value]) => withChange(style, path.split('.'), value), defaultPageStyle);
}

function withChange<Node extends object>(node: Node, [name, ...rest]: readonly string[], value: number | string | boolean): Node {
  if (name === undefined || !Object.hasOwn(node, name)) return node;
  const current: unknown = Reflect.get(node, name);
  if (rest.length === 0) return typeof current === typeof value ? { ...node, [name]: value } : node;
  return typeof current === 'object' && current !== null ? { ...node, [name]: withChange(current, rest, value) } : node;
}
