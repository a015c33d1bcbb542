import { AppError } from '../../../shared/app-error.js';
import type { Article, Draft } from '../../../shared/document/issue.js';
import { draftSchema } from '../../../shared/document/issue-schema.js';
import { issueVersion } from '../../../shared/document/saved-versions.js';
import { describeMismatch } from '../../../shared/document/migrate-record.js';
import { draftPath, trashIdOf, trashPath } from '../../../shared/library/library-layout.js';
import { summarizeDraft } from '../../../shared/library/summarize.js';
import type { Ids } from '../ports.js';
import type { Catalog } from './catalog.js';
import { freeInstant, moveFile } from './move-file.js';
import { placeOf } from './places.js';
import { readDraft, readEntry } from './read-entry.js';
import type { Shelf } from './shelf.js';
import { StoredFile } from './stored-file.js';

/** Drafts (备用稿) of one library. Callers see to it that the library may be written and that calls come one after another. */
export class DraftStore {
  readonly #shelf: Shelf;
  readonly #catalog: Catalog;
  readonly #ids: Ids;

  constructor(shelf: Shelf, catalog: Catalog, ids: Ids) {
    this.#shelf = shelf;
    this.#catalog = catalog;
    this.#ids = ids;
  }

  async get(id: string): Promise<Draft> {
    if (placeOf(draftPath(id)) === undefined) throw new AppError('draft-missing', '这篇备用稿已不在资料库中。');
    return (await readDraft(this.#shelf, draftPath(id), id)).value;
  }

  async add(article: Article, notes: readonly string[]): Promise<Draft> {
    const draft: Draft = { version: issueVersion, id: this.#ids.next(), article, notes };
    if ((await this.#file(draft.id).read()).kind !== 'missing') throw new AppError('bad-request', '备用稿的编号已被占用，没有保存。');
    await this.#write(draft);
    return draft;
  }

  /** Replaces a draft that is there. */
  async save(draft: Draft): Promise<void> {
    await this.get(draft.id);
    await this.#write(draft);
  }

  async remove(id: string): Promise<string> {
    await this.get(id);
    const instant = await freeInstant(this.#shelf, this.#shelf.clock.now(), (time) => trashPath(trashIdOf('draft', id, time)));
    const trashId = trashIdOf('draft', id, instant);
    await moveFile(this.#shelf, draftPath(id), trashPath(trashId));
    this.#catalog.drop(draftPath(id));
    await this.#catalog.put(trashPath(trashId), await readEntry(this.#shelf, { kind: 'trash', id: trashId, path: trashPath(trashId) }));
    return trashId;
  }

  async restore(trashId: string, id: string): Promise<void> {
    const { value, savedAt } = await readDraft(this.#shelf, trashPath(trashId), id);
    if ((await this.#file(id).read()).kind !== 'missing') throw new AppError('issue-exists', '备用稿中已有这一篇，没有改动。');
    await moveFile(this.#shelf, trashPath(trashId), draftPath(id));
    this.#catalog.drop(trashPath(trashId));
    await this.#catalog.put(draftPath(id), { kind: 'draft', summary: summarizeDraft(value, savedAt) });
  }

  #file(id: string): StoredFile {
    return new StoredFile(this.#shelf, draftPath(id), 'zhuanbao-draft');
  }

  async #write(draft: Draft): Promise<void> {
    const parsed = draftSchema.safeParse(draft);
    if (!parsed.success) throw new AppError('bad-request', `稿件的内容不合规定，没有保存：${describeMismatch(parsed.error)}。`);
    const { savedAt } = await this.#file(draft.id).write(draft);
    await this.#catalog.put(draftPath(draft.id), { kind: 'draft', summary: summarizeDraft(draft, savedAt) });
  }
}
