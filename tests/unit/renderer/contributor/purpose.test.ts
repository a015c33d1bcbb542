import { afterEach, describe, expect, it } from 'vitest';
import { forPurpose } from '../../../../renderer/commands/purpose.js';
import { contributorStore } from '../../../../renderer/state/contributor.js';
import { paletteEntries } from '../../../../renderer/palette/entries.js';
import { subjectsOf } from '../../../../renderer/settings/settings-nav.js';
import {
  followCommandStates,
  installCommands,
  isCommandReady,
  runCommand,
  type CommandBehaviours,
  type CommandStates,
} from '../../../../renderer/ui/command-registry.js';
import { commandList } from '../../../../shared/commands.js';

const given: string[] = [];
const behaviours = Object.fromEntries(commandList.map(({ id }) => [id, { run: () => given.push(id) }])) as unknown as CommandBehaviours;
const unit = { unitName: '示例区委宣传部', person: '甲', phone: '1234567' };

afterEach(() => {
  contributorStore.setState({ contributor: undefined, isAsked: false });
  given.length = 0;
});

function shown(): CommandStates['shown'] {
  let told: CommandStates['shown'] = new Set();
  followCommandStates((states) => (told = states.shown))();
  return told;
}

describe('what an installation is for', () => {
  it('gives an office all but the commands of units, and a unit what it needs', () => {
    installCommands(forPurpose(behaviours), [contributorStore]);
    const office = shown();
    expect([...office].filter((id) => ['show.contributor', 'file.send', 'file.newManuscript'].includes(id))).toEqual([]);
    expect(runCommand('file.send')).toBe(false);
    contributorStore.setState({ contributor: unit });
    const views = [...shown()].filter((id) => id.startsWith('show.'));
    expect(views).toEqual(['show.contributor', 'show.exchange', 'show.keeping', 'show.settings']);
    expect([isCommandReady('file.newIssue'), isCommandReady('file.send'), isCommandReady('edit.undo')]).toEqual([false, true, true]);
    runCommand('file.export');
    runCommand('file.send');
    expect(given).toEqual(['file.send']);
  });

  it('is a unit’s as soon as it asks who writes', () => {
    installCommands(forPurpose(behaviours), [contributorStore]);
    contributorStore.setState({ isAsked: true });
    expect(shown().has('show.contributor')).toBe(true);
  });

  it('leaves issues and units out of a unit’s palette, and what is printed out of its settings', () => {
    installCommands(forPurpose(behaviours), [contributorStore]);
    const issues = [{ key: '2026-01', publication: '宣传信息专报', date: '2026-01-01', titles: ['甲'] }] as never;
    expect(new Set(paletteEntries({ issues }, ['示例区']).map(({ kind }) => kind))).toEqual(new Set(['命令', '期', '稿件', '单位']));
    contributorStore.setState({ contributor: unit });
    expect(new Set(paletteEntries({ issues }, ['示例区']).map(({ kind }) => kind))).toEqual(new Set(['命令']));
    expect(subjectsOf('unit').map(({ label }) => label)).toEqual(['界面', '备份', '本机用途']);
    expect(subjectsOf('office').length).toBeGreaterThan(subjectsOf('unit').length);
  });
});
