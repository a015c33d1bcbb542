/** Who carries out a command right now: features register, menus and keyboard ask. */
import { useEffect, useRef } from 'react';
import { createStore, useStore } from 'zustand';
import type { CommandId } from '../../shared/commands.js';

interface Registry {
  /** Commands that can be given now. */
  readonly ready: ReadonlySet<CommandId>;
}

const runs = new Map<CommandId, () => void>();
const registry = createStore<Registry>(() => ({ ready: new Set() }));

/** Carries out a command while the calling component is shown and `enabled`. */
export function useCommand(id: CommandId, run: () => void, enabled = true): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (!enabled) return undefined;
    const own = (): void => latest.current();
    runs.set(id, own);
    publish();
    return () => {
      if (runs.get(id) === own) runs.delete(id);
      publish();
    };
  }, [id, enabled]);
}

function publish(): void {
  registry.setState({ ready: new Set(runs.keys()) });
}

/** Gives a command; false when nobody can carry it out now. */
export function runCommand(id: CommandId): boolean {
  const run = runs.get(id);
  run?.();
  return run !== undefined;
}

export function isCommandReady(id: CommandId): boolean {
  return runs.has(id);
}

/** The commands that can be given now, for menus. */
export function useReadyCommands(): ReadonlySet<CommandId> {
  return useStore(registry, ({ ready }) => ready);
}
