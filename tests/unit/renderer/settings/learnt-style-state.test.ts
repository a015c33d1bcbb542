// @vitest-environment window
import { beforeEach, describe, expect, it } from 'vitest';
import { adoptStyle } from '../../../../renderer/settings/learnt-style-state.js';
import { changeMeasure, resetMeasures } from '../../../../renderer/settings/setting-edits.js';
import { messagesNow } from '../../../../renderer/state/messages.js';
import { publicationSession } from '../../../../renderer/state/publication.js';
import { defaultPublication } from '../../../../shared/document/publication.js';
import type { StyleProposal } from '../../../../shared/learn-style/proposals.js';

const before = { 'marginMm.top': 30, 'marginMm.left': 25 };

beforeEach(async () => {
  const answers: Record<string, unknown> = {
    'publication.list': { publications: [{ ...defaultPublication, pageStyle: before }] },
    'publication.save': { savedAt: '2031-05-06T07:08:09Z' },
  };
  Object.assign(window, {
    zhuanbao: {
      call: (name: string) => Promise.resolve(JSON.stringify({ ok: true, value: answers[name] ?? {} })),
      onNotice: () => () => undefined,
    },
  });
  await publicationSession.getState().load();
});

const style = () => publicationSession.getState().publication.pageStyle;

/** Takes back what the latest bar tells of. */
function takeBack(): void {
  messagesNow()
    .at(-1)
    ?.actions.find(({ label }) => label === '撤销')
    ?.run();
}

describe('a page style taken from a file', () => {
  it('is taken back alone: what was set since stays', () => {
    const taken = [
      { path: 'marginMm.top', after: 38 },
      { path: 'text.body.sizePt', after: 15 },
    ] as unknown as StyleProposal[];
    adoptStyle(taken, '往期.docx');
    expect(style()).toEqual({ ...before, 'marginMm.top': 38, 'text.body.sizePt': 15 });
    changeMeasure('marginMm.left', 26);
    takeBack();
    expect(style()).toEqual({ 'marginMm.top': 30, 'marginMm.left': 26 });
  });
});

describe('measures put back to their defaults', () => {
  it('come back alone: what was set since stays', () => {
    resetMeasures(['marginMm.top', 'marginMm.left', 'marginMm.right'], '页边距');
    expect(style()).toEqual({});
    changeMeasure('marginMm.right', 27);
    takeBack();
    expect(style()).toEqual({ ...before, 'marginMm.right': 27 });
  });
});
