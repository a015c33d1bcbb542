import { issueItems } from '../../../shared/document/issue.js';
import type { SubmissionUse } from '../../../shared/submissions/list-submissions.js';
import { composeReceipt, type Printed, type Receipt } from '../../../shared/submissions/receipt.js';
import { recordKinds } from '../../../shared/library/records/records.js';
import { issueMeta } from '../issue-meta.js';
import type { Library } from '../library/library.js';

/** Writes receipts out of what the library knows: what was decided of a submission, and the issues that printed it. */
export class ReceiptWriter {
  private constructor(
    private readonly library: Library,
    private readonly uses: ReadonlyMap<string, readonly SubmissionUse[]>,
  ) {}

  static async open(library: Library): Promise<ReceiptWriter> {
    const { issues } = await library.list();
    const uses = new Map<string, SubmissionUse[]>();
    for (const use of issues.flatMap((issue) => issue.uses)) uses.set(use.submissionId, [...(uses.get(use.submissionId) ?? []), use]);
    return new ReceiptWriter(library, uses);
  }

  /** The receipt for a submission; undefined while there is nothing to tell. @throws AppError `submission-missing` */
  async write(id: string): Promise<Receipt | undefined> {
    const { value } = await this.library.get('submission', id);
    const uses = this.uses.get(id) ?? [];
    const printed: Printed[] = [];
    for (const use of uses.filter(({ isPrinted }) => isPrinted)) printed.push(...(await this.#printed(use)));
    return composeReceipt(value, printed, uses.length > printed.length);
  }

  async titleOf(id: string): Promise<string> {
    return recordKinds.submission.titleOf((await this.library.get('submission', id)).value);
  }

  async #printed({ issueKey, itemId }: SubmissionUse): Promise<readonly Printed[]> {
    const { issue } = await this.library.getIssue(issueKey);
    const { date } = issue.masthead;
    return issueItems(issue)
      .filter(({ item }) => item.id === itemId)
      .map(({ column, item }) => ({ issueKey, issue: issueMeta(issue).title, date, column: column.name, item }));
  }
}
