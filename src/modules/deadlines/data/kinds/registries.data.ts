import { calendarDays, extension, hours, LAW, months, rowsOf, setIn, unverified, verified, workingDays } from '../kind.js';

// Both instruments write 工作日 throughout and say nothing of the last day.
const list = rowsOf({ valid: ['2021-09-01', null], roll: 'none', measures: [3] });
const repair = rowsOf({ valid: ['2025-12-25', null], roll: 'none', measures: [3] });
const repairBefore = rowsOf({ valid: ['2021-09-01', '2025-12-24'], roll: 'none', measures: [3] });
const DONE_OUTSIDE = { satisfiable: true } as const;

/** Listing of the dishonest, and credit repair. */
export const REGISTRY_KINDS = [
  list('list.publication', '公示列入决定', 'Publish the listing', workingDays(20), verified(LAW.list, '第十四条第一款'), DONE_OUTSIDE),
  list('list.publication-push', '推送外省当事人列入信息', 'Push the listing to the province of the party', workingDays(10), verified(LAW.list, '第十四条第二款'), DONE_OUTSIDE),
  list('list.publication-assist', '协助公示外省列入信息', 'Publish a listing pushed by another province', workingDays(10), verified(LAW.list, '第十四条第二款'), DONE_OUTSIDE),
  list('list.early-removal', '可申请提前移出', 'One year on the list; then removal may be asked for', months(12), verified(LAW.list, '第十六条', '信用修复管理办法第十三条同'), { holder: 'party' }),
  list('list.removal', '列入满三年移出', 'Removal after three years', months(36), verified(LAW.list, '第二十一条', '限制措施更长的按实际期限')),
  list('list.cancellation', '处罚被撤销后停止公示', 'Stop showing a listing whose penalty fell', workingDays(3), verified(LAW.list, '第十九条'), DONE_OUTSIDE),
  list('registry.recall', '订阅方确认召回', 'A subscriber acknowledges a recall', workingDays(3), unverified(LAW.list, '第十九条', '条文为停止公示、解除管理措施的三个工作日；未见订阅系统确认的规定，比照适用为本系统判断'), { onExpiry: 'raise-alarm' }),
  repairBefore('repair.acceptance', '信用修复申请受理', 'Take in an application for repair', workingDays(2), verified(LAW.list, '第十七条第二款'), DONE_OUTSIDE),
  repair('repair.acceptance', '信用修复申请受理', 'Take in an application for repair', workingDays(2), verified(LAW.repair, '第十四条第四款'), DONE_OUTSIDE),
  repair('repair.correction-notice', '一次性告知补正', 'Say once what is missing', workingDays(2), verified(LAW.repair, '第十四条第四款'), DONE_OUTSIDE),
  repairBefore('repair.decision', '信用修复决定', 'Decide on the repair', workingDays(15), verified(LAW.list, '第十七条第三款'), DONE_OUTSIDE),
  // 令44第十七条 still says fifteen days: the later special rule goes before it.
  repair('repair.decision', '信用修复决定', 'Decide on the repair', workingDays(7), verified(LAW.repair, '第十六条第二款', '与令44第十七条的十五个工作日不一致，按后法、特别规定，为本系统判断'),
    { ...DONE_OUTSIDE, extensions: [extension('head', 'agency-head', workingDays(10), verified(LAW.repair, '第十六条第三款'))] }),
  repair('repair.abnormal-list', '移出经营异常名录决定', 'Decide on removal from the list of abnormal operation', workingDays(2), verified(LAW.repair, '第十六条第一款'),
    { ...DONE_OUTSIDE, extensions: [extension('head', 'agency-head', workingDays(10), verified(LAW.repair, '第十六条第三款'))] }),
  repair('repair.data', '完成信用修复数据处理', 'Carry out the repair in the data', workingDays(3), verified(LAW.repair, '第十七条'), DONE_OUTSIDE),
  repair('repair.push', '推送外省当事人修复信息', 'Push the repair to the province of the party', workingDays(3), verified(LAW.repair, '第四条第二款'), DONE_OUTSIDE),
  repair('repair.bankruptcy-shield', '重整和解期间临时屏蔽', 'Shield a company under reorganisation', workingDays(7), verified(LAW.repair, '第二十二条第一款', '条文写作“可以”'), DONE_OUTSIDE),
  repair('repair.ban', '弄虚作假后不得申请修复', 'No new application after fraud', months(36), verified(LAW.repair, '第二十三条第二款'), { holder: 'party', onExpiry: 'end-bar' }),
];

const disclosure = rowsOf({ valid: ['2021-09-01', null], roll: 'none', measures: [3] });
const ENDS = { onExpiry: 'stop' } as const;

