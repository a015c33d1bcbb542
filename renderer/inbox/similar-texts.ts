/** Which submissions say what was sent or printed before, as far as it was asked for. */
import { useEffect } from 'react';
import { createStore, useStore } from 'zustand';
import type { SubmissionRow } from '../../shared/submissions/list-submissions.js';
import type { CallResponse } from '../../shared/ipc.js';
import { call } from '../bridge.js';
import { tellFailure } from '../state/messages.js';

export type Similar = CallResponse<'similar.find'>['found'][number];

/** By submission; null where nothing is shared. */
type Known = ReadonlyMap<string, Similar | null>;

const store = createStore<{ readonly known: Known }>(() => ({ known: new Map() }));

/** Asked at once: few enough to be answered while the editor reads the first one. */
const askedAtOnce = 25;

export function useSimilar(): Known {
  return useStore(store, ({ known }) => known);
}

async function ask(ids: readonly string[]): Promise<void> {
  const { found } = await call('similar.find', { ids });
  const byId = new Map(found.map((each) => [each.id, each]));
  store.setState({ known: new Map([...store.getState().known, ...ids.map((id) => [id, byId.get(id) ?? null] as const)]) });
}

/** Asks for those that wait to be sorted, a few at a time, as long as the list is shown. */
export function useSimilarOfWaiting(rows: readonly SubmissionRow[]): void {
  const known = useSimilar();
  const open = rows.filter(({ standing, id }) => standing === 'new' && !known.has(id)).slice(0, askedAtOnce);
  const asked = open.map(({ id }) => id).join(' ');
  useEffect(() => {
    if (asked === '') return undefined;
    const timer = setTimeout(() => void ask(asked.split(' ')).catch(() => undefined), 200);
    return () => clearTimeout(timer);
  }, [asked]);
}

/** Asks anew for the one that is read: issues may have changed since. */
export function useSimilarOf(id: string): Similar | undefined {
  const similar = useStore(store, ({ known }) => known.get(id));
  useEffect(() => void ask([id]).catch(tellFailure), [id]);
  return similar ?? undefined;
}

/** 63% */
export function shareLabel(share: number): string {
  return share > 0 && share < 0.01 ? '不到1%' : `${Math.round(share * 100)}%`;
}
