/** Bundled faces for machines whose system has no Chinese ones; a system face named before them is taken first. */
const faces = [
  { family: 'Zhuanbao UI', file: 'zhuanbao-hei.ttf' },
  { family: 'Zhuanbao UI Serif', file: 'zhuanbao-song.ttf' },
];

/** Makes the interface's own faces known to the window; a face is fetched only when the system lacks every other. */
export function installInterfaceFonts(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    faces
      .map(
        ({ family, file }) => `@font-face{font-family:"${family}";src:url("/assets/fonts/${file}") format("truetype");font-display:swap}`,
      )
      .join('\n'),
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
