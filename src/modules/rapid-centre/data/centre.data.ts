import type { Basis, LocalizedText } from '../../../kernel/text.js';

/** The lane of the cases that the centre takes care of. */
export const CENTRE_LANE = 'rapid-centre';

/** Classes of tableware and cookware: where a right has one of them, the centre serves its industry. */
export const CENTRE_CLASSES = {
  nice: [8, 11, 21], locarno: ['07'],
  basis: { source: '潮办发〔2021〕2号', article: '第12项', status: 'unverified', note: '措施只写明餐具炊具；对应尼斯分类第8、11、21类，洛迦诺分类07大类，未见官方对应表，为本系统判断' },
} as const satisfies { nice: readonly number[]; locarno: readonly string[]; basis: Basis };

export interface CentreService {
  readonly code: string;
  readonly label: LocalizedText;
  readonly results: readonly { readonly code: string; readonly label: LocalizedText }[];
}

/** What the centre does in a case before anybody hears it. Mediation, adjudication and confirmation are proceedings of the case. */
export const CENTRE_SERVICES = [
  { code: 'pre-check', label: { zh: '预审', en: 'Pre-check' }, results: [{ code: 'fit', label: { zh: '符合快速维权条件', en: 'Fit for the short way' } }, { code: 'papers-missing', label: { zh: '需补充材料', en: 'Papers are missing' } }, { code: 'unfit', label: { zh: '不符合快速维权条件', en: 'Not fit for it' } }] },
  { code: 'aid', label: { zh: '维权援助', en: 'Aid' }, results: [{ code: 'asked', label: { zh: '已申请援助', en: 'Asked for' } }, { code: 'given', label: { zh: '已提供援助', en: 'Given' } }, { code: 'referred', label: { zh: '已转介', en: 'Referred to somebody else' } }] },
] as const satisfies readonly CentreService[];

export const SERVICE_CODES: readonly string[] = CENTRE_SERVICES.map(({ code }) => code);
export const SERVICE_RESULTS: readonly string[] = CENTRE_SERVICES.flatMap(({ results }) => results.map(({ code }) => code));

/** Whether a result belongs to the service. */
export function fits(service: string, result: string): boolean {
  return CENTRE_SERVICES.some(({ code, results }) => code === service && results.some((one) => one.code === result));
}
