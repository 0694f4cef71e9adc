import { calendarDays, extension, LAW, months, rowsOf, setIn, unverified, verified, workingDays } from '../kind.js';

/** 检测、检验、检疫、鉴定以及权利人辨认或者鉴别（令2 第十八条第二款、第六十四条第二款）. */
const EXPERT_WORK = ['testing', 'inspection', 'quarantine', 'appraisal', 'right_holder_identification'] as const;

// 第四十五条: a last day on a statutory holiday moves behind it.
const now = rowsOf({ valid: ['2026-04-15', null], roll: 'after_statutory_holiday', measures: [11, 17] });
// The old measures say nothing of counting: `none` is the strict reading. Read in the text as amended in March 2022.
const before = rowsOf({ valid: ['2020-01-01', '2026-04-14'], roll: 'none', measures: [11, 17] });
// The revision of 2021 gave the articles their present numbers; 第八十条 has the roll.
const procedure = rowsOf({ valid: ['2021-07-15', null], roll: 'after_statutory_holiday', measures: [1, 11] });
const copyright = rowsOf({ valid: ['2009-06-15', null], roll: 'none', measures: [11] });
const hotline = rowsOf({ valid: ['2022-09-01', null], roll: 'none', measures: [17] });
const own = rowsOf({ valid: ['2020-01-01', null], roll: 'none', measures: [17] });

const HOTLINE = unverified(LAW.hotline, '条文未读', '办理时限见于转载，未见官方文本；延期规则未读，故不设延期');
const NO_STATUTE = unverified(LAW.own, '无法定条文', '未见规定该渠道答复时限的条文；天数由城市确定后更新');

