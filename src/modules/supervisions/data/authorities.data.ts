import type { LocalizedText } from '../../../kernel/text.js';
import type { AuthorityCode, SupervisionReason } from '../domain/supervision.rules.js';

/** Who lists a case. Whoever is no user of the system does so by a letter, which the listing agency records with its number. */
export const AUTHORITIES: readonly { readonly code: AuthorityCode; readonly label: LocalizedText; readonly byLetter: boolean }[] = [
  { code: 'listing-agency', label: { zh: '登记单位自行挂牌', en: 'The listing agency itself' }, byLetter: false },
  { code: 'joint-meeting', label: { zh: '知识产权联席会议', en: 'Joint meeting on intellectual property' }, byLetter: true },
  { code: 'peoples-congress', label: { zh: '人大监督', en: 'People’s congress' }, byLetter: true },
  { code: 'political-consultative', label: { zh: '政协民主监督', en: 'Political consultative conference' }, byLetter: true },
  { code: 'procuratorate', label: { zh: '检察机关', en: 'Procuratorate' }, byLetter: true },
  { code: 'province', label: { zh: '省级主管部门', en: 'Authority of the province' }, byLetter: true },
  { code: 'nation', label: { zh: '国家主管部门', en: 'National authority' }, byLetter: true },
];

export const REASONS: readonly { readonly code: SupervisionReason; readonly label: LocalizedText }[] = [
  { code: 'public-concern', label: { zh: '群众反映强烈、社会舆论关注', en: 'Strong public concern' } },
  { code: 'grave', label: { zh: '案情重大、复杂', en: 'Grave or complicated' } },
  { code: 'cross-region', label: { zh: '跨区域', en: 'Across regions' } },
  { code: 'repeat-infringer', label: { zh: '重复侵权、恶意侵权', en: 'Repeated or wilful infringement' } },
  { code: 'stalled', label: { zh: '久拖不决', en: 'Long without result' } },
  { code: 'ordered-from-above', label: { zh: '上级交办', en: 'Ordered from above' } },
];
