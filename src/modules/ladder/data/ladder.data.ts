import type { Basis, LocalizedText } from '../../../kernel/text.js';
import type { Escalation } from '../../cases/index.js';
import type { AgencyCode } from '../../identity/index.js';
import type { RungCode, StepRule } from '../domain/ladder.rules.js';

export interface RungRow {
  readonly code: RungCode;
  readonly label: LocalizedText;
  /** Who is told: the agency that has the case, the one at the top of its line, or one agency for all. */
  readonly told: 'handling' | 'superior' | { readonly agency: AgencyCode };
  readonly basis: Basis;
}

const MEASURES = '潮办发〔2021〕2号';
const ours = (article: string, note: string): Basis => ({ source: MEASURES, article, status: 'unverified', note });
const HOUSE = ours('第1项、第6项', '措施要求督办重大案件；逐级上报的层级与天数未见于所读文本，为本系统拟定');

/** From the desk to the joint meeting, in this order. */
export const RUNGS: readonly RungRow[] = [
  { code: 'owner', label: { zh: '承办人', en: 'Officer in charge' }, told: 'handling', basis: HOUSE },
  { code: 'head', label: { zh: '单位负责人', en: 'Head of the agency' }, told: 'handling', basis: HOUSE },
  { code: 'city-bureau', label: { zh: '市级主管部门', en: 'City bureau above it' }, told: 'superior', basis: HOUSE },
  {
    code: 'joint-meeting', label: { zh: '知识产权联席会议', en: 'Joint meeting on intellectual property' }, told: { agency: 'cz-market-regulation' },
    basis: ours('知识产权办公联席会议制度', '文件提及联席会议制度，未写明其办事机构；未核实，按设在市知识产权局处理'),
  },
];

export interface LadderRow extends StepRule {
  readonly label: LocalizedText;
  /** Why, for whoever is told. */
  readonly explanation: LocalizedText;
  /** Puts the case on the list of its head for this reason. */
  readonly list?: Escalation;
  /** The colour that such a warning goes by. */
  readonly warning?: 'yellow' | 'red';
  readonly basis: Basis;
}

/**
 * Which event of a clock, and which urgings, reach which rung. A clock that has just been reminded of, and is near its safe date, warns;
 * one that has run out climbs by working days. Reminders themselves, and the agency's own notices, come with the clocks.
 */
export const LADDER: readonly LadderRow[] = [
  {
    code: 'yellow-warning', rung: 'owner', warning: 'yellow', when: { on: 'case-clock', workingDaysLeft: 3 }, basis: HOUSE,
    label: { zh: '黄牌预警', en: 'Yellow warning' }, explanation: { zh: '距稳妥完成日不足三个工作日，已提醒', en: 'At most three working days are left to the safe date, and the clock has reminded' },
  },
  {
    code: 'red-warning', rung: 'head', warning: 'red', when: { on: 'case-clock', workingDaysLeft: 1 }, basis: HOUSE,
    label: { zh: '红牌预警', en: 'Red warning' }, explanation: { zh: '距稳妥完成日不足一个工作日，已提醒', en: 'At most one working day is left to the safe date, and the clock has reminded' },
  },
  {
    code: 'overdue', rung: 'head', list: 'overdue', when: { on: 'case-clock', workingDaysLate: 0 }, basis: HOUSE,
    label: { zh: '逾期上报负责人', en: 'Overdue: to the head' }, explanation: { zh: '法定或者规定时限已过，由负责人处理', en: 'A limit has run out: the head decides' },
  },
  {
    code: 'overdue-to-city', rung: 'city-bureau', list: 'overdue', when: { on: 'case-clock', workingDaysLate: 5 }, basis: HOUSE,
    label: { zh: '逾期五个工作日上报市级部门', en: 'Five working days overdue: to the city bureau' }, explanation: { zh: '逾期满五个工作日仍未办结', en: 'Five working days after the limit it is still not done' },
  },
  {
    code: 'overdue-to-joint-meeting', rung: 'joint-meeting', when: { on: 'case-clock', workingDaysLate: 15 }, basis: HOUSE,
    label: { zh: '逾期十五个工作日提请联席会议', en: 'Fifteen working days overdue: to the joint meeting' }, explanation: { zh: '逾期满十五个工作日仍未办结', en: 'Fifteen working days after the limit it is still not done' },
  },
  {
    code: 'urging-unanswered', rung: 'head', list: 'urging-unanswered', when: { on: 'urging-clock', workingDaysLate: 0 }, basis: HOUSE,
    label: { zh: '催办逾期未答复', en: 'Urging not answered in time' }, explanation: { zh: '催办的答复期限已过', en: 'The time to answer an urging has run out' },
  },
  {
    code: 'urging-unanswered-to-city', rung: 'city-bureau', when: { on: 'urging-clock', workingDaysLate: 3 }, basis: HOUSE,
    label: { zh: '催办逾期三个工作日未答复', en: 'Urging not answered for three more working days' }, explanation: { zh: '催办答复逾期满三个工作日', en: 'Three working days after the time to answer there is still no answer' },
  },
  {
    code: 'urged-twice-by-hotline', rung: 'head', list: 'urged-repeatedly', when: { on: 'urgings', channel: 'hotline-12345', count: 2 }, basis: HOUSE,
    label: { zh: '12345第二次催办', en: 'Urged a second time by 12345' }, explanation: { zh: '同一案件经12345热线两次催办', en: 'The hotline has urged the same case twice' },
  },
  {
    code: 'urged-three-times-by-hotline', rung: 'city-bureau', when: { on: 'urgings', channel: 'hotline-12345', count: 3 }, basis: HOUSE,
    label: { zh: '12345第三次催办', en: 'Urged a third time by 12345' }, explanation: { zh: '同一案件经12345热线三次催办', en: 'The hotline has urged the same case three times' },
  },
  {
    code: 'urged-five-times-by-hotline', rung: 'joint-meeting', when: { on: 'urgings', channel: 'hotline-12345', count: 5 }, basis: HOUSE,
    label: { zh: '12345第五次催办', en: 'Urged a fifth time by 12345' }, explanation: { zh: '同一案件经12345热线五次催办', en: 'The hotline has urged the same case five times' },
  },
];
