import type { Competence, CompetenceRow } from './competence.js';
import { COUNTY_COMPETENCES } from './competences.county.data.js';
import { SOURCES } from './sources.data.js';
import { RIGHT_TYPES, type Basis } from './types.js';

const v = (source: string, article: string, note?: string): Basis => ({ source, article, status: 'verified', ...(note === undefined ? {} : { note }) });
const u = (source: string, article: string, note: string): Basis => ({ source, article, status: 'unverified', note });

const cityWide = { level: 'city', regionScope: ['445100'] } as const;
/** Chapter of intellectual-property crimes; unfair competition, plant varieties and layout designs have no article there. */
const CRIMINAL_RIGHTS = ['trademark', 'patent', 'copyright', 'trade_secret_technical', 'trade_secret_business'] as const;

const INTAKE: readonly CompetenceRow[] = [
  { agency: 'cz-ip-intake', role: 'intake', matter: 'complaints-and-reports', title: { zh: '统一接收、分送投诉举报', en: 'Receiving and distributing complaints and reports' }, ...cityWide,
    rightTypes: RIGHT_TYPES, basis: v(SOURCES.complaints, '第四十一条'), measures: [7, 17] },
  { agency: 'cz-hotline-12345', role: 'intake', matter: 'hotline-orders', title: { zh: '12345热线工单', en: 'Orders of the 12345 hotline' }, ...cityWide,
    rightTypes: RIGHT_TYPES, basis: u(SOURCES.hotline, '条文未读', 'Known from secondary excerpts; the hotline takes down and passes on, it decides nothing.'), measures: [17] },
  { agency: 'cz-ip-rapid-centre', role: 'intake', matter: 'one-stop-desk', title: { zh: '快速维权“一站式”接收', en: 'One-stop intake of the rapid centre' }, ...cityWide,
    rightTypes: ['patent', 'trademark', 'copyright'], basis: v(SOURCES.guangdongIp, '第二十六条', 'Speaks of the mechanism of rapid centres; which rights this centre takes in is our reading.'), measures: [11, 12] },
];

