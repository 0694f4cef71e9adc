import { calendarDays, extension, LAW, months, rowsOf, setIn, verified, workingDays, workingDaysBefore } from '../kind.js';

// 令81 writes 工作日 where it means them: 十五日 and 三十日 are calendar days. It has no roll rule of its own.
const agency = rowsOf({ valid: ['2025-02-01', null], roll: 'none', measures: [1, 11] });
const patent = rowsOf({ valid: ['2021-06-01', null], roll: 'after_rest_day', measures: [11] });

/** The measures are silent on the last day: a party gets the first working day after it. */
const GENTLE = { holder: 'party', roll: 'after_rest_day' } as const;
const SILENT = '期间顺延规则未载，按有利于当事人处理，为本系统判断';
const by = (article: string, note?: string): ReturnType<typeof verified> => verified(LAW.patentDisputes, article, note);

/** Patent adjudication and mediation. */
export const PATENT_KINDS = [
  agency('adjudication.limitation', '请求行政裁决的时限', 'Time within which to ask for adjudication', months(36), by('第十九条', `侵权仍在继续且专利有效的应当受理；${SILENT}`), GENTLE),
  agency('adjudication.advice-after-receipt', '可请求咨询意见（自收到催告）', 'One month of silence after receipt of the demand; then advice may be asked for', months(1), by('第十三条', SILENT), GENTLE),
  agency('adjudication.advice-after-sending', '可请求咨询意见（自发出催告）', 'Two months of silence after sending the demand; then advice may be asked for', months(2), by('第十三条', SILENT), GENTLE),
  agency('adjudication.correction', '补正请求材料', 'Time set to correct the request', setIn('working_day', { maximum: 30 }), by('第十六条', '期限由办案人员一次性全面告知；上限为本系统拟定'), { holder: 'party' }),
  agency('adjudication.filing', '专利侵权纠纷行政裁决立案', 'Decide whether to file a patent adjudication', workingDays(5), by('第十六条、第二十条'), { measures: [11], extensions: [extension('head', 'agency-head', workingDays(5), by('第二十条'))] }),
  agency('adjudication.service', '送达请求书副本', 'Serve the request on the respondent', workingDays(5), by('第二十二条第一款')),
  agency('adjudication.answer', '提交答辩书', 'Answer of the respondent', calendarDays(15), by('第二十二条第一款', SILENT),
    { ...GENTLE, extensions: [extension('panel', 'panel', setIn('calendar_day', { maximum: 30 }), by('第二十二条第一款', '上限为本系统拟定'))] }),
  agency('adjudication.answer-abroad', '提交答辩书（境内无固定住所）', 'Answer of a respondent without a domicile in the country', calendarDays(30), by('第二十二条第一款', SILENT),
    { ...GENTLE, extensions: [extension('panel', 'panel', setIn('calendar_day', { maximum: 30 }), by('第二十二条第一款', '上限为本系统拟定'))] }),
  agency('adjudication.answer-forwarding', '转送答辩书副本', 'Forward the answer', workingDays(5), by('第二十二条第二款')),
  agency('adjudication.jurisdiction-objection', '管辖权异议决定', 'Decide on an objection to the jurisdiction', workingDays(5), by('第九条第一款')),
  agency('adjudication.recusal-request', '申请回避', 'Ask that a member of the panel be replaced', workingDays(3), by('第五条第三款', '口头审理开始时或者终结前另有规定'), { holder: 'party' }),
  agency('adjudication.evidence', '举证期限', 'Time set for evidence', setIn('calendar_day', { minimum: 15, maximum: 60 }), by('第五十四条', `不少于十五日；上限为本系统拟定；${SILENT}`),
    { ...GENTLE, extensions: [extension('head', 'agency-head', setIn('calendar_day', { maximum: 60 }), by('第五十四条', '由管理专利工作的部门根据案情决定；上限为本系统拟定'))] }),
  agency('adjudication.oral-hearing-notice', '口头审理通知', 'Give notice of the oral hearing', workingDaysBefore(3), by('第二十六条')),
  agency('adjudication.evidence-registration', '登记保存证据的处理', 'Deal with evidence kept by registration', calendarDays(7), by('第四十九条', '条文写作“七日”，未写工作日；按自然日从严计算，为本系统判断')),
  agency('adjudication.decision', '专利侵权纠纷行政裁决结案', 'Close the patent adjudication', months(3), by('第三十七条第一款'), {
    pauses: { reasons: ['suspension', 'public_notice', 'inspection', 'appraisal', 'jurisdiction_objection', 'evidence_extension', 'settlement'], basis: by('第三十七条第二款') },
    extensions: [extension('head', 'agency-head', months(1), by('第三十七条第一款')), extension('superior', 'superior', setIn('month', { maximum: 2 }), by('第三十七条第一款', '不超过两个月，批准时确定'))],
  }),
  agency('adjudication.enforcement-agency', '申请法院强制执行行政裁决', 'The agency applies for enforcement of the adjudication', months(3), by('第八十条第二款')),
  agency('adjudication.enforcement-holder', '权利人申请强制执行行政裁决', 'The right holder applies for enforcement where the agency did not', months(6), by('第八十条第二款', SILENT), GENTLE),
  agency('adjudication.publication', '公开行政裁决', 'Publish the adjudication', workingDays(20), by('第八十三条第一款'), { satisfiable: true }),
  agency('adjudication.publication-change', '公开行政裁决的变更或者撤销', 'Publish that the adjudication was changed or annulled', workingDays(20), by('第八十三条第二款'), { satisfiable: true }),
  agency('patent-mediation.service', '送达陈述意见通知书', 'Serve the request for mediation', workingDays(5), by('第六十五条'), { measures: [7, 11] }),
  agency('patent-mediation.reply', '提交意见陈述书', 'Reply to the request for mediation', calendarDays(15), by('第六十五条', SILENT), { ...GENTLE, measures: [7, 11] }),
  agency('patent-mediation.filing', '专利纠纷调解立案', 'File the mediation to which both agree', workingDays(5), by('第六十六条第一款'), { measures: [7, 11] }),
  agency('patent-mediation.refusal-notice', '告知调解不予立案', 'Tell the requester that there will be no mediation', workingDays(5), by('第六十六条第二款'), { measures: [7, 11] }),
  agency('patent-mediation.ownership', '专利权属纠纷调解结案', 'Close the mediation of a dispute over ownership', months(2), by('第七十条第三款'), { measures: [7, 11], extensions: [extension('head', 'agency-head', months(1), by('第七十条第三款'))] }),
  // 行政诉讼法第一百零一条 refers to 民事诉讼法第八十五条 for counting.
  patent('adjudication.suit', '对行政裁决提起行政诉讼', 'Sue against the adjudication', calendarDays(15), verified(LAW.patent, '第六十五条'), { holder: 'party' }),
  patent('patent.limitation', '侵犯专利权的诉讼时效', 'Limitation of a suit for patent infringement', months(36), verified(LAW.patent, '第七十四条第一款'), { holder: 'party' }),
  rowsOf({ valid: ['2019-11-01', '2026-12-31'], roll: 'after_rest_day', measures: [11] })('trademark.opposition', '对初步审定公告的商标提出异议', 'Oppose a mark that was published', months(3), verified(LAW.trademark2019, '第三十三条', '期间顺延规则见商标法实施条例，条文未读'), { holder: 'party' }),
  rowsOf({ valid: ['2027-01-01', null], roll: 'after_rest_day', measures: [11] })('trademark.opposition', '对初步审定公告的商标提出异议', 'Oppose a mark that was published', months(2), verified(LAW.trademark2026, '第三十六条', '2027年1月1日起施行；过渡规则未见，以公告日适用的条文为准'), { holder: 'party' }),
];
