/** What every command does, installed once; menus, keyboard and buttons ask here and know no feature. */
import { useSyncExternalStore } from 'react';
import { commandList, type CommandId } from '../../shared/commands.js';

/** The half of a command that lives in the window; its label, menu and keys are its row in `shared/commands.ts`. */
export interface CommandBehaviour {
  run(): void;
  /** Whether this installation has it; absent, every one does. */
  isShown?(): boolean;
  /** Whether it can be given now; absent, it always can. */
  isEnabled?(): boolean;
  /** Whether what it switches is on; a tick in the menu. */
  isTicked?(): boolean;
}

/** One behaviour for every row of the table: a command without a runner does not compile. */
export type CommandBehaviours = Readonly<Record<CommandId, CommandBehaviour>>;

/** A store that commands read; menus are drawn again when it changes. */
export interface Watched {
  subscribe(listener: () => void): () => void;
}

export interface CommandStates {
  /** Those that menus list. */
  readonly shown: ReadonlySet<CommandId>;
  readonly ready: ReadonlySet<CommandId>;
  readonly ticked: ReadonlySet<CommandId>;
}

let installed: CommandBehaviours | undefined;
let watchedStores: readonly Watched[] = [];
let states: CommandStates = { shown: new Set(), ready: new Set(), ticked: new Set() };

/** Installs the commands of the window, and the stores on which their being ready depends. */
export function installCommands(behaviours: CommandBehaviours, watched: readonly Watched[]): void {
  installed = behaviours;
  watchedStores = watched;
}

/** Gives a command; false when it cannot be given now. */
export function runCommand(id: CommandId): boolean {
  if (!isCommandReady(id)) return false;
  installed?.[id].run();
  return true;
}

export function isCommandReady(id: CommandId): boolean {
  return installed !== undefined && isShown(id) && (installed[id].isEnabled?.() ?? true);
}

function isShown(id: CommandId): boolean {
  return installed?.[id].isShown?.() ?? true;
}

/** Tells which commands there are, which can be given and which are ticked, at once and whenever that changes. Returns how to stop. */
export function followCommandStates(changed: (states: CommandStates) => void): () => void {
  let told: CommandStates | undefined;
  const look = (): void => {
    const now = readStates();
    if (now !== told) changed((told = now));
  };
  look();
  return subscribe(look);
}

/** Which commands there are, which can be given and which are ticked, for menus. */
export function useCommandStates(): CommandStates {
  return useSyncExternalStore(subscribe, readStates);
}

function subscribe(listener: () => void): () => void {
  const stops = watchedStores.map((store) => store.subscribe(listener));
  return () => stops.forEach((stop) => stop());
}

/** The same object as before while nothing differs. */
function readStates(): CommandStates {
  const ids = commandList.map(({ id }) => id);
  const shown = new Set(ids.filter(isShown));
  const ready = new Set(ids.filter(isCommandReady));
  const ticked = new Set(ids.filter((id) => installed?.[id].isTicked?.() ?? false));
  if (!isSame(shown, states.shown) || !isSame(ready, states.ready) || !isSame(ticked, states.ticked)) states = { shown, ready, ticked };
  return states;
}

function isSame(a: ReadonlySet<CommandId>, b: ReadonlySet<CommandId>): boolean {
  return a.size === b.size && [...a].every((id) => b.has(id));
}
