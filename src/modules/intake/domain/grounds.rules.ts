import type { LocalizedText } from '../../../kernel/text.js';

/** Grounds of non-acceptance of a consumer complaint, in the order of article 16. */
export const DECLINE_GROUNDS = ['no-competence', 'already-handled', 'no-consumer-dispute', 'over-three-years', 'material-missing-or-false', 'identity-refused', 'other-by-law'] as const;

/** A report is not refused on those grounds: only want of competence (article 34) and repetition (article 35) end it here. */
export const REPORT_GROUNDS = ['no-competence', 'repeated-report'] as const;

export interface GroundRow {
  readonly code: string;
  readonly article: string;
  readonly label: LocalizedText;
}

const S1_16 = '总局令第121号第十六条';

/** The grounds in words. */
export const GROUNDS: readonly GroundRow[] = [
  { code: 'no-competence', article: `${S1_16}第一项、第三十四条`, label: { zh: '不属于市场监管部门职责或本机关无处理权限', en: 'Not within market regulation, or not within this agency’s power' } },
  { code: 'already-handled', article: `${S1_16}第二项`, label: { zh: '法院、仲裁机构、行政机关或消费者协会已受理或处理', en: 'A court, arbitration body, agency or consumer association has taken the same dispute up' } },
  { code: 'no-consumer-dispute', article: `${S1_16}第三项`, label: { zh: '不是为生活消费需要，或不能证明存在消费者权益争议', en: 'Not for daily life, or no consumer dispute shown' } },
  { code: 'over-three-years', article: `${S1_16}第四项`, label: { zh: '知道或应当知道权益受侵害超过三年', en: 'More than three years since it was known' } },
  { code: 'material-missing-or-false', article: `${S1_16}第五项`, label: { zh: '未提供规定材料或提供虚假材料', en: 'Material missing or false' } },
  { code: 'identity-refused', article: `${S1_16}第六项`, label: { zh: '冒用他人名义或拒不配合核验身份', en: 'Another’s name was used, or proof of identity refused' } },
  { code: 'other-by-law', article: `${S1_16}第七项`, label: { zh: '法律、法规、规章规定的其他情形', en: 'Another case laid down by law' } },
  { code: 'repeated-report', article: '总局令第121号第三十五条第二款', label: { zh: '同一举报人就同一事实重复举报同一被举报人', en: 'The same reporter, the same fact, the same party again' } },
];

/** Factors of article 17: they prompt an officer to look at ground no-consumer-dispute, and decide nothing. */
export const CONSUMER_FACTORS: readonly GroundRow[] = [
  { code: 'quantity-beyond-habit', article: '总局令第121号第十七条第一项', label: { zh: '购买数量、次数、频率与保质期或消费习惯明显不符', en: 'Quantity or frequency is plainly beyond shelf life or habit' } },
  { code: 'mass-complaints', article: '总局令第121号第十七条第二项', label: { zh: '短期内对同一经营者、同类问题大量投诉，或串通集中投诉', en: 'Many complaints about one business and problem in a short time, or in collusion' } },
  { code: 'no-real-purchase', article: '总局令第121号第十七条第三项', label: { zh: '不能证明实际购买或权益实际受侵害', en: 'No real purchase or harm shown' } },
  { code: 'shared-contact', article: '总局令第121号第十七条第四项', label: { zh: '多人使用同一电话、地址等联系方式', en: 'Several people use one telephone or address' } },
];

/** Ways that are not this one (第四十四条; 消费者权益保护法第三十九条). */
export const OTHER_ROUTES: readonly { readonly code: string; readonly label: LocalizedText }[] = [
  { code: 'information-disclosure', label: { zh: '向信息公开机构提出政府信息公开申请', en: 'Apply to the information-disclosure office' } },
  { code: 'administrative-review', label: { zh: '向复议机关申请行政复议', en: 'Apply for administrative review' } },
  { code: 'petition', label: { zh: '向信访机构提出', en: 'Turn to the petition office' } },
  { code: 'discipline', label: { zh: '向纪检监察机关检举控告', en: 'Turn to the discipline inspection' } },
  { code: 'court', label: { zh: '向人民法院起诉', en: 'Sue at the people’s court' } },
  { code: 'arbitration', label: { zh: '依仲裁协议申请仲裁', en: 'Apply for arbitration under an agreement' } },
  { code: 'other-agency', label: { zh: '向有权处理的其他行政机关提出', en: 'Turn to the other agency that has the power' } },
  { code: 'other-market-regulator', label: { zh: '直接向有处理权限的市场监管部门提出', en: 'Turn to the market regulator that has the power' } },
  { code: 'answered', label: { zh: '已当场答复，无需其他途径', en: 'Answered at once; no other way needed' } },
];
