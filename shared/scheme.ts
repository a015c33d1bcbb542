/** How the interface is drawn: light or dark. */
export type Scheme = 'light' | 'dark';

/** What the editor may choose; `system` is whichever the system shows at the time. */
export const schemeChoices = ['system', 'light', 'dark'] as const;
export type SchemeChoice = (typeof schemeChoices)[number];

/** Ground of the window in each scheme; a host shows it before anything is drawn. */
export const sheetColors: Readonly<Record<Scheme, string>> = { light: '#ffffff', dark: '#1e2024' };
