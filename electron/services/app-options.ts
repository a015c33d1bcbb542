import type { FontShelf } from '../../shared/fonts/drawing-font.js';
import type { NoticeBody, NoticeName } from '../../shared/ipc.js';
import type { Clock, Desktop, Drives, Ids, Recognition } from './ports.js';

/** What the services behind a window are told by their host. */
export interface AppOptions {
  readonly libraryFolder: string;
  /** Holds `sample/`, `fonts/`, `manual/`. */
  readonly assetsFolder: string;
  /** Where words are kept that the library does not take, the best place first. */
  readonly keptWordsFolders: readonly string[];
  /** This user's own folder, outside any library: the installation's key is there, and bundles that are looked at. */
  readonly userFolder: string;
  readonly version: string;
  readonly host: 'electron' | 'chromium';
  readonly clock: Clock;
  readonly ids: Ids;
  readonly fonts: FontShelf;
  readonly recognition: Recognition;
  readonly desktop: Desktop;
  readonly drives: Drives;
  /** Started for a unit that sends manuscripts in (`--contributor`): it asks who writes, and holds no sample. */
  readonly forUnit?: boolean;
  /** Told of failures that must not keep the window from opening, or the other files of an import from coming in. */
  readonly onTrouble: (error: unknown) => void;
  readonly notify: <Name extends NoticeName>(name: Name, body: NoticeBody<Name>) => void;
}
