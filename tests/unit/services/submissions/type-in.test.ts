import { describe, expect, it } from 'vitest';
import { typeIn } from '../../../../electron/services/submissions/type-in.js';
import { decide } from '../../../../shared/submissions/edit-submission.js';
import { countingIds, getManuscript, tickingClock, within, withFolder } from '../../../helpers/library-fixture.js';

const onPaper = [
  '示例区百姓宣讲进万家',
  '近日，示例区组织百姓宣讲团走进社区、企业和学校。',
  '目前已开展宣讲三十六场，覆盖群众三千余人。',
  '（示例区委宣传部）',
  '作者：甲　签发：乙部长　电话：0532-1234567',
].join('\n');

describe('a manuscript that is typed in from paper', () => {
  it('lies in the inbox as one that came on paper, a line a paragraph, with its source and writers', () =>
    withFolder((folder) =>
      within(folder, async (library) => {
        const id = await typeIn(library, { clock: tickingClock(), ids: countingIds() }, onPaper);
        const { article, ...facts } = await getManuscript(library, id);
        expect(facts).toMatchObject({ arrival: 'paper', decision: 'new', round: 1, unitName: '示例区委宣传部' });
        expect(facts).toMatchObject({ author: '甲', signedBy: '乙部长', phone: '0532-1234567' });
        expect(facts.receivedAt).toMatch(/^2026-03-02T/u);
        expect([article.title, article.sources]).toEqual(['示例区百姓宣讲进万家', ['示例区委宣传部']]);
        expect(article.paragraphs.map(({ text }) => text)).toEqual(onPaper.split('\n').slice(1, 3));
      }),
    ));

  it('joins the thread of the one that was sent back', () =>
    withFolder((folder) =>
      within(folder, async (library) => {
        const ports = { clock: tickingClock(), ids: countingIds() };
        const first = await typeIn(library, ports, onPaper);
        await library.update('submission', first, (held) => decide(held, 'returned', '请补充数据', '2026-03-02T01:00:00.000Z'));
        const second = await typeIn(library, ports, onPaper);
        expect(await getManuscript(library, second)).toMatchObject({ thread: first, round: 2 });
      }),
    ));

  it('is refused where there is no word in it', () =>
    withFolder((folder) =>
      within(folder, async (library) => {
        await expect(typeIn(library, { clock: tickingClock(), ids: countingIds() }, ' \n　\n')).rejects.toMatchObject({
          code: 'bad-request',
        });
        expect((await library.list()).submissions).toEqual([]);
      }),
    ));
});
