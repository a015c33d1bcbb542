import type { z } from 'zod';
import type { DeepReadonly } from './issue.js';
import type { publicationSchema } from './publication-schema.js';
import { publicationVersion } from './saved-versions.js';

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