/** How long something is shown to everybody, and how fast it is withdrawn. */
export const PUBLICATION_KINDS = [
  disclosure('publication.display-minor', '轻微处罚公示期', 'Display of a minor penalty', months(3), verified(LAW.disclosure, '第十三条'), ENDS),
  disclosure('publication.display-ordinary', '一般处罚公示期', 'Display of an ordinary penalty', months(12), verified(LAW.disclosure, '第十五条'), ENDS),
  disclosure('publication.display-serious', '严重失信信息公示期', 'Display of what is serious', months(36), verified(LAW.disclosure, '第十四条'), ENDS),
  disclosure('publication.display-restricted', '限制期限超过三年的公示期', 'Display of a restriction of more than three years', setIn('calendar_day', { maximum: 36_500 }), verified(LAW.disclosure, '第十四条第二款', '以实际限制期限为准；上限为本系统拟定'), ENDS),
  repair('publication.display-check', '抽查检查负面结果公示期', 'Display of the bad result of a check', months(3), verified(LAW.repair, '第十条第一款'), ENDS),
  disclosure('publication.withdrawal', '撤回公示信息', 'Withdraw what was published', workingDays(3), unverified(LAW.disclosure, '第十一条', '条文只写行政处罚；其他公示未见期限，比照适用为本系统判断')),
];

const fairs = rowsOf({ valid: ['2006-03-01', null], roll: 'none', measures: [11] });
const customs = rowsOf({ valid: ['2018-03-19', null], roll: 'none', measures: [10] });

const supervision = rowsOf({ valid: ['2021-09-01', null], roll: 'none', measures: [1, 6] });
const SET_BY_AUTHORITY = '未见法定期限，由督办机关在挂牌时确定；上限为本系统拟定';

/** Supervision of cases. */
export const SUPERVISION_KINDS = [
  supervision('supervision.completion', '督办办结期限', 'Bring a supervised case to its end', setIn('calendar_day', { maximum: 730 }), unverified('本系统拟定', '无法定条文', SET_BY_AUTHORITY),
    { extensions: [extension('supervisor', 'agency-head', setIn('calendar_day', { maximum: 365 }), unverified('本系统拟定', '无法定条文', SET_BY_AUTHORITY))] }),
  supervision('campaign.end', '专项行动结束', 'End of a campaign', setIn('calendar_day', { maximum: 1100 }), unverified('本系统拟定', '无法定条文', '未见法定期限，由部署单位确定；上限为本系统拟定')),
  rowsOf({ valid: ['2021-09-01', null], roll: 'none', measures: [6] })('inspection.answer', '答复检查发现的问题', 'Answer a finding of an inspection', setIn('calendar_day', { maximum: 90 }), unverified('本系统拟定', '无法定条文', '未见法定期限，由检查单位确定；上限为本系统拟定')),
  supervision('supervision.progress', '报告督办进展', 'Report on a supervised case', setIn('calendar_day', { maximum: 90 }), unverified('本系统拟定', '无法定条文', SET_BY_AUTHORITY)),
];

/** Spot checks (双随机、一公开). */
export const SPOT_CHECK_KINDS = [
  supervision('spot-check.completion', '完成抽查', 'Check the firms that were drawn', setIn('calendar_day', { maximum: 365 }), unverified('本系统拟定', '无法定条文', '未见法定期限，由实施单位在抽查计划中确定；上限为本系统拟定')),
  supervision('spot-check.publication', '公示抽查结果', 'Publish the result of a spot check', workingDays(20), unverified('企业公示信息抽查办法', '第十一条', '未见原文，期限由资料汇编转引')),
];

/** Time to answer an urging. It stands beside the limits of the case. */
export const URGING_KINDS = [
  supervision('urging.answer', '答复催办', 'Answer an urging', setIn('working_day', { maximum: 30 }), unverified(LAW.own, '催办', '未见法定期限，由催办单位确定；上限为本系统拟定；不改变任何法定期限')),
];

/** Rewards of whistle-blowers. */
const REWARDS = '市场监管领域重大违法行为举报奖励暂行办法';
const reward = rowsOf({ valid: ['2021-09-01', null], roll: 'after_rest_day', measures: [24] });
export const REWARD_KINDS = [
  reward('reward.decision', '举报奖励决定', 'Decide on a reward', workingDays(15), unverified(REWARDS, '告知与审批', '未见原文，期限由资料汇编转引；自申请之日起算为本系统拟定'), { roll: 'none' }),
  reward('reward.collection', '领取举报奖励', 'Collect a reward that was granted', workingDays(60), unverified(REWARDS, '领取', '未见原文，期限由资料汇编转引；自准予之日起算为本系统拟定'), { holder: 'party', onExpiry: 'lapse' }),
];

