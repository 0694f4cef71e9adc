import type { Basis } from '../../../kernel/text.js';
import type { AmountLimit, CourtRow, CourtRule } from '../domain/court.rules.js';

const CIVIL = '民事诉讼法';
const IP_COURTS = '最高人民法院关于北京、上海、广州知识产权法院案件管辖的规定（2020）';
const JURISDICTION = '最高人民法院关于第一审知识产权民事、行政案件管辖的若干规定（法释〔2022〕13号）';
const TRIBUNAL = '最高人民法院关于知识产权法庭若干问题的规定（2023）';
const ANNEX = '最高人民法院关于印发基层人民法院管辖第一审知识产权民事、行政案件标准的通知（法〔2022〕109号）';

const read = (source: string, article: string, note?: string): Basis => ({ source, article, status: 'verified', ...(note === undefined ? {} : { note }) });
const unread = (source: string, article: string, note: string): Basis => ({ source, article, status: 'unverified', note });

const UNREAD_NAME = '法院名称未见文本';
/** All texts cited here are in force from this day on; what was competent before is not kept. */
const valid = { from: '2024-01-01', to: null } as const;

export const COURTS: readonly CourtRow[] = [
  { code: 'cz-designated-basic-court', name: { zh: '潮州市内被指定管辖知识产权案件的基层人民法院', en: 'Basic court in Chaozhou designated for intellectual property' }, level: 'basic', agency: null, region: null, basis: unread(ANNEX, '附件', '附件为图片，未读；可能为湘桥区人民法院') },
  { code: 'xiangqiao-court', name: { zh: '湘桥区人民法院', en: "Xiangqiao District People's Court" }, level: 'basic', agency: null, region: '445102', basis: unread(CIVIL, '第十八条', UNREAD_NAME) },
  { code: 'chaoan-court', name: { zh: '潮安区人民法院', en: "Chao'an District People's Court" }, level: 'basic', agency: null, region: '445103', basis: unread(CIVIL, '第十八条', UNREAD_NAME) },
  { code: 'raoping-court', name: { zh: '饶平县人民法院', en: "Raoping County People's Court" }, level: 'basic', agency: null, region: '445122', basis: unread(CIVIL, '第十八条', UNREAD_NAME) },
  { code: 'cz-court', name: { zh: '潮州市中级人民法院', en: "Chaozhou Intermediate People's Court" }, level: 'intermediate', agency: 'cz-court', region: null, basis: read(JURISDICTION, '第二条') },
  { code: 'guangzhou-ip-court', name: { zh: '广州知识产权法院', en: 'Guangzhou Intellectual Property Court' }, level: 'intermediate', agency: null, region: null, basis: read(IP_COURTS, '第一条') },
  { code: 'beijing-ip-court', name: { zh: '北京知识产权法院', en: 'Beijing Intellectual Property Court' }, level: 'intermediate', agency: null, region: null, basis: read(IP_COURTS, '第五条') },
  { code: 'guangdong-high-court', name: { zh: '广东省高级人民法院', en: "Guangdong High People's Court" }, level: 'high', agency: null, region: null, basis: read(CIVIL, '第一百七十一条') },
  { code: 'supreme-ip-tribunal', name: { zh: '最高人民法院知识产权法庭', en: "Intellectual Property Tribunal of the Supreme People's Court" }, level: 'supreme', agency: null, region: null, basis: read(TRIBUNAL, '第二条') },
];

/** 法〔2022〕109号 sets it court by court in an annex that is an image in every stored copy. */
export const AMOUNT_LIMITS: readonly AmountLimit[] = [{ ...valid, limit: null, basis: unread(ANNEX, '附件', '附件为图片，潮州的标的额标准未读') }];

const FIRST = ['civil', 'preservation', 'administrative'] as const;

