import { calendarDays, extension, hours, LAW, months, rowsOf, setIn, unverified, verified, workingDays } from '../kind.js';

// 民事诉讼法第八十五条: a last day on any day off moves behind it; what is posted in time is in time. Article numbers of 2023.
const civil = rowsOf({ valid: ['2024-01-01', null], roll: 'after_rest_day', measures: [3] });
const confirmation = rowsOf({ valid: ['2011-03-30', null], roll: 'after_rest_day', measures: [3] });
const invited = rowsOf({ valid: ['2016-07-01', null], roll: 'after_rest_day', measures: [3] });
// 第八十八条: 三日、五日、七日、十日 are working days; the rest is counted as in 民事诉讼法.
const review = rowsOf({ valid: ['2024-01-01', null], roll: 'after_rest_day', measures: [11] });
const suit = rowsOf({ valid: ['2017-07-01', null], roll: 'after_rest_day', measures: [11] });

const PARTY = { holder: 'party' } as const;
const DONE_OUTSIDE = { satisfiable: true } as const;
const byConsent = [extension('parties', 'parties', setIn('calendar_day', { maximum: 60 }), verified(LAW.invitedMediation, '第二十七条', '当事人同意延长的不受原期限限制；上限为本系统拟定'))];

/** Mediation with the courts, judicial confirmation, civil suits, reconsideration and administrative suits. */
export const COURT_KINDS = [
  civil('confirmation.application', '共同申请司法确认', 'Apply together for judicial confirmation', calendarDays(30), verified(LAW.civil, '第二百零五条', '人民调解法第三十三条；自调解协议生效之日起'), { ...PARTY, onExpiry: 'close-door' }),
  confirmation('confirmation.court-acceptance', '法院决定是否受理司法确认申请', 'The court decides whether to take the application', calendarDays(3), verified(LAW.confirmation, '第四条第一款', '2011年规定')),
  confirmation('confirmation.court-decision', '法院作出是否确认的决定', 'The court decides on the confirmation', calendarDays(15), verified(LAW.confirmation, '第五条第一款', '2011年规定；民事诉讼法第一百八十七条的三十日为外部界限'),
    { extensions: [extension('president', 'court-president', calendarDays(10), verified(LAW.confirmation, '第五条第一款'))] }),
  civil('confirmation.special-procedure', '特别程序审限', 'Limit of the special procedure', calendarDays(30), verified(LAW.civil, '第一百八十七条'),
    { extensions: [extension('president', 'court-president', setIn('calendar_day', { maximum: 30 }), verified(LAW.civil, '第一百八十七条', '条文未定天数；上限为本系统拟定'))] }),
  civil('confirmation.objection', '对确认裁定提出异议（当事人）', 'Object to the confirmation, as a party', calendarDays(15), verified(LAW.civilReading, '第三百七十二条第二款'), PARTY),
  civil('confirmation.objection-third-party', '对确认裁定提出异议（利害关系人）', 'Object to the confirmation, as a third party', months(6), verified(LAW.civilReading, '第三百七十二条第二款', '第一百二十七条：不变期间'), PARTY),
  // The day is named in the agreement; where it is a day off, the day after it (民法典第二百零三条, not read).
  rowsOf({ valid: ['2011-01-01', null], roll: 'after_rest_day', measures: [3, 7] })('agreement.performance', '履行调解协议', 'Perform a term of an agreement', setIn('calendar_day', { maximum: 3650 }), verified(LAW.peoplesMediation, '第三十一条第一款', '期限由协议约定；上限为本系统拟定'), PARTY),
  civil('execution.application', '申请执行', 'Apply for execution', months(24), verified(LAW.civil, '第二百五十条'), PARTY),
  invited('court-mediation.assigned', '立案前委派调解', 'Mediation assigned by the court before filing', calendarDays(30), verified(LAW.invitedMediation, '第二十七条第一款', '在线调解规则第二十四条同'), { extensions: byConsent }),
  invited('court-mediation.entrusted', '立案后委托调解（普通程序）', 'Mediation entrusted by the court after filing, ordinary procedure', calendarDays(15), verified(LAW.invitedMediation, '第二十七条第二款', '在线调解规则第二十四条同'), { extensions: byConsent }),
  invited('court-mediation.entrusted-simple', '立案后委托调解（简易程序）', 'Mediation entrusted by the court after filing, simple procedure', calendarDays(7), verified(LAW.invitedMediation, '第二十七条第二款', '在线调解规则第二十四条同'), { extensions: byConsent }),
  rowsOf({ valid: ['2022-01-01', null], roll: 'after_rest_day', measures: [3] })('court-mediation.confirmation', '确认接受委派委托调解', 'Say whether the mediation is taken on', workingDays(3), verified(LAW.onlineMediation, '第十二条第一款')),
  civil('civil.filing', '法院决定是否立案', 'The court decides whether to file the suit', calendarDays(7), verified(LAW.civil, '第一百二十六条')),
  civil('civil.answer', '被告答辩', 'The defendant answers', calendarDays(15), verified(LAW.civil, '第一百二十八条第一款'), PARTY),
  civil('civil.answer-abroad', '境内无住所的被告答辩', 'A defendant without domicile in the country answers', calendarDays(30), verified(LAW.civil, '第二百八十五条'),
    { ...PARTY, extensions: [extension('court', 'court-president', setIn('calendar_day', { maximum: 30 }), verified(LAW.civil, '第二百八十五条', '是否准许由人民法院决定，条文未定天数；上限为本系统拟定'))] }),
  civil('civil.ordinary', '民事一审普通程序审限', 'Civil first instance, ordinary procedure', months(6), verified(LAW.civil, '第一百五十二条'), {
    extensions: [extension('president', 'court-president', months(6), verified(LAW.civil, '第一百五十二条')), extension('superior', 'superior-court', setIn('month', { maximum: 12 }), verified(LAW.civil, '第一百五十二条', '条文未定期限；上限为本系统拟定'))],
  }),
  civil('civil.simple', '民事一审简易程序审限', 'Civil first instance, simple procedure', months(3), verified(LAW.civil, '第一百六十四条'), { extensions: [extension('president', 'court-president', months(1), verified(LAW.civil, '第一百六十四条'))] }),
  civil('civil.small-claims', '小额诉讼审限', 'Small claims', months(2), verified(LAW.civil, '第一百六十八条'), { extensions: [extension('president', 'court-president', months(1), verified(LAW.civil, '第一百六十八条'))] }),
  civil('civil.appeal', '对一审判决上诉', 'Appeal against a judgment', calendarDays(15), verified(LAW.civil, '第一百七十一条第一款'), PARTY),
  civil('civil.appeal-ruling', '对一审裁定上诉', 'Appeal against a ruling', calendarDays(10), verified(LAW.civil, '第一百七十一条第二款'), PARTY),
  civil('civil.appeal-abroad', '境内无住所的当事人上诉', 'Appeal of a party without domicile in the country', calendarDays(30), verified(LAW.civil, '第二百八十六条'),
    { ...PARTY, extensions: [extension('court', 'court-president', setIn('calendar_day', { maximum: 30 }), verified(LAW.civil, '第二百八十六条', '是否准许由人民法院决定，条文未定天数；上限为本系统拟定'))] }),
  civil('civil.second-instance', '对判决上诉案件的二审审限', 'Second instance on a judgment', months(3), verified(LAW.civil, '第一百八十三条第一款'),
    { extensions: [extension('president', 'court-president', setIn('month', { maximum: 3 }), verified(LAW.civil, '第一百八十三条第一款', '条文未定期限；上限为本系统拟定'))] }),
  civil('civil.second-instance-ruling', '对裁定上诉案件的二审审限', 'Second instance on a ruling', calendarDays(30), verified(LAW.civil, '第一百八十三条第二款')),
  civil('preservation.ruling', '诉前保全裁定', 'Ruling on preservation before suit', hours(48), verified(LAW.civil, '第一百零四条第二款')),
  civil('preservation.suit', '诉前保全后起诉', 'Sue after preservation', calendarDays(30), verified(LAW.civil, '第一百零四条第三款'), PARTY),
  review('review.application', '申请行政复议', 'Apply for reconsideration', calendarDays(60), verified(LAW.review, '第二十条第一款'), { ...PARTY, pauses: { reasons: ['force_majeure'], basis: verified(LAW.review, '第二十条第二款', '自障碍消除之日起继续计算') } }),
  review('review.application-outer', '申请行政复议的最长期限（未告知权利）', 'Apply for reconsideration, at the latest, where the right was not told', months(12), verified(LAW.review, '第二十条第三款'), PARTY),
  review('review.admission', '复议申请审查', 'Examine whether to admit the application', workingDays(5), verified(LAW.review, '第三十条', '第八十八条：五日为工作日；届满未决定视为受理'), DONE_OUTSIDE),
  review('review.correction-notice', '通知补正复议申请', 'Ask for the application to be corrected', workingDays(5), verified(LAW.review, '第三十一条第一款', '第八十八条：五日为工作日'), DONE_OUTSIDE),
  review('review.correction', '补正复议申请', 'Correct the application', workingDays(10), verified(LAW.review, '第三十一条第二款', '第八十八条：十日为工作日'), { ...PARTY, ...DONE_OUTSIDE }),
  review('review.ordinary', '行政复议普通程序审限', 'Reconsideration, ordinary procedure', calendarDays(60), verified(LAW.review, '第六十二条第一款'),
    { ...DONE_OUTSIDE, extensions: [extension('head', 'agency-head', setIn('calendar_day', { maximum: 30 }), verified(LAW.review, '第六十二条第一款', '最多不得超过三十日'))] }),
  review('review.summary', '行政复议简易程序审限', 'Reconsideration, summary procedure', calendarDays(30), verified(LAW.review, '第六十二条第二款'), DONE_OUTSIDE),
  suit('suit.after-review', '对复议决定起诉', 'Sue after reconsideration', calendarDays(15), verified(LAW.litigation, '第四十五条'), PARTY),
  suit('suit.direct', '直接起诉', 'Sue directly', months(6), verified(LAW.litigation, '第四十六条第一款'), PARTY),
  suit('suit.outer', '起诉的最长期限', 'Sue at the latest', months(60), verified(LAW.litigation, '第四十六条第二款'), PARTY),
];

