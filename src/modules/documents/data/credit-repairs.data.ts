import type { Basis } from '../../../kernel/text.js';
import type { DocumentField, DocumentKind } from '../domain/document.rules.js';

const field = (name: string, zh: string, en: string, required = true): DocumentField => ({ name, label: { zh, en }, required });
const content = (article: string): Basis => ({ source: '市场监督管理信用修复管理办法（总局令第107号）', article, status: 'unverified', note: '内容依条文；第二十九条所称文书格式范本未见' });

const APPLICANT = field('applicant', '申请人', 'Applicant');
const REASONS = field('reasons', '理由', 'Reasons');
const CONDITIONS = field('conditions', '各项条件及认定', 'Conditions, and what was found');
const REMEDIES = field('remedies', '救济途径', 'Remedies');

const paper = (kind: string, zh: string, en: string, word: string, source: Basis, fields: readonly DocumentField[]): DocumentKind => ({
  kind: `repair-${kind}`, title: { zh, en }, word, fields, volume: 'main', visibility: 'case', valid: ['2025-12-25', null], source,
});

/** Documents of credit repair. */
export const CREDIT_REPAIR_DOCUMENTS: readonly DocumentKind[] = [
  paper('correction', '信用修复申请补正告知书', 'Notice of what is missing', '信修补', content('第十四条第四款'), [APPLICANT, field('missing', '需要补正的材料', 'Missing materials')]),
  paper('acceptance', '信用修复受理通知书', 'Notice of acceptance', '信修受', content('第十四条第四款'), [APPLICANT]),
  paper('non-acceptance', '信用修复不予受理通知书', 'Notice of non-acceptance', '信修不受', content('第十四条第四款'), [APPLICANT, REASONS, CONDITIONS, REMEDIES]),
  paper('grant', '准予信用修复决定书', 'Decision to repair', '信修准', content('第十七条'), [APPLICANT, REASONS, CONDITIONS, field('promise', '信用承诺', 'Promise')]),
  paper('refusal', '不予信用修复决定书', 'Decision not to repair', '信修不', content('第十七条、第十八条、第二十三条'), [APPLICANT, REASONS, field('conditions', '各项条件及认定', 'Conditions, and what was found', false), REMEDIES, field('barredUntil', '不得申请修复的截止日期', 'Last day of the bar', false)]),
  paper('revocation', '撤销准予信用修复决定书', 'Decision to revoke a repair', '信修撤', content('第二十三条'), [APPLICANT, field('facts', '事实', 'Facts'), REASONS, REMEDIES, field('barredUntil', '不得申请修复的截止日期', 'Last day of the bar')]),
];
