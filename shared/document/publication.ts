import type { z } from 'zod';
import type { DeepReadonly, Issue } from './issue.js';
import type { publicationSchema } from './publication-schema.js';
import { publicationVersion } from './saved-versions.js';

export type Publication = DeepReadonly<z.infer<typeof publicationSchema>>;
/** A publication that is not the library's own. */
export type OtherPublication = Publication & { readonly id: string };

/** The periodical this program was made for, with no names of real people or units in it. */
export const defaultPublication: Publication = {
  version: publicationVersion,
  name: '宣传信息专报',
  organ: '中共示例市委宣传部',
  columns: [
    { name: '工作动态', form: 'article' },
    { name: '经验交流', form: 'article' },
    { name: '简 讯', form: 'brief' },
  ],
  distribution: [
    { label: '报', text: '省委宣传部，市委常委，市人大常委会党组书记，市政协党组书记' },
    { label: '送', text: '市直宣传文化系统各单位主要负责人，各区（市）党委书记、宣传部长' },
    { label: '发', text: '市直宣传文化系统各单位，各区（市）党委宣传部，市委宣传部机关各处室' },
  ],
  imprint: { organizer: '政策法规研究室', reviewer: '', editor: '', phone: '' },
  pageStyle: {},
};

/** A name as publications are told apart by: the width of characters, blanks and 《》 do not count. */
export function plainPublicationName(name: string): string {
  return name.normalize('NFKC').replace(/[\s《》]/gu, '');
}

/** Whether two names mean the same publication. */
export function isSamePublicationName(one: string, other: string): boolean {
  return plainPublicationName(one) === plainPublicationName(other);
}

/**
 * Id of a new publication: made from its name, so that two machines come to the same; with one that is taken by another
 * publication it goes on.
 */
export function publicationIdFor(name: string, taken: ReadonlySet<string>): string {
  const plain = plainPublicationName(name);
  for (let round = 0; ; round += 1) {
    const id = fnv1a(round === 0 ? plain : `${plain} ${round}`);
    if (!taken.has(id)) return id;
  }
}

/** FNV-1a of 32 bits over code units, as eight hexadecimal digits. */
function fnv1a(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** What an issue says of its publication: name, organ, columns, receivers and people, as the template of the next one. */
export function publicationOfIssue({ masthead, columns, distribution, imprint }: Issue): Publication {
  return {
    version: publicationVersion,
    name: masthead.name,
    organ: masthead.organ,
    columns: columns.filter(({ name }) => name !== '').map(({ name, form }) => ({ name, form })),
    distribution,
    imprint,
    pageStyle: {},
  };
}
