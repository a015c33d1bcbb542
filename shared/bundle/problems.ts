/** The steps of looking at a bundle, in order; a step is taken when those before it found no error. */
export const verifySteps = ['open', 'container', 'complete', 'digests', 'signature', 'version', 'order'] as const;
export type VerifyStep = (typeof verifySteps)[number];

interface ProblemRow {
  readonly step: VerifyStep;
  /** An error makes the bundle invalid; a warning is told and left to the editor. */
  readonly level: 'error' | 'warning';
  /** What is wrong, without 。; `{entry}` and `{detail}` stand for the place. */
  readonly sentence: string;
  /** What to do about it, without 。. */
  readonly remedy: string;
}

const copyAgain = '请对方重新导出，等程序显示“可以拔出”再拔';
const askSender = '不要导入，向对方当面或电话核实，请对方重新导出';
const ourExport = '请用专报编辑台导出，不要用压缩软件改动交换包';

/** THE table of what can be wrong with a bundle. Codes are stable: scripts and the conformance set go by them. */
export const problemTable = {
  'not-there': { step: 'open', level: 'error', sentence: '文件打不开{detail}', remedy: '检查U盘是否插好、文件是否还在' },
  empty: { step: 'open', level: 'error', sentence: '文件是空的', remedy: copyAgain },
  'cut-short': { step: 'open', level: 'error', sentence: '文件不完整，后面一段没有复制过来', remedy: copyAgain },
  'not-a-bundle': { step: 'open', level: 'error', sentence: '不是交换包', remedy: '请选择扩展名为 .zbx 的文件' },
  'passphrase-needed': { step: 'open', level: 'error', sentence: '这个交换包加了口令，还没有打开', remedy: '向对方问来口令，输入后再看' },
  'passphrase-wrong': {
    step: 'open',
    level: 'error',
    sentence: '口令不对，没有打开',
    remedy: '注意大小写和输入法，再输一次；记不准请向对方询问',
  },
  'sealed-changed': {
    step: 'open',
    level: 'error',
    sentence: '加了口令的交换包已损坏或被改动过{detail}，解不开',
    remedy: askSender,
  },
  'container-broken': { step: 'container', level: 'error', sentence: '文件结构已损坏{detail}', remedy: copyAgain },
  'too-many-entries': { step: 'container', level: 'error', sentence: '包内文件过多{detail}', remedy: ourExport },
  'entry-too-large': {
    step: 'container',
    level: 'error',
    sentence: '“{entry}”过大{detail}',
    remedy: '请对方把这个附件另行拷贝，再重新导出',
  },
  'bundle-too-large': { step: 'container', level: 'error', sentence: '包内文件合计过大{detail}', remedy: '请对方分几次导出' },
  'ratio-too-high': { step: 'container', level: 'error', sentence: '“{entry}”的压缩比异常，可能是压缩炸弹', remedy: askSender },
  'entries-overlap': { step: 'container', level: 'error', sentence: '“{entry}”与别的文件占用同一段内容', remedy: askSender },
  'headers-disagree': { step: 'container', level: 'error', sentence: '“{entry}”在包内前后两处的记载不一致', remedy: askSender },
  'entry-unreadable': { step: 'container', level: 'error', sentence: '“{entry}”用了不支持的压缩或加密方式', remedy: ourExport },
  'entry-special': { step: 'container', level: 'error', sentence: '“{entry}”是链接，不是文件', remedy: askSender },
  'name-absolute': { step: 'container', level: 'error', sentence: '文件名“{entry}”指向包外的位置', remedy: askSender },
  'name-drive': { step: 'container', level: 'error', sentence: '文件名“{entry}”带有盘符', remedy: askSender },
  'name-escape': { step: 'container', level: 'error', sentence: '文件名“{entry}”想跳到上级文件夹', remedy: askSender },
  'name-illegal': { step: 'container', level: 'error', sentence: '文件名“{entry}”含有不允许的字符', remedy: ourExport },
  'name-reserved': { step: 'container', level: 'error', sentence: '文件名“{entry}”是 Windows 不能用的名字', remedy: ourExport },
  'name-length': { step: 'container', level: 'error', sentence: '有的文件名为空或过长{detail}', remedy: ourExport },
  'name-twice': { step: 'container', level: 'error', sentence: '“{entry}”与另一个文件重名', remedy: askSender },
  'name-gbk': {
    step: 'container',
    level: 'warning',
    sentence: '文件名“{entry}”是 GBK 编码，交换包可能用压缩软件重新打过',
    remedy: '内容核对无误即可使用',
  },
  'system-file': { step: 'container', level: 'warning', sentence: '包内夹带系统文件“{entry}”，不予理会', remedy: '不用处理' },
  'manifest-missing': { step: 'complete', level: 'error', sentence: '缺少清单 bundle.json', remedy: '确认选的是专报编辑台导出的交换包' },
  'manifest-broken': { step: 'complete', level: 'error', sentence: '清单无法识别{detail}', remedy: copyAgain },
  'entry-missing': { step: 'complete', level: 'error', sentence: '清单上有“{entry}”，包内没有', remedy: copyAgain },
  'entry-unlisted': { step: 'complete', level: 'error', sentence: '“{entry}”不在清单上，是后来加进去的', remedy: askSender },
  'size-differs': { step: 'complete', level: 'error', sentence: '“{entry}”的大小与清单不符{detail}', remedy: askSender },
  'counts-disagree': { step: 'complete', level: 'error', sentence: '清单上的合计与所列文件不符', remedy: askSender },
  'read-me-missing': { step: 'complete', level: 'warning', sentence: '没有“阅读说明.txt”', remedy: '不影响导入' },
  'entry-broken': { step: 'digests', level: 'error', sentence: '“{entry}”已损坏，读不出来', remedy: copyAgain },
  'entry-changed': { step: 'digests', level: 'error', sentence: '“{entry}”的内容与清单的校验值不符，被改动过', remedy: askSender },
  'digests-disagree': {
    step: 'digests',
    level: 'error',
    sentence: '“{entry}”的 SHA-256 与 SM3 只有一个相符，清单不可信',
    remedy: askSender,
  },
  'signature-broken': { step: 'signature', level: 'error', sentence: '签名与清单不符，清单被改动过', remedy: askSender },
  'key-changed': {
    step: 'signature',
    level: 'error',
    sentence: '“{entry}”换了签名密钥{detail}',
    remedy: '打电话核对四个词；确认是对方换了电脑，再在“交换”里打开这个包，选“更换”',
  },
  'key-withdrawn': { step: 'signature', level: 'error', sentence: '这个签名密钥已被停用{detail}', remedy: askSender },
  'name-changed': {
    step: 'signature',
    level: 'warning',
    sentence: '署名“{entry}”，这个密钥核对时是{detail}',
    remedy: '打电话核实；是同一个单位改了名的，可以照常导入',
  },
  unsigned: { step: 'signature', level: 'warning', sentence: '没有签名，不能确定是谁发来的', remedy: '可以查看；导入前请向对方核实' },
  'key-unknown': {
    step: 'signature',
    level: 'warning',
    sentence: '第一次收到“{entry}”用这个密钥签名的包{detail}',
    remedy: '打电话与对方核对四个词，一致再信任',
  },
  'too-new': { step: 'version', level: 'error', sentence: '由更新版本的软件导出{detail}', remedy: '请先升级本机软件，再导入' },
  'kind-unknown': { step: 'version', level: 'error', sentence: '交换包的种类“{detail}”本软件不认识', remedy: '请先升级本机软件，再导入' },
  'record-broken': { step: 'version', level: 'error', sentence: '“{entry}”的内容不合规定{detail}', remedy: '请对方升级软件后重新导出' },
  'record-unexpected': { step: 'version', level: 'error', sentence: '这种交换包不该带有“{entry}”', remedy: askSender },
  'already-imported': { step: 'order', level: 'warning', sentence: '这个包已经导入过', remedy: '不用再导入' },
  'number-reused': {
    step: 'order',
    level: 'error',
    sentence: '{detail}收到过另一个，编号相同内容不同，可能是有人冒充或对方恢复过旧备份',
    remedy: '向对方核实；对方恢复过备份的，请对方再导出一次',
  },
  'chain-broken': {
    step: 'order',
    level: 'error',
    sentence: '不是接着已收到的{detail}导出的',
    remedy: '向对方核实；对方恢复过备份的，请对方再导出一次',
  },
  'came-late': {
    step: 'order',
    level: 'warning',
    sentence: '这是较早的一包，已经导入过对方的{detail}',
    remedy: '可以导入，比本机旧的内容不会覆盖新的',
  },
  'basis-missing': {
    step: 'order',
    level: 'error',
    sentence: '这一包只有改动，本机没有“{entry}”改动前的内容{detail}',
    remedy: '请先导入对方以前的包，或请对方导出整期',
  },
  'packets-missing': {
    step: 'order',
    level: 'warning',
    sentence: '缺少{detail}',
    remedy: '请向对方要来缺少的包；不要紧的也可以先导入这一包',
  },
} as const satisfies Record<string, ProblemRow>;

export type ProblemCode = keyof typeof problemTable;

export interface Problem {
  readonly code: ProblemCode;
  /** Name of the entry it is about; empty when it is about the whole. */
  readonly entry: string;
  /** What is wrong and what to do, in Chinese. */
  readonly message: string;
}

/** A problem with its sentence; `detail` comes between the sentence's words, usually in brackets. */
export function problem(code: ProblemCode, entry = '', detail = ''): Problem {
  const { sentence, remedy } = problemTable[code];
  const filled = sentence.replace('{entry}', () => shortName(entry)).replace('{detail}', () => detail);
  return { code, entry, message: `${filled}。${remedy}。` };
}

export function isError({ code }: Problem): boolean {
  return problemTable[code].level === 'error';
}

/** A name as it may stand in a sentence: nothing that moves the cursor, and not endless. */
function shortName(name: string): string {
  const visible = name.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '□');
  return visible.length > 60 ? `${visible.slice(0, 57)}…` : visible;
}
