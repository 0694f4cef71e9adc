import type { Basis, LocalizedText } from '../../../kernel/text.js';

export const MEASURE: Basis = { source: '潮办发〔2021〕2号', article: '第3项', status: 'verified', note: '措施只写建立预警“白名单”制度；条件、步骤、期限参照重点商标保护名录（T/GDTA 001-2023），未见原文，为本系统拟定' };

interface Row {
  readonly code: string;
  readonly label: LocalizedText;
}

/** The five fields of the measure, each with classes of GB/T 4754-2017 (domain facts, part 5: those of packaging, aquaria and biomedicine are a proposal and unverified). */
export const INDUSTRIES = [
  { code: 'ceramics', label: { zh: '陶瓷', en: 'Ceramics' }, classes: ['3071', '3072', '3073', '3074', '3075', '3076', '3079'], status: 'verified' },
  { code: 'stainless-steel', label: { zh: '不锈钢', en: 'Stainless steel' }, classes: ['3381', '3382', '3383', '3389'], status: 'verified' },
  { code: 'food-packaging', label: { zh: '食品包装', en: 'Food packaging' }, classes: ['2231', '2319', '2926', '3333'], status: 'unverified' },
  { code: 'aquarium', label: { zh: '水族器材', en: 'Aquarium equipment' }, classes: ['2929', '3441', '3857'], status: 'unverified' },
  { code: 'biomedicine', label: { zh: '生物医药', en: 'Biomedicine' }, classes: ['2761', '2762'], status: 'unverified' },
] as const satisfies readonly (Row & { classes: readonly string[]; status: 'verified' | 'unverified' })[];
export const INDUSTRY_CODES: readonly string[] = INDUSTRIES.map(({ code }) => code);

/** What an application comes with; all of it, before anybody examines it. */
export const MATERIALS = [
  { code: 'application-form', label: { zh: '申请表', en: 'Application form' } },
  { code: 'business-licence', label: { zh: '营业执照', en: 'Business licence' } },
  { code: 'right-certificates', label: { zh: '权利证书', en: 'Certificates of the rights' } },
  { code: 'evidence-of-use', label: { zh: '使用与维权证据', en: 'Evidence of use and of defence' } },
  { code: 'promise', label: { zh: '诚信承诺书', en: 'Promise of good faith' } },
] as const satisfies readonly Row[];
export const MATERIAL_CODES: readonly string[] = MATERIALS.map(({ code }) => code);

/** Why a firm is taken off. */
export const EXIT_GROUNDS = [
  { code: 'serious-dishonesty', label: { zh: '被列入严重违法失信名单', en: 'On the list for serious dishonesty' } },
  { code: 'infringed', label: { zh: '因侵犯知识产权受到处罚', en: 'Punished for infringement' } },
  { code: 'false-materials', label: { zh: '提供虚假材料', en: 'False materials' } },
  { code: 'right-ended', label: { zh: '所列权利全部终止', en: 'None of its rights is left' } },
  { code: 'abused', label: { zh: '滥用白名单身份', en: 'Abused its place on the list' } },
  { code: 'not-reviewed', label: { zh: '不配合年度复核', en: 'Does not take part in the yearly review' } },
] as const satisfies readonly Row[];
export const EXIT_CODES: readonly string[] = EXIT_GROUNDS.map(({ code }) => code);

/** Who may object: a kind, never a name. */
export const OBJECTORS = ['firm', 'person', 'association', 'authority'] as const;
/** A penalty for infringement within so many months stands against a place (本系统拟定，未见原文). */
export const CLEAN_MONTHS = 24;
/** So long before the end of the term a firm may apply again (本系统拟定，未见原文). */
export const RENEWAL_DAYS = 90;
