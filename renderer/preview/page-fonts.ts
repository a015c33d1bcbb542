import { fontFaceCss } from '../../shared/writers/html/page-css.js';

/** Where the bundled fonts are, seen from the window's own origin. */
export const windowFontBase = '/assets/fonts/';

let isInstalled = false;

/** Makes the page's faces known to the window, once: font rules inside a shadow root would be ignored. */
export function installPageFonts(): void {
  if (isInstalled) return;
  isInstalled = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(fontFaceCss({ fontBase: windowFontBase }));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
