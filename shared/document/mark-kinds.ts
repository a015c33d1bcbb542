/** How words inside a paragraph can be set apart: 加粗, 楷体. */
export const markKinds = ['bold', 'kai'] as const;
