import type { Basis } from '../../../kernel/text.js';
import type { DocumentField, DocumentKind } from '../domain/document.rules.js';

const FORMS = '市场监督管理部门处理投诉举报文书式样（2026年4月）';
const PATENTS = '专利纠纷行政裁决和调解办法（国家知识产权局令第81号）';
const read = (source: string, article: string, note?: string): Basis => ({ source, article, status: 'verified', ...(note === undefined ? {} : { note }) });
/** The content is in the law; a printed form was not found, nor the word of its number. */
const unread = (source: string, article: string): Basis => ({ source, article, status: 'unverified', note: '内容依条文；文书式样和文号用字未见文本' });

const field = (name: string, zh: string, en: string): DocumentField => ({ name, label: { zh, en }, required: true });
const optional = (name: string, zh: string, en: string): DocumentField => ({ name, label: { zh, en }, required: false });

const MATTERS = field('matters', '调解事项', 'What is to be settled');
const PARTIES = field('parties', '当事人', 'Parties');
const OTHER_WAYS = field('otherWays', '其他救济途径', 'Other ways');
const FROM_2026 = ['2026-04-15', null] as const;
const since = (from: string): DocumentKind['valid'] => [from, null];
const shared = { volume: 'main', visibility: 'case' } as const;

const FOR_ALL: readonly DocumentKind[] = [
  {
    ...shared, kind: 'mediation-session-notice', title: { zh: '调解通知书', en: 'Notice of a mediation session' }, word: '调通', ordinal: true, valid: FROM_2026, source: read(FORMS, '文书式样七', '人民调解等参照；文号用字未见文本'),
    fields: [
      MATTERS, field('startsAt', '调解开始时间', 'Beginning'), field('endsAt', '调解结束时间', 'End'), field('mode', '调解方式', 'On site or how else'), optional('place', '调解地点', 'Place'), optional('link', '接入方式', 'How to join'),
      field('mediators', '调解人员', 'Mediators'),
    ],
  },
  {
    ...shared, kind: 'mediation-termination', title: { zh: '终止调解决定书', en: 'Decision to terminate mediation' }, word: '调终', ordinal: true, valid: FROM_2026, source: read(FORMS, '文书式样八', '办法第二十三条第一款；其他调解参照'),
    fields: [MATTERS, field('ground', '终止调解的情形', 'Ground'), OTHER_WAYS],
  },
  {
    ...shared, kind: 'mediation-agreement', title: { zh: '调解协议书（调解书）', en: 'Mediation agreement' }, word: '调协', ordinal: true, valid: FROM_2026, source: read(FORMS, '文书式样九', '人民调解法第二十九条、专利纠纷行政裁决和调解办法第六十九条'),
    fields: [
      PARTIES, MATTERS, field('facts', '主要事实和争议事项', 'Main facts and what was in dispute'), field('terms', '协议内容、履行方式和期限', 'Terms'), optional('left', '尚有争议的事项', 'What is left in dispute'),
      field('signatures', '签名、盖章', 'Signatures'), field('mediators', '调解人员', 'Mediators'), field('effectiveAt', '生效时间', 'When it took effect'),
    ],
  },
  { ...shared, kind: 'mediation-end-notice', title: { zh: '调解终结告知书', en: 'Notice that mediation has ended' }, word: '调结', valid: since('2011-01-01'), source: unread('人民调解法', '第二十六条'), fields: [MATTERS, OTHER_WAYS] },
  {
    ...shared, kind: 'mediation-opinion-notice', title: { zh: '陈述意见通知书', en: 'Notice to state an opinion' }, word: '调陈', valid: since('2025-02-01'), source: unread(PATENTS, '第六十五条'),
    fields: [field('respondent', '被请求人', 'Respondent'), MATTERS, field('request', '调解请求', 'Request'), field('replyDays', '提交意见陈述书的期限（日）', 'Days to reply')],
  },
  { ...shared, kind: 'mediation-filing-notice', title: { zh: '调解立案通知书', en: 'Notice that the mediation is filed' }, word: '调立', valid: since('2025-02-01'), source: unread(PATENTS, '第六十六条第一款'), fields: [PARTIES, MATTERS] },
  {
    ...shared, kind: 'confirmation-application', title: { zh: '司法确认申请书', en: 'Application for judicial confirmation' }, word: null, valid: since('2011-03-30'), source: read('最高人民法院关于人民调解协议司法确认程序的若干规定', '第三条'),
    fields: [field('court', '受理法院', 'Court'), field('courtReason', '管辖理由', 'Why this court'), field('applicants', '申请人', 'Applicants'), field('mediation', '调解', 'Mediation'), field('appliedAt', '申请时间', 'When both applied')],
  },
  {
    ...shared, kind: 'confirmation-lapse-notice', title: { zh: '司法确认申请期限届满告知书', en: 'Notice that the time to apply for confirmation is over' }, word: '确告', valid: since('2024-01-01'), source: unread('民事诉讼法', '第二百零五条'),
    fields: [PARTIES, field('lastInstant', '申请期限届满时间', 'Last instant'), OTHER_WAYS],
  },
];

/** Titles as the forms of 2026 print them, for a complaint of a consumer. */
const FOR_CONSUMERS: Readonly<Record<string, DocumentKind['title']>> = {
  'mediation-session-notice': { zh: '投诉调解通知书', en: 'Invitation to the mediation of a complaint' },
  'mediation-termination': { zh: '投诉终止调解决定书', en: 'Decision to end the mediation of a complaint' },
  'mediation-agreement': { zh: '投诉调解书', en: 'Mediation agreement on a complaint' },
};

/** Documents of mediations, agreements and confirmations. */
export const MEDIATION_DOCUMENTS: readonly DocumentKind[] = [
  ...FOR_ALL,
  ...FOR_ALL.flatMap((form) => {
    const title = FOR_CONSUMERS[form.kind];
    return title === undefined ? [] : [{ ...form, title, when: { property: 'kind', is: ['consumer'] } }];
  }),
];