const MARKET_REGULATION: readonly CompetenceRow[] = [
  { agency: 'cz-market-regulation', role: 'enforcement', matter: 'trademark-infringement', title: { zh: '商标侵权查处', en: 'Trademark infringement' }, ...cityWide, rightTypes: ['trademark'],
    basis: v(SOURCES.trademark2019, '第六十条至第六十二条'),
    alsoSee: [v(SOURCES.trademark2026, '第七十四条至第七十六条', 'Replaces the articles of 2019 on 2027-01-01.'), v(SOURCES.penaltyProcedure, '第七条、第八条'), v(SOURCES.guangdongIp, '第四条第一款')], measures: [1, 11] },
  { agency: 'cz-market-regulation', role: 'mediation', matter: 'trademark-damages', title: { zh: '商标侵权赔偿数额调解', en: 'Mediation of trademark damages' }, ...cityWide, rightTypes: ['trademark'],
    basis: v(SOURCES.trademark2019, '第六十条第三款'), alsoSee: [v(SOURCES.trademark2026, '第七十四条第三款', 'From 2027-01-01.')], measures: [11, 12] },
  { agency: 'cz-market-regulation', role: 'enforcement', matter: 'agency-misconduct', title: { zh: '商标、专利代理违法行为查处', en: 'Misconduct of trademark and patent agencies' }, ...cityWide, rightTypes: ['trademark', 'patent'],
    basis: u(SOURCES.guangdongIp, '第二十七条', 'Penalties on patent agencies may be delegated downwards; whether the city holds such a delegation was not read.'), measures: [1, 7] },
  { agency: 'cz-market-regulation', role: 'enforcement', matter: 'geographical-indication', title: { zh: '地理标志及专用标志查处', en: 'Geographical indications and their special sign' }, ...cityWide, rightTypes: ['geographical_indication'],
    basis: v(SOURCES.guangdongIp, '第四条第一款'), alsoSee: [v(SOURCES.giProducts, '第三十条'), v(SOURCES.guangdongGi, '第四条')], measures: [1, 9, 20] },
  { agency: 'cz-market-regulation', role: 'enforcement', matter: 'special-mark', title: { zh: '特殊标志侵权查处', en: 'Special marks' }, ...cityWide, rightTypes: ['special_mark'],
    basis: v(SOURCES.specialMarks, '第十六条', 'Names the former industry-and-commerce administration; its powers passed to market regulation.'), measures: [1] },
  { agency: 'cz-market-regulation', role: 'mediation', matter: 'special-mark-damages', title: { zh: '特殊标志侵权赔偿调解', en: 'Mediation of special-mark damages' }, ...cityWide, rightTypes: ['special_mark'],
    basis: v(SOURCES.specialMarks, '第十七条第二款'), measures: [11] },
  { agency: 'cz-market-regulation', role: 'enforcement', matter: 'patent-passing-off', title: { zh: '假冒专利查处', en: 'Passing off of patents' }, ...cityWide, rightTypes: ['patent'],
    basis: v(SOURCES.patent, '第六十八条、第六十九条'), measures: [1] },
  { agency: 'cz-market-regulation', role: 'adjudication', matter: 'patent-infringement', title: { zh: '专利侵权纠纷行政裁决', en: 'Administrative adjudication of patent infringement' }, ...cityWide, rightTypes: ['patent'],
    basis: v(SOURCES.patentRules, '第九十五条', 'Needs a city with much patent work and real capacity. Foreign, Hong Kong, Macao or Taiwan parties and major cases over two cities are for the province.'),
    alsoSee: [v(SOURCES.patentDisputes, '第六条至第八条'), v(SOURCES.patent, '第六十五条'), v(SOURCES.guangdongIp, '第二十五条')], measures: [1, 11] },
  { agency: 'cz-market-regulation', role: 'mediation', matter: 'patent-disputes', title: { zh: '专利纠纷行政调解', en: 'Administrative mediation of patent disputes' }, ...cityWide, rightTypes: ['patent'],
    basis: v(SOURCES.patentRules, '第九十五条、第九十七条'), alsoSee: [v(SOURCES.patentDisputes, '第六十三条')], measures: [11, 12] },
  { agency: 'cz-market-regulation', role: 'enforcement', matter: 'technical-secret', title: { zh: '侵犯技术秘密查处', en: 'Technical secrets' }, ...cityWide, rightTypes: ['trade_secret_technical'],
    basis: v(SOURCES.tradeSecrets, '第三条第三款', 'Since 2026-06-01 in general a matter of the city level; a county needs the consent of the national administration.'), measures: [1, 5] },
  { agency: 'cz-market-regulation', role: 'enforcement', matter: 'business-secret', title: { zh: '侵犯经营秘密查处', en: 'Business secrets' }, ...cityWide, rightTypes: ['trade_secret_business'],
    basis: v(SOURCES.tradeSecrets, '第三条第二款'), alsoSee: [v(SOURCES.unfairCompetition, '第五条')], measures: [1, 5] },
  { agency: 'cz-market-regulation', role: 'enforcement', matter: 'unfair-competition', title: { zh: '混淆、虚假宣传、商业诋毁查处', en: 'Confusion, false publicity, defamation' }, ...cityWide, rightTypes: ['unfair_competition'],
    basis: v(SOURCES.unfairCompetition, '第五条'), measures: [1] },
  { agency: 'cz-ip-rapid-centre', role: 'adjudication', matter: 'patent-infringement', title: { zh: '受委托处理专利侵权纠纷', en: 'Patent infringement under delegation' }, ...cityWide, rightTypes: ['patent'], delegatedBy: 'cz-market-regulation',
    basis: u(SOURCES.guangdongIp, '第二十七条', 'The rule allows a delegation; no written delegation to this centre was read. Without one it adjudicates nothing.'), measures: [12] },
];

const OTHER_ADMINISTRATION: readonly CompetenceRow[] = [
  { agency: 'cz-propaganda', role: 'enforcement', matter: 'copyright', title: { zh: '著作权行政保护', en: 'Copyright administration' }, ...cityWide, rightTypes: ['copyright'],
    basis: v(SOURCES.guangdongIp, '第四条第二款'), alsoSee: [v(SOURCES.guangdongCopyright, '第四条')], measures: [1, 4, 8] },
  { agency: 'cz-culture-enforcement', role: 'enforcement', matter: 'copyright', title: { zh: '版权执法（文化市场综合执法）', en: 'Copyright inspections by the cultural market team' }, ...cityWide, rightTypes: ['copyright'],
    basis: u(SOURCES.guangdongCopyright, '第四条', 'The share of work between copyright administration and team was not read.'), measures: [1, 4] },
  ...(['cz-agriculture', 'cz-forestry'] as const).flatMap((agency): CompetenceRow[] => [
    { agency, role: 'enforcement', matter: 'plant-variety', title: { zh: '植物新品种权保护', en: 'Plant variety rights' }, ...cityWide, rightTypes: ['plant_variety'],
      basis: v(SOURCES.plantVarieties, '第四十一条'), alsoSee: [v(SOURCES.guangdongIp, '第四条第三款')], measures: [1] },
    { agency, role: 'mediation', matter: 'plant-variety-damages', title: { zh: '植物新品种侵权赔偿调解', en: 'Mediation of plant-variety damages' }, ...cityWide, rightTypes: ['plant_variety'],
      basis: v(SOURCES.plantVarieties, '第四十一条'), measures: [12] },
    { agency, role: 'enforcement', matter: 'agricultural-geographical-indication', title: { zh: '农产品地理标志保护', en: 'Agricultural geographical indications' }, ...cityWide, rightTypes: ['geographical_indication'],
      basis: v(SOURCES.guangdongIp, '第四条第三款', 'The two departments act each within its duties.'), measures: [9, 20] },
  ]),
  { agency: 'chaozhou-customs', role: 'border', matter: 'import-and-export', title: { zh: '知识产权海关保护', en: 'Border protection' }, ...cityWide, rightTypes: ['trademark', 'copyright', 'patent'],
    basis: v(SOURCES.customs, '第二条、第三条'), measures: [1, 15] },
];

