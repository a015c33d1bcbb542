// @vitest-environment window
import type { SurfacePlace, WritingSurface } from '../../../../renderer/state/writing-surface.js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

vi.stubGlobal('zhuanbao', {
  call: () => Promise.resolve(JSON.stringify({ ok: true, value: {} })),
  onNotice: () => () => undefined,
});

const { commandList } = await import('../../../../shared/commands.js');
const { commandBehaviours, commandStores } = await import('../../../../renderer/commands/commands.js');
const { installCommands, isCommandReady, runCommand } = await import('../../../../renderer/ui/command-registry.js');
const { desk, showView } = await import('../../../../renderer/state/desk.js');
const { issueSession } = await import('../../../../renderer/state/issue-session.js');
const { showWritingSurface } = await import('../../../../renderer/state/writing-surface.js');
const { changeSetting, setting } = await import('../../../../renderer/state/settings.js');
const { article, column, issue, p } = await import('../../../helpers/build-issue.js');

const value = issue(column('经验交流', article('示例区推动工作', p('正文。')), article('示例县开展活动', p('正文。'))));
const first = value.columns[0]?.items[0]?.id ?? '';

function open(): void {
  issueSession.setState({ key: '2023-06', issue: value, current: { kind: 'item', itemId: first } });
  showView('issue');
}

function surface(change: Partial<WritingSurface> = {}): WritingSurface {
  const nothing = (): void => undefined;
  return {
    isBrief: false,
    isReadOnly: false,
    element: () => document.body,
    place: () => ({ block: 'paragraph', isInLead: false, marks: [], isLeadInferred: false }),
    focus: nothing,
    readSelection: nothing,
    paste: nothing,
    toggleLead: nothing,
    toggleMark: nothing,
    confirmLead: nothing,
    confirmLeads: nothing,
    setLevel: nothing,
    toggleFit: nothing,
    addParagraph: nothing,
    insertPictures: nothing,
    insertFootnote: nothing,
    insertTable: nothing,
    editTable: nothing,
    goToPart: nothing,
    ...change,
  };
}

const isTicked = (id: keyof typeof commandBehaviours): boolean => commandBehaviours[id].isTicked?.() ?? false;

beforeEach(() => installCommands(commandBehaviours, commandStores));
afterEach(() => {
  issueSession.getState().close();
  showView('library');
});

describe('the commands of a table', () => {
  it('wait until the cursor is in one, and say what they do', () => {
    open();
    const done: string[] = [];
    const inTable = { block: 'table', isInLead: false, marks: [], isLeadInferred: false } as const;
    const show = (place: SurfacePlace) =>
      showWritingSurface(surface({ place: () => place, editTable: (action) => done.push(action), insertTable: () => done.push('insert') }));
    const ready = () =>
      commandList.filter(({ id }) => id.startsWith('table.') && commandBehaviours[id].isEnabled?.()).map(({ id }) => id.slice(6));
    let hide = show({ ...inTable, block: 'paragraph' });
    expect([ready(), commandBehaviours['insert.table'].isEnabled?.()]).toEqual([[], true]);
    commandBehaviours['insert.table'].run();
    hide();
    hide = show(inTable);
    expect([ready(), commandBehaviours['insert.table'].isEnabled?.()]).toEqual([
      ['rowAbove', 'rowBelow', 'columnLeft', 'columnRight', 'remove', 'widthsByContent'],
      false,
    ]);
    hide();
    hide = show({ ...inTable, cell: { isHeader: true } });
    expect([ready().length, isTicked('table.header'), commandBehaviours['format.bold'].isEnabled?.()]).toEqual([11, true, true]);
    for (const id of ready()) commandBehaviours[`table.${id}` as 'table.header'].run();
    expect(done).toEqual(['insert', ...ready()]);
    hide();
  });
});

