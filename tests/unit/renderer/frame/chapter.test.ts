// @vitest-environment window
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { windowCommands } from '../../../../renderer/commands/window-commands.js';
import { closeDialog, closeManual, desk, openDialog } from '../../../../renderer/state/desk.js';
import { issueSession } from '../../../../renderer/state/issue-session.js';

function opened() {
  closeManual();
  windowCommands['help.manual'].run();
  return desk.getState().manual?.chapter;
}

beforeEach(() => desk.setState({ view: 'library', dialog: undefined, manual: undefined }));
afterEach(() => document.body.replaceChildren());

describe('F1', () => {
  it('opens the manual at the view that is shown', () => {
    expect(opened()).toBe('library');
    desk.setState({ view: 'settings' });
    expect(opened()).toBe('settings');
  });

  it('opens it at the part of the issue that is worked on', () => {
    desk.setState({ view: 'issue' });
    issueSession.setState({ current: { kind: 'masthead' } });
    expect(opened()).toBe('structure');
    issueSession.setState({ current: { kind: 'item', itemId: 'a' } });
    expect(opened()).toBe('article');
    document.body.innerHTML = '<div data-pane="preview"><button></button></div>';
    document.querySelector('button')?.focus();
    expect(opened()).toBe('pages');
  });

  it('opens it at the open dialog, which stays', () => {
    openDialog({ kind: 'export' });
    expect(opened()).toBe('export');
    expect(desk.getState().dialog).toEqual({ kind: 'export' });
    expect(desk.getState().manual?.over).toBe('export');
    closeDialog();
  });

  it('asks for the chapter again while the manual is open', () => {
    opened();
    const first = desk.getState().manual;
    windowCommands['help.manual'].run();
    expect(desk.getState().manual).not.toBe(first);
  });
});
