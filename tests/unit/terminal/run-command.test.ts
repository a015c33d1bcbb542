import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { randomIds, systemClock } from '../../../electron/services/system-ports.js';
import { verifyBundle } from '../../../electron/services/bundle/verify-bundle.js';
import { Backups } from '../../../electron/services/backup/backups.js';
import { readArguments } from '../../../electron/terminal/arguments.js';
import { runCommand } from '../../../electron/terminal/run-command.js';
import { AppError } from '../../../shared/app-error.js';
import { openLibrary } from '../../../electron/services/library/library.js';
import { resolvePageStyle } from '../../../shared/layout/page-style-settings.js';
import { UsageError } from '../../../electron/terminal/usage-error.js';
import { decide } from '../../../shared/submissions/edit-submission.js';
import { emptyUnitList } from '../../../shared/units/unit.js';
import { bundledShelf } from '../../helpers/font-shelf.js';
import { assetsFolder } from '../../helpers/open-test-library.js';
import { officeFile, plainHand } from '../../helpers/office-file.js';
import { recognizeHere } from '../../helpers/recognize-here.js';

const sample = join(assetsFolder, 'sample', '宣传信息专报-样例.txt');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'terminal-'));
});

/** Runs the words after the program's name; what it prints, and the codes of what it complains of. */
async function zhuanbao(...words: readonly string[]): Promise<{ lines: string[]; codes: string[]; done: boolean }> {
  const { command, json } = readArguments(words);
  if (command.kind === 'help') throw new Error('help does nothing');
  const lines: string[] = [],
    codes: string[] = [];
  const done = await runCommand(command, json, {
    libraryFolder: join(folder, '资料库'),
    assetsFolder,
    userFolder: join(folder, '用户'),
    clock: systemClock,
    ids: randomIds,
    fonts: bundledShelf,
    recognition: recognizeHere,
    print: (line) => lines.push(line),
    complain: (error) => codes.push(error instanceof AppError ? error.code : String(error)),
  });
  return { lines, codes, done };
}

