import type { Basis, LocalizedText } from '../../../kernel/text.js';
import type { Condition } from '../domain/repair.rules.js';

const REPAIR = '市场监督管理信用修复管理办法（总局令第107号）';
const LIST = '市场监督管理严重违法失信名单管理办法（总局令第44号）';
const repair = (article: string, note?: string): Basis => ({ source: REPAIR, article, status: 'verified', ...(note === undefined ? {} : { note }) });

/** Display classes that cannot be repaired have no earlier end (`earlyMonths` of the class); the others differ in what they ask. */
const PENALTIES = ['ordinary', 'serious-field', 'serious-restriction'];
const LISTED = ['list'];

/** What a repair asks, in the order in which it is looked at: of the application first, then of what was verified. */
export const CONDITIONS: readonly Condition[] = [
  { code: 'class-allows', stage: 'acceptance', label: { zh: '该类信息可以提前停止公示', en: 'What is shown may end early' }, basis: repair('第七条、第八条第五款、第十条第一款') },
  { code: 'never-restored', stage: 'acceptance', label: { zh: '未因弄虚作假恢复公示', en: 'The display was not restored after fraud' }, basis: repair('第二十三条第一款') },
  { code: 'no-bar', stage: 'acceptance', label: { zh: '不在三年禁止申请期内', en: 'No bar of three years runs' }, basis: repair('第二十三条第二款') },
  { code: 'minimum-shown', stage: 'acceptance', label: { zh: '最短公示期已经届满', en: 'The shortest time of display is over' }, basis: repair('第八条第二款至第四款、第九条第二款、第十三条第一款') },
  { code: 'restriction-over', stage: 'acceptance', classes: ['serious-restriction'], label: { zh: '行政处罚限制期限已经届满', en: 'The restriction of the penalty is over' }, basis: repair('第八条第四款') },
  { code: 'measures-over', stage: 'acceptance', classes: LISTED, label: { zh: '管理措施期限已经届满', en: 'No measure with a longer term runs' }, basis: repair('第十三条第二款') },
  { code: 'materials', stage: 'acceptance', label: { zh: '申请材料齐全', en: 'The materials are complete' }, basis: repair('第十四条第二款') },
  { code: 'performed', stage: 'decision', label: { zh: '已经自觉履行决定规定的义务', en: 'The duties of the decision are performed' }, basis: repair('第十一条第一项、第十三条第一款第一项') },
  { code: 'rectified', stage: 'decision', label: { zh: '已经主动整改，消除危害后果和不良影响', en: 'Put right, and the harm removed' }, basis: repair('第十一条第二项、第十三条第一款第二项') },
  { code: 'no-relapse', stage: 'decision', classes: PENALTIES, label: { zh: '未因同一类违法行为再次受到行政处罚', en: 'No penalty for the same kind of offence since' }, basis: repair('第十一条第三项') },
  { code: 'no-heavier', stage: 'decision', classes: LISTED, label: { zh: '未再受到较重行政处罚', en: 'No heavier penalty since' }, basis: repair('第十三条第一款第三项') },
  { code: 'no-danger', stage: 'decision', label: { zh: '不危害国家安全、社会公共利益', en: 'No danger to the state or the public' }, basis: repair('第十八条') },
];

interface Choice {
  readonly code: string;
  readonly label: LocalizedText;
  readonly basis: Basis;
}

/** What an application consists of (第十四条第二款). What the authority can get from shared data is not asked for again (第三款): the officer ticks it. */
export const MATERIALS: readonly Choice[] = [
  { code: 'application', label: { zh: '信用修复申请书', en: 'Application' }, basis: repair('第十四条第二款第一项') },
  { code: 'identity', label: { zh: '申请人主体资格文件', en: 'Who the applicant is' }, basis: repair('第十四条第二款第二项') },
  { code: 'promise', label: { zh: '守信承诺书', en: 'Promise to be honest' }, basis: repair('第十四条第二款第三项') },
  { code: 'proof', label: { zh: '履行义务、纠正违法行为、实施整改的材料', en: 'Proof of what was performed and put right' }, basis: repair('第十四条第二款第四项') },
];

export const WAYS: readonly Choice[] = [
  { code: 'online', label: { zh: '网上核实', en: 'Online' }, basis: repair('第十五条') },
  { code: 'written', label: { zh: '书面核实', en: 'In writing' }, basis: repair('第十五条') },
  { code: 'on-site', label: { zh: '实地核实', en: 'On site' }, basis: repair('第十五条') },
];

export interface Conflict {
  readonly code: string;
  readonly question: LocalizedText;
  readonly applied: Basis;
  readonly against: Basis;
  readonly why: LocalizedText;
}

const LATER: LocalizedText = { zh: '同一机关的规章，新规定、特别规定优先（立法法第一百零三条）；且对当事人更有利。为本系统判断', en: 'Rules of the same body: the later and the special one goes first (Legislation Law art. 103), and it favours the party. A judgement of this system' };

/** Where the two orders differ: which one is applied here, and why. The lengths themselves are rows of the clocks. */
export const CONFLICTS: readonly Conflict[] = [
  { code: 'decision-time', question: { zh: '移出名单申请的决定期限', en: 'Time to decide on removal from the list' }, applied: repair('第十六条第二款', '七个工作日，可延长十个'), against: { source: LIST, article: '第十七条第三款', status: 'verified', note: '十五个工作日' }, why: LATER },
  {
    code: 'first-year', question: { zh: '满一年的起点', en: 'From when the first year counts' }, applied: repair('第十三条第一款', '公示期满一年'), against: { source: LIST, article: '第十六条第一款', status: 'verified', note: '列入满一年' },
    why: { zh: '申请依后法自公示起算；移出决定同时须列入满一年，两个条件均须符合。为本系统判断', en: 'The application counts from the display, as the later order says; the removal asks for a year on the list besides, so both hold. A judgement of this system' },
  },
  {
    code: 'fraud', question: { zh: '弄虚作假是否须情节严重', en: 'Whether fraud has to be grave' }, applied: repair('第二十三条', '不以情节严重为条件，并三年内不得申请'), against: { source: LIST, article: '第二十条', status: 'verified', note: '情节严重的撤销移出决定' },
    why: { zh: '同一机关的规章，新规定、特别规定优先（立法法第一百零三条）。为本系统判断', en: 'Rules of the same body: the later and the special one goes first (Legislation Law art. 103). A judgement of this system' },
  },
];

/** How to be heard against a decision; stands in every refusal (第二十四条). */
export const REMEDY = { text: { zh: '可以依法申请行政复议或者提起行政诉讼', en: 'Administrative reconsideration or a suit' }, basis: repair('第二十四条') } as const;

/** After fraud nobody applies for three years. The clock `repair.ban` counts the same. */
export const BAR = { months: 36, basis: repair('第二十三条第二款') } as const;
