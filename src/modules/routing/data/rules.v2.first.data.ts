import type { RoutingRule } from '../domain/rule.js';
import { LAWS, unverified, verified } from './sources.data.js';

const DESK = { track: 'outside', agency: 'cz-ip-intake' } as const;
const TELL_COURT = { track: 'judicial', agency: 'cz-ip-intake' } as const;
const MEDIATED_THERE = { track: 'mediation', agency: '@market-regulation' } as const;
const MEDIATED_AT_PLATFORM = { track: 'mediation', agency: '@market-regulation/platformRegion' } as const;

/** Regions with an office of ours. */
export const INSIDE = ['445100', '445102', '445103', '445122', 'CZ-FENGXI'] as const;
const ONLINE = ['platform', 'live-stream'] as const;
const ON_PLATFORM = ['merchant', 'advertiser', 'intermediary-agency'] as const;
const TECHNICAL = ['patent', 'plant_variety', 'layout_design', 'trade_secret_technical'] as const;

/** The text was read whole in a stored copy, as it stood from 2022 on. */
const AMENDED = '读过2022年3月修改后的文本';

/** Stages 1 to 6: is it a matter for this procedure at all, and for somebody in this city? */
export const FIRST_STAGES: readonly RoutingRule<'destination'>[] = [
  // 1. Another procedure, whatever the matter is about.
  {
    code: 'disclosure-request', group: 'destination', stage: 1, when: { matter: ['information-disclosure'] }, outcome: DESK, measures: [7], basis: verified(LAWS.complaints, '第四十四条'),
    explanation: { zh: '政府信息公开申请不适用投诉举报程序，由接收机构告知向信息公开工作机构提出', en: 'A request for disclosure is no complaint: the desk names the disclosure office' },
  },
  {
    code: 'review-request', group: 'destination', stage: 1, when: { matter: ['administrative-review'] }, outcome: DESK, measures: [7], basis: verified(LAWS.complaints, '第四十四条'),
    explanation: { zh: '行政复议申请不适用投诉举报程序，由接收机构告知向同级人民政府复议机构提出', en: 'A request for reconsideration is no complaint: the desk names the government that reviews' },
  },
  {
    code: 'discipline-report', group: 'destination', stage: 1, when: { matter: ['discipline'] }, outcome: DESK, measures: [6, 7], basis: verified(LAWS.complaints, '第四十四条'),
    explanation: { zh: '检举控告工作人员由纪检监察机关受理，由接收机构告知途径', en: 'A report on officials is for the discipline inspection: the desk tells the way' },
  },
  {
    code: 'petition', group: 'destination', stage: 1, when: { matter: ['petition'] }, outcome: DESK, measures: [7], basis: verified(LAWS.complaints, '第四十四条', '条文以“等活动”概括，信访为本系统的解读'),
    explanation: { zh: '信访事项不适用投诉举报程序，由接收机构告知信访途径', en: 'A petition is no complaint: the desk tells the way for petitions' },
  },
  {
    code: 'consultation', group: 'destination', stage: 1, when: { classification: ['consultation'] }, outcome: DESK, measures: [7, 17], basis: verified(LAWS.complaints, '第四十四条'),
    explanation: { zh: '咨询由接收机构直接答复', en: 'A question is answered by the intake desk itself' },
  },
  {
    code: 'out-of-scope', group: 'destination', stage: 1, when: { classification: ['out-of-scope'] }, outcome: DESK, measures: [7, 17], basis: verified(LAWS.complaints, '第二条、第四十四条'),
    explanation: { zh: '不属于投诉举报处理范围，由接收机构告知相应途径', en: 'Not a matter for complaints and reports: the desk tells where it belongs' },
  },

  // 2. A consumer asks for a dispute to be settled, whatever was bought. What is a report in it became a leg of its own.
  // Received before 2026-04-15: the order of 2019 let the place of business decide on platforms too, whatever address was shown.
  {
    code: 'consumer-2019-platform-merchant', group: 'destination', stage: 2, when: { classification: ['consumer-complaint'], intakeLaw: ['order-20'], venue: ONLINE, targetRole: ON_PLATFORM, region: INSIDE }, outcome: MEDIATED_THERE, measures: [4, 7, 17],
    basis: verified(LAWS.complaintsBefore, '第十二条第二款', AMENDED),
    explanation: { zh: '对平台内经营者的投诉，由其实际经营地县级市场监管部门处理（2026年4月15日前收到）', en: 'Against a merchant on a platform: the county where it does business (received before 2026-04-15)' },
  },
  {
    code: 'consumer-2019-platform-seat', group: 'destination', stage: 2, when: { classification: ['consumer-complaint'], intakeLaw: ['order-20'], venue: ONLINE, targetRole: ON_PLATFORM, region: ['outside'], platformRegion: INSIDE }, outcome: MEDIATED_AT_PLATFORM, measures: [4, 7, 17],
    basis: verified(LAWS.complaintsBefore, '第十二条第二款', AMENDED),
    explanation: { zh: '平台内经营者在外地，由平台经营者住所地县级市场监管部门处理（2026年4月15日前收到）', en: 'The merchant is elsewhere, the platform here: the county of the platform (received before 2026-04-15)' },
  },
  {
    code: 'consumer-2019', group: 'destination', stage: 2, when: { classification: ['consumer-complaint'], intakeLaw: ['order-20'], region: INSIDE }, outcome: MEDIATED_THERE, measures: [7, 17], basis: verified(LAWS.complaintsBefore, '第十二条第一款、第二款', AMENDED),
    explanation: { zh: '投诉由被投诉人实际经营地或者住所地县级市场监管部门处理（2026年4月15日前收到）', en: 'A consumer dispute: the county where the party does business or has its seat (received before 2026-04-15)' },
  },
  {
    code: 'consumer-platform-operator', group: 'destination', stage: 2, when: { classification: ['consumer-complaint'], targetRole: ['platform-operator'], region: INSIDE }, outcome: MEDIATED_THERE, measures: [4, 7, 17], basis: verified(LAWS.complaints, '第十三条第二款'),
    explanation: { zh: '对电子商务平台经营者的投诉，由其住所地县级市场监管部门处理', en: 'Against the operator of a platform: the county where it has its seat' },
  },
  {
    code: 'consumer-own-website', group: 'destination', stage: 2, when: { classification: ['consumer-complaint'], venue: ['own-website'], region: INSIDE }, outcome: MEDIATED_THERE, measures: [4, 7, 17], basis: verified(LAWS.complaints, '第十三条第二款'),
    explanation: { zh: '对自建网站经营者的投诉，由其住所地县级市场监管部门处理', en: 'Against a seller on its own website: the county where it has its seat' },
  },
  {
    code: 'consumer-platform-merchant', group: 'destination', stage: 2, when: { classification: ['consumer-complaint'], intakeLaw: ['order-121'], venue: ONLINE, targetRole: ON_PLATFORM, addressShown: [true], region: INSIDE }, outcome: MEDIATED_THERE, measures: [4, 7, 17],
    basis: verified(LAWS.complaints, '第十三条第三款'),
    explanation: { zh: '对平台内经营者的投诉，由其在平台公示的地址所在地县级市场监管部门处理', en: 'Against a merchant on a platform: the county of the address shown there' },
  },
  {
    code: 'consumer-address-not-shown', group: 'destination', stage: 2, when: { classification: ['consumer-complaint'], intakeLaw: ['order-121'], venue: ONLINE, targetRole: ON_PLATFORM, addressShown: [false], platformRegion: INSIDE }, outcome: MEDIATED_AT_PLATFORM, measures: [4, 7, 17],
    basis: verified(LAWS.complaints, '第十三条第三款'),
    explanation: { zh: '平台内经营者未公示地址或者无法取得联系，由平台经营者住所地县级市场监管部门处理', en: 'The merchant shows no address, or cannot be reached there: the county where the platform has its seat' },
  },
  {
    code: 'consumer-address-elsewhere', group: 'destination', stage: 2, when: { classification: ['consumer-complaint'], intakeLaw: ['order-121'], venue: ONLINE, targetRole: ON_PLATFORM, addressShown: [true], region: ['outside'], platformRegion: INSIDE }, outcome: MEDIATED_AT_PLATFORM, measures: [4, 7, 17],
    basis: verified(LAWS.complaints, '第十三条第三款'),
    explanation: { zh: '平台内经营者公示地址在外地、平台经营者住所地在本市，由平台经营者住所地县级市场监管部门处理', en: 'The merchant’s address lies elsewhere, the seat of the platform here: the county of the platform' },
  },
  {
    code: 'consumer-dispute', group: 'destination', stage: 2, when: { classification: ['consumer-complaint'], venue: ['none', 'physical', 'market', 'trade-fair'], region: INSIDE }, outcome: MEDIATED_THERE, measures: [7, 17], basis: verified(LAWS.complaints, '第十三条第一款、第十八条'),
    explanation: { zh: '消费者权益争议，由被投诉人实际经营地或者住所地县级市场监管部门组织调解', en: 'A consumer dispute: the county where the party complained about does business or has its seat mediates' },
  },
  {
    code: 'consumer-elsewhere', group: 'destination', stage: 2, when: { classification: ['consumer-complaint'] }, outcome: DESK, measures: [7, 17], basis: verified(LAWS.complaints, '第十三条、第十五条第二款、第十六条第一项'),
    explanation: { zh: '被投诉人和平台经营者均不在本市，由接收机构告知有处理权限的市场监管部门', en: 'Neither the party nor the platform is in the city: the desk tells which regulator has power' },
  },

  // 3. Goods at the border.
  {
    code: 'customs-clue', group: 'destination', stage: 3, when: { classification: ['customs-clue'] }, outcome: { track: 'administrative', agency: 'chaozhou-customs' }, measures: [10, 15], basis: verified(LAWS.customs, '第二条、第三条'),
    explanation: { zh: '进出口货物侵权线索，由海关处理', en: 'A clue about imports or exports: customs acts' },
  },
  {
    code: 'border-goods', group: 'destination', stage: 3, when: { border: [true] }, outcome: { track: 'administrative', agency: 'chaozhou-customs' }, measures: [10, 15], basis: verified(LAWS.customs, '第二条、第三条'),
    explanation: { zh: '进出境货物涉嫌侵权，由海关处理', en: 'Goods at the border: customs acts' },
  },

  // 4. What only a court, or the national office before it, can decide.
  {
    code: 'patent-validity', group: 'destination', stage: 4, when: { matter: ['validity'], rightType: ['patent'] }, outcome: TELL_COURT, measures: [10, 12], basis: verified(LAWS.patent, '第四十五条、第四十六条'),
    explanation: { zh: '专利权无效向国务院专利行政部门请求宣告，不服的向法院起诉，由接收机构告知', en: 'Whether a patent is valid is for the national office, and then for the court: the desk tells' },
  },
  {
    code: 'trademark-validity', group: 'destination', stage: 4, when: { matter: ['validity'], rightType: ['trademark'] }, outcome: TELL_COURT, measures: [10, 12], basis: verified(LAWS.trademark2019, '第四十四条、第四十五条'),
    explanation: { zh: '注册商标无效向国家知识产权局请求宣告，不服的向法院起诉，由接收机构告知', en: 'Whether a mark is valid is for the national office, and then for the court: the desk tells' },
  },
  {
    code: 'validity', group: 'destination', stage: 4, when: { matter: ['validity'] }, outcome: TELL_COURT, measures: [10, 12], basis: verified(LAWS.ipCourts, '第五条'),
    explanation: { zh: '授权确权争议不服行政决定的，向北京知识产权法院起诉，由接收机构告知', en: 'Against a decision on grant or validity one sues in the Beijing Intellectual Property Court: the desk tells' },
  },
  {
    code: 'patent-ownership-mediation', group: 'destination', stage: 4, when: { classification: ['patent-mediation'], matter: ['ownership'], rightType: ['patent'], region: INSIDE }, outcome: { track: 'mediation', agency: 'cz-market-regulation' }, measures: [11, 12],
    basis: verified(LAWS.patentDisputes, '第六十三条第一款第一项'),
    explanation: { zh: '专利申请权、专利权归属纠纷请求调解的，由市级管理专利工作的部门调解', en: 'Mediation is asked for on who owns a patent: the city patent office mediates' },
  },
  {
    code: 'technical-ownership', group: 'destination', stage: 4, when: { matter: ['ownership'], rightType: TECHNICAL }, outcome: TELL_COURT, measures: [2, 10], basis: verified(LAWS.ipCourts, '第一条至第三条'),
    explanation: { zh: '技术类权属争议由广州知识产权法院管辖，由接收机构告知起诉途径', en: 'Ownership of a technical right is for the Guangzhou Intellectual Property Court: the desk tells how to sue' },
  },
  {
    code: 'ownership', group: 'destination', stage: 4, when: { matter: ['ownership'] }, outcome: { track: 'judicial', agency: 'cz-court' }, measures: [2, 3, 10], basis: unverified(LAWS.ipJurisdiction, '第二条、第三条', '限额以下由指定的基层法院管辖，指定名单未读到'),
    explanation: { zh: '权属争议只能经诉讼解决，由法院诉前联络窗口接收', en: 'Ownership is settled in court only: the liaison of the court takes it' },
  },

  // 5. A right that nobody here handles.
  {
    code: 'layout-design', group: 'destination', stage: 5, when: { rightType: ['layout_design'] }, outcome: DESK, measures: [10], basis: unverified(LAWS.layoutDesigns, '第三十一条', '条例2026年修订后的条文未读到'),
    explanation: { zh: '集成电路布图设计不由地方处理，由接收机构告知国家知识产权局途径', en: 'Layout designs are not handled here: the desk names the national office' },
  },

  // 6. Where it happened.
  {
    code: 'platform-seat-here', group: 'destination', stage: 6,
    when: { classification: ['report'], rightType: ['trademark', 'unfair_competition', 'geographical_indication', 'special_mark', 'none'], venue: ONLINE, region: ['outside'], platformRegion: INSIDE, matter: ['infringement', 'counterfeit', 'consumer-dispute', 'gi-misuse'] },
    outcome: { track: 'administrative', agency: '@market-regulation/platformRegion' }, measures: [4, 11], basis: verified(LAWS.penaltyProcedure, '第十条第二款'),
    explanation: { zh: '平台内经营者在外地，平台经营者住所地在本市且先行收到，可以由平台住所地处理', en: 'The merchant is elsewhere, the platform has its seat here and received it first: the county of the platform may act' },
  },
  {
    code: 'assignment-elsewhere', group: 'destination', stage: 6, when: { classification: ['assignment'], region: ['outside'] }, outcome: { track: 'administrative', agency: 'cz-market-regulation' }, measures: [10, 17], basis: verified(LAWS.penaltyProcedure, '第十五条'),
    explanation: { zh: '上级交办的外地事项，由市级部门按交办处理', en: 'Assigned from above although it happened elsewhere: the city office acts as assigned' },
  },
  {
    code: 'transfer-elsewhere', group: 'destination', stage: 6, when: { classification: ['transfer-in'], region: ['outside'] }, outcome: DESK, measures: [10, 17], basis: verified(LAWS.penaltyProcedure, '第十四条'),
    explanation: { zh: '移送来的外地事项，不得再自行移送，由接收机构报请共同的上一级指定管辖', en: 'Transferred in although it happened elsewhere: it may not be passed on; the desk asks the common superior' },
  },
  {
    code: 'elsewhere', group: 'destination', stage: 6, when: { region: ['outside'] }, outcome: DESK, measures: [7, 10], basis: verified(LAWS.complaints, '第三十四条'),
    explanation: { zh: '不在本市，由接收机构告知直接向有处理权限的部门提出', en: 'Not in the city: the desk tells to go directly to the agency that has power' },
  },
];