describe('runCommand', () => {
  it('lists what the page style of a Word file has otherwise, and changes nothing', async () => {
    await zhuanbao('import', sample);
    const file = join(folder, '往期.docx');
    writeFileSync(file, officeFile(resolvePageStyle({ 'text.body.lineHeightPt': 27.7 }), plainHand));
    const { lines } = await zhuanbao('style', 'learn', file);
    expect(lines.find((line) => line.startsWith('正文 行距'))).toMatch(/^正文 行距\t28\.95 磅\t27\.7 磅\t第\d+段.*\t明确$/u);
    const told = JSON.parse((await zhuanbao('style', 'learn', file, '--json')).lines[0] ?? '') as {
      proposals: { path: string; after: unknown }[];
    };
    expect(told.proposals).toContainEqual(expect.objectContaining({ path: 'text.body.lineHeightPt', after: 27.7 }));
    await expect(zhuanbao('style', 'learn', sample)).rejects.toMatchObject({
      code: 'file-kind',
      message: expect.stringMatching(/样例\.txt：.*\.docx/u) as string,
    });
    expect(() => readArguments(['style', file])).toThrow(UsageError);
    const library = await openLibrary({ folder: join(folder, '资料库'), clock: systemClock, ids: randomIds, mode: 'read' });
    expect((await library.getPublication()).pageStyle).toEqual({});
    await library.close();
  });

  it('searches, a line of JSON for each place with its page', async () => {
    await zhuanbao('import', sample);
    const { lines } = await zhuanbao('search', '摄影展', '--json');
    const found = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(found.length).toBeGreaterThan(0);
    for (const each of found)
      expect(each).toMatchObject({ source: 'issue', key: '2026-14', match: '摄影展', page: expect.any(Number) as number });
    expect((await zhuanbao('search', '丁县', '摄影展')).lines.at(-1)).toBe('共 1 期（篇），1 篇稿件。');
    expect((await zhuanbao('search', '没有这几个字')).lines).toEqual(['没有找到。']);
    const library = await openLibrary({ folder: join(folder, '资料库'), clock: systemClock, ids: randomIds });
    await library.remove('issue', '2026-14');
    await library.close();
    expect((await zhuanbao('search', '摄影展')).lines).toEqual(['没有找到。']);
    expect((await zhuanbao('search', '摄影展', '--kept')).lines[0]).toMatch(/^宣传信息专报 2026年第14期（回收站 .+）$/u);
    const [kept = ''] = (await zhuanbao('search', '摄影展', '--kept', '--json')).lines;
    expect(JSON.parse(kept)).toMatchObject({ key: '2026-14', kept: { kind: 'trash' } });
    expect(() => readArguments(['search'])).toThrow('search 后面要写要找的词');
  });

  it('checks the library and repairs it, and says by its exit whether it is whole', async () => {
    await zhuanbao('import', sample);
    expect(await zhuanbao('check')).toMatchObject({ done: true, lines: [expect.stringMatching(/^核对了 1 个记录.*没有发现问题。$/u)] });
    const orphan = createHash('sha256').update('无人提到').digest('hex');
    writeFileSync(join(folder, '资料库/附件', orphan), '无人提到');
    const found = await zhuanbao('check', '--json');
    expect(found.done).toBe(false);
    expect(JSON.parse(found.lines[0] ?? '')).toMatchObject({ findings: [{ group: 'tidy', repair: '移到“清理”' }] });
    expect(readdirSync(join(folder, '资料库/附件'))).toContain(orphan);
    const repaired = await zhuanbao('check', '--repair');
    expect(repaired).toMatchObject({
      done: true,
      lines: [expect.stringContaining('发现 1 处'), expect.stringMatching(/^已修复：移到“清理”\t附件\//u)],
    });
    expect((await zhuanbao('check')).done).toBe(true);
    expect(() => readArguments(['check', '甲'])).toThrow('不需要其他内容');
  });

  it('lists, makes and rehearses backups', async () => {
    await zhuanbao('import', sample);
    expect((await zhuanbao('backup', 'list', '--json')).lines).toEqual(['{"backups":[]}']);
    await expect(zhuanbao('backup', 'run')).rejects.toMatchObject({ code: 'backup-missing' });
    const stick = join(folder, '盘');
    mkdirSync(stick);
    const library = await openLibrary({ folder: join(folder, '资料库'), clock: systemClock, ids: randomIds });
    const ports = { clock: systemClock, ids: randomIds, schedule: () => () => undefined, notify: () => undefined };
    expect(await new Backups(library, ports).choose(stick)).toMatchObject({ isOnSameDisk: true });
    await library.close();
    expect((await zhuanbao('backup', 'run')).lines).toEqual([expect.stringMatching(/^已备份，共 \d+ 个文件，其中 \d+ 个内容是新的。$/u)]);
    expect((await zhuanbao('backup', 'list')).lines).toEqual([expect.stringMatching(/个文件$/u)]);
    const unreadable = join(folder, '资料库/附件', '0'.repeat(64));
    mkdirSync(unreadable);
    expect(await zhuanbao('backup', 'run')).toMatchObject({
      done: false,
      lines: [expect.stringMatching(/^资料库里有 1 个文件读不出.+\n已备份/u)],
    });
    rmdirSync(unreadable);
    expect((await zhuanbao('backup', 'run')).done).toBe(true);
    const { lines, done } = await zhuanbao('backup', 'rehearse');
    expect([done, lines[0]]).toEqual([true, expect.stringContaining('逐个核对无误')]);
    expect(() => readArguments(['backup'])).toThrow('run、rehearse 或 list');
  });

  it('imports, lists, shows, lays out and exports an issue', async () => {
    const imported = await zhuanbao('import', sample);
    expect(JSON.parse(imported.lines[0] ?? '')).toMatchObject({ file: sample, kind: 'issue', key: '2026-14', warnings: [] });
    expect((await zhuanbao('list')).lines).toEqual([expect.stringMatching(/^2026-14\t宣传信息专报第14期\t2026-10-20\t7篇$/u)]);

    const shown = JSON.parse((await zhuanbao('show', '2026-14', '--json')).lines[0] ?? '') as {
      columns: { name: string; articles: { title: string }[] }[];
      imprint: object;
    };
    expect(shown.columns.map(({ name, articles }) => `${name}${articles.length}`)).toEqual(['工作动态1', '经验交流4', '简讯2']);
    expect(shown.imprint).toEqual({ 承办: '政策法规研究室', 审核: '张示例', 编辑: '李样本', 电话: '00000000' });

    const pages = JSON.parse((await zhuanbao('pages', '2026-14', '--json')).lines[0] ?? '') as { page: number; lines: string[] }[];
    expect(pages.map(({ page }) => page)).toEqual(pages.map((_page, index) => index + 1));
    expect(pages[0]?.lines.join()).toContain('第14期');

    const txt = join(folder, '出', '期.txt');
    expect((await zhuanbao('export', '2026-14', '--txt', txt, '--html', join(folder, '期.html'))).lines).toEqual([
      txt,
      join(folder, '期.html'),
    ]);
    expect(readFileSync(txt, 'utf8')).toContain('丁县首届乡土摄影展开展');
  });

  it('goes on after a file it cannot take, and says that not all was done', async () => {
    const bad = join(folder, '坏.pdf');
    writeFileSync(bad, 'Rar!');
    const { lines, codes, done } = await zhuanbao('import', bad, join(folder, '没有.txt'), sample);
    expect([lines.length, codes, done]).toEqual([1, ['file-kind', 'file-broken'], false]);
  });

  it('leaves lines as they stand in the file where it is told to', async () => {
    const words = '近日，示例区组织志愿者开展宣讲活动，走进社区、企业和学校，累计三百余场，覆盖群众两万三千余人，反响热烈，群众给予好评。';
    const mail = join(folder, '邮件.txt');
    writeFileSync(mail, ['示例区开展宣讲活动', '', ...(words.repeat(4).match(/.{1,25}/gu) ?? [])].join('\n'));
    const told = async (...flags: readonly string[]) =>
      (JSON.parse((await zhuanbao('import', mail, ...flags)).lines[0] ?? '') as { warnings: string[] }).warnings.some((each) =>
        each.includes('断行'),
      );
    expect([await told(), await told('--keep-lines')]).toEqual([true, false]);
  });

  it('lists a supplement as one', async () => {
    const supplement = join(folder, '增刊.txt');
    writeFileSync(supplement, readFileSync(sample, 'utf8').replace('第14期', '增刊第14期'));
    await zhuanbao('import', supplement);
    expect((await zhuanbao('list')).lines).toEqual([expect.stringMatching(/^2026-Z14\t宣传信息专报增刊第14期\t/u)]);
  });

  it('asks by a flag where an issue of an unknown name belongs, prints which, and lists it by its publication', async () => {
    await zhuanbao('import', sample);
    const other = join(folder, '通报.txt');
    writeFileSync(other, readFileSync(sample, 'utf8').replaceAll('宣传信息专报', '工作情况通报'));
    const asked = await zhuanbao('import', other);
    expect([asked.done, asked.codes]).toEqual([false, ['publication-missing']]);
    expect(JSON.parse(asked.lines[0] ?? '')).toMatchObject({ outcome: 'asks', unknownName: '工作情况通报' });
    const { lines } = await zhuanbao('import', other, '--new-publication');
    const { key, publication } = JSON.parse(lines[0] ?? '') as { key: string; publication: { id: string } };
    expect([key, publication]).toEqual([`2026-14-${publication.id}`, { id: publication.id, name: '工作情况通报', isNew: true }]);
    expect(JSON.parse((await zhuanbao('show', key, '--json')).lines[0] ?? '')).toMatchObject({
      key,
      publication: '工作情况通报',
      publicationId: publication.id,
    });
    expect(JSON.parse((await zhuanbao('list', '--json')).lines[0] ?? '')).toMatchObject({
      publications: [{ name: '宣传信息专报' }, { id: publication.id, name: '工作情况通报' }],
      issues: expect.arrayContaining([expect.objectContaining({ key, publicationId: publication.id })]) as unknown,
    });
    const third = join(folder, '特刊.txt');
    writeFileSync(third, readFileSync(sample, 'utf8').replaceAll('宣传信息专报', '通报特刊').replace('第14期', '第15期'));
    const taken = await zhuanbao('import', third, '--publication', '工作 情况通报');
    expect(JSON.parse(taken.lines[0] ?? '')).toMatchObject({ key: `2026-15-${publication.id}` });
    await expect(zhuanbao('import', third, '--publication', '内部参考')).rejects.toMatchObject({ code: 'publication-missing' });
    expect(() => readArguments(['import', third, '--publication', '甲', '--new-publication'])).toThrow(UsageError);
  });

  it('does not replace an issue of other content unless told to', async () => {
    await zhuanbao('import', sample);
    const other = join(folder, '改.txt');
    writeFileSync(other, readFileSync(sample, 'utf8').replace('李样本', '赵样本'));
    expect((await zhuanbao('import', other)).codes).toEqual(['issue-exists']);
    expect((await zhuanbao('import', other, '--replace')).done).toBe(true);
    expect((await zhuanbao('show', '2026-14')).lines.join()).toContain('赵样本');
  });

  it('packs issues, years and settings into bundles that it finds valid', async () => {
    await zhuanbao('import', sample);
    const file = join(folder, '包.zbx');
    expect((await zhuanbao('bundle', 'pack', '2026-14', '--out', file)).lines).toEqual([file]);
    const { lines, done } = await zhuanbao('bundle', 'verify', file, '--json');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      complete: true,
      valid: true,
      signature: 'unknown',
      problems: [{ code: 'key-unknown' }],
    });
    expect(done).toBe(true);
    for (const [index, words] of [
      ['2026', '--kind', 'archive'],
      ['--kind', 'settings'],
    ].entries()) {
      const other = join(folder, `${index}.zbx`);
      await zhuanbao('bundle', 'pack', ...words, '--out', other);
      expect((await zhuanbao('bundle', 'verify', other)).lines.at(-1)).toBe('交换包有效。');
    }
  });

  it('plans and imports a bundle whose sender is trusted, and lists what is to be decided', async () => {
    await zhuanbao('import', sample);
    const file = join(folder, '包.zbx');
    await zhuanbao('bundle', 'pack', '2026-14', '--out', file);
    const there = (...words: string[]) => zhuanbao(...words);
    const office = folder;
    folder = mkdtempSync(join(tmpdir(), 'terminal-'));
    expect(JSON.parse((await there('bundle', 'plan', file, '--json')).lines[0] ?? '')).toMatchObject({
      valid: true,
      steps: [{ status: 'new' }],
    });
    const refused = await there('import', file);
    expect([refused.done, JSON.parse(refused.lines[0] ?? '')]).toMatchObject([false, { outcome: 'refused' }]);
    expect((await there('list')).lines).toEqual([]);
    const taken = await there('import', file, '--trust');
    expect([taken.done, JSON.parse(taken.lines[0] ?? '')]).toMatchObject([true, { outcome: 'imported' }]);
    expect(JSON.parse((await there('import', file)).lines[0] ?? '')).toMatchObject({ outcome: 'unchanged' });

    const [undoable = ''] = (await there('bundle', 'undo')).lines;
    expect(undoable).toMatch(/\t包\.zbx\t1项$/u);
    await there('bundle', 'undo', undoable.split('\t')[0] ?? '');
    expect([(await there('list')).lines, (await there('bundle', 'undo')).lines]).toEqual([[], []]);
    await there('import', file);

    const changed = (name: string) => {
      const path = join(folder, `${name}.txt`);
      writeFileSync(path, readFileSync(sample, 'utf8').replace('李样本', name));
      return path;
    };
    await there('import', changed('甲样本'), '--replace');
    const here = folder;
    folder = office;
    await zhuanbao('import', changed('乙样本'), '--replace');
    await zhuanbao('bundle', 'pack', '2026-14', '--out', join(here, '二.zbx'));
    folder = here;
    const conflicts = await there('import', join(here, '二.zbx'));
    expect([conflicts.done, JSON.parse(conflicts.lines[0] ?? '')]).toMatchObject([
      false,
      { outcome: 'conflicts', steps: [{ conflicts: expect.arrayContaining([expect.objectContaining({ label: '版记两边都改过' })]) }] },
    ]);
    expect((await there('show', '2026-14')).lines.join()).toContain('甲样本');
  });

  it('packs with the passphrase of a file, and asks for it when it verifies, plans and imports', async () => {
    await zhuanbao('import', sample);
    const [file, right, wrong] = [join(folder, '密.zbx'), join(folder, '口令.txt'), join(folder, '错.txt')];
    writeFileSync(right, '\ufeff青山 白马 Abc123\r\n');
    writeFileSync(wrong, '别的口令写在这里');
    const sealing = ['bundle', 'pack', '2026-14', '--out', file, '--passphrase-file'] as const;
    await expect(zhuanbao(...sealing, join(folder, '没有.txt'))).rejects.toThrow('打不开');
    writeFileSync(wrong, '12345');
    await expect(zhuanbao(...sealing, wrong)).rejects.toThrow('口令至少要');
    writeFileSync(wrong, '一行\n又一行');
    await expect(zhuanbao(...sealing, wrong)).rejects.toThrow('只有一行');
    writeFileSync(wrong, '别的口令写在这里');
    await zhuanbao(...sealing, right);
    folder = mkdtempSync(join(tmpdir(), 'terminal-'));
    const codesOf = async (...words: string[]) => {
      const { lines, done } = await zhuanbao(...words);
      const { problems } = JSON.parse(lines[0] ?? '') as { problems: { code: string }[] };
      return [done, problems.map(({ code }) => code)];
    };
    for (const words of [
      ['bundle', 'verify', file, '--json'],
      ['bundle', 'plan', file, '--json'],
      ['import', file],
    ]) {
      expect(await codesOf(...words)).toEqual([false, ['passphrase-needed']]);
      expect(await codesOf(...words, '--passphrase-file', wrong)).toEqual([false, ['passphrase-wrong']]);
    }
    const open = ['--passphrase-file', right] as const;
    expect(await codesOf('bundle', 'verify', file, '--json', ...open)).toEqual([true, ['key-unknown']]);
    expect(await codesOf('bundle', 'plan', file, '--json', ...open)).toEqual([true, ['key-unknown']]);
    expect(await codesOf('import', file, '--trust', ...open)).toEqual([true, ['key-unknown']]);
    expect((await zhuanbao('list')).lines).toEqual([expect.stringMatching(/^2026-14\t/u)]);
    expect(readdirSync(join(folder, '用户', '隔离区'))).toEqual([]);
  }, 60_000);

  it('lists submissions, sends them as a bundle, and answers a unit with receipts', async () => {
    const manuscript = join(folder, '示例区开展宣讲.txt');
    writeFileSync(manuscript, '示例区开展宣讲活动\n近日，示例区组织开展宣讲活动，取得良好效果。\n（示例区委宣传部）\n');
    await zhuanbao('import', manuscript);
    const { submissions } = JSON.parse((await zhuanbao('submissions', '--json')).lines[0] ?? '') as {
      submissions: { id: string; unitName: string; standing: string }[];
    };
    expect(submissions).toMatchObject([{ unitName: '示例区委宣传部', standing: 'new' }]);
    const id = submissions[0]?.id ?? '';
    expect((await zhuanbao('submissions')).lines).toEqual([`${id}\t示例区委宣传部\t待筛选\t示例区开展宣讲活动`]);
    expect(JSON.parse((await zhuanbao('show', id, '--json')).lines[0] ?? '')).toMatchObject({
      unitName: '示例区委宣传部',
      original: { file: '示例区开展宣讲.txt' },
      leftAside: expect.any(Array) as unknown[],
      article: { title: '示例区开展宣讲活动', paragraphs: [{ text: '近日，示例区组织开展宣讲活动，取得良好效果。' }] },
    });
    const [sent, answer] = [join(folder, '来稿.zbx'), join(folder, '回执.zbx')];
    await zhuanbao('bundle', 'pack', id, '--kind', 'submission', '--out', sent);
    const unit = folder;
    folder = mkdtempSync(join(tmpdir(), 'terminal-'));
    await zhuanbao('import', sent, '--trust');
    expect((await zhuanbao('submissions')).lines).toEqual([expect.stringContaining('待筛选')]);
    await expect(zhuanbao('receipts', 'pack', '--unit', '示例区委宣传部', '--out', answer)).rejects.toThrow('没有新的结果');
    const library = await openLibrary({ folder: join(folder, '资料库'), clock: systemClock, ids: randomIds });
    const own = { id: 'u1', name: '中共示例区委宣传部', aliases: ['示例区委宣传部'], unitClass: '区市', formerNames: [] };
    await library.add('units', { ...emptyUnitList, units: [own] });
    await library.update('submission', id, (value) => decide(value, 'refused', '时效已过', '2026-03-02T01:00:00.000Z'));
    await library.close();
    expect(JSON.parse((await zhuanbao('units', '--json')).lines[0] ?? '')).toEqual({ units: [own], classes: emptyUnitList.classes });
    expect((await zhuanbao('units')).lines).toEqual(['中共示例区委宣传部\t区市\t示例区委宣传部']);
    expect((await zhuanbao('receipts', 'pack', '--unit', '示例区委宣传部', '--out', answer)).lines).toEqual([answer]);
    const { manifest } = await verifyBundle(answer, { judgeKey: () => ({ state: 'trusted', problems: [] }) });
    expect(manifest?.to).toBe('中共示例区委宣传部');
    folder = unit;
    expect((await zhuanbao('bundle', 'plan', answer)).lines.at(-1)).toBe(
      '《示例区开展宣讲活动》不采用：不采用（时效已过），记入报送记录。',
    );
    expect(JSON.parse((await zhuanbao('import', answer, '--trust')).lines[0] ?? '')).toMatchObject({ outcome: 'imported' });
    for (const words of [['receipts'], ['receipts', 'pack', '--out', 'x'], ['receipts', 'pack', '--unit', '甲'], ['submissions', 'x']])
      expect(() => readArguments(words)).toThrow(UsageError);
  });

  it('tells a damaged bundle by its exit', async () => {
    const file = join(folder, '坏.zbx');
    writeFileSync(file, 'PK');
    const { lines, done } = await zhuanbao('bundle', 'verify', file, '--json');
    expect([JSON.parse(lines[0] ?? ''), done]).toMatchObject([{ complete: false, valid: false, problems: [{ code: 'cut-short' }] }, false]);
  });

  it('fails with a code for an issue that is not there', async () => {
    await zhuanbao('import', sample);
    await expect(zhuanbao('show', '2001-01')).rejects.toMatchObject({ code: 'issue-missing' });
  });
});
