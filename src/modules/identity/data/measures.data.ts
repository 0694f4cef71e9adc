import type { AgencyCode } from './agencies.data.js';
import type { GenericBody, LocalizedText, MeasureDefect } from './types.js';

/** Answerable bodies of the table that are not agencies. The table prints 各级党委和政府, 各级政府 and 各有关部门. */
export const GENERIC_BODIES = [
  { code: 'generic-party-committees-and-governments', name: { zh: '各级党委和政府', en: 'Party committees and governments at every level' } },
  { code: 'generic-governments', name: { zh: '各级政府', en: 'Governments at every level' } },
  { code: 'generic-departments-concerned', name: { zh: '各有关部门', en: 'Departments concerned' } },
] as const satisfies readonly GenericBody[];
export type GenericBodyCode = (typeof GENERIC_BODIES)[number]['code'];

export interface Measure {
  readonly number: number;
  readonly chapter: LocalizedText;
  readonly title: LocalizedText;
  /** Opening sentence of the measure, punctuation normalised. The full wording is the document itself. */
  readonly text: string;
  /** Named with 牵头. Empty where the table names none: nothing is guessed. */
  readonly lead: readonly AgencyCode[];
  /** Named without 牵头, in printed order. */
  readonly supporting: readonly AgencyCode[];
  readonly genericBodies: readonly GenericBodyCode[];
  /** What is wrong or unclear in the printed table, and how it was read. */
  readonly defects: readonly MeasureDefect[];
}

// The document's first chapter (总体要求) holds no measure.
const STRICT = { zh: '完善优化制度，确立知识产权严保护政策导向', en: 'Better rules: strict protection' };
const JOINT = { zh: '加强监督共治，构建知识产权大保护工作格局', en: 'Oversight and shared governance: broad protection' };
const FAST = { zh: '强化协作机制，突破知识产权快保护关键环节', en: 'Cooperation: fast protection' };
const EQUAL = { zh: '健全涉外沟通机制，塑造知识产权同保护营商环境', en: 'Exchange abroad: equal protection' };
const FOUNDATIONS = { zh: '提升条件基础，有力支撑知识产权保护工作', en: 'Foundations of protection work' };
const IMPLEMENTATION = { zh: '加大组织实施力度，确保工作任务落实', en: 'Carrying the measures out' };

const several = (leads: number): MeasureDefect => ({
  code: 'several-leads',
  note: { zh: `列有${leads}个牵头单位，未明确主责。`, en: `${leads} leads are named, none of them first.` },
});
const BODIES_NOT_NAMED: MeasureDefect = {
  code: 'bodies-not-named',
  note: { zh: '含未具名的责任主体，不能据此派单。', en: 'Names bodies only in general; no task can be assigned from it.' },
};

