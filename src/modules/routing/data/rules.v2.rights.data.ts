import type { RoutingRule } from '../domain/rule.js';
import { LAWS, unverified, verified } from './sources.data.js';

const DESK = { track: 'outside', agency: 'cz-ip-intake' } as const;
const CITY = { track: 'administrative', agency: 'cz-market-regulation' } as const;
const MEDIATED_BY_CITY = { track: 'mediation', agency: 'cz-market-regulation' } as const;
const COUNTY = { track: 'administrative', agency: '@market-regulation' } as const;
const CULTURE = { track: 'administrative', agency: 'cz-culture-enforcement' } as const;

/** Somebody tells of a violation, or passes it on. */
const TOLD = ['report', 'transfer-in', 'assignment'] as const;
const TOLD_OR_ASKED = [...TOLD, 'right-holder-request'] as const;
const DISPUTED = ['patent-adjudication', 'right-holder-request'] as const;
const NOT_COUNTERFEIT = ['infringement', 'consumer-dispute', 'other'] as const;
const NETWORK = ['platform', 'live-stream', 'own-website'] as const;
/** Rights for which the county market regulator is competent in every venue. */
const COUNTY_RIGHTS = ['trademark', 'unfair_competition', 'special_mark', 'none'] as const;
const VIOLATION = ['infringement', 'counterfeit', 'consumer-dispute'] as const;