/** In this order; the first row that fits decides. */
export const COURT_RULES: readonly CourtRule[] = [
  { code: 'validity', ...valid, when: { matter: ['validity'] }, court: 'beijing-ip-court', basis: read(IP_COURTS, '第五条'), why: { zh: '不服国务院部门作出的授权确权决定', en: 'Against a decision on grant or validity' } },
  { code: 'appeal-national', ...valid, when: { matter: ['appeal'], supreme: [true] }, court: 'supreme-ip-tribunal', basis: read(TRIBUNAL, '第二条'), why: { zh: '发明专利、植物新品种、集成电路布图设计的上诉案件，以及重大、复杂的实用新型、技术秘密、计算机软件上诉案件', en: 'Appeals on invention patents, plant varieties, layout designs, and major ones on utility models, technical secrets and software' } },
  { code: 'appeal-ip-court', ...valid, when: { matter: ['appeal'], appealedFrom: ['intermediate'], technical: [true] }, court: 'guangdong-high-court', basis: unread(IP_COURTS, '上诉条款', '条文未读'), why: { zh: '知识产权法院一审案件的其他上诉', en: 'Other appeals against the intellectual property court' } },
  { code: 'appeal-intermediate', ...valid, when: { matter: ['appeal'], appealedFrom: ['intermediate'] }, court: 'guangdong-high-court', basis: read(CIVIL, '第一百七十一条'), why: { zh: '中级人民法院的上一级人民法院', en: 'The court above the intermediate court' } },
  { code: 'appeal-basic', ...valid, when: { matter: ['appeal'], appealedFrom: ['basic'] }, court: 'cz-court', basis: read(CIVIL, '第一百七十一条'), why: { zh: '基层人民法院的上一级人民法院', en: 'The court above the basic court' } },
  { code: 'confirmation-invited', ...valid, when: { matter: ['confirmation'], invited: [true] }, court: '@inviting', basis: read(CIVIL, '第二百零五条第一项'), why: { zh: '人民法院邀请调解组织先行调解的，向作出邀请的人民法院提出', en: 'A court asked the mediators: it confirms' } },
  { code: 'confirmation-technical', ...valid, when: { matter: ['confirmation'], technical: [true] }, court: 'guangzhou-ip-court', basis: unread(CIVIL, '第二百零五条第二项', '“相应的中级人民法院”依纠纷一审管辖推定为广州知识产权法院，未见明文'), why: { zh: '所涉纠纷应由知识产权法院一审的调解协议', en: 'The dispute itself would be for the intellectual property court' } },
  { code: 'confirmation-above-limit', ...valid, when: { matter: ['confirmation'], aboveLimit: [true] }, court: 'cz-court', basis: read(CIVIL, '第二百零五条第二项'), why: { zh: '所涉纠纷应由中级人民法院管辖的调解协议', en: 'The dispute itself would be for the intermediate court' } },
  { code: 'confirmation-place', ...valid, when: { matter: ['confirmation'], aboveLimit: [false] }, court: '@place', basis: read(CIVIL, '第二百零五条第二项'), why: { zh: '调解组织自行开展调解的，向当事人住所地、标的物所在地、调解组织所在地的基层人民法院提出', en: 'Mediated without a court: the basic court of a party, of the object or of the mediators' } },
  { code: 'criminal', ...valid, when: { matter: ['criminal'] }, court: 'cz-designated-basic-court', alternatives: ['cz-court'], basis: unread('潮办发〔2021〕2号', '第2项', '“三合一”审判的指定法院未读'), why: { zh: '知识产权刑事案件由“三合一”审判指定的法院审理', en: 'Crimes go to the court designated for the three-in-one trial' } },
  { code: 'technical-mixed', ...valid, when: { matter: [...FIRST], technical: [true], mixed: [true] }, court: 'guangzhou-ip-court', basis: read(IP_COURTS, '第四条'), why: { zh: '诉讼请求同时涉及技术类和其他内容的，由知识产权法院管辖', en: 'Mixed claims follow the technical one' } },
  { code: 'technical', ...valid, when: { matter: [...FIRST], technical: [true] }, court: 'guangzhou-ip-court', basis: read(IP_COURTS, '第一条至第三条', '法释〔2022〕13号第一条、第二条；深圳除外之说未核'), why: { zh: '专利、植物新品种、集成电路布图设计、技术秘密、计算机软件案件，以及涉及驰名商标认定的民事案件', en: 'Patents, plant varieties, layout designs, technical secrets, software, and civil cases in which a mark has to be found well known' } },
  { code: 'high-respondent', ...valid, when: { matter: ['administrative'], intellectual: [true], respondent: ['state-council-department', 'government', 'customs'] }, court: 'cz-court', basis: read(JURISDICTION, '第二条'), why: { zh: '涉及国务院部门、县级以上地方人民政府或者海关行政行为', en: 'The act of a department of the State Council, of a government of county level or above, or of customs' } },
  { code: 'major', ...valid, when: { matter: ['civil', 'preservation'], major: [true] }, court: 'cz-court', basis: read(CIVIL, '第十九条'), why: { zh: '重大涉外案件，或者在本辖区有重大影响的案件', en: 'A major case with foreign elements, or of major effect in the district' } },
  { code: 'above-limit', ...valid, when: { matter: [...FIRST], intellectual: [true], aboveLimit: [true] }, court: 'cz-court', basis: read(JURISDICTION, '第二条'), why: { zh: '诉讼标的额在最高人民法院确定的数额以上', en: 'The sum reaches the limit set by the Supreme Court' } },
  { code: 'designated', ...valid, when: { matter: [...FIRST], intellectual: [true], aboveLimit: [false] }, court: 'cz-designated-basic-court', alternatives: ['cz-court'], basis: read(JURISDICTION, '第三条'), why: { zh: '其他知识产权案件由最高人民法院确定的基层人民法院管辖', en: 'Other cases are for the basic court designated by the Supreme Court' } },
  { code: 'place', ...valid, when: { matter: [...FIRST] }, court: '@place', basis: read(CIVIL, '第十八条'), why: { zh: '不涉及知识产权的第一审民事案件由基层人民法院管辖', en: 'Without an intellectual property right: the basic court' } },
];
