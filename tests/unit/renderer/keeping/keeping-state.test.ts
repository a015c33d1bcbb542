// @vitest-environment window
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { keepingStore, repairTicked, runCheck } from '../../../../renderer/keeping/keeping-state.js';
import { dismiss, messagesNow } from '../../../../renderer/state/messages.js';
import { fakeServices, type FakeServices } from '../../../helpers/fake-services.js';

vi.mock('../../../../renderer/ui/confirm.js', () => ({ confirm: () => Promise.resolve(true) }));

const finding = { id: '0 甲', group: 'tidy', file: '甲', message: '没有哪一期提到它。', repair: '移到“清理”' } as const;

let services: FakeServices;
beforeEach(async () => {
  for (const { id } of messagesNow()) dismiss(id);
  services = fakeServices();
  services.answers.set('check.run', () => ({ at: '2026-03-02T01:00:00.000Z', looked: '核对了。', findings: [finding] }));
  services.answers.set('check.repair', () => ({ done: [finding.id], failed: [], undoId: 'repair-1' }));
  services.answers.set('check.undo', () => ({}));
  await runCheck();
});

const offers = () => messagesNow().map(({ tone, actions }) => `${tone} ${actions.map(({ label }) => label).join()}`);

describe('repairing what 自检 found', () => {
  it('offers the way back even where the look after it fails', async () => {
    services.fail('check.run', true);
    await expect(repairTicked()).rejects.toThrow();
    expect(offers()).toEqual(['success 撤销']);
    expect(keepingStore.getState().isChecking).toBe(false);
  });

  it('offers the way back again where it could not be gone', async () => {
    await repairTicked();
    services.fail('check.undo', true);
    messagesNow()[0]?.actions[0]?.run();
    await vi.waitFor(() => expect(offers()).toEqual(['success 撤销', 'error 再试']));
    services.fail('check.undo', false);
    messagesNow()[1]?.actions[0]?.run();
    await vi.waitFor(() => expect(messagesNow().at(-1)?.text).toBe('刚才的修复已撤销。'));
    expect(services.calls.slice(-2)).toEqual(['check.undo', 'check.run']);
  });
});