const JUSTICE: readonly CompetenceRow[] = [
  { agency: 'cz-police', role: 'criminal', matter: 'referred-crime', title: { zh: '涉嫌犯罪案件侦查', en: 'Investigation of referred crimes' }, ...cityWide, rightTypes: CRIMINAL_RIGHTS,
    basis: v(SOURCES.referral, '第三条、第五条', 'An agency refers to the police of its own level: a county case goes to the county police, which no source names yet.'),
    alsoSee: [v(SOURCES.policeProcedure, '第一百八十条')], measures: [1, 2, 10] },
  { agency: 'cz-procuratorate', role: 'criminal', matter: 'filing-supervision', title: { zh: '立案监督、审查起诉', en: 'Supervision of filing, prosecution' }, ...cityWide, rightTypes: CRIMINAL_RIGHTS,
    basis: v(SOURCES.referral, '第九条'), alsoSee: [v(SOURCES.policeProcedure, '第一百八十二条')], measures: [1, 2, 10] },
  { agency: 'cz-court', role: 'civil', matter: 'first-instance', title: { zh: '知识产权民事一审（基层法院限额以上）', en: 'Civil first instance above the limit of basic courts' }, ...cityWide,
    rightTypes: ['trademark', 'copyright', 'geographical_indication', 'trade_secret_business', 'unfair_competition', 'special_mark'],
    basis: v(SOURCES.ipJurisdiction, '第二条', 'Which basic court is designated below the limit, and the limit itself, stand in an annex that was not read.'), measures: [1, 2, 3, 10] },
  { agency: 'cz-court', role: 'criminal', matter: 'three-in-one-trial', title: { zh: '知识产权刑事审判（三合一）', en: 'Criminal trial, three in one' }, ...cityWide, rightTypes: CRIMINAL_RIGHTS,
    basis: u(SOURCES.measures, '第2项', 'The measure asks for the reform; the designated court was not read.'), measures: [2] },
  { agency: 'guangzhou-ip-court', role: 'civil', matter: 'technical-first-instance', title: { zh: '专利等技术类案件一审', en: 'Civil first instance of technical cases' }, ...cityWide,
    rightTypes: ['patent', 'plant_variety', 'layout_design', 'trade_secret_technical'],
    basis: v(SOURCES.ipCourts, '第一条至第三条', 'Software and the recognition of well-known marks go there too; mixed claims follow.'), alsoSee: [v(SOURCES.ipJurisdiction, '第一条、第二条')], measures: [2, 10] },
  { agency: 'cz-ip-mediation-committee', role: 'mediation', matter: 'peoples-mediation', title: { zh: '知识产权纠纷人民调解', en: "People's mediation of disputes" }, ...cityWide,
    rightTypes: ['trademark', 'patent', 'copyright', 'geographical_indication', 'trade_secret_technical', 'trade_secret_business', 'unfair_competition', 'plant_variety', 'layout_design', 'special_mark'],
    basis: v(SOURCES.peoplesMediation, '第三十四条', 'Any civil claim that the parties may dispose of; never a penalty, a crime, or ownership and validity for confirmation.'), measures: [3, 7, 12] },
  { agency: 'cz-ip-rapid-centre', role: 'mediation', matter: 'rapid-mediation', title: { zh: '快速维权中心调解', en: 'Mediation at the rapid centre' }, ...cityWide, rightTypes: ['patent', 'trademark', 'copyright'],
    basis: v(SOURCES.guangdongIp, '第二十四条第二款', 'Centres are to be supported in setting up a mediation body; the body of this centre was not read.'), measures: [12] },
];

/** Layout designs are handled by the national office alone (集成电路布图设计保护条例第三十一条): no enforcement row exists for them. */
export const COMPETENCES: readonly Competence[] = [...INTAKE, ...MARKET_REGULATION, ...COUNTY_COMPETENCES, ...OTHER_ADMINISTRATION, ...JUSTICE]
  .map((row) => ({ id: `${row.agency}:${row.role}:${row.matter}`, ...row }));
