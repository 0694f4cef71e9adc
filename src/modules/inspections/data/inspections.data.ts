import type { Basis, LocalizedText } from '../../../kernel/text.js';
import type { AgencyCode } from '../../identity/index.js';
import type { Severity } from '../domain/inspection.guards.js';

/** Cases that one inspection draws at most. A rule of the house: as many as people can look at. */
export const INSPECTION_LIMIT = 500;

/** Days within which a finding is answered, at most; the clock `inspection.answer` has the same bound. */
export const MOST_ANSWER_DAYS = 90;

/** 开展知识产权执法检查；发挥政协民主监督作用. */
const MEASURE: Basis = { source: '潮办发〔2021〕2号', article: '第6项', status: 'verified', note: '措施要求开展执法检查与专项监督；抽取、提出问题与答复的步骤为本系统拟定' };

/** Who inspects: bodies that oversee (no case of theirs is here), and the city bureau, which looks into the offices below it only. */
export const INSPECTING: readonly { readonly agency: AgencyCode; readonly label: LocalizedText; readonly over: 'all' | 'below'; readonly basis: Basis }[] = [
  { agency: 'cz-npc-office', label: { zh: '人大监督', en: 'People’s congress' }, over: 'all', basis: MEASURE },
  { agency: 'cz-npc-legislative-affairs', label: { zh: '人大监督', en: 'People’s congress' }, over: 'all', basis: MEASURE },
  { agency: 'cz-npc-education-science', label: { zh: '人大监督', en: 'People’s congress' }, over: 'all', basis: MEASURE },
  { agency: 'cz-cppcc-culture', label: { zh: '政协民主监督', en: 'Political consultative conference' }, over: 'all', basis: MEASURE },
  { agency: 'cz-justice', label: { zh: '行政执法监督', en: 'Oversight of administrative enforcement' }, over: 'all', basis: MEASURE },
  { agency: 'cz-market-regulation', label: { zh: '市局层级监督', en: 'The city bureau over its offices' }, over: 'below', basis: MEASURE },
];

export const SEVERITIES: readonly { readonly code: Severity; readonly label: LocalizedText }[] = [
  { code: 'advice', label: { zh: '改进建议', en: 'Advice' } },
  { code: 'irregular', label: { zh: '不规范', en: 'Irregular' } },
  { code: 'improper', label: { zh: '不当', en: 'Improper' } },
  { code: 'unlawful', label: { zh: '违法', en: 'Unlawful' } },
];