/** The early-warning whitelist. No text names a period. */
const WHITELIST = '参照重点商标保护名录（T/GDTA 001-2023），未见原文，期限为本系统拟定';
const whitelisting = rowsOf({ valid: ['2021-09-01', null], roll: 'none', measures: [3] });
const ofWhitelist = unverified(LAW.own, '预警白名单', WHITELIST);
export const WHITELIST_KINDS = [
  whitelisting('whitelist.first-review', '白名单申请初审', 'Look an application for the whitelist through', workingDays(5), ofWhitelist),
  whitelisting('whitelist.correction', '白名单申请补正', 'Hand in what is missing', workingDays(10), ofWhitelist, { holder: 'party' }),
  whitelisting('whitelist.examination', '白名单审核', 'Examine an application for the whitelist', workingDays(15), ofWhitelist),
  whitelisting('whitelist.objection', '白名单公示异议期', 'Time to object to a place on the whitelist', workingDays(7), ofWhitelist, { holder: 'party' }),
  whitelisting('whitelist.decision', '白名单决定', 'Decide after the public notice', workingDays(20), ofWhitelist),
  whitelisting('whitelist.yearly-review', '白名单年度复核', 'Yearly review of a place on the whitelist', months(12), ofWhitelist),
  whitelisting('whitelist.statement', '拟退出白名单的陈述', 'The firm may speak before it is taken off', workingDays(5), ofWhitelist, { holder: 'party' }),
  whitelisting('whitelist.term', '白名单有效期', 'Term of a place on the whitelist', months(24), ofWhitelist, { holder: 'party', onExpiry: 'end-term' }),
];

/** Platforms, trade fairs and customs. */
export const PLATFORM_KINDS = [
  rowsOf({ valid: ['2019-01-01', null], roll: 'after_rest_day', measures: [4] })('platform.lift-measures', '声明到达后等待投诉或者起诉', 'After the declaration arrived: complain or sue, or the platform lifts its measures', calendarDays(15),
    verified(LAW.commerce, '第四十三条第二款', '自转送声明到达权利人起算；期间顺延规则未载，按有利于权利人处理，为本系统判断'), { holder: 'party', onExpiry: 'fall-due' }),
  rowsOf({ valid: ['2020-09-14', null], roll: 'after_rest_day', measures: [4] })('platform.reasonable-period', '声明到达后等待投诉或者起诉（电子商务法以外）', 'After the declaration arrived, outside the e-commerce law: complain or sue within a reasonable period', setIn('calendar_day', { maximum: 60 }),
    verified(LAW.onlineReply, '第三条', '合理期限由网络服务提供者按情形确定（民法典第一千一百九十六条第二款）；上限为本系统拟定'), { holder: 'party', onExpiry: 'fall-due' }),
  rowsOf({ valid: ['2020-09-14', null], roll: 'none', measures: [4] })('platform.uncounted-delay', '公证、认证等延迟的最长扣除', 'Longest delay by notaries that is not counted', workingDays(20), verified(LAW.onlineReply, '第三条'), { holder: 'party', onExpiry: 'run-out' }),
  fairs('fair.forwarding', '展会投诉材料移交', 'The desk of the fair passes the file on', hours(24), verified(LAW.fairs, '第十一条')),
  fairs('fair.answer', '展会答辩期限', 'Time to answer, by the length of the fair', setIn('hour', { maximum: 120 }), verified(LAW.fairs, '第十三条', '由知识产权行政管理部门按展期指定；上限为本系统拟定'), { holder: 'party', onExpiry: 'go-on' }),
  fairs('fair.handover', '展会结束后移交案件', 'Hand over what the fair left open', workingDays(15), verified(LAW.fairs, '第三十三条'), { onExpiry: 'pass-to-competent' }),
  fairs('fair.end', '展会结束', 'The last day of the fair', setIn('calendar_day', { maximum: 366 }), verified(LAW.fairs, '第六条', '展期由主办方公布；上限为本系统拟定'), { holder: 'party', onExpiry: 'end' }),
  rowsOf({ valid: ['2022-05-01', null], roll: 'none', measures: [11] })('fair.records', '展会纠纷档案保存', 'The organiser keeps its records of disputes', months(36), verified(LAW.guangdong, '第三十一条第三款'), { holder: 'party', onExpiry: 'archive' }),
  customs('customs.application', '申请扣留并提供担保', 'Ask for detention and give security', workingDays(3), verified(LAW.customs, '第十六条'), { holder: 'party', satisfiable: true }),
  customs('customs.inquiry', '海关调查认定', 'Customs find whether the goods infringe', workingDays(30), verified(LAW.customs, '第二十条'), DONE_OUTSIDE),
  customs('customs.release-on-application', '依申请扣留的放行', 'Release of goods detained on application', workingDays(20), verified(LAW.customs, '第二十四条第一项'), DONE_OUTSIDE),
  customs('customs.release-ex-officio', '依职权扣留的放行', 'Release of goods detained by customs on their own', workingDays(50), verified(LAW.customs, '第二十四条第二项'), DONE_OUTSIDE),
];
