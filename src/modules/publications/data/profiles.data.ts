import type { Basis, LocalizedText } from '../../../kernel/text.js';
import type { ShownField } from '../domain/rendering.rules.js';

/** What is published of one kind of document, under which law. */
export interface Profile {
  readonly code: string;
  readonly label: LocalizedText;
  /** List of the public under which it appears. */
  readonly shelf: 'penalties' | 'adjudications' | 'lists' | 'checks' | 'cases';
  /** Kind of document that it is made from; null: its text is written by hand. */
  readonly document: string | null;
  /** Class where it does not follow from the penalties. */
  readonly displayClass: string | null;
  readonly summary: readonly ShownField[];
  readonly fields: readonly ShownField[];
  /** Fields of the form that are never shown, and why. */
  readonly hidden: Readonly<Record<string, LocalizedText>>;
  /** Sentence of the served form that tells the party. */
  readonly told: string | null;
  readonly toldBasis: Basis | null;
  readonly basis: Basis;
}

const DISCLOSURE = '市场监督管理行政处罚信息公示规定';
const disclosure = (article: string): Basis => ({ source: DISCLOSURE, article, status: 'verified' });
const field = (name: string, zh: string, en: string, more: Partial<ShownField> = {}): ShownField => ({ name, label: { zh, en }, ...more });
const NO_NAMES: LocalizedText = { zh: '系统内以账号记录，不公示', en: 'Accounts of the system; not shown' };

/** Reasons for which something that was served is not published. `machine`: found by the system; the others are for the superior to state. */
export interface Exemption {
  readonly code: string;
  readonly label: LocalizedText;
  readonly by: 'machine' | 'superior';
  readonly basis: Basis;
}

export const EXEMPTIONS: readonly Exemption[] = [
  { code: 'warning-only', label: { zh: '仅受到警告', en: 'A mere warning' }, by: 'machine', basis: disclosure('第二条第二款') },
  { code: 'minor-party', label: { zh: '当事人为未成年人', en: 'The party is a minor' }, by: 'machine', basis: { source: '行政处罚结果信息网上公开暂行办法', article: '条文未读', status: 'unverified', note: '仅见外地转载，本省规定未读；从严处理' } },
  { code: 'base-fell', label: { zh: '依据在公示前已被撤销、变更', en: 'What it rests upon fell before it was published' }, by: 'machine', basis: disclosure('第十一条') },
  { code: 'state-secret', label: { zh: '涉及国家秘密', en: 'State secrets' }, by: 'superior', basis: disclosure('第五条') },
  { code: 'public-security', label: { zh: '可能危及国家安全、公共安全、经济安全、社会稳定', en: 'Danger to security or stability' }, by: 'superior', basis: disclosure('第五条') },
  { code: 'trade-secret', label: { zh: '商业秘密无法分离', en: 'Trade secrets that cannot be taken out' }, by: 'superior', basis: disclosure('第六条') },
  { code: 'privacy', label: { zh: '个人信息无法分离', en: 'Personal data that cannot be taken out' }, by: 'superior', basis: disclosure('第六条') },
  { code: 'summary-procedure', label: { zh: '适用简易程序', en: 'Simplified procedure' }, by: 'superior', basis: disclosure('第二条第一款') },
];

export const STATED_EXEMPTIONS = EXEMPTIONS.filter(({ by }) => by === 'superior').map(({ code }) => code);

