/** A manuscript read from its file again with the lines as they stand. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Library } from '../../../../electron/services/library/library.js';
import { unjoin } from '../../../../electron/services/submissions/unjoin.js';
import { newSubmission } from '../../../../shared/submissions/new-submission.js';
import { unjoinedNote, unjoinName } from '../../../../shared/submissions/joined-lines.js';
import { draftArticle, getManuscript, numbered } from '../../../helpers/library-fixture.js';
import { openTestLibrary } from '../../../helpers/open-test-library.js';
import { recognizeHere } from '../../../helpers/recognize-here.js';

let library: Library;
beforeEach(async () => {
  ({ library } = await openTestLibrary());
});
afterEach(() => library.close());

const title = '子镇流动书箱送书到田头';
const broken = [
  '　　今年三月以来，子镇在全镇开展“流',
  '动书箱”活动，把书送到田边地头、工地',
  '车间，让群众随手能读书、读好书。',
  '　　镇里筹集资金六万元，购置农技、法',
  '律、健康类图书四千册，分装成六十个书',
  '箱，每箱附借阅登记本一册，由村小组长',
  '保管。',
];
const mail = [title, '', ...broken, '', '（子镇宣传办）'].join('\n');

async function receive(text: string, heading = title) {
  const bytes = new TextEncoder().encode(text);
  const origin = await library.attach(bytes, '来信.txt');
  const submission = newSubmission({
    id: 'sent',
    article: { ...draftArticle(heading), origin },
    arrival: 'file',
    receivedAt: '2026-03-02T01:00:00.000Z',
    original: { ...origin, bytes: bytes.length },
    facts: { author: '某甲' },
    notes: ['已把5处断行接成整段，请核对。'],
  });
  await library.add('submission', submission);
  return submission;
}

it('has a paragraph a line, and says so; what else is known of it stays', async () => {
  const before = await receive(mail);
  expect(unjoinName(before.notes)).toBe('不接断行');
  await unjoin(library, recognizeHere, 'sent');
  const after = await getManuscript(library, 'sent');
  expect(after.article.paragraphs.map(({ text }) => text)).toEqual(broken.map((line) => line.trim()));
  expect(after.article).toMatchObject({ id: before.article.id, title, origin: before.article.origin });
  expect([after.author, after.thread, after.receivedAt]).toEqual(['某甲', before.thread, before.receivedAt]);
  expect([after.notes[0], unjoinName(after.notes)]).toEqual([unjoinedNote, undefined]);
});

it('is the one of its title where the file holds several', async () => {
  const two = [
    title,
    '',
    '子镇筹集资金六万元，购置图书四千册，分装成六十个书箱，由村小组长保管。',
    '（子镇宣传办）',
    '-----',
    '丑镇开展读书日活动',
    '',
    '　　丑镇在各村开展读书日活动四十场，参加群众三千人，送书一千册。',
    '',
    '（丑镇宣传办）',
  ];
  await receive(two.join('\n'), '丑镇开展读书日活动');
  await unjoin(library, recognizeHere, 'sent');
  expect((await getManuscript(library, 'sent')).article.paragraphs.map(({ text }) => text)).toEqual([
    '丑镇在各村开展读书日活动四十场，参加群众三千人，送书一千册。',
  ]);
});

it('stays as it is where its file, read so, has none of its title', async () => {
  const before = await receive(mail, '另一个标题');
  await expect(unjoin(library, recognizeHere, 'sent')).rejects.toThrow('没有标题是“另一个标题”的稿件');
  expect(await getManuscript(library, 'sent')).toEqual(before);
});

it('stays as it is once an issue holds it', async () => {
  const before = await receive(mail);
  const issue = numbered(1);
  const [column, ...others] = issue.columns;
  if (!column) throw new Error('an issue without columns');
  const items = [{ ...draftArticle(title), id: 'made', submissions: ['sent'] }];
  await library.add('issue', { ...issue, columns: [{ ...column, form: 'article', items }, ...others] });
  await expect(unjoin(library, recognizeHere, 'sent')).rejects.toThrow('已编入一期');
  expect(await getManuscript(library, 'sent')).toEqual(before);
});

it('has no file to be read again where it came on paper', async () => {
  await library.add(
    'submission',
    newSubmission({ id: 'sent', article: draftArticle(title), arrival: 'paper', receivedAt: '2026-03-02T01:00:00.000Z' }),
  );
  await expect(unjoin(library, recognizeHere, 'sent')).rejects.toThrow('没有原件可以重读');
});

it.each([
  [['换页恰在句号后，已接到上一段（页末接段），请核对。'], '不接页末'],
  [['没有找到标题。'], undefined],
  [[unjoinedNote], undefined],
])('%j: %s', (notes, name) => {
  expect(unjoinName(notes)).toBe(name);
});
