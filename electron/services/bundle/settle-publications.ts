import type { CarriedRecord } from '../../../shared/bundle/manifest.js';
import type { RecordFacts } from '../../../shared/bundle/plan.js';
import type { CarriedValues, RecordType } from '../../../shared/bundle/record-types.js';
import { findPublication, type KnownPublication } from '../../../shared/document/known-publications.js';
import type { Issue } from '../../../shared/document/issue.js';
import {
  defaultPublication,
  isSamePublicationName,
  publicationIdFor,
  publicationOfIssue,
  type OtherPublication,
  type Publication,
} from '../../../shared/document/publication.js';
import { revisionOf } from '../library/envelope.js';
import type { Library } from '../library/library.js';
import { knownPublications } from '../publications.js';

/** A record of a bundle as it would be kept here. */
export interface Settled {
  readonly value: CarriedValues[RecordType];
  /** Where an issue does not come into the library's own publication: the name of its publication. */
  readonly into?: string;
}

/**
 * What the publications of a sender are here: they go by their names, for two machines need not have the same one as
 * their own. One that is not known is made, from the first of its issues.
 */
export class PublicationSettler {
  readonly #known: KnownPublication[];
  readonly #own: Publication;
  readonly #made: OtherPublication[] = [];

  private constructor(known: readonly KnownPublication[], own: Publication) {
    this.#known = [...known];
    this.#own = own;
  }

  static async over(library: Library): Promise<PublicationSettler> {
    return new PublicationSettler(await knownPublications(library), await library.getPublication());
  }

  /** The record with the ids of this library. */
  settle(record: Pick<CarriedRecord, 'type' | 'publication'>, value: CarriedValues[RecordType]): Settled {
    if (record.type === 'issue') return this.#settleIssue(value as Issue, record.publication);
    return { value: record.type === 'publication' ? this.#settlePublication(value as Publication) : value };
  }

  /** What is done about publications that the issues need and that are not here. */
  newPublications(): readonly RecordFacts[] {
    return this.#made.map((value) => ({
      type: 'publication',
      key: value.id,
      title: `刊物《${value.name}》`,
      theirs: { value, revision: revisionOf(value), lineage: [] },
    }));
  }

  #settleIssue(issue: Issue, carried: string | undefined): Settled {
    const { publication: senders, ...masthead } = issue.masthead;
    const home = this.#homeOf(issue, senders, carried);
    if (home.id === undefined) return { value: { ...issue, masthead } };
    return { value: { ...issue, masthead: { ...masthead, publication: home.id } }, into: home.name };
  }

  #homeOf(issue: Issue, senders: string | undefined, carried: string | undefined): KnownPublication {
    // The name every library begins with says nothing: then the issue's own does.
    const isSaid = carried !== undefined && carried !== defaultPublication.name;
    const name = isSaid ? carried : issue.masthead.name;
    const found = findPublication(this.#candidates(senders), name) ?? this.#known.find(({ id }) => id !== undefined && id === senders);
    if (found !== undefined) return found;
    const [own] = this.#known;
    const areUnnamed = senders === undefined && !isSaid && (carried === undefined || this.#own.name === defaultPublication.name);
    return areUnnamed && own !== undefined ? own : this.#make({ ...publicationOfIssue(issue), name });
  }

  /** An empty library takes what comes first as its own, but not what is another publication to its sender. */
  #candidates(senders: string | undefined): readonly KnownPublication[] {
    if (senders === undefined) return this.#known;
    return this.#known.map((each) => (each.names.length === 0 ? { ...each, names: [each.name] } : each));
  }

  #make(template: Publication): KnownPublication {
    const taken = new Set(this.#known.flatMap(({ id }) => id ?? []));
    const publication = { ...template, id: publicationIdFor(template.name, taken) };
    const known = { id: publication.id, name: publication.name, names: [publication.name] };
    this.#made.push(publication);
    this.#known.push(known);
    return known;
  }

  /** Settings go to the publication of their name; those of the sender's own to ours where no other has it. */
  #settlePublication({ id: senders, ...template }: Publication): Publication {
    const named = this.#known.find(({ name }) => isSamePublicationName(name, template.name));
    const id = named === undefined ? senders : named.id;
    return id === undefined ? template : { ...template, id };
  }
}
