/** 密级 and its term as files write it (GB/T 9704-2012, 7.2.2): 机密★1年. */

const grades = '绝密|机密|秘密';
const star = '[★☆*＊]';

/** 密级 at the start of a piece of a masthead, with its label; its value in a group. 内部 alone says it only behind the label or between brackets. */
export const secrecy = new RegExp(
  `^(?:密级\\s*[：:]?\\s*)?[（(【]?((?:${grades})(?:\\s*${star}\\s*(?:\\d{1,2}\\s*(?:年|个?月|天|日)|长期|\\p{Script=Han}{1,6})?)?|内部(?:文件|资料|材料|参考|刊物|信息)(?:[，,；;\\s]*(?:注意保存|注意保密|请勿外传|不得外传|妥善保管))?)[）)】]?(?=\\s|$)|^(?:密级\\s*[：:]\\s*|[【〔（(](?=内部[】〕）)]))(内部|一般|普通|非密)[】〕）)]?(?=\\s|$)`,
  'u',
);

/** 密级 or 紧急程度 alone on a line over a document. */
export const secrecyLine = new RegExp(`^(?:密级\\s*[：:]\\s*)?(?:${grades}|×密)(?:\\s*${star}.{0,8})?$|^(?:特急|加急|平急)$`, 'u');
