import type { GuardSet } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';

const MEASURES = '市场监督管理严重违法失信名单管理办法（总局令第44号）';
const art = (article: string): Basis => ({ source: MEASURES, article, status: 'verified' });

const REPAIRED = (article: string): Basis => ({ source: '市场监督管理信用修复管理办法（总局令第107号）', article, status: 'verified' });

/** The decision that a listing rests on, as it stands now. */
export interface Base {
  readonly issuedOn: string;
  readonly served: boolean;
}

export interface ListingFacts {
  readonly row: {
    readonly agency: string; readonly consentAgency: string | null; readonly partyId: string; readonly alone: boolean; readonly outsideProvince: boolean; readonly hearingRequested: boolean; readonly heardAt: Date | null; readonly consentedAt: Date | null;
    readonly publishedAt: Date | null; readonly challengedAt: Date | null; readonly upheldAt: Date | null; readonly measuresUntil: string | null; readonly restoredAt: Date | null;
  };
  readonly actor: { readonly id: string; readonly agencies: readonly string[] };
  readonly input: Readonly<Record<string, unknown>>;
}

const baseOf = (input: ListingFacts['input']): Base | null => (input['base'] as Base | null | undefined) ?? null;
const time = (value: unknown): number => Date.parse(String(value));
const ours = ({ row, actor }: ListingFacts): boolean => actor.agencies.includes(row.agency);