describe('紧排 and 松排', () => {
  it('set the paragraph with the cursor, and are ticked where it is set so', () => {
    open();
    const done: string[] = [];
    const show = (place: SurfacePlace) => showWritingSurface(surface({ place: () => place, toggleFit: (fit) => done.push(fit) }));
    const paragraph = { block: 'paragraph', fit: 'tight', isInLead: false, marks: [], isLeadInferred: false } as const;
    let hide = show(paragraph);
    for (const id of ['format.tight', 'format.loose'] as const) commandBehaviours[id].run();
    expect([done, isTicked('format.tight'), isTicked('format.loose')]).toEqual([['tight', 'loose'], true, false]);
    hide();
    hide = show({ ...paragraph, block: 'title' });
    expect(commandBehaviours['format.tight'].isEnabled?.()).toBe(false);
    hide();
  });
});

describe('the commands', () => {
  it('all do something', () => {
    expect(commandList.filter(({ id }) => typeof commandBehaviours[id].run !== 'function')).toEqual([]);
  });

  it('of an issue wait until one is shown', () => {
    expect(
      ['file.export', 'edit.moveUp', 'insert.article', 'view.preview', 'show.issue'].map((id) => isCommandReady(id as 'file.export')),
    ).toEqual(Array<boolean>(5).fill(false));
    open();
    expect(
      ['file.export', 'edit.moveUp', 'insert.article', 'view.preview', 'show.issue'].map((id) => isCommandReady(id as 'file.export')),
    ).toEqual(Array<boolean>(5).fill(true));
    showView('library');
    expect([isCommandReady('edit.moveUp'), isCommandReady('show.issue')]).toEqual([false, true]);
  });

  it('move the selected article and undo the move', () => {
    open();
    expect(isCommandReady('edit.undo')).toBe(false);
    runCommand('edit.moveDown');
    expect(issueSession.getState().issue?.columns[0]?.items[1]?.id).toBe(first);
    runCommand('edit.undo');
    expect(issueSession.getState().issue?.columns[0]?.items[0]?.id).toBe(first);
    expect(isCommandReady('edit.redo')).toBe(true);
  });

  it('of the text wait for a surface that can be written on', () => {
    expect(isCommandReady('format.lead')).toBe(false);
    const stop = showWritingSurface(surface());
    expect([isCommandReady('format.lead'), isCommandReady('format.confirmLead'), isTicked('format.body')]).toEqual([true, false, true]);
    stop();
    const stopBrief = showWritingSurface(surface({ isBrief: true }));
    expect([isCommandReady('format.lead'), isCommandReady('insert.source')]).toEqual([false, true]);
    stopBrief();
    const stopReading = showWritingSurface(surface({ isReadOnly: true }));
    expect(isCommandReady('insert.source')).toBe(false);
    stopReading();
  });

  it('set the level the table names', () => {
    const setLevel = vi.fn();
    const stop = showWritingSurface(
      surface({ setLevel, place: () => ({ block: 'paragraph', level: 2, isInLead: false, marks: [], isLeadInferred: false }) }),
    );
    runCommand('format.level3');
    runCommand('format.body');
    expect(setLevel.mock.calls).toEqual([[3], [undefined]]);
    expect([isTicked('format.level2'), isTicked('format.body')]).toEqual([true, false]);
    stop();
  });

  it('show the view they name and tick it', () => {
    runCommand('show.settings');
    expect([desk.getState().view, isTicked('show.settings'), isTicked('show.library')]).toEqual(['settings', true, false]);
  });

  it('enlarge interface and text by steps up to 200 per cent and back to 100', () => {
    for (let step = 0; step < 12; step += 1) runCommand('view.zoomIn');
    expect([setting('interface.zoom'), isCommandReady('view.zoomIn')]).toEqual([200, false]);
    runCommand('view.zoomOut');
    expect(setting('interface.zoom')).toBe(175);
    runCommand('view.zoomReset');
    expect([setting('interface.zoom'), isCommandReady('view.zoomOut')]).toEqual([100, false]);
  });

  it('remember a folded pane', () => {
    open();
    runCommand('view.outline');
    expect([setting('outlineFolded'), isTicked('view.outline')]).toEqual([true, false]);
    changeSetting('outlineFolded', false);
  });
});
