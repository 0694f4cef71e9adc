import type { Basis } from '../../../kernel/text.js';
import type { FirstRuleSet } from '../domain/rule.js';

const verified = (source: string, article: string, note?: string): Basis => ({ source, article, status: 'verified', ...(note === undefined ? {} : { note }) });

const COMPLAINTS = '市场监督管理投诉举报处理办法（总局令第121号）';
const PENALTY = '市场监督管理行政处罚程序规定';
const PATENT_DISPUTES = '专利纠纷行政裁决和调解办法（国家知识产权局令第81号）';
const GUANGDONG = '广东省知识产权保护条例';

/** The first rule set, as databases have run it: it is never changed, because decisions name it. Order matters: the first rule that fits decides. */
export const FIRST_RULE_SET = {
  offices: {
    'market-regulation': {
      '445100': 'cz-market-regulation',
      '445102': 'xiangqiao-market-regulation',
      '445103': 'chaoan-market-regulation',
      '445122': 'raoping-market-regulation',
      'CZ-FENGXI': 'fengxi-market-regulation',
    },
  },
  rules: [
    {
      code: 'other-procedure', when: { matter: ['information-disclosure', 'administrative-review', 'petition', 'discipline'] }, track: 'outside', agency: 'cz-ip-intake', measures: [7],
      explanation: { zh: '信息公开、复议、信访、检举控告不适用投诉举报程序，由接收机构告知其他途径', en: 'Disclosure requests, reviews, petitions and disciplinary matters are no complaints: the intake desk tells the other way' },
      basis: verified(COMPLAINTS, '第四十四条'),
    },
    {
      code: 'consultation', when: { classification: ['consultation'] }, track: 'outside', agency: 'cz-ip-intake', measures: [7, 17],
      explanation: { zh: '咨询由接收机构直接答复', en: 'A question is answered by the intake desk itself' },
      basis: verified(COMPLAINTS, '第四十四条'),
    },
    {
      code: 'border', when: { border: [true] }, track: 'administrative', agency: 'chaozhou-customs', measures: [10, 15],
      explanation: { zh: '进出境货物涉嫌侵权，由海关处理', en: 'Goods at the border: customs acts' },
      basis: verified('知识产权海关保护条例', '第三条'),
    },
    {
      // Before the rights: a consumer who bought a counterfeit asks for settlement; what is a report in it becomes a leg of its own.
      code: 'consumer-dispute', when: { classification: ['consumer-complaint'] }, track: 'mediation', agency: '@market-regulation', measures: [7, 17],
      explanation: { zh: '消费者权益争议，由被投诉人所在地县级市场监管部门组织调解', en: 'A consumer dispute: the market regulator of the county of the party complained about mediates' },
      basis: verified(COMPLAINTS, '第十三条第一款、第十八条'),
    },
    {
      code: 'layout-design', when: { rightType: ['layout_design'] }, track: 'outside', agency: 'cz-ip-intake', measures: [10],
      explanation: { zh: '集成电路布图设计不由地方处理，由接收机构告知国家知识产权局途径', en: 'Layout designs are not handled here: the intake desk names the national office' },
      basis: { source: '集成电路布图设计保护条例', article: '第三十一条', status: 'unverified' },
    },
    {
      code: 'patent-adjudication', when: { classification: ['right-holder-request'], rightType: ['patent'] }, track: 'administrative', agency: 'cz-market-regulation', measures: [1, 10],
      explanation: { zh: '专利权人请求处理侵权纠纷，由市级管理专利工作的部门行政裁决', en: 'A patentee asks for a decision on infringement: the city patent office adjudicates' },
      basis: verified(PATENT_DISPUTES, '第六条、第十二条'),
    },
    {
      code: 'patent-counterfeit', when: { rightType: ['patent'] }, track: 'administrative', agency: '@market-regulation', measures: [1],
      explanation: { zh: '举报假冒专利，由县级市场监管部门核查', en: 'A report of a counterfeit patent: the county market regulator verifies' },
      basis: verified('专利法', '第六十八条、第六十九条'),
    },
    {
      code: 'trade-secret-technical', when: { rightType: ['trade_secret_technical'] }, track: 'administrative', agency: 'cz-market-regulation', measures: [1, 5],
      explanation: { zh: '技术秘密案件一般由设区的市级部门管辖', en: 'Technical secrets are in general for the city level' },
      basis: verified('商业秘密保护规定（总局令第126号）', '第三条第三款'),
    },
    {
      code: 'unfair-competition', when: { rightType: ['trade_secret_business', 'unfair_competition'] }, track: 'administrative', agency: '@market-regulation', measures: [1],
      explanation: { zh: '经营秘密及其他不正当竞争，由县级以上市场监管部门查处', en: 'Business secrets and other unfair competition: the market regulator of the county' },
      basis: verified('反不正当竞争法（2025年修订）', '第五条'),
    },
    {
      code: 'copyright', when: { rightType: ['copyright'] }, track: 'administrative', agency: 'cz-culture', measures: [1],
      explanation: { zh: '侵犯著作权由著作权主管部门指导、文化市场综合执法队伍查处', en: 'Copyright: the cultural market team acts under the copyright office' },
      basis: { source: GUANGDONG, article: '第四条', status: 'unverified', note: '执法队伍的名称与分工未核实' },
    },
    {
      code: 'plant-variety', when: { rightType: ['plant_variety'] }, track: 'administrative', agency: 'cz-agriculture', measures: [1],
      explanation: { zh: '侵犯植物新品种权由农业农村（或林业）部门处理', en: 'Plant varieties: the agriculture (or forestry) department' },
      basis: verified('植物新品种保护条例（国务院令第807号）', '第四十一条'),
    },
    {
      code: 'geographical-indication', when: { rightType: ['geographical_indication', 'special_mark'] }, track: 'administrative', agency: '@market-regulation', measures: [1, 9],
      explanation: { zh: '地理标志与专用标志违法使用，由县级市场监管部门查处', en: 'Misuse of a geographical indication or special mark: the market regulator of the county' },
      basis: verified(GUANGDONG, '第四条'),
    },
    {
      code: 'trademark', when: { rightType: ['trademark'] }, track: 'administrative', agency: '@market-regulation', measures: [1],
      explanation: { zh: '侵犯注册商标专用权，由违法行为发生地县级市场监管部门查处', en: 'Trademark infringement: the market regulator of the county where it happened' },
      basis: verified(PENALTY, '第七条、第八条'),
    },
    {
      code: 'market-report', when: { classification: ['report'], matter: ['infringement', 'consumer-dispute'] }, track: 'administrative', agency: '@market-regulation', measures: [7],
      explanation: { zh: '举报市场监管领域违法线索，由违法行为发生地县级市场监管部门核查', en: 'A report within market regulation: the county where it happened verifies' },
      basis: verified(COMPLAINTS, '第二十九条'),
    },
    {
      code: 'intake-desk', when: {}, track: 'outside', agency: 'cz-ip-intake', measures: [7],
      explanation: { zh: '没有规则适用，由统一接收机构人工研判', en: 'No rule fits: the intake desk decides by hand' },
      basis: verified(COMPLAINTS, '第三十四条'),
    },
  ],
} as const satisfies FirstRuleSet;