/** The 25 measures with the responsibility table of 潮办发〔2021〕2号, read as printed; every departure is a defect row. */
export const MEASURES: readonly Measure[] = [
  {
    number: 1, chapter: STRICT, title: { zh: '加大侵权假冒行为惩戒力度', en: 'Punish infringement and counterfeiting more strongly' },
    text: '加大行政执法力度，对群众反映强烈、社会舆论关注、侵权假冒多发的重点领域和区域，要重拳出击、整治到底、震慑到位。',
    lead: ['cz-police', 'cz-market-regulation', 'cz-court', 'cz-procuratorate'],
    supporting: ['cz-propaganda', 'cz-justice', 'cz-agriculture', 'cz-culture', 'cz-forestry', 'chaozhou-customs'],
    genericBodies: [],
    defects: [several(4)],
  },
  {
    number: 2, chapter: STRICT, title: { zh: '严格规范证据标准', en: 'Strict and uniform standards of evidence' },
    text: '深入推进知识产权民事、刑事、行政案件“三合一”审判机制改革，解决案件移送难题，统一审判标准。',
    lead: ['cz-court'],
    supporting: ['cz-police', 'cz-justice', 'cz-agriculture', 'cz-culture', 'cz-market-regulation', 'cz-forestry', 'cz-procuratorate', 'chaozhou-customs'],
    genericBodies: [],
    defects: [],
  },
  {
    number: 3, chapter: STRICT, title: { zh: '强化案件执行措施', en: 'Stronger execution of cases' },
    text: '推进潮州市诉前调解（和解）中心建设，优化诉前委派调解与司法确认程序的衔接。',
    lead: ['cz-court', 'cz-market-regulation'],
    supporting: ['cz-development-reform', 'cz-justice', 'cz-agriculture', 'cz-culture', 'cz-forestry', 'pbc-chaozhou', 'chaozhou-customs'],
    genericBodies: [],
    defects: [several(2)],
  },
  {
    number: 4, chapter: STRICT, title: { zh: '完善新业态新领域保护制度', en: 'Protection rules for new forms and new fields' },
    text: '加强新业态新领域标准必要专利保护，规范标准必要专利许可市场秩序。',
    lead: ['cz-market-regulation', 'cz-propaganda', 'cz-justice', 'cz-culture'],
    supporting: ['cz-court'],
    genericBodies: [],
    defects: [several(4)],
  },
  {
    number: 5, chapter: STRICT, title: { zh: '全面强化知识产权保护法制保障', en: 'Stronger legal safeguards for protection' },
    text: '统筹和优化知识产权制度供给，制订《潮州市工艺美术保护与促进条例》。',
    lead: ['cz-npc-legislative-affairs'],
    supporting: ['cz-propaganda', 'cz-industry-it', 'cz-justice', 'cz-agriculture', 'cz-market-regulation', 'cz-forestry', 'chaozhou-customs'],
    genericBodies: [],
    defects: [],
  },
  {
    number: 6, chapter: JOINT, title: { zh: '加大执法监督力度', en: 'Stronger oversight of enforcement' },
    text: '加强人大监督，开展知识产权执法检查，对社会反映强烈的知识产权保护问题，进行质询或专题询问。',
    lead: ['cz-npc-office', 'cz-cppcc-culture'],
    supporting: ['cz-culture', 'cz-agriculture', 'cz-market-regulation', 'cz-forestry', 'cz-npc-education-science', 'chaozhou-customs'],
    genericBodies: [],
    defects: [several(2)],
  },
  {
    number: 7, chapter: JOINT, title: { zh: '建立健全社会共治模式', en: 'Shared governance by society' },
    text: '健全知识产权维权援助机制，强化维权援助机构建设，积极推广“枫桥经验”，依托潮州市知识产权保护协会建立知识产权纠纷人民调解委员会。',
    lead: ['cz-market-regulation'],
    supporting: ['cz-development-reform', 'cz-justice', 'cz-agriculture', 'cz-commerce', 'cz-culture', 'cz-forestry', 'cz-federation-of-industry', 'pbc-chaozhou'],
    genericBodies: [],
    defects: [],
  },
  {
    number: 8, chapter: JOINT, title: { zh: '加强专业技术支撑', en: 'Stronger professional and technical support' },
    text: '构建知识产权保护数字化平台，强化作品著作权登记、确权、运用等领域区块链等新技术的应用推广。',
    lead: ['cz-market-regulation', 'cz-propaganda'],
    supporting: ['cz-police', 'cz-justice', 'cz-culture', 'cz-government-data', 'cz-court', 'cz-procuratorate'],
    genericBodies: [],
    defects: [
      { code: 'text-garbled', note: { zh: '原表印作“市政务服务数据管理局院、市法院、市检察按职责分工负责”，按“市政务服务数据管理局、市法院、市检察院”读取。', en: 'The character 院 slipped from 市检察院 to 市政务服务数据管理局; read as the data bureau, the court and the procuratorate.' } },
      several(2),
    ],
  },
  {
    number: 9, chapter: JOINT, title: { zh: '强化重点领域源头保护', en: 'Protection at the source in key fields' },
    text: '深化实施战略性支柱产业集群和战略性新兴产业集群专利导航，探索建立知识产权价值评估、分析评议和运营交易综合服务平台，发展知识产权密集型产业。',
    lead: ['cz-market-regulation'],
    supporting: ['cz-development-reform', 'cz-science', 'cz-industry-it', 'cz-agriculture', 'cz-culture', 'cz-sasac', 'hanshan-normal-university'],
    genericBodies: [],
    defects: [],
  },
  {
    number: 10, chapter: FAST, title: { zh: '加强跨部门跨区域办案协作', en: 'Handling cases across departments and regions' },
    text: '建立联合执法和跨区域执法协作机制。',
    lead: ['cz-political-legal'],
    supporting: ['cz-police', 'cz-market-regulation', 'cz-culture', 'cz-agriculture', 'cz-forestry', 'cz-court', 'cz-procuratorate', 'chaozhou-customs'],
    genericBodies: [],
    defects: [],
  },
  {
    number: 11, chapter: FAST, title: { zh: '推动简易案件和纠纷快速处理', en: 'Fast handling of simple cases and disputes' },
    text: '监督指导电商平台、农贸市场、展会等履行知识产权保护责任，对侵权假冒行为采取必要措施快速处理。',
    lead: ['cz-market-regulation'],
    supporting: ['cz-cyberspace', 'cz-industry-it', 'cz-justice', 'cz-commerce', 'cz-culture', 'cz-court'],
    genericBodies: [],
    defects: [],
  },
  {
    number: 12, chapter: FAST, title: { zh: '加强知识产权快保护机构建设', en: 'Rapid protection institutions' },
    text: '支持优势产业集聚区申报建设知识产权保护中心和快速维权中心，进一步提升中国潮州（餐具炊具）知识产权快速维权中心服务功能。',
    lead: ['cz-market-regulation'],
    supporting: ['cz-justice', 'cz-agriculture', 'cz-culture', 'cz-forestry', 'cz-court'],
    genericBodies: [],
    defects: [{ code: 'stray-punctuation', note: { zh: '“市法院”后多一顿号。', en: 'A stray enumeration comma follows the court; nobody is missing as far as can be seen.' } }],
  },
  {
    number: 13, chapter: EQUAL, title: { zh: '加强粤港澳大湾区交流合作', en: 'Exchange and cooperation in the Greater Bay Area' },
    text: '充分利用港澳地区知识产权国际化服务资源，提升本市企业知识产权布局和海外维权能力。',
    lead: ['cz-commerce', 'cz-propaganda'],
    supporting: ['cz-police', 'cz-justice', 'cz-culture', 'cz-market-regulation', 'chaozhou-customs'],
    genericBodies: [],
    defects: [several(2)],
  },
  {
    number: 14, chapter: EQUAL, title: { zh: '加强海外维权援助服务', en: 'Aid for protection abroad' },
    text: '建立以中小微企业为重点援助对象的知识产权援助制度，提供知识产权海外申请、布局和维权援助等公益性服务。',
    lead: ['cz-market-regulation', 'cz-court'],
    supporting: ['cz-propaganda', 'cz-civil-affairs', 'cz-justice', 'cz-commerce', 'cz-sasac', 'nfra-chaozhou'],
    genericBodies: [],
    defects: [several(2)],
  },
  {
    number: 15, chapter: EQUAL, title: { zh: '依法同等保护知识产权', en: 'Equal protection under the law' },
    text: '加强对外商投资企业知识产权保护工作，对所有企业、单位和个人的知识产权一视同仁，同等保护。',
    lead: [],
    supporting: ['cz-propaganda', 'cz-police', 'cz-commerce', 'cz-agriculture', 'cz-market-regulation', 'cz-forestry', 'cz-court', 'cz-procuratorate', 'chaozhou-customs'],
    genericBodies: [],
    defects: [{ code: 'lead-missing', note: { zh: '未列牵头单位。', en: 'No lead is named.' } }],
  },
  {
    number: 16, chapter: EQUAL, title: { zh: '积极开展对外交流合作', en: 'Active exchange with foreign countries' },
    text: '借助各类国际合作交流平台和举办有影响力的国际知识产权保护交流活动，加大我市知识产权保护发展成就宣传力度。',
    lead: ['cz-market-regulation', 'cz-propaganda'],
    supporting: ['cz-foreign-affairs', 'cz-police', 'cz-court'],
    genericBodies: [],
    defects: [several(2)],
  },
  {
    number: 17, chapter: FOUNDATIONS, title: { zh: '加强基础平台建设', en: 'Basic platforms' },
    text: '对接利用全国知识产权大数据中心和保护监测信息网络，加强对注册登记、审批公告、纠纷处理、大案要案等信息统计监测。',
    lead: ['cz-justice', 'cz-market-regulation', 'cz-government-data'],
    supporting: ['cz-propaganda', 'cz-police', 'cz-culture', 'cz-agriculture', 'cz-forestry', 'cz-procuratorate', 'chaozhou-customs'],
    genericBodies: [],
    defects: [
      { code: 'name-variant', note: { zh: '本行只印“市市场监管局”，无“（市知识产权局）”，按同一单位读取。', en: 'Only this row prints the market regulator without its second name; read as the same agency.' } },
      several(3),
    ],
  },
  {
    number: 18, chapter: FOUNDATIONS, title: { zh: '加强专业人才队伍建设', en: 'Professional personnel' },
    text: '建立健全知识产权仲裁、调解、公证、社会监督等人才的选聘、管理、激励制度，引导各类人才积极参与调解、维权援助、普法宣传等工作。',
    lead: ['cz-market-regulation', 'cz-human-resources', 'cz-justice'],
    supporting: ['cz-propaganda', 'cz-education', 'cz-police', 'cz-agriculture', 'cz-forestry', 'cz-court', 'cz-procuratorate', 'chaozhou-customs', 'hanshan-normal-university'],
    genericBodies: [],
    defects: [several(3)],
  },
  {
    number: 19, chapter: FOUNDATIONS, title: { zh: '加大资源投入和支持力度', en: 'More resources and support' },
    text: '建立健全知识产权长效投入机制，各级各部门要加大对知识产权保护资金投入力度，争取申报知识产权保护试点示范区。',
    lead: [],
    supporting: [],
    genericBodies: ['generic-party-committees-and-governments', 'generic-departments-concerned'],
    defects: [
      { code: 'lead-missing', note: { zh: '未列牵头单位。', en: 'No lead is named.' } },
      BODIES_NOT_NAMED,
    ],
  },
  {
    number: 20, chapter: FOUNDATIONS, title: { zh: '提升知识产权创造质量', en: 'Better quality of creation' },
    text: '推动知识产权创造运用和管理工作，产出高质量知识产权，确保知识产权保护工作质量。',
    lead: ['cz-market-regulation'],
    supporting: ['cz-propaganda', 'cz-agriculture', 'cz-forestry'],
    genericBodies: [],
    defects: [],
  },
  {
    number: 21, chapter: IMPLEMENTATION, title: { zh: '加强组织领导', en: 'Stronger organisation and leadership' },
    text: '全面加强党委和政府对知识产权保护工作的领导。',
    lead: [],
    supporting: [],
    genericBodies: ['generic-party-committees-and-governments', 'generic-departments-concerned'],
    defects: [
      { code: 'lead-missing', note: { zh: '未列牵头单位。正文指定市市场监管局（市知识产权局）会同有关部门建立台账，但分工表未列。', en: 'No lead is named. The text itself gives the task ledger to the market regulator; the table does not.' } },
      BODIES_NOT_NAMED,
    ],
  },
  {
    number: 22, chapter: IMPLEMENTATION, title: { zh: '狠抓责任落实', en: 'Answering for implementation' },
    text: '各级党委和政府要全面贯彻党中央、国务院决策和省委、省政府工作部署，将知识产权保护工作纳入重要议事日程，落实知识产权保护属地责任，定期召开专题会议，研究知识产权保护工作，细化实施措施，落实人员经费。',
    lead: [],
    supporting: [],
    genericBodies: ['generic-party-committees-and-governments'],
    defects: [
      { code: 'name-missing', note: { zh: '分工表第22行措施名称空白，标题取自正文。', en: 'Row 22 of the table has no name; the title is that of the text.' } },
      { code: 'lead-missing', note: { zh: '未列牵头单位。', en: 'No lead is named.' } },
      BODIES_NOT_NAMED,
    ],
  },
  {
    number: 23, chapter: IMPLEMENTATION, title: { zh: '重视考核评价', en: 'Evaluation and assessment' },
    text: '建立健全考核评价制度，将知识产权保护绩效纳入党委和政府绩效考核和营商环境评价体系，建立年度知识产权保护水平评估制度。',
    lead: ['cz-organization'],
    supporting: ['cz-propaganda', 'cz-market-regulation'],
    genericBodies: ['generic-party-committees-and-governments'],
    defects: [BODIES_NOT_NAMED],
  },
  {
    number: 24, chapter: IMPLEMENTATION, title: { zh: '加强奖励激励', en: 'Rewards and incentives' },
    text: '对知识产权保护综合考核优秀的县（区）予以通报表扬。',
    lead: [],
    supporting: [],
    genericBodies: ['generic-governments', 'generic-departments-concerned'],
    defects: [
      { code: 'lead-missing', note: { zh: '未列牵头单位。', en: 'No lead is named.' } },
      BODIES_NOT_NAMED,
    ],
  },
  {
    number: 25, chapter: IMPLEMENTATION, title: { zh: '加强宣传引导', en: 'Publicity and guidance' },
    text: '各级各部门要建立舆情监测工作机制，加强正面宣传。',
    lead: [],
    supporting: [],
    genericBodies: ['generic-governments', 'generic-departments-concerned'],
    defects: [
      { code: 'lead-missing', note: { zh: '未列牵头单位。', en: 'No lead is named.' } },
      BODIES_NOT_NAMED,
    ],
  },
];