/** Complaints and reports: acceptance, mediation, verification, and the answers that each channel is owed. */
export const COMPLAINT_KINDS = [
  before('complaint.acceptance', '投诉受理决定', 'Decide whether to accept the complaint', workingDays(7), verified(LAW.complaintsOld, '第十四条')),
  now('complaint.acceptance', '投诉受理决定', 'Decide whether to accept the complaint', workingDays(7), verified(LAW.complaints, '第十五条')),
  // 第十条第三款 lets the agency ask for proof and does not say that this stops the seven days of 第十五条; form 4 of 2026 leaves the days blank.
  now('identity.proof', '限期提供身份证明材料', 'Time set for the proof of identity', setIn('working_day', { maximum: 30 }),
    verified(LAW.complaints, '第十条第三款', '期限由市场监管部门在通知书中指定；上限为本系统拟定。不影响受理期限的计算'), { holder: 'party' }),
  before('mediation.consumer', '消费争议调解', 'Mediation of a consumer dispute', workingDays(45), verified(LAW.complaintsOld, '第二十一条第一款第五项'),
    { measures: [7, 11], pauses: { reasons: ['metrology', 'inspection', 'testing', 'appraisal'], basis: verified(LAW.complaintsOld, '第二十条第三款') } }),
  // A request to replace the mediator suspends the mediation (第二十一条第二款); nothing is said of the clock, so it runs on.
  now('mediation.consumer', '消费争议调解', 'Mediation of a consumer dispute', calendarDays(60), verified(LAW.complaints, '第二十三条第一款第五项', '鉴定、检测所需时间不计入（第二十二条第三款）'),
    { measures: [7, 11], pauses: { reasons: ['testing', 'appraisal'], basis: verified(LAW.complaints, '第二十二条第三款') } }),
  before('mediation.termination-notice', '告知终止调解', 'Tell both sides that mediation has ended', workingDays(7), verified(LAW.complaintsOld, '第二十一条第二款'), { measures: [7, 11], satisfiable: true }),
  now('mediation.termination-notice', '告知终止调解', 'Tell both sides that mediation has ended', workingDays(7), verified(LAW.complaints, '第二十三条第二款'), { measures: [7, 11], satisfiable: true }),
  // 人民调解法 sets no limit; a rule of the ministry of 2002 says a month as a rule. The others are ours, after the nearest article.
  own('mediation.people', '人民调解', "People's mediation", months(1), unverified('人民调解工作若干规定（司法部令第75号）', '第三十三条', '条文未读；人民调解法未定期限'), { measures: [3, 7] }),
  own('mediation.administrative', '行政调解（法律未定期限的）', 'Mediation by an agency where no law limits it', months(2), unverified(LAW.own, '无法定条文', '法律未规定期限，参照专利权属纠纷调解的两个月（令81第七十条第三款）'), { measures: [7, 11] }),
  own('mediation.end-notice', '告知调解终结（法律未定期限的）', 'Tell both sides that mediation has ended, where no law says by when', workingDays(7), unverified(LAW.own, '无法定条文', '法律规定告知而未定期限，参照总局令第121号第二十三条第二款'), { measures: [7, 11] }),
  before('jurisdiction.dispute', '处理权限争议协商', 'Settle a dispute over who may handle the matter', workingDays(7), verified(LAW.complaintsOld, '第三十条')),
  now('jurisdiction.dispute', '处理权限争议协商', 'Settle a dispute over who may handle the matter', workingDays(7), verified(LAW.complaints, '第三十三条')),
  before('clue.verification', '调解中发现线索的核查', 'Verify a clue found while mediating', workingDays(15), verified(LAW.complaintsOld, '第二十三条第一款'),
    { satisfiable: true, extensions: [extension('head', 'agency-head', workingDays(15), verified(LAW.complaintsOld, '第二十三条第一款', '条文未写明批准人；由负责人批准为本系统判断'))] }),
  now('clue.verification', '调解中发现线索的核查', 'Verify a clue found while mediating', workingDays(15), verified(LAW.complaints, '第二十七条第一款'),
    { satisfiable: true, extensions: [extension('head', 'agency-head', workingDays(15), verified(LAW.complaints, '第二十七条第一款'))] }),
  // Gone since 2026-04-15: 令121 第三十六条 asks for an answer only where another law does.
  before('report.filing-notice', '告知实名举报人是否立案', 'Tell a reporter who gave a name whether a case was filed', workingDays(5), verified(LAW.complaintsOld, '第三十一条第二款'), { satisfiable: true }),
  before('complaint.limitation', '提出投诉的期限', 'Time within which to complain', months(36), verified(LAW.complaintsOld, '第十五条第四项', '法律另有规定的除外'), { holder: 'party' }),
  now('complaint.limitation', '提出投诉的期限', 'Time within which to complain', months(36), verified(LAW.complaints, '第十六条第四项', '法律另有规定的除外'), { holder: 'party' }),
  procedure('report.verification', '举报线索核查', 'Verify the report and decide on filing', workingDays(15), verified(LAW.procedure, '第十八条'),
    { pauses: { reasons: EXPERT_WORK, basis: verified(LAW.procedure, '第十八条第二款') }, extensions: [extension('head', 'agency-head', workingDays(15), verified(LAW.procedure, '第十八条第一款'))] }),
  procedure('jurisdiction.penalty-dispute', '处罚管辖权争议协商', 'Settle a dispute over who may punish', workingDays(7), verified(LAW.procedure, '第十三条'), { satisfiable: true }),
  procedure('jurisdiction.designation', '上级确定管辖', 'The superior names the competent agency', workingDays(7), verified(LAW.procedure, '第十六条'), { satisfiable: true }),
  copyright('copyright.acceptance', '著作权投诉受理决定', 'Decide whether to accept the copyright complaint', calendarDays(15), verified(LAW.copyright, '第十三条', '自收到全部投诉材料起算；期间顺延规则未读')),
  rowsOf({ valid: ['2014-10-01', null], roll: 'none', measures: [7] })('enterprise-information.report', '企业公示信息虚假举报的核查与书面答复', 'Verify a report of false published enterprise information, and answer in writing', workingDays(20),
    verified(LAW.enterprises, '第十三条', '2024年修订后的条文由资料汇编转引；《广东省市场监管条例》第四十九条同此期限'), { satisfiable: true }),
  // 行政诉讼法第一百零一条 refers to 民事诉讼法第八十五条 for counting.
  rowsOf({ valid: ['2017-07-01', null], roll: 'after_rest_day', measures: [11] })('duty.performance', '履行法定职责', 'Perform a duty that was asked for; afterwards inaction may be sued', months(2),
    verified(LAW.litigation, '第四十七条第一款', '法律、法规另有规定的从其规定')),
  hotline('hotline12345.consultation', '12345咨询答复', 'Answer a 12345 consultation', workingDays(2), HOTLINE),
  hotline('hotline12345.request', '12345求助、建议办理答复', 'Handle and answer a 12345 request or suggestion', workingDays(10), HOTLINE),
  hotline('hotline12345.complaint', '12345投诉、举报办理答复', 'Handle and answer a 12345 complaint or report', workingDays(15), HOTLINE),
  own('reply.12315', '12315工单办理答复（服务时限）', 'Answer a 12315 work order (service standard)', workingDays(15), NO_STATUTE),
  own('reply.direct', '窗口、来信、网上来件办理答复（服务时限）', 'Answer what came over the counter, by mail or web (service standard)', workingDays(15), NO_STATUTE),
  own('reply.partner', '平台、展会、快维中心来件办理答复（服务时限）', 'Answer a platform, a fair desk or the rapid centre (service standard)', workingDays(10), NO_STATUTE),
  own('reply.agency', '移送、交办件办理答复（服务时限）', 'Answer the agency that transferred or assigned the matter (service standard)', workingDays(15), NO_STATUTE),
  own('service.first-response', '首次研判回应（服务时限）', 'First response to a matter that no statute puts on a clock (service standard)', workingDays(7),
    unverified(LAW.own, '无法定条文', '法律未规定时限的事项也不得无限期等待；天数由城市确定后更新'), { measures: [7, 17] }),
];
