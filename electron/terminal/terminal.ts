import type { FontShelf } from '../../shared/fonts/drawing-font.js';
import type { Clock, Ids, Recognition } from '../services/ports.js';

/** What the terminal program works with: folders, ports, and where it speaks. */
export interface Terminal {
  readonly libraryFolder: string;
  readonly assetsFolder: string;
  /** This user's own folder, where the installation's key is. */
  readonly userFolder: string;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly fonts: FontShelf;
  readonly recognition: Recognition;
  /** Prints one line. */
  readonly print: (line: string) => void;
  /** Tells of a failure without ending the program. */
  readonly complain: (error: unknown) => void;
}
