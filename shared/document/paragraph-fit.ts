/** How closely a paragraph's characters stand, where it is not as its style has them: 紧排 takes a word in, 松排 gives one up. */
export const paragraphFits = ['tight', 'loose'] as const;

export type ParagraphFit = (typeof paragraphFits)[number];

/** What the editor calls them. */
export const fitLabels: Readonly<Record<ParagraphFit, string>> = { tight: '紧排', loose: '松排' };
