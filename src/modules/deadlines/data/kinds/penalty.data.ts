import { calendarDays, extension, hours, LAW, months, rowsOf, setIn, unverified, verified, workingDays, workingDaysBefore } from '../kind.js';

const EXPERT_WORK = ['testing', 'inspection', 'quarantine', 'appraisal', 'right_holder_identification'] as const;

// 第八十条: a last day on a statutory holiday moves behind it. 处罚法第八十五条: 二日、三日、五日、七日 are working days; other days are calendar days.
const procedure = rowsOf({ valid: ['2021-07-15', null], roll: 'after_statutory_holiday', measures: [1, 11] });
const penalty = rowsOf({ valid: ['2021-07-15', null], roll: 'none', measures: [1] });
const disclosure = rowsOf({ valid: ['2021-09-01', null], roll: 'none', measures: [3] });

/** A weekend is not a statutory holiday under 第八十条; a party is not called late on one. */
const GENTLE = { holder: 'party', roll: 'after_rest_day' } as const;
const WEEKEND = '令2第八十条只写法定节假日；末日逢周末的按有利于当事人处理，为本系统判断';

// 第六十九条: periods of ten days or less are working days.
const compulsion = rowsOf({ valid: ['2021-07-15', null], roll: 'none', measures: [1] });

/** The court and the agency's application for enforcement. */
const ENFORCEMENT_KINDS = [
  compulsion('enforcement.court-acceptance', '法院受理强制执行申请', 'The court takes the application for enforcement', workingDays(5), verified(LAW.compulsion, '第五十六条第一款')),
  compulsion('enforcement.court-ruling', '法院裁定是否执行', 'The court rules on enforcement', calendarDays(30), verified(LAW.compulsion, '第五十八条第二款', '书面审查无异议的为七日（第五十七条）；以三十日为外部界限')),
  compulsion('enforcement.reconsideration', '对不予受理、不予执行裁定申请复议', 'Ask the superior court to reconsider a refusal', calendarDays(15), verified(LAW.compulsion, '第五十六条第二款、第五十八条第三款')),
  compulsion('enforcement.superior-court', '上一级法院的裁定', 'The superior court rules on the refusal', calendarDays(30), verified(LAW.compulsion, '第五十八条第三款', '对不予受理的复议为十五日（第五十六条第二款）；以三十日为外部界限')),
];

