/** What a unit sent in and what came of it. */
import { isPrinted, outcomeLabels, outcomes, type Outcome } from './receipt-outcomes.js';
import type { PrintedPlace, ReceiptHead } from './receipt.js';

/** Where a manuscript of ours stands: not sent yet, sent and not answered, or as the office answered. */
export type OwnStanding = 'draft' | 'sent' | Outcome;

/** How each is called, in the order they are listed. */
export const ownStandings: readonly { readonly name: OwnStanding; readonly label: string }[] = [
  { name: 'draft', label: '未报送' },
  { name: 'sent', label: '已报送' },
  ...outcomes.map((name) => ({ name, label: outcomeLabels[name] })),
];

/** One round of a manuscript. */
export interface OwnRow {
  readonly id: string;
  readonly thread: string;
  readonly round: number;
  readonly title: string;
  readonly characters: number;
  /** ISO instant at which it was written or read in. */
  readonly writtenAt: string;
  readonly standing: OwnStanding;
  readonly reason?: string | undefined;
  readonly printed: readonly PrintedPlace[];
}

interface OwnManuscript {
  readonly id: string;
  readonly thread: string;
  readonly title: string;
  readonly round: number;
  readonly characters: number;
  readonly receivedAt: string;
}

type Answer = ReceiptHead & { readonly printed: readonly PrintedPlace[] };

/** The rounds, the latest first. Receipts for manuscripts that are no longer here count too: they were ours. */
export function ownRows(manuscripts: readonly OwnManuscript[], receipts: readonly Answer[], sent: ReadonlySet<string>): readonly OwnRow[] {
  const answers = new Map(receipts.map((receipt) => [receipt.id, receipt]));
  const here = manuscripts.map(({ id, thread, round, title, characters, receivedAt }): OwnRow => {
    const answer = answers.get(id);
    const standing = answer?.outcome ?? (sent.has(id) ? 'sent' : 'draft');
    return {
      id,
      thread,
      round,
      title,
      characters,
      writtenAt: receivedAt,
      standing,
      reason: answer?.reason,
      printed: answer?.printed ?? [],
    };
  });
  const known = new Set(manuscripts.map(({ id }) => id));
  const gone = receipts
    .filter(({ id }) => !known.has(id))
    .map(({ id, thread, round, title, outcome, reason, printed }): OwnRow => {
      return { id, thread, round, title, characters: 0, writtenAt: '', standing: outcome, reason, printed };
    });
  return [...here, ...gone].sort((left, right) => (left.writtenAt === right.writtenAt ? 0 : left.writtenAt < right.writtenAt ? 1 : -1));
}

/** How much of what was sent was printed; several rounds of one manuscript count once. */
export interface OwnFigures {
  readonly sent: number;
  readonly answered: number;
  readonly printed: number;
  /** Printed out of a hundred sent, rounded; 0 while nothing was sent. */
  readonly rate: number;
  /** By the year of the issue, the latest first. */
  readonly years: readonly { readonly year: string; readonly printed: number }[];
}

export function ownFigures(rows: readonly OwnRow[]): OwnFigures {
  const threads = new Map<string, OwnRow[]>();
  for (const row of rows) if (row.standing !== 'draft') threads.set(row.thread, [...(threads.get(row.thread) ?? []), row]);
  const all = [...threads.values()];
  const printed = all.filter((rounds) => rounds.some(({ standing }) => standing !== 'draft' && standing !== 'sent' && isPrinted(standing)));
  const years = new Map<string, number>();
  for (const rounds of printed) {
    for (const year of new Set(rounds.flatMap((row) => row.printed.map(({ date }) => date.slice(0, 4)))))
      years.set(year, (years.get(year) ?? 0) + 1);
  }
  return {
    sent: all.length,
    answered: all.filter((rounds) => rounds.some(({ standing }) => standing !== 'sent')).length,
    printed: printed.length,
    rate: all.length === 0 ? 0 : Math.round((printed.length / all.length) * 100),
    years: [...years].map(([year, count]) => ({ year, printed: count })).sort((left, right) => (left.year < right.year ? 1 : -1)),
  };
}