/** What a document of each kind shows. */
export const PROFILES: readonly Profile[] = [
  {
    code: 'penalty-decision', label: { zh: '行政处罚决定', en: 'Decision on a penalty' }, shelf: 'penalties', document: 'penalty-decision', displayClass: null,
    summary: [field('party', '当事人', 'Party'), field('cause', '违法行为类型', 'Type of offence'), field('penalties', '行政处罚内容', 'Penalties')],
    fields: [
      field('party', '当事人', 'Party'), field('cause', '案由', 'Cause'), field('facts', '事实', 'Facts', { secret: true }), field('defence', '陈述、申辩、听证意见的采纳情况和理由', 'Defence', { secret: true }), field('reasons', '理由', 'Reasons', { secret: true }),
      field('provisions', '依据', 'Provisions'), field('penalties', '行政处罚的内容', 'Penalties'), field('illegalIncome', '违法所得认定', 'Illegal income', { of: 'amount', unit: '元' }), field('performance', '履行方式和期限', 'Performance'), field('remedies', '救济途径和期限', 'Remedies'),
    ],
    hidden: {}, told: '市场监督管理部门将依法向社会公开行政处罚决定信息', toldBasis: { source: '市场监督管理行政处罚文书格式范本（2021年修订版）', article: '文书45', status: 'verified', note: '印于决定书末尾；公示规定第八条' },
    basis: disclosure('第二条第一款、第四条'),
  },
  {
    code: 'adjudication-decision', label: { zh: '专利侵权纠纷行政裁决', en: 'Patent adjudication' }, shelf: 'adjudications', document: 'adjudication-decision', displayClass: 'lasting',
    summary: [field('parties', '当事人', 'Parties', { values: { requester: '请求人', respondent: '被请求人' } }), field('patent', '专利号', 'Patent'), field('finding', '侵权行为是否成立', 'Finding', { values: { infringing: '侵权成立', 'not-infringing': '侵权不成立' } })],
    fields: [
      field('caseReference', '案号', 'Number'), field('parties', '当事人', 'Parties', { values: { requester: '请求人', respondent: '被请求人' } }), field('patent', '专利号', 'Patent'), field('statements', '当事人陈述的事实和理由', 'Statements', { secret: true }),
      field('finding', '侵权行为是否成立', 'Finding', { values: { infringing: '侵权成立', 'not-infringing': '侵权不成立' } }), field('reasons', '理由', 'Reasons', { secret: true }), field('provisions', '依据', 'Provisions'),
      field('order', '裁决', 'Order', { values: { rejected: '驳回请求', make: '制造', use: '使用', 'offer-for-sale': '许诺销售', sell: '销售', import: '进口' } }), field('measures', '其他制止措施', 'Measures'), field('performBy', '履行期限', 'Last day'), field('remedies', '提起行政诉讼的途径和期限', 'Remedies'),
    ],
    hidden: { panel: NO_NAMES, earlier: { zh: '另案文书，另行公开', en: 'A document of another case' } }, told: null, toldBasis: null,
    basis: { source: '专利纠纷行政裁决和调解办法（国家知识产权局令第81号）', article: '第八十三条第一款', status: 'verified' },
  },
  {
    code: 'listing-decision', label: { zh: '列入严重违法失信名单', en: 'Entry on the list of the seriously dishonest' }, shelf: 'lists', document: null, displayClass: 'list', summary: [], fields: [], hidden: {}, told: null, toldBasis: null,
    basis: { source: '市场监督管理严重违法失信名单管理办法（总局令第44号）', article: '第十四条', status: 'verified' },
  },
  {
    code: 'check-result', label: { zh: '抽查检查结果', en: 'Result of a spot check' }, shelf: 'checks', document: null, displayClass: 'check-result', summary: [], fields: [], hidden: {}, told: null, toldBasis: null,
    basis: { source: '企业信息公示暂行条例', article: '第十四条', status: 'unverified', note: '抽查结果公示的期限条文未逐条核对' },
  },
  {
    code: 'typical-case', label: { zh: '典型案例', en: 'Typical case' }, shelf: 'cases', document: null, displayClass: 'lasting', summary: [], fields: [], hidden: {}, told: null, toldBasis: null,
    basis: { source: '潮办发〔2021〕2号', article: '第25项', status: 'unverified', note: '措施未写典型案例的公开范围；按处罚公示的要求处理' },
  },
];

/** Profiles whose text an officer writes. An entry on a list comes from its decision only. */
export const WRITTEN_PROFILES = ['typical-case', 'check-result'] as const;

/** First two digits of the regions of this province; a party from elsewhere is published through its own (第十条). */
export const HOME_PROVINCE = '44';
/** Where one of these is in dispute, whole fields of the decision are hidden. */
export const SECRET_RIGHTS: readonly string[] = ['trade_secret_technical', 'trade_secret_business'];
/** Full age, years (民法典第十七条). */
export const FULL_AGE = 18;

export function profileOf(code: string): Profile {
  const found = PROFILES.find((one) => one.code === code);
  if (found === undefined) throw new Error(`There is no profile ${code}`);
  return found;
}
