/** What the fields around a manuscript are called, and what each of them says. */
import type { DraftFacts } from './recognized.js';

/** What a label stands before; `note` has no field of its own. */
export type Field = keyof DraftFacts | 'source' | 'note';

export const phoneNames = '(?:联系|办公|手机|值班)?电\\s*话|联系方式|手\\s*机(?:号码?)?';
/** The rows: what a field is called, as parts of a pattern. */
export const labels: readonly { readonly names: string; readonly field: Field }[] = [
  {
    names:
      '供稿(?:单位|部门)?|(?:报送|送审|拟稿|起草|来稿|投稿|撰稿|作者|推荐|选送|提供|发稿|申报|填报|上报|编写|承担)(?:单位|部门)|(?:信息|稿件)?报送|来稿|投稿|信息来源|稿件来源|来源|稿源|单位(?:名称)?',
    field: 'source',
  },
  {
    names:
      '文[/／、]?图|图[/／、]?文|作\\s*者(?:姓名)?|供稿人|拟\\s*稿人?|撰稿人?|撰\\s*(?:写|文)|采\\s*写|采\\s*编人?|主\\s*笔|通讯员|执\\s*笔人?|信息员|(?:报送|投稿|来稿|编写|填报)人|文字?',
    field: 'author',
  },
  {
    names:
      '签\\s*发人?|签\\s*[字名]|签批人?|(?:主管|分管|主要|单位)?领导(?:签[字发批]|审[核批])|(?:签发|审签|分管|主要)领导|审签人?|批准人?',
    field: 'signedBy',
  },
  { names: phoneNames, field: 'phone' },
  {
    names:
      '审\\s*核人?|审\\s*稿人?|核\\s*稿人?|初审人?|复审人?|终审人?|校\\s*对|责任?编辑?|编\\s*辑|联系人(?:[及和、/／](?:联系)?(?:电话|方式))?|(?:电子|联系|投稿)?邮\\s*箱|邮\\s*编|紧急程度|采用情况|传\\s*真|地\\s*址|(?:报送|送审|成文|投稿|来稿|收稿|填报|撰稿|供稿|发布|完成)(?:日期|时间)|浏览(?:次数|量)?|阅读量|点击(?:数|量)?|字\\s*[号体]|字\\s*数|栏\\s*目|拟[投用]栏目|(?:信息|稿件|材料)?类\\s*[别型]|体\\s*裁|主题词|关键词|日\\s*期|时\\s*间(?=\\s*[：:]\\s*\\d{4}\\s*[年.-])|呈报|(?:(?:主管|分管|主要|单位)?(?:领导|负责人))?(?:审核|审签|审批|签发|领导|部门|单位|处理|办理|拟办|采用|科室|处室)意见|监\\s*制|策\\s*划|统\\s*(?:筹|稿)|制\\s*作|剪\\s*辑|(?:一|二|三|初|复|终)审|复\\s*核人?|审\\s*定人?|(?:总|主)\\s*编|美\\s*编|排\\s*版|图片?|摄\\s*影|视\\s*频|(?:部门|科室|单位|课题|项目)?负责人|经办人?|(?:值班|执行|本期)编辑|编\\s*审|(?:课题组|调研组|写作组)?(?:副?组\\s*长|成\\s*员)',
    field: 'note',
  },
];
/** Names may be spaced out over the width of longer ones: 撰 稿 人. */
export const spacedOut = (names: string): string => names.replace(/(?<=\p{Script=Han}|\))(?=\p{Script=Han}|\(\?:)/gu, '\\s*');
/** Every label. */
export const anyLabel = labels.map(({ names }) => spacedOut(names)).join('|');