// Neither instrument says what 日 is nor what happens on a rest day: calendar days, no roll, hours to the minute.
const referral = rowsOf({ valid: ['2020-08-07', null], roll: 'none', measures: [1, 2] });
const police = rowsOf({ valid: ['2020-09-01', null], roll: 'none', measures: [1, 2] });
const STRICT = '条文未写工作日，按自然日从严计算，为本系统判断';

/** Referral of suspected crimes. What a move of the referral ends is not ticked off by hand. */
export const REFERRAL_KINDS = [
  referral('referral.approval', '移送的批准', 'Approve or refuse the referral', calendarDays(3), verified(LAW.referral, '第五条第二款', STRICT)),
  referral('referral.transfer', '向公安机关移送', 'Transfer to the police', hours(24), verified(LAW.referral, '第五条第二款')),
  rowsOf({ valid: ['2006-01-26', null], roll: 'none', measures: [1, 2] })('referral.copy-to-procuratorate', '移送抄送检察机关', 'Copy a late referral to the procuratorate', calendarDays(10), unverified('高检会〔2006〕2号', '条文未读', '条文未读，仅见转引；适用于作出处罚后移送的')),
  referral('police.forwarding', '公安机关转送有管辖权的机关', 'The police forward what is not theirs', hours(24), verified(LAW.referral, '第七条')),
  police('police.incomplete-notice', '公安机关通知补正材料', 'The police say what is missing', hours(24), verified(LAW.police, '第一百八十条第二款')),
  police('referral.supplement', '补正移送材料', 'Supply what the police miss', calendarDays(3), verified(LAW.police, '第一百八十条第二款', STRICT)),
  referral('police.review', '公安机关审查', 'The police decide whether to file', calendarDays(3), verified(LAW.referral, '第八条', `公安机关办理刑事案件程序规定第一百八十条；${STRICT}`)),
  rowsOf({ valid: ['2016-06-16', null], roll: 'none', measures: [1, 2] })('police.clue-check', '公安机关对线索的审查', 'The police check a mere clue', calendarDays(30), unverified('公通字〔2016〕16号', '条文未读', '条文未读，仅见标题；三十日、六十日之说未核'), DONE_OUTSIDE),
  referral('referral.reconsideration', '对不予立案提请复议', 'Ask the police to reconsider', calendarDays(3), verified(LAW.referral, '第九条第一款', STRICT)),
  referral('police.reconsideration', '公安机关复议决定', 'The police decide on the request', calendarDays(3), verified(LAW.referral, '第九条第二款', STRICT)),
  referral('referral.supervision-request', '建议检察机关立案监督', 'Ask the procuratorate to supervise', calendarDays(3), verified(LAW.referral, '第九条第二款', STRICT)),
  police('police.explanation', '公安机关说明不立案理由', 'The police explain to the procuratorate', calendarDays(7), verified(LAW.police, '第一百八十二条第一款', STRICT)),
  police('police.ordered-filing', '公安机关按通知立案', 'The police file as they are told', calendarDays(15), verified(LAW.police, '第一百八十二条第二款', STRICT)),
  referral('referral.handover', '移交涉案物品和材料', 'Hand over goods and papers', calendarDays(3), verified(LAW.referral, '第十二条', STRICT)),
];
