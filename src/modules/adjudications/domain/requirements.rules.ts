import type { Basis, LocalizedText } from '../../../kernel/text.js';

const MEASURES = '专利纠纷行政裁决和调解办法（国家知识产权局令第81号）';
const art = (article: string): Basis => ({ source: MEASURES, article, status: 'verified' });

/** A line of a checklist, or a ground, with its article. */
export interface Requirement<Code extends string = string> {
  readonly code: Code;
  readonly label: LocalizedText;
  readonly basis: Basis;
}
const row = <Code extends string>(code: Code, zh: string, en: string, article: string): Requirement<Code> => ({ code, label: { zh, en }, basis: art(article) });

/** Conditions of a request: all of them. */
export const CONDITIONS = [
  row('entitled-requester', '请求人是专利权人或者利害关系人', 'The requester is the patentee or an interested party', '第十二条第一款第一项'),
  row('definite-respondent', '有明确的被请求人', 'There is a definite respondent', '第十二条第一款第二项'),
  row('definite-claim', '有明确的请求事项和具体事实、理由', 'The claim, facts and reasons are definite', '第十二条第一款第三项'),
  row('within-jurisdiction', '属于受案和管辖范围', 'It is a matter for this agency', '第十二条第一款第四项'),
  row('no-suit-no-other-way', '双方均未起诉，且未约定其他纠纷解决方式', 'Neither side has sued, and no other way was agreed', '第十二条第一款第五项'),
] as const;

/** Materials; some only where their fact is there. */
export const MATERIALS = [
  row('written-request', '请求书（载明当事人、事项、事实和理由，签字或者盖章）', 'Request with parties, matter, facts and reasons, signed', '第十四条第一款、第十五条'),
  row('requester-identity', '请求人主体资格证明', 'Proof of who the requester is', '第十四条第一款第一项'),
  row('patent-register', '专利登记簿副本', 'Copy of the patent register', '第十四条第一款第二项'),
  row('copies', '按被请求人数提供的请求书副本及证据', 'Copies for every respondent, with the evidence', '第十四条第三款'),
  row('interest-proof', '利害关系人证明材料', 'Proof of the interest', '第十四条第一款第一项'),
  row('evaluation-report', '专利权评价报告（部门要求的）', 'Evaluation report, where the agency asks for it', '第十四条第二款'),
] as const;

export type ConditionCode = (typeof CONDITIONS)[number]['code'];
export type MaterialCode = (typeof MATERIALS)[number]['code'];
export const CONDITION_CODES = CONDITIONS.map(({ code }) => code);
export const MATERIAL_CODES = MATERIALS.map(({ code }) => code);
const ALWAYS: readonly MaterialCode[] = ['written-request', 'requester-identity', 'patent-register', 'copies'];

/** Who asks; licensees according to their licence (第十二条第二款). */
export const REQUESTER_KINDS = ['patentee', 'heir', 'exclusive-licensee', 'sole-licensee', 'ordinary-licensee'] as const;
export type RequesterKind = (typeof REQUESTER_KINDS)[number];

/** None: the agency did not ask for one. A report is about utility models and designs. */
export const EVALUATIONS = ['not-asked', 'clean', 'defects', 'not-provided'] as const;
export type Evaluation = (typeof EVALUATIONS)[number];

/** Materials that this request needs. */
export function materialsNeeded(requester: RequesterKind, evaluation: Evaluation): readonly MaterialCode[] {
  return [...ALWAYS, ...(requester === 'patentee' ? [] : (['interest-proof'] as const)), ...(evaluation === 'not-asked' ? [] : (['evaluation-report'] as const))];
}

/** May this licensee ask alone? `leave`: the patentee does not ask (sole), or the contract or the patentee authorises (ordinary). */
export function mayAskAlone(requester: RequesterKind, leave: boolean): boolean {
  return leave || (requester !== 'sole-licensee' && requester !== 'ordinary-licensee');
}

/** Why a request is not filed, besides a condition that is missing. */
export const NON_FILING_GROUNDS = [
  ...CONDITIONS,
  row('not-corrected', '逾期未补正或者补正后仍不符合规定', 'Not corrected in time, or still not in order', '第十六条'),
  row('evaluation-report-refused', '无正当理由不提交专利权评价报告', 'The evaluation report was refused without a good reason', '第十四条第二款'),
  row('other-agency', '不属于本部门管辖', 'Another agency is competent', '第九条第二款'),
] as const;

