import type { Basis, LocalizedText } from '../../../kernel/text.js';
import type { ServiceMode, ServiceWay } from '../domain/service.rules.js';

const read = (article: string, note?: string): Basis => ({ source: '市场监督管理行政处罚程序规定', article, status: 'verified', ...(note === undefined ? {} : { note }) });
const SIGNED: LocalizedText = { zh: '送达回证上的签收日期', en: 'Day of receipt on the return slip' };

/** Documents to complainants and reporters, which are told in whatever way. */
const TOLD = ['complaint-acceptance', 'complaint-non-acceptance', 'mediation-session-notice', 'mediation-termination', 'mediation-end-notice', 'report-result-notice', 'other-way-notice'];

/** Modes of service, and for documents that are only told. */
export const SERVICE_MODES: Readonly<Record<ServiceMode, LocalizedText>> = {
  personal: { zh: '直接送达', en: 'Personal service' },
  lien: { zh: '留置送达', en: 'Leaving it with a recipient who refuses' },
  electronic: { zh: '电子送达', en: 'Electronic service' },
  postal: { zh: '邮寄送达', en: 'Service by post' },
  entrusted: { zh: '委托送达', en: 'Service by another market regulator' },
  transferred: { zh: '转交送达', en: 'Service passed on by another department' },
  'public-notice': { zh: '公告送达', en: 'Service by public notice' },
  told: { zh: '告知', en: 'Telling' },
};

/** How each mode is proved, and which day counts. The courts' rules are the same in substance (民事诉讼法第八十七条至第九十五条). */
export const SERVICE_WAYS: readonly ServiceWay[] = [
  { mode: 'personal', way: 'left-at-confirmed-address', label: { zh: '留在确认的送达地址', en: 'Left at the confirmed address' }, needs: ['leftAtConfirmedAddress'], servers: 1, confirmed: 'address',
    day: { zh: '文书留在该地址之日', en: 'Day on which it was left there' }, basis: read('第八十三条') },
  { mode: 'personal', way: 'signed', label: { zh: '签收', en: 'Signed for' }, needs: ['receivedBy'], servers: 1, day: SIGNED, basis: read('第八十一条、第八十二条第一项', '民事诉讼法第八十八条') },
  { mode: 'lien', way: 'witnessed', label: { zh: '见证人到场', en: 'Before witnesses' }, needs: ['refusal', 'witnesses'], servers: 2,
    day: { zh: '文书留在受送达人住所之日', en: 'Day on which it was left at the residence' }, basis: read('第八十二条第二项', '执法人员不少于两人：行政处罚法第四十二条；民事诉讼法第八十九条') },
  { mode: 'lien', way: 'recorded', label: { zh: '拍照、录像记录', en: 'Photographed or filmed' }, needs: ['refusal', 'recordings'], servers: 2,
    day: { zh: '文书留在受送达人住所之日', en: 'Day on which it was left at the residence' }, basis: read('第八十二条第二项', '执法人员不少于两人：行政处罚法第四十二条；民事诉讼法第八十九条') },
  { mode: 'electronic', way: 'arrived', label: { zh: '到达特定系统', en: 'Arrived in the system named' }, needs: ['channel', 'recordings'], servers: 1, confirmed: 'electronic',
    day: { zh: '到达受送达人特定系统的日期', en: 'Day on which it arrived in the recipient’s system' }, basis: read('第八十二条第三项', '行政处罚法第六十一条第二款；民事诉讼法第九十条') },
  { mode: 'postal', way: 'returned', label: { zh: '按确认的地址邮寄后退回', en: 'Sent to the confirmed address and returned' }, needs: ['trackingNumber', 'returned'], servers: 1, confirmed: 'address',
    day: { zh: '文书被退回之日', en: 'Day on which it came back' }, basis: read('第八十三条第二款') },
  { mode: 'postal', way: 'received', label: { zh: '回执', en: 'Return receipt' }, needs: ['trackingNumber', 'receivedBy'], servers: 1,
    day: { zh: '回执上注明的收件日期', en: 'Day of receipt on the return receipt' }, basis: read('第八十二条第四项', '民事诉讼法第九十一条') },
  { mode: 'entrusted', way: 'signed', label: { zh: '受托机关送达签收', en: 'Signed for with whoever was entrusted' }, needs: ['through', 'receivedBy'], servers: 1, day: SIGNED, basis: read('第八十二条第四项', '民事诉讼法第九十一条') },
  { mode: 'transferred', way: 'signed', label: { zh: '转交后签收', en: 'Passed on and signed for' }, needs: ['through', 'receivedBy'], servers: 1, day: SIGNED, basis: read('第八十二条第四项', '民事诉讼法第九十二条至第九十四条') },
  { mode: 'public-notice', way: 'period-over', label: { zh: '公告期满', en: 'The period of the notice is over' }, needs: ['notice'], servers: 1,
    day: { zh: '公告发布之日起经过三十日', en: 'After thirty days from the notice' }, basis: read('第八十二条第五项', '民事诉讼法第九十五条') },
  // Forms 4 to 8 and 10 of 2026 say so in their notes; what they tell starts no period of service.
  { mode: 'told', way: 'told', label: { zh: '互联网、电话、短信、电子邮件、信函等方式告知', en: 'Told over the internet, by telephone, message, e-mail or letter' }, needs: ['channel'], servers: 1, kinds: TOLD,
    day: { zh: '告知之日', en: 'Day on which it was told' }, basis: { source: '市场监督管理部门处理投诉举报文书式样（2026年4月）', article: '式样五至八、十注', status: 'verified' } },
];

/** Who may sign for a recipient (令2 第八十二条第一项). */
export const RECEIVERS = ['recipient', 'adult-family-member', 'legal-representative', 'mailroom', 'agent', 'appointed-receiver'] as const;

/** How something is sent or told. The first four may stand in a confirmation of address (令2 第八十二条第三项). */
export const ELECTRONIC_CHANNELS = ['sms', 'fax', 'email', 'messenger'] as const;
export const CHANNELS = [...ELECTRONIC_CHANNELS, 'internet', 'telephone', 'letter', 'in-person'] as const;