/** The penalty procedure of market regulation, from measures at the scene to the closing form. */
export const PENALTY_KINDS = [
  procedure('case.decision', '行政处罚案件处理决定', 'Decide the penalty case', calendarDays(90), verified(LAW.procedure, '第六十四条', '行政处罚法第六十条；再次延期由负责人集体讨论决定并确定合理期限'), {
    pauses: { reasons: ['suspension', 'hearing', 'public_notice', ...EXPERT_WORK, 'refund_order'], basis: verified(LAW.procedure, '第六十四条第二款') },
    extensions: [
      extension('head', 'agency-head', calendarDays(30), verified(LAW.procedure, '第六十四条第一款')),
      extension('together', 'agency-heads-together', setIn('calendar_day', { maximum: 180 }), verified(LAW.procedure, '第六十四条第一款', '条文未定天数，须同时确定合理期限；上限为本系统拟定')),
    ],
  }),
  procedure('preservation.approval', '当场先行登记保存的报告与补办批准', 'Report evidence kept at the scene and have it approved', hours(24), verified(LAW.procedure, '第三十三条第二款')),
  procedure('preservation.decision', '先行登记保存的处理', 'Deal with evidence kept by registration, or it is released by itself', workingDays(7), verified(LAW.procedure, '第三十五条', '行政处罚法第五十六条、第八十五条；逾期自动解除'), { onExpiry: 'lapse' }),
  procedure('seizure.approval', '当场查封、扣押的报告与补办批准', 'Report a seizure at the scene and have it approved', hours(24), verified(LAW.procedure, '第三十六条第二款', '行政强制法第十九条')),
  procedure('seizure.term', '查封、扣押期限', 'Term of a seizure', calendarDays(30), verified(LAW.procedure, '第三十八条第一款', '行政强制法第二十五条；三十日为自然日（第六十九条只将十日以内定为工作日）'), {
    onExpiry: 'run-out',
    pauses: { reasons: ['testing', 'inspection', 'quarantine', 'appraisal'], basis: verified(LAW.procedure, '第三十八条第三款', '期间应当明确并书面告知当事人') },
    extensions: [extension('head', 'agency-head', calendarDays(30), verified(LAW.procedure, '第三十八条第一款', '须及时书面告知当事人并说明理由（第二款）'))],
  }),
  // 及时 and no number of days: a service standard, so that a release that is overdue is seen.
  procedure('seizure.release', '期限届满后解除查封、扣押', 'Release what was seized when the term is over', workingDays(1), unverified(LAW.own, '无法定条文', '行政强制法第二十八条写明“及时”，未定天数；天数由城市确定后更新'), { roll: 'none' }),
  procedure('assistance.reply', '协助调查', 'Carry out what another agency asked for', workingDays(15), verified(LAW.procedure, '第四十五条第二款'), {
    extensions: [extension('head', 'agency-head', setIn('working_day', { maximum: 30 }), verified(LAW.procedure, '第四十五条第二款', '须在期限届满前告知来函机关；批准人与上限为本系统拟定'))],
  }),
  procedure('identification.right-holder', '权利人辨认或者鉴别', 'Time set for the right holder to identify the goods', setIn('working_day', { maximum: 30 }), verified(LAW.procedure, '第三十条', '期限由办案部门在通知书中指定；上限为本系统拟定'), { holder: 'party' }),
  procedure('review.legal', '案件审核', 'Legal review of the case', workingDays(10), verified(LAW.procedure, '第五十五条'),
    { satisfiable: true, extensions: [extension('head', 'agency-head', setIn('working_day', { maximum: 20 }), verified(LAW.procedure, '第五十五条', '条文未定天数；上限为本系统拟定'))] }),
  procedure('hearing.request', '陈述、申辩、要求听证', 'State a defence or ask for a hearing', workingDays(5), verified(LAW.procedure, '第五十七条第二款', '行政处罚法第六十四条第一项、第八十五条'), { holder: 'party' }),
  penalty('hearing.notice', '听证通知', 'Give notice of the hearing', workingDaysBefore(7), verified(LAW.penalty, '第六十四条第二项', '第八十五条：七日为工作日'), { satisfiable: true }),
  procedure('hearing.scheduling', '听证主持人确定听证时间', 'The chair fixes the hearing', workingDays(5), unverified('市场监督管理行政处罚听证办法', '条文未读', '仅见一般了解，未读条文'), { satisfiable: true, roll: 'none' }),
  procedure('hearing.report', '听证报告', 'Report on the hearing', workingDays(5), unverified('市场监督管理行政处罚听证办法', '条文未读', '仅见一般了解，未读条文'), { satisfiable: true, roll: 'none' }),
  procedure('decision.service', '送达行政处罚决定书', 'Serve the decision on a party who is not there', workingDays(7), verified(LAW.procedure, '第八十一条', '行政处罚法第六十一条'), { satisfiable: true }),
  // The form of 2021 still prints sixty days; thirty since the amendment of 2022.
  rowsOf({ valid: ['2022-11-01', null], roll: 'after_statutory_holiday', measures: [1] })('service.public-notice', '公告送达', 'Service by public notice', calendarDays(30), verified(LAW.procedure, '第八十二条第五项', '2022年修正后为三十日；2021年文书格式印作六十日'), { onExpiry: 'complete' }),
  procedure('fine.payment', '缴纳罚没款', 'Pay the fine', calendarDays(15), verified(LAW.procedure, '第七十二条第一款', `行政处罚法第六十七条第三款；${WEEKEND}`), {
    ...GENTLE, onExpiry: 'fall-due',
    extensions: [extension('head', 'agency-head', setIn('month', { maximum: 12 }), verified(LAW.procedure, '第七十四条', '上限为本系统拟定'), verified(LAW.procedure, '第七十四条', '条文未限定申请须在期满前，届满后批准为本系统判断'))],
  }),
  procedure('fine.instalment', '延期、分期缴纳', 'Pay by the day to which payment was put off, or the next instalment', setIn('calendar_day', { maximum: 730 }), verified(LAW.procedure, '第七十四条', `期限由批准决定指定；上限为本系统拟定；${WEEKEND}`), { ...GENTLE, onExpiry: 'fall-due' }),
  procedure('fine.hand-over', '当场收缴的罚款交至本部门', 'Hand over what was collected on the spot', workingDays(2), verified(LAW.procedure, '第七十三条', '行政处罚法第七十一条、第八十五条')),
  procedure('fine.bank', '当场收缴的罚款缴付银行', 'Pay what was collected on the spot into the bank', workingDays(2), verified(LAW.procedure, '第七十三条', '行政处罚法第七十一条、第八十五条')),
  procedure('enforcement.demand', '催告后履行', 'Time to comply after the demand letter', workingDays(10), verified(LAW.procedure, '第七十六条第一款', '行政强制法第五十四条、第六十九条：十日为工作日'), { holder: 'party' }),
  procedure('enforcement.application', '申请法院强制执行', 'Apply to the court for enforcement', months(3), verified(LAW.procedure, '第七十六条', '行政强制法第五十三条；分期的自最后一期届满起算')),
  ...ENFORCEMENT_KINDS,
  procedure('case.closing-form', '填写结案审批表', 'Fill in the closing form', workingDays(15), verified(LAW.procedure, '第七十七条'), { satisfiable: true }),
  procedure('simplified.hand-in', '简易程序材料归档', 'Hand in the file of a simplified penalty', workingDays(7), verified(LAW.procedure, '第七十条')),
  penalty('penalty.limitation', '处罚时效（二年）', 'Limitation of the penalty, two years', months(24), verified(LAW.penalty, '第三十六条', '违法行为有连续或者继续状态的，自行为终了之日起算')),
  penalty('penalty.limitation-safety', '处罚时效（五年）', 'Limitation of the penalty, five years: life, health or financial safety, with harm', months(60), verified(LAW.penalty, '第三十六条', '涉及公民生命健康安全、金融安全且有危害后果的')),
  disclosure('penalty.publication', '公示行政处罚信息', 'Publish the penalty', workingDays(20), verified(LAW.disclosure, '第九条'), { satisfiable: true }),
  disclosure('penalty.publication-push', '推送外省当事人处罚信息', 'Push the penalty to the province of the party', workingDays(10), verified(LAW.disclosure, '第十条'), { satisfiable: true }),
  disclosure('penalty.publication-assist', '协助公示外省处罚信息', 'Publish a penalty pushed by another province', workingDays(10), verified(LAW.disclosure, '第十条'), { satisfiable: true }),
  disclosure('penalty.publication-withdrawal', '撤回行政处罚公示信息', 'Withdraw the publication of a penalty that fell', workingDays(3), verified(LAW.disclosure, '第十一条', '行政处罚法第四十八条第二款'), { satisfiable: true }),
  rowsOf({ valid: ['2014-02-04', null], roll: 'none', measures: [3] })('counterfeit.disclosure', '公开侵权假冒处罚信息', 'Disclose a penalty for infringement or counterfeiting', workingDays(20), unverified('国发〔2014〕6号', '条文未读', '条文未读，仅见转载')),
];
