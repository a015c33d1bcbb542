import { describe, expect, it } from 'vitest';
import { CallFailure } from '../../../renderer/bridge.js';
import { createPublicationSession } from '../../../renderer/state/publication.js';
import type { SessionPorts } from '../../../renderer/state/session-parts.js';
import { defaultPublication, type Publication } from '../../../shared/document/publication.js';

interface Desk {
  readonly saved: Publication[];
  readonly session: ReturnType<typeof createPublicationSession>;
  /** Runs what waits for its time. */
  tick(): Promise<void>;
}

function deskWith(
  stored: Publication | readonly Publication[],
  changes: { readonly fails?: () => boolean; readonly isReadOnly?: boolean } = {},
): Desk {
  const saved: Publication[] = [];
  let waiting: (() => void)[] = [];
  const ports = {
    call: (name: string, request: { readonly publication?: Publication }) => {
      if (name === 'publication.list') return Promise.resolve({ publications: [stored].flat() });
      if (changes.fails?.()) return Promise.reject(new CallFailure('disk-full', '磁盘已满。'));
      saved.push(request.publication as Publication);
      return Promise.resolve({ savedAt: '2026-06-18T08:00:00.000Z' });
    },
    isReadOnly: () => changes.isReadOnly ?? false,
    schedule: (action: () => void) => {
      waiting.push(action);
      return () => {
        waiting = waiting.filter((each) => each !== action);
      };
    },
  } as unknown as SessionPorts;
  const session = createPublicationSession(ports);
  return {
    saved,
    session,
    tick: async () => {
      for (const action of waiting.splice(0)) action();
      await session.getState().flush();
    },
  };
}

const setTop = (publication: Publication): Publication => ({ ...publication, pageStyle: { ...publication.pageStyle, 'marginMm.top': 30 } });

describe('the publication of the window', () => {
  it('changes at once, is saved soon, and says when', async () => {
    const { session, saved, tick } = deskWith(defaultPublication);
    await session.getState().load();
    session.getState().edit(setTop);
    expect(session.getState().publication.pageStyle).toEqual({ 'marginMm.top': 30 });
    expect([session.getState().saveState.kind, saved.length]).toEqual(['waiting', 0]);
    await tick();
    expect(saved.at(-1)?.pageStyle).toEqual({ 'marginMm.top': 30 });
    expect(session.getState().saveState).toEqual({ kind: 'saved', at: '2026-06-18T08:00:00.000Z' });
  });

  it('tells why it is not saved, and saves when the trouble has passed', async () => {
    let isFull = true;
    const { session, saved, tick } = deskWith(defaultPublication, { fails: () => isFull });
    await session.getState().load();
    session.getState().edit(setTop);
    await tick();
    expect(session.getState().saveState).toEqual({ kind: 'failed', code: 'disk-full', message: '磁盘已满。' });
    isFull = false;
    await tick();
    expect(saved).toHaveLength(1);
  });

  it('drops measures out of range and keeps those of another version', async () => {
    const { session } = deskWith({
      ...defaultPublication,
      pageStyle: { 'marginMm.top': 300, 'text.body.hyphenation': true, 'marginMm.left': 30 },
    });
    await session.getState().load();
    expect(session.getState().publication.pageStyle).toEqual({ 'text.body.hyphenation': true, 'marginMm.left': 30 });
  });

  it('takes no change before it was read, nor in a library that can only be read', async () => {
    const unread = deskWith(defaultPublication);
    unread.session.getState().edit(setTop);
    const readOnly = deskWith(defaultPublication, { isReadOnly: true });
    await readOnly.session.getState().load();
    readOnly.session.getState().edit(setTop);
    for (const { session, tick, saved } of [unread, readOnly]) {
      await tick();
      expect([session.getState().publication, saved.length]).toEqual([defaultPublication, 0]);
    }
  });

  it('is one of several: another is shown once the one before is saved, and each is saved as itself', async () => {
    const other = { ...defaultPublication, id: '0000000a', name: '内部参考' };
    let isFull = true;
    const { session, saved, tick } = deskWith([defaultPublication, other], { fails: () => isFull });
    await session.getState().load();
    session.getState().edit(setTop);
    expect(await session.getState().choose('0000000a')).toBe(false);
    expect(session.getState().publication.name).toBe('宣传信息专报');
    isFull = false;
    expect(await session.getState().choose('0000000a')).toBe(true);
    session.getState().edit((publication) => ({ ...publication, organ: '示例市委办公室' }));
    await tick();
    expect(saved.map(({ id, organ }) => [id, organ])).toEqual([
      [undefined, defaultPublication.organ],
      ['0000000a', '示例市委办公室'],
    ]);
    expect(session.getState().publications.map(({ organ }) => organ)).toEqual([defaultPublication.organ, '示例市委办公室']);
  });

  it('read again stays the same value where nothing changed, and what is not saved yet is not read over', async () => {
    const { session } = deskWith([defaultPublication]);
    await session.getState().load();
    const [before] = session.getState().publications;
    await session.getState().load();
    expect(session.getState().publications[0]).toBe(before);
    session.getState().edit(setTop);
    await session.getState().load();
    expect(session.getState().publication.pageStyle).toEqual({ 'marginMm.top': 30 });
  });
});
