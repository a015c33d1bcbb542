/** An element of a web page, and what it says of the words in it. */

export interface HtmlElement {
  readonly name: string;
  readonly isBold: boolean;
  readonly isWordless: boolean;
  /** Why its words are not those of the text. */
  readonly aside?: string;
  readonly raised?: 'superscript' | 'subscript';
  readonly isStruck?: true;
  readonly isCaption?: true;
  /** Lines before it. */
  readonly firstLine: number;
  /** Of a numbered list: the number of its last item. */
  items?: number;
  readonly align?: 'left' | 'center' | 'right' | 'justify';
  readonly heading?: number;
}

/** Elements whose words are none of the text. */
export const wordless = new Set(['head', 'style', 'script', 'title', 'xml', 'noscript', 'template', 'select', 'button']);
/** Why words taken out by somebody are left aside. */
export const deleted = '修订中删除的文字';

/** Why words of a site are left aside. */
export const siteMenus = '网页的导航、页脚';

/** What stands in no element. */
export const plain: HtmlElement = { name: '', isBold: false, isWordless: false, firstLine: 0 };

/** Why the words of an element are not those of the text, by its name or what it says of itself. */
function asideOf(name: string, attributes: string): string | undefined {
  if (name === 'del') return deleted;
  if (name === 'nav' || name === 'footer') return siteMenus;
  if (/display\s*:\s*none|mso-hide\s*:\s*all/iu.test(attributes)) return '隐藏文字';
  return /mso-element\s*:\s*["']?comment|class\s*=\s*["']?msocom/iu.test(attributes) ? '批注' : undefined;
}

/** An element, opened behind so many lines, with what it has from the one around it. */
export function opened(name: string, attributes: string, above: HtmlElement, firstLine: number): HtmlElement {
  const set = /text-align\s*:\s*(left|center|right|justify)|\balign\s*=\s*["']?(left|center|right|justify)/iu.exec(attributes);
  const align = ((set?.[1] ?? set?.[2])?.toLowerCase() as HtmlElement['align'] | undefined) ?? above.align;
  const depth = /^h([1-6])$/u.exec(name)?.[1];
  const heading = depth === undefined ? above.heading : Number(depth);
  const aside = above.aside ?? asideOf(name, attributes);
  const isStruck = above.isStruck ?? (/^(?:s|strike)$/u.test(name) || /line-through/iu.test(attributes));
  const raised = name === 'sup' ? 'superscript' : name === 'sub' ? 'subscript' : above.raised;
  return {
    name,
    isBold: weightOf(name, attributes) ?? above.isBold,
    isWordless: above.isWordless || wordless.has(name),
    firstLine,
    ...(aside === undefined ? {} : { aside }),
    ...(raised === undefined ? {} : { raised }),
    ...(isStruck ? { isStruck } : {}),
    ...captionPart(name, above),
    ...(name === 'ol' ? { items: Number(/\bstart\s*=\s*["']?(\d{1,4})/iu.exec(attributes)?.[1] ?? 1) - 1 } : {}),
    ...(align === undefined ? {} : { align }),
    ...(heading === undefined ? {} : { heading }),
  };
}

/** What a page calls the caption of a picture, and all in it. */
function captionPart(name: string, above: HtmlElement): Pick<HtmlElement, 'isCaption'> {
  return name === 'figcaption' || above.isCaption ? { isCaption: true } : {};
}

/** Whether an element sets bold, or sets it off; undefined where it says nothing. */
function weightOf(name: string, attributes: string): boolean | undefined {
  const weight = /font-weight\s*:\s*(bold|normal|\d+)/iu.exec(attributes)?.[1]?.toLowerCase();
  if (weight !== undefined) return weight === 'bold' || Number(weight) >= 600;
  return name === 'b' || name === 'strong' ? true : undefined;
}