/** Why a filed case is withdrawn. */
export const DISMISSAL_GROUNDS = [
  row('conditions-not-met', '立案后发现不符合受理条件', 'The conditions turn out not to be met', '第三十六条第一款第一项'),
  row('sued', '一方当事人向人民法院起诉', 'A party has sued', '第十二条第一款第五项、第三十六条第一款第一项'),
  row('withdrawn', '请求人撤回处理请求', 'The requester takes the request back', '第三十六条第一款第二项'),
  row('requester-gone', '请求人死亡或者注销，无人承受或者承受人放弃', 'The requester is gone and nobody follows', '第三十六条第一款第三项'),
  row('respondent-gone', '被请求人死亡或者注销，无财产且无义务承担人', 'The respondent is gone and nobody is liable', '第三十六条第一款第四项'),
  row('patent-invalid', '涉案专利权被宣告全部无效', 'The patent was declared invalid as a whole', '第三十六条第一款第五项'),
  row('claims-not-stated', '经释明仍不明确据以请求的权利要求', 'The claims relied upon are not stated', '第三十六条第二款'),
  row('out-of-time', '被请求人提出请求时限抗辩且无中止、中断、延长事由', 'The respondent pleads the time limit, and nothing stopped it', '第十九条第三款'),
  row('other-agency', '立案后发现不属于本部门管辖', 'Another agency turns out to be competent', '第九条第二款'),
  row('other', '其他依法应当撤销案件的情形', 'Another legal ground', '第三十六条第一款第五项'),
] as const;

/** What must suspend it, besides an accepted request for invalidation. */
export const SUSPENSION_GROUNDS = [
  row('death', '一方当事人死亡，等待继承人表明是否参加', 'A party died; the heirs have to say', '第二十八条第一款第二项'),
  row('incapacity', '一方当事人丧失民事行为能力，尚未确定法定代理人', 'A party lost capacity', '第二十八条第一款第三项'),
  row('dissolution', '作为当事人的法人或者非法人组织终止，尚未确定承受人', 'A party that is an organisation ended', '第二十八条第一款第四项'),
  row('force-majeure', '因不可抗拒的事由不能参加', 'Force majeure', '第二十八条第一款第五项'),
  row('depends-on-another-case', '必须以另一案的审理结果为依据，而另一案尚未审结', 'It depends on another case', '第二十八条第一款第六项'),
  row('referred-upward', '向上级部门请示法律适用问题等，确需等待批复', 'A question of law was put to the superior', '第二十八条第一款第七项'),
] as const;

/** When an accepted request for invalidation need not suspend it. */
export const EXCEPTIONS = [
  row('invention', '涉案发明专利权被申请宣告无效', 'It is an invention patent', '第二十九条第一项'),
  row('clean-report', '评价报告未发现不符合授予专利权条件的缺陷', 'The evaluation report found no defect', '第二十九条第二项'),
  row('second-request', '撤回后恢复处理，又再次请求宣告无效并请求中止', 'A second request after the first was withdrawn', '第二十九条第三项'),
  row('upheld-before', '维持专利权有效的决定已经生效', 'An effective decision upheld the patent', '第二十九条第四项'),
  row('other', '认为无需中止的其他情形', 'Another case in which it is not needed', '第二十九条第五项'),
] as const;

/** Acts that may be ordered to stop, with what the order has to contain. */
export const ACTS = [
  row('make', '制造', 'Making', '第三十二条第一款第一项'),
  row('use-method', '使用专利方法', 'Using a patented process', '第三十二条第一款第二项'),
  row('sell', '销售', 'Selling', '第三十二条第一款第三项'),
  row('offer', '许诺销售', 'Offering for sale', '第三十二条第一款第四项'),
  row('use', '为生产经营目的使用', 'Using for business', '第三十二条第一款第五项'),
  row('import', '进口', 'Importing', '第三十二条第一款第六项'),
  row('exhibit', '参展', 'Exhibiting', '第三十二条第一款第七项'),
] as const;

/** Why a decision is changed or revoked by the agency itself. */
export const REVISION_GROUNDS = [
  row('invalid', '涉案专利被宣告全部无效且决定已生效', 'The patent was declared invalid as a whole, with effect', '第三十三条第一款'),
  row('partly-invalid', '涉案专利被宣告部分无效且决定已生效', 'The patent was declared invalid in part, with effect', '第三十三条第一款'),
  row('other', '其他需要纠正或者撤销的情形', 'Another ground to correct or revoke it', '第三十三条第一款'),
] as const;

const codesOf = <Code extends string>(rows: readonly Requirement<Code>[]): Code[] => rows.map(({ code }) => code);
export const NON_FILING_CODES = codesOf(NON_FILING_GROUNDS);
export const DISMISSAL_CODES = codesOf(DISMISSAL_GROUNDS);
export const SUSPENSION_CODES = codesOf(SUSPENSION_GROUNDS);
export const EXCEPTION_CODES = codesOf(EXCEPTIONS);
export const ACT_CODES = codesOf(ACTS);
export const REVISION_CODES = codesOf(REVISION_GROUNDS);
