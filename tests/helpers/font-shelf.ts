import { createFontShelf } from '../../electron/services/fonts/font-shelf.js';
import { assetsFolder } from './open-test-library.js';

/** The program's own fonts and none of the machine that runs the tests. */
export const bundledShelf = createFontShelf(assetsFolder, []);