/** Stages 7 to 14: who decides it in the city. */
export const RIGHTS_STAGES: readonly RoutingRule<'destination'>[] = [
  // 7. Matters that go by what happened and not by the right.
  {
    code: 'agency-misconduct-patent', group: 'destination', stage: 7, when: { matter: ['agency-misconduct'], rightType: ['patent'] }, outcome: CITY, measures: [1, 3, 7], basis: unverified(LAWS.guangdongIp, '第二十七条', '省级部门可以委托下级处罚专利代理违法行为，是否已委托本市未核实'),
    explanation: { zh: '专利代理违法（黑代理、挂证、非正常申请）由市市场监管局核查，处罚以委托为限', en: 'Misconduct of a patent agency: the city bureau verifies, and punishes as far as it is delegated' },
  },
  {
    code: 'agency-misconduct-trademark', group: 'destination', stage: 7, when: { matter: ['agency-misconduct'], rightType: ['trademark'] }, outcome: CITY, measures: [1, 3, 7], basis: verified(LAWS.trademark2019, '第六十八条'),
    explanation: { zh: '商标代理违法由市场监管部门查处，“蓝天”行动由市局组织', en: 'Misconduct of a trademark agency: the city bureau, which runs the “blue sky” campaign' },
  },
  {
    code: 'registration-abuse-copyright', group: 'destination', stage: 7, when: { matter: ['agency-misconduct'], rightType: ['copyright'] }, outcome: { track: 'administrative', agency: 'cz-propaganda' }, measures: [1, 7], basis: verified(LAWS.guangdongIp, '第九条第二款、第四条第二款'),
    explanation: { zh: '作品重复登记、恶意登记由著作权主管部门查处', en: 'Repeated or malicious registration of works: the copyright administration' },
  },
  {
    code: 'agency-misconduct', group: 'destination', stage: 7, when: { matter: ['agency-misconduct'] }, outcome: CITY, measures: [1, 3, 7], basis: verified(LAWS.guangdongIp, '第九条第二款'),
    explanation: { zh: '知识产权代理、申请中的违法行为由市市场监管局（知识产权局）核查', en: 'Misconduct in agency or filing: the city bureau verifies' },
  },
  {
    code: 'gi-misuse', group: 'destination', stage: 7, when: { matter: ['gi-misuse'], variety: ['none'], classification: ['report', 'right-holder-request'] }, outcome: COUNTY, measures: [1, 9, 20], basis: verified(LAWS.guangdongIp, '第四条第一款'),
    explanation: { zh: '冒用“凤凰单丛”等地理标志或者专用标志，由违法行为发生地县级市场监管部门查处', en: 'Misuse of “Fenghuang Dancong” or another geographical indication: the county where it happened' },
  },
  {
    code: 'gi-misuse-passed-on', group: 'destination', stage: 7, when: { matter: ['gi-misuse'], variety: ['none'], classification: ['transfer-in', 'assignment'] }, outcome: COUNTY, measures: [1, 9, 10], basis: verified(LAWS.penaltyProcedure, '第七条、第十八条'),
    explanation: { zh: '移送、交办的冒用地理标志线索，由违法行为发生地县级市场监管部门核查', en: 'Misuse of a geographical indication, transferred or assigned: the county where it happened verifies' },
  },
  {
    code: 'advertising-publisher', group: 'destination', stage: 7, when: { matter: ['advertising'], targetRole: ['platform-operator', 'intermediary-agency'] }, outcome: COUNTY, measures: [1, 7], basis: verified(LAWS.complaints, '第三十二条第一款'),
    explanation: { zh: '违法广告由广告发布者所在地市场监管部门处理', en: 'Unlawful advertising: the place of whoever published it' },
  },
  {
    code: 'advertising-advertiser', group: 'destination', stage: 7, when: { matter: ['advertising'] }, outcome: COUNTY, measures: [1, 7], basis: verified(LAWS.complaints, '第三十二条第二款、第三款'),
    explanation: { zh: '广告主自行发布或者先行收到的互联网广告，由广告主所在地市场监管部门处理', en: 'The advertiser published it, or it is on the internet and came here first: the place of the advertiser' },
  },

  // 8. Proceedings that shut out the administrative way.
  {
    code: 'patent-sued', group: 'destination', stage: 8, when: { classification: DISPUTED, rightType: ['patent'], priorProceedings: ['sued', 'arbitration'] }, outcome: { track: 'judicial', agency: 'cz-market-regulation' }, measures: [2, 10], basis: verified(LAWS.patentDisputes, '第十二条第一款第五项'),
    explanation: { zh: '已就该专利侵权纠纷起诉或者申请仲裁的，不予裁决；由市级管理专利工作的部门依期告知在法院（广州知识产权法院）或者仲裁机构解决', en: 'Sued, or before an arbitrator: no adjudication; the city patent office says so in time and names the court (Guangzhou IP Court) or the arbitrator' },
  },
  {
    code: 'patent-other-mode', group: 'destination', stage: 8, when: { classification: DISPUTED, rightType: ['patent'], priorProceedings: ['other-mode-agreed'], bothWilling: [false] }, outcome: { track: 'judicial', agency: 'cz-market-regulation' }, measures: [10], basis: verified(LAWS.patentDisputes, '第十二条第一款第五项'),
    explanation: { zh: '双方约定了其他纠纷解决方式的，不予裁决；由市级管理专利工作的部门依期告知按约定的方式或者诉讼解决', en: 'Another way was agreed: no adjudication; the city patent office says so in time, and names the way agreed or the court' },
  },
  {
    code: 'trade-fair-trademark-sued', group: 'destination', stage: 8, when: { classification: ['right-holder-request'], rightType: ['trademark'], venue: ['trade-fair'], priorProceedings: ['sued'] }, outcome: { track: 'judicial', agency: '@market-regulation' }, measures: [2, 11], basis: verified(LAWS.tradeFairs, '第二十条第一项'),
    explanation: { zh: '展会上的商标投诉，已提起商标侵权诉讼的不予受理，由展会举办地市场监管部门告知在法院解决', en: 'A trademark complaint at a fair, and already sued: not accepted; the regulator of the place tells that the court decides' },
  },

  // 9. Both sides want people's mediation of a claim that they may dispose of.
  {
    code: 'peoples-mediation', group: 'destination', stage: 9,
    when: {
      bothWilling: [true], classification: ['right-holder-request', 'patent-adjudication', 'copyright-complaint', 'plant-variety-request'], matter: ['infringement', 'other'], crime: ['none'], priorProceedings: ['none', 'other-agency', 'consumer-association', 'other-mode-agreed'],
      rightType: ['trademark', 'patent', 'copyright', 'geographical_indication', 'trade_secret_technical', 'trade_secret_business', 'unfair_competition', 'plant_variety', 'special_mark'],
    },
    outcome: { track: 'mediation', agency: 'cz-ip-mediation-committee' }, measures: [3, 7, 12], basis: verified(LAWS.peoplesMediation, '第十七条、第三十四条'),
    explanation: { zh: '双方愿意调解，由市知识产权纠纷人民调解委员会调解', en: 'Both sides are willing: the people’s mediation committee for intellectual property mediates' },
  },

  // 10. Patent cases that the province may take.
  {
    code: 'patent-foreign-related', group: 'destination', stage: 10, when: { foreignRelated: [true], classification: DISPUTED, rightType: ['patent'] }, outcome: CITY, measures: [10, 15], basis: verified(LAWS.patentDisputes, '第七条', '省级部门“可以”处理（第一款）；在其提级之前，市级部门负责处理辖区内的案件（第二款、第八条第二款）'),
    explanation: { zh: '涉外、涉港澳台专利纠纷，由市级管理专利工作的部门受理并报告；省级部门可以处理', en: 'A party from abroad, Hong Kong, Macao or Taiwan: the city patent office takes it and reports it; the province may take it over' },
  },
  {
    code: 'patent-several-cities', group: 'destination', stage: 10, when: { severalCities: [true], classification: DISPUTED, rightType: ['patent'] }, outcome: CITY, measures: [10], basis: verified(LAWS.patentDisputes, '第七条'),
    explanation: { zh: '侵权行为地涉及两个以上地级市且有重大影响的，由市级管理专利工作的部门受理并报告；省级部门可以处理', en: 'Over two or more cities with major effect: the city patent office takes it and reports it; the province may take it over' },
  },
  {
    code: 'patent-mediation-foreign-related', group: 'destination', stage: 10, when: { foreignRelated: [true], classification: ['patent-mediation'], rightType: ['patent'] }, outcome: MEDIATED_BY_CITY, measures: [10, 12, 15], basis: verified(LAWS.patentDisputes, '第七条'),
    explanation: { zh: '涉外、涉港澳台专利纠纷的调解，由市级管理专利工作的部门受理并报告；省级部门可以处理', en: 'Mediation with a party from abroad, Hong Kong, Macao or Taiwan: the city patent office takes it and reports it; the province may take it over' },
  },
  {
    code: 'patent-mediation-several-cities', group: 'destination', stage: 10, when: { severalCities: [true], classification: ['patent-mediation'], rightType: ['patent'] }, outcome: MEDIATED_BY_CITY, measures: [10, 12], basis: verified(LAWS.patentDisputes, '第七条'),
    explanation: { zh: '涉及两个以上地级市且有重大影响的调解，由市级管理专利工作的部门受理并报告；省级部门可以处理', en: 'Mediation over two or more cities with major effect: the city patent office takes it and reports it; the province may take it over' },
  },

  // 11. At a trade fair the offices of the place act, each for its right.
  {
    code: 'trade-fair-patent', group: 'destination', stage: 11, when: { venue: ['trade-fair'], rightType: ['patent'], classification: DISPUTED, matter: NOT_COUNTERFEIT }, outcome: CITY, measures: [10, 11], basis: verified(LAWS.tradeFairs, '第十六条第一项、第二项'),
    explanation: { zh: '展会上的专利投诉和处理请求，由展会举办地管理专利工作的部门处理', en: 'Patent infringement at a fair: the patent office of the place of the fair' },
  },
  {
    code: 'trade-fair-patent-counterfeit', group: 'destination', stage: 11, when: { venue: ['trade-fair'], rightType: ['patent'], classification: TOLD_OR_ASKED, matter: ['counterfeit'] }, outcome: COUNTY, measures: [10, 11], basis: verified(LAWS.tradeFairs, '第十六条第三项'),
    explanation: { zh: '展会上的假冒专利，由展会举办地负责专利执法的部门查处', en: 'A counterfeit patent at a fair: the office of the place that enforces patents' },
  },
  {
    code: 'trade-fair-trademark', group: 'destination', stage: 11, when: { venue: ['trade-fair'], rightType: ['trademark', 'special_mark', 'geographical_indication'], variety: ['none'], classification: TOLD_OR_ASKED }, outcome: COUNTY, measures: [10, 11], basis: verified(LAWS.tradeFairs, '第十九条'),
    explanation: { zh: '展会上的商标投诉，由展会举办地市场监管部门处理', en: 'Marks at a fair: the market regulator of the place of the fair' },
  },
  {
    code: 'trade-fair-copyright', group: 'destination', stage: 11, when: { venue: ['trade-fair'], rightType: ['copyright'], classification: [...TOLD_OR_ASKED, 'copyright-complaint'] }, outcome: CULTURE, measures: [10, 11], basis: verified(LAWS.tradeFairs, '第二十二条'),
    explanation: { zh: '展会上的著作权投诉，由展会举办地著作权执法队伍处理', en: 'Copyright at a fair: the copyright enforcement team of the place' },
  },

  // 12. Right by right.
  {
    code: 'patent-adjudication', group: 'destination', stage: 12, when: { classification: ['patent-adjudication'], rightType: ['patent'] }, outcome: CITY, measures: [1, 10, 12], basis: verified(LAWS.patentDisputes, '第六条、第七条第二款、第十二条'),
    explanation: { zh: '专利权人请求处理侵权纠纷，由市级管理专利工作的部门行政裁决', en: 'A patentee asks for a decision on infringement: the city patent office adjudicates' },
  },
  {
    code: 'patent-request', group: 'destination', stage: 12, when: { classification: ['right-holder-request'], rightType: ['patent'], matter: NOT_COUNTERFEIT }, outcome: CITY, measures: [1, 10, 12], basis: verified(LAWS.patent, '第六十五条'),
    explanation: { zh: '专利权人反映侵权，由市级管理专利工作的部门按请求处理', en: 'A patentee tells of infringement: the city patent office treats it as a request' },
  },
  {
    code: 'patent-mediation', group: 'destination', stage: 12, when: { classification: ['patent-mediation'], rightType: ['patent'] }, outcome: MEDIATED_BY_CITY, measures: [11, 12], basis: verified(LAWS.patentDisputes, '第六条第二款、第六十三条'),
    explanation: { zh: '请求调解专利纠纷，由被请求人住所地的市级管理专利工作的部门调解', en: 'Mediation of a patent dispute: the city patent office of the respondent' },
  },
  {
    code: 'patent-counterfeit', group: 'destination', stage: 12, when: { rightType: ['patent'], classification: TOLD_OR_ASKED, matter: ['counterfeit'] }, outcome: COUNTY, measures: [1], basis: verified(LAWS.patent, '第六十八条、第六十九条'),
    explanation: { zh: '假冒专利，由县级负责专利执法的部门查处', en: 'A counterfeit patent: the county office that enforces patents' },
  },
  {
    code: 'patent-report', group: 'destination', stage: 12, when: { rightType: ['patent'], classification: TOLD, matter: NOT_COUNTERFEIT }, outcome: CITY, measures: [1], basis: verified(LAWS.patentRules, '第九十五条', '侵权与否须由专利权人或者利害关系人请求处理；举报线索由管理专利工作的部门核查，条文未定级别'),
    explanation: { zh: '举报专利侵权的线索，由市级管理专利工作的部门核查；侵权纠纷须由专利权人请求处理', en: 'A report of patent infringement: the city patent office verifies; a decision is for the patentee to ask for' },
  },
  {
    code: 'trade-secret-technical', group: 'destination', stage: 12, when: { rightType: ['trade_secret_technical'], classification: TOLD_OR_ASKED }, outcome: CITY, measures: [1, 5], basis: verified(LAWS.tradeSecrets, '第三条第三款'),
    explanation: { zh: '技术秘密案件一般由设区的市级以上市场监管部门管辖', en: 'Technical secrets are in general for the city level' },
  },
  {
    code: 'trade-secret-business', group: 'destination', stage: 12, when: { rightType: ['trade_secret_business'], classification: TOLD_OR_ASKED }, outcome: COUNTY, measures: [1, 5], basis: verified(LAWS.tradeSecrets, '第三条第二款'),
    explanation: { zh: '经营秘密由县级以上市场监管部门查处', en: 'Business secrets: the market regulator of the county' },
  },
  {
    code: 'copyright-network', group: 'destination', stage: 12, when: { rightType: ['copyright'], classification: [...TOLD_OR_ASKED, 'copyright-complaint'], venue: NETWORK }, outcome: CULTURE, measures: [1, 4, 11], basis: unverified(LAWS.guangdongIp, '第四条第二款', '执法队伍的名称与分工、网络侵权的地域管辖未核实'),
    explanation: { zh: '网络和直播侵犯著作权，由文化市场综合执法队伍查处', en: 'Piracy online or in a live stream: the cultural market enforcement team' },
  },
  {
    code: 'copyright', group: 'destination', stage: 12, when: { rightType: ['copyright'], classification: [...TOLD_OR_ASKED, 'copyright-complaint'] }, outcome: CULTURE, measures: [1], basis: unverified(LAWS.guangdongIp, '第四条第二款', '执法队伍的名称与分工未核实'),
    explanation: { zh: '侵犯著作权由著作权主管部门指导、文化市场综合执法队伍查处', en: 'Copyright: the cultural market enforcement team acts under the copyright administration' },
  },
  {
    code: 'plant-variety-forestry', group: 'destination', stage: 12, when: { rightType: ['plant_variety'], variety: ['forestry'] }, outcome: { track: 'administrative', agency: 'cz-forestry' }, measures: [1], basis: verified(LAWS.plantVarieties, '第四十一条'),
    explanation: { zh: '侵犯林业植物新品种权，由林业部门处理', en: 'A forest variety: the forestry bureau' },
  },
  {
    code: 'plant-variety-agriculture', group: 'destination', stage: 12, when: { rightType: ['plant_variety'] }, outcome: { track: 'administrative', agency: 'cz-agriculture' }, measures: [1], basis: verified(LAWS.plantVarieties, '第四十一条'),
    explanation: { zh: '侵犯植物新品种权，未注明为林业品种的由农业农村部门处理', en: 'A plant variety not told to be of the forest: the agriculture bureau' },
  },
  {
    code: 'gi-agricultural', group: 'destination', stage: 12, when: { rightType: ['geographical_indication'], variety: ['agriculture'] }, outcome: { track: 'administrative', agency: 'cz-agriculture' }, measures: [9, 20], basis: verified(LAWS.guangdongIp, '第四条第三款'),
    explanation: { zh: '农产品地理标志由农业农村部门处理', en: 'An agricultural geographical indication: the agriculture bureau' },
  },
  {
    code: 'gi-forestry', group: 'destination', stage: 12, when: { rightType: ['geographical_indication'], variety: ['forestry'] }, outcome: { track: 'administrative', agency: 'cz-forestry' }, measures: [9, 20], basis: verified(LAWS.guangdongIp, '第四条第三款'),
    explanation: { zh: '林产品地理标志由林业部门处理', en: 'A geographical indication of forest produce: the forestry bureau' },
  },
  {
    code: 'geographical-indication', group: 'destination', stage: 12, when: { rightType: ['geographical_indication'] }, outcome: COUNTY, measures: [1, 9, 20], basis: verified(LAWS.guangdongIp, '第四条第一款'),
    explanation: { zh: '地理标志产品由县级市场监管部门保护', en: 'A geographical indication: the market regulator of the county' },
  },
  {
    code: 'platform-operator', group: 'destination', stage: 12, when: { rightType: COUNTY_RIGHTS, classification: TOLD, matter: VIOLATION, targetRole: ['platform-operator'] }, outcome: COUNTY, measures: [4, 11], basis: verified(LAWS.penaltyProcedure, '第十条第一款'),
    explanation: { zh: '对电子商务平台经营者的举报，由其住所地县级以上市场监管部门处理', en: 'Against the operator of a platform: the county where it has its seat' },
  },
  {
    code: 'own-website', group: 'destination', stage: 12, when: { rightType: COUNTY_RIGHTS, classification: TOLD, matter: VIOLATION, venue: ['own-website'] }, outcome: COUNTY, measures: [4, 11], basis: verified(LAWS.penaltyProcedure, '第十条第一款'),
    explanation: { zh: '对自建网站经营者的举报，由其住所地县级以上市场监管部门处理', en: 'Against a seller on its own website: the county where it has its seat' },
  },
  {
    code: 'live-stream', group: 'destination', stage: 12, when: { rightType: COUNTY_RIGHTS, classification: TOLD, matter: VIOLATION, venue: ['live-stream'] }, outcome: COUNTY, measures: [4, 11], basis: verified(LAWS.penaltyProcedure, '第十条第二款'),
    explanation: { zh: '直播带货中的违法行为，由经营者实际经营地县级以上市场监管部门处理', en: 'Sold in a live stream: the county where the merchant really does business' },
  },
  {
    code: 'platform-merchant', group: 'destination', stage: 12, when: { rightType: COUNTY_RIGHTS, classification: TOLD, matter: VIOLATION, venue: ['platform'] }, outcome: COUNTY, measures: [4, 11], basis: verified(LAWS.penaltyProcedure, '第十条第二款'),
    explanation: { zh: '对平台内经营者的举报，由其实际经营地县级以上市场监管部门处理', en: 'Against a merchant on a platform: the county where it really does business' },
  },
  {
    code: 'trademark-request', group: 'destination', stage: 12, when: { rightType: ['trademark'], classification: ['right-holder-request'] }, outcome: COUNTY, measures: [1, 11], basis: verified(LAWS.trademark2019, '第六十条第一款', '2027-01-01起为2026年修订的第七十四条'),
    explanation: { zh: '商标注册人请求处理侵权，由违法行为发生地县级市场监管部门处理', en: 'The owner of a mark asks for infringement to be dealt with: the market regulator of the county' },
  },
  {
    code: 'trademark', group: 'destination', stage: 12, when: { rightType: ['trademark'], classification: TOLD }, outcome: COUNTY, measures: [1], basis: verified(LAWS.penaltyProcedure, '第七条、第八条'),
    explanation: { zh: '侵犯注册商标专用权，由违法行为发生地县级市场监管部门查处', en: 'Trademark infringement: the market regulator of the county where it happened' },
  },
  {
    code: 'special-mark', group: 'destination', stage: 12, when: { rightType: ['special_mark'], classification: TOLD_OR_ASKED }, outcome: COUNTY, measures: [1], basis: verified(LAWS.specialMarks, '第十六条'),
    explanation: { zh: '侵犯特殊标志，由县级市场监管部门查处', en: 'A special mark: the market regulator of the county' },
  },
  {
    code: 'unfair-competition', group: 'destination', stage: 12, when: { rightType: ['unfair_competition'], classification: TOLD_OR_ASKED }, outcome: COUNTY, measures: [1], basis: verified(LAWS.unfairCompetition, '第五条'),
    explanation: { zh: '混淆、虚假宣传、商业诋毁等不正当竞争，由县级以上市场监管部门查处', en: 'Confusion, false publicity, defamation: the market regulator of the county' },
  },

  // 13. No right named.
  {
    code: 'market-report', group: 'destination', stage: 13, when: { classification: ['report'], rightType: ['none'], matter: VIOLATION }, outcome: COUNTY, measures: [7], basis: verified(LAWS.complaints, '第二十九条'),
    explanation: { zh: '举报市场监管领域违法线索，由违法行为发生地县级市场监管部门核查', en: 'A report within market regulation: the county where it happened verifies' },
  },
  {
    code: 'right-not-named', group: 'destination', stage: 13, when: { classification: ['right-holder-request'], rightType: ['none'] }, outcome: DESK, measures: [7, 17], basis: verified(LAWS.complaints, '第二十八条第一款', '参照适用（第四十三条第一款）'),
    explanation: { zh: '权利人未说明是何种权利，由接收机构请其补充', en: 'The right holder does not say which right: the desk asks' },
  },
  {
    code: 'transfer-in', group: 'destination', stage: 13, when: { classification: ['transfer-in'] }, outcome: COUNTY, measures: [10, 17], basis: verified(LAWS.penaltyProcedure, '第十四条、第十八条'),
    explanation: { zh: '其他部门移送的线索，由违法行为发生地县级市场监管部门核查', en: 'Transferred from another agency: the county where it happened verifies' },
  },
  {
    code: 'assignment', group: 'destination', stage: 13, when: { classification: ['assignment'] }, outcome: CITY, measures: [10, 17], basis: verified(LAWS.penaltyProcedure, '第十五条'),
    explanation: { zh: '上级交办事项，由市市场监管局承接', en: 'Assigned from above: the city bureau takes it' },
  },

  // 14. Nobody is left without a desk.
  {
    code: 'intake-desk', group: 'destination', stage: 14, when: {}, outcome: DESK, measures: [7], basis: verified(LAWS.complaints, '第四十一条'),
    explanation: { zh: '没有规则适用，由统一接收机构人工研判', en: 'No rule fits: the intake desk decides by hand' },
  },
];
