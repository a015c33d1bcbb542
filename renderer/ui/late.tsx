import { lazy, type ComponentType } from 'react';

export interface Late {
  readonly Body: ComponentType;
  /** Reads it ahead of its first use. */
  load(): Promise<unknown>;
}

/**
 * A component whose code is read when it is first shown, or ahead. Once read it is drawn at once: React's own `lazy` shows
 * its stand-in even then, and leaves that for 0.3 s.
 */
export function late(read: () => Promise<ComponentType>): Late {
  let known: ComponentType | undefined;
  const load = async (): Promise<ComponentType> => {
    known ??= await read();
    return known;
  };
  const Waiting = lazy(async () => ({ default: await load() }));
  const Body = () => {
    const Known = known;
    return Known ? <Known /> : <Waiting />;
  };
  return { Body, load };
}
