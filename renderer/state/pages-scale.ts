/** How large the pages beside the text are drawn now; 1 is life size, undefined while none are shown. */
import { createStore } from 'zustand';

export const pagesScale = createStore<{ readonly scale: number | undefined }>(() => ({ scale: undefined }));
