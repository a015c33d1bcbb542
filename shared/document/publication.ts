import { z } from 'zod';
import { type DeepReadonly, columnFormSchema, distributionLineSchema, imprintSchema } from './issue.js';

export const publicationVersion = 1;

/** The periodical and its template: what a new issue starts from. */
export const publicationSchema = z.strictObject({
  version: z.literal(publicationVersion),
  name: z.string().min(1),
  organ: z.string(),
  /** Columns in their fixed order; names as printed between 〔〕. */
  columns: z.array(z.strictObject({ name: z.string().min(1), form: columnFormSchema })),
  distribution: z.array(distributionLineSchema),
  imprint: imprintSchema,
  /** Changed measures of the page style only, by dotted path; the rest follow the default style. */
  pageStyle: z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])),
  /** Font names written into Word files: official (仿宋_GB2312; the default) or those of Chinese Windows (仿宋). */
  faceSet: z.enum(['gb2312', 'windows']).optional(),
  /** What the next issue takes its name, columns, receivers and people from: the last issue (the default), or this template. */
  newIssueFrom: z.enum(['last', 'template']).optional(),
});

export type Publication = DeepReadonly<z.infer<typeof publicationSchema>>;

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
