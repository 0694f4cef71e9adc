import type { Guard } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';

export interface NoticeFacts {
  readonly row: { readonly agency: string; readonly caseId: string };
  readonly actor: { readonly agencies: readonly string[] };
  readonly input: Readonly<Record<string, unknown>>;
}

const ARTICLE: Basis = { source: '市场监督管理行政处罚程序规定', article: '第八十二条第五项', status: 'verified' };
const PAPERS = ['newspaper', 'website'];

export const PUBLIC_NOTICE_GUARDS = {
  'in-own-agency': {
    code: 'public-notice.foreign-agency', text: { zh: '该公告不在本单位', en: 'The notice is not with the actor’s agency' },
    holds: ({ row, actor }: NoticeFacts) => actor.agencies.includes(row.agency),
  },
  'document-stands': {
    code: 'public-notice.document-unfit', text: { zh: '文书已撤回，或者已向该受送达人送达', en: 'The document was withdrawn, or was served on this recipient already' },
    holds: ({ input }: NoticeFacts) => input['documentStands'] === true,
  },
  'recipient-is-party': {
    code: 'public-notice.recipient-unfit', onInput: true, text: { zh: '受送达人不是本案当事人', en: 'The recipient does not stand in the case' },
    holds: ({ input }: NoticeFacts) => input['recipientLive'] === true,
  },
  // On the board and at the residence, with photographs or a film; or in a paper or on the web site.
  'place-suffices': {
    code: 'public-notice.place-insufficient', onInput: true, text: { zh: '应当在公告栏和受送达人住所地张贴并拍照、录像，或者在报纸、门户网站刊登', en: 'It is posted on the board and at the residence, with photographs or a film, or printed in a paper or on the web site' }, basis: ARTICLE,
    holds: ({ input }: NoticeFacts) => placesSuffice(listed(input['places']), listed(input['recordings'])),
  },
  'published-by-now': {
    code: 'public-notice.not-yet-published', onInput: true, text: { zh: '发布时间尚未到来', en: 'The time of publication lies ahead' },
    holds: ({ input }: NoticeFacts) => Date.parse(String(input['publishedAt'])) <= Number(input['now']),
  },
} satisfies Readonly<Record<string, Guard<NoticeFacts>>>;

function placesSuffice(places: readonly unknown[], recordings: readonly unknown[]): boolean {
  if (places.some((place) => PAPERS.includes(String(place)))) return true;
  return places.includes('bulletin-board') && places.includes('residence') && recordings.length > 0;
}

function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