/** `now`, `today`: of the request. `base`, `baseFallen`, `periodOver`, `consentRequired`, `listedSince`: gathered. */
export const LISTING_GUARDS: GuardSet<ListingFacts> = {
  'in-own-agency': { code: 'listing.foreign-agency', text: { zh: '该列入程序不在本单位', en: 'The listing is not with the actor’s agency' }, holds: ours },
  'ground-stands': {
    code: 'listing.no-ground', onInput: true, text: { zh: '没有这一列入事由，或者其依据未经核对', en: 'There is no such ground, or nobody here has read its text' }, basis: art('第五条至第十一条'),
    holds: ({ input }) => input['groundStands'] === true,
  },
  'rests-on-a-case': {
    code: 'listing.no-base', onInput: true, text: { zh: '须依据本单位在该案中的行政处罚或者行政裁决程序，且与事由相符', en: 'It rests on a penalty or adjudication of the agency in this case, of a kind that the ground names' }, basis: art('第十三条'),
    holds: ({ input }) => input['proceedingFits'] === true,
  },
  'party-is-firm': {
    code: 'listing.party-unfit', onInput: true, text: { zh: '须为该案中有统一社会信用代码的当事人', en: 'The party stands in the case and has a credit code' },
    holds: ({ input }) => input['firm'] !== undefined && input['firm'] !== null,
  },
  'not-proposed-already': { code: 'listing.proposed-already', onInput: true, text: { zh: '同一决定对该当事人已有列入程序', en: 'There is a listing of this party on this decision' }, holds: ({ input }) => input['proposed'] !== true },
  'recipient-is-the-listed': { code: 'listing.other-recipient', onInput: true, text: { zh: '受送达人不是拟列入的当事人', en: 'The recipient is not the party to be listed' }, holds: ({ row, input }) => input['recipient'] === row.partyId },
  'nothing-ahead': { code: 'listing.ahead', onInput: true, text: { zh: '时间尚未到来', en: 'The time lies ahead' }, holds: ({ input }) => [input['at'], input['appliedAt']].every((at) => at === undefined || time(at) <= Number(input['now'])) },
  'hearing-asked-for': { code: 'listing.no-hearing-asked', text: { zh: '当事人未要求听证', en: 'No hearing was asked for' }, holds: ({ row }) => row.hearingRequested },
  'notice-period-over': {
    code: 'listing.notice-period-running', text: { zh: '陈述、申辩、要求听证的期限尚未届满', en: 'The time to answer or ask for a hearing is running' }, basis: art('第十三条第一款'), holds: ({ row, input }) => row.consentedAt !== null || input['periodOver'] === true,
  },
  'hearing-held': { code: 'listing.not-heard', text: { zh: '当事人要求听证，尚未举行', en: 'The hearing that was asked for was not held' }, basis: art('第十三条第一款'), holds: ({ row }) => !row.hearingRequested || row.heardAt !== null },
  'superior-speaks': {
    code: 'listing.not-the-superior', onInput: true, text: { zh: '由上一级部门同意；上级不在本系统的，填写其文号', en: 'The superior consents; where it is outside of the system, give the number of its letter' }, basis: art('第二十二条'),
    holds: ({ row, actor, input }) => (row.consentAgency === null ? actor.agencies.includes(row.agency) && typeof input['letter'] === 'string' : actor.agencies.includes(row.consentAgency)),
  },
  'consented-where-required': { code: 'listing.no-consent', text: { zh: '尚未经上一级部门同意', en: 'The superior has not consented' }, basis: art('第二十二条'), holds: ({ row, input }) => input['consentRequired'] !== true || row.consentedAt !== null },
  'base-stands': { code: 'listing.no-decision', text: { zh: '所依据的行政决定尚未作出，或者已经失效', en: 'The decision that it rests on was not made, or has fallen' }, basis: art('第十三条'), holds: ({ input }) => baseOf(input) !== null && input['baseFallen'] !== true },
  'decided-with-its-base': {
    code: 'listing.not-together', text: { zh: '应当在作出行政处罚决定时一并决定；依第十一条单独列入的，该决定须已送达', en: 'It is decided on the day of the penalty; alone under article 11 only once the decision was served' }, basis: art('第十三条第一款、第三款'),
    holds: ({ row, input }) => (row.alone ? baseOf(input)?.served === true : baseOf(input)?.issuedOn === input['today']),
  },
  'base-is-served': { code: 'listing.base-unserved', text: { zh: '所依据的行政决定尚未送达', en: 'The decision that it rests on was not served' }, basis: art('第十三条第一款'), holds: ({ input }) => baseOf(input)?.served === true },
  'intent-not-disproved': { code: 'listing.no-intent', onInput: true, text: { zh: '当事人有证据足以证明没有主观故意的，不列入', en: 'Whoever proves that there was no intent is not listed' }, basis: art('第十二条第二款'), holds: ({ input }) => input['intentDisproved'] === false },
  'same-province': { code: 'listing.other-province', text: { zh: '当事人在外省', en: 'The party is of another province' }, basis: art('第十四条第一款'), holds: ({ row }) => !row.outsideProvince },
  'other-province': { code: 'listing.same-province', text: { zh: '当事人在本省', en: 'The party is of this province' }, basis: art('第十四条第二款'), holds: ({ row }) => row.outsideProvince },
  'not-published-yet': { code: 'listing.published', text: { zh: '已经公示', en: 'It is published' }, holds: ({ row }) => row.publishedAt === null },
  'no-challenge-open': { code: 'listing.challenge-open', text: { zh: '已有复议或者诉讼', en: 'It is challenged already' }, holds: ({ row }) => row.challengedAt === null || row.upheldAt !== null },
  'challenge-open': { code: 'listing.no-challenge', text: { zh: '没有进行中的复议或者诉讼', en: 'No challenge is open' }, holds: ({ row }) => row.challengedAt !== null && row.upheldAt === null },
  'year-is-over': { code: 'listing.year-running', onInput: true, text: { zh: '列入未满一年的，不得申请提前移出', en: 'Removal is asked for after a year at the earliest' }, basis: art('第十六条第一款'), holds: ({ input }) => typeof input['yearEnds'] === 'string' && time(input['appliedAt']) > time(input['yearEnds']) },
  'three-years-over': { code: 'listing.time-running', text: { zh: '列入未满三年', en: 'The three years are running' }, basis: art('第二十一条'), holds: ({ input }) => typeof input['listEnds'] === 'string' && Number(input['now']) > time(input['listEnds']) },
  'duties-done': {
    code: 'listing.conditions-missing', onInput: true, text: { zh: '应当已履行义务、消除危害后果，且未再受到较重行政处罚', en: 'Duties are done, harm removed, and no heavier penalty came since' }, basis: art('第十六条第一款'),
    holds: ({ input }) => ['performed', 'harmRemoved', 'nothingSince'].every((name) => input[name] === true), details: ({ input }) => ['performed', 'harmRemoved', 'nothingSince'].filter((name) => input[name] !== true),
  },
  'measures-over': { code: 'listing.measures-running', text: { zh: '管理措施期限尚未届满', en: 'A measure with a longer term is running' }, basis: art('第十六条第二款、第二十一条'), holds: ({ row, input }) => row.measuresUntil === null || row.measuresUntil < String(input['today']) },
  'repair-granted': { code: 'listing.no-repair', text: { zh: '提前移出须经信用修复准予', en: 'It is removed early by a credit repair that was granted' }, basis: REPAIRED('第十三条、第十七条'), holds: ({ input }) => input['repairGranted'] === true },
  'never-restored': { code: 'listing.was-restored', text: { zh: '因弄虚作假恢复列入的，不得提前移出', en: 'Put back after fraud, it is not removed early' }, basis: REPAIRED('第二十三条第一款'), holds: ({ row }) => row.restoredAt === null },
  'repair-revoked': { code: 'listing.repair-stands', text: { zh: '信用修复未被撤销', en: 'No repair of it was revoked' }, basis: art('第二十条'), holds: ({ input }) => input['repairRevoked'] === true },
  'agency-or-system': { code: 'listing.foreign-agency', text: { zh: '该列入程序不在本单位', en: 'The listing is not with the actor’s agency' }, holds: (facts) => ours(facts) || facts.actor.id.startsWith('system:') },
  'base-has-fallen-or-challenge-won': {
    code: 'listing.base-stands', onInput: true, text: { zh: '所依据的决定未被撤销，列入决定亦未被复议、诉讼撤销', en: 'Neither has its base fallen, nor was a challenge of it won' }, basis: art('第十九条、第二十三条'),
    holds: ({ row, input }) => input['baseFallen'] === true || (row.challengedAt !== null && row.upheldAt === null && typeof input['fileNumber'] === 'string'),
  },
};
