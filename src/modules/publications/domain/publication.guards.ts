import type { Guard, GuardSet } from '../../../kernel/lifecycle/index.js';
import type { Basis } from '../../../kernel/text.js';
import { hidesAtLeast, unfitSpans, type Span } from './redaction.rules.js';

export interface PublicationFacts {
  readonly row: {
    readonly agency: string;
    readonly state: string;
    readonly profile: string;
    readonly subjectType: string | null;
    readonly original: string;
    readonly spans: readonly Span[];
    /** Accounts that worked on the matter when the draft was opened. */
    readonly handlers: readonly string[];
    readonly preparedBy: string | null;
    readonly approvedBy: string | null;
    readonly toldAt: Date | null;
    readonly displayClock: string | null;
    readonly restrictedUntil: string | null;
    readonly restricted: boolean;
    readonly otherProvince: boolean;
    readonly restoredAt: Date | null;
  };
  readonly actor: { readonly id: string; readonly agencies: readonly string[] };
  readonly input: Readonly<Record<string, unknown>>;
}

type PublicationGuard = Guard<PublicationFacts>;
const art = (article: string): Basis => ({ source: '市场监督管理行政处罚信息公示规定', article, status: 'verified' });
const shownFor = (clock: string): PublicationGuard => ({
  code: 'publication.other-class', text: { zh: '公示期限属于其他类别', en: 'It is shown for another time' },
  holds: ({ row }) => row.displayClock === clock,
});

/** Gathered into the input: `excluded` (who keeps out of the case), `handling` (who works on it now), `pushOwed` (whether the province of the party is still to be told), `residue` (rules under which the text still has to hide something). */
export const PUBLICATION_GUARDS: GuardSet<PublicationFacts> = {
  'in-own-agency': {
    code: 'publication.foreign-agency', text: { zh: '该公示不在本单位', en: 'The publication is not with the actor’s agency' },
    holds: ({ row, actor }) => actor.agencies.includes(row.agency),
  },
  'not-excluded': {
    code: 'publication.actor-excluded', text: { zh: '本人应当回避，不得参与', en: 'The actor has to keep out' }, basis: { source: '行政处罚法', article: '第四十三条', status: 'verified' },
    holds: ({ actor, input }) => !listed(input['excluded']).includes(actor.id),
  },
  'did-not-handle': {
    code: 'publication.reviewer-handled', text: { zh: '办案人员不得审核该案的公示', en: 'Who handled the matter does not review its publication' }, basis: art('第十九条'),
    holds: ({ row, actor, input }) => !row.handlers.includes(actor.id) && !listed(input['handling']).includes(actor.id),
  },
  'not-the-preparer': {
    code: 'publication.reviewer-prepared', text: { zh: '提交人不得审核', en: 'Who submitted it does not review it' }, basis: art('第十九条'),
    holds: ({ row, actor }) => row.preparedBy !== actor.id,
  },
  'another-than-the-reviewer': {
    code: 'publication.four-eyes', text: { zh: '审核人与发布人不得为同一人', en: 'Who reviewed it does not publish it' }, basis: art('第十九条'),
    holds: ({ row, actor }) => row.approvedBy !== null && row.approvedBy !== actor.id,
  },
  'party-told': {
    code: 'publication.party-not-told', text: { zh: '尚无送达时书面告知当事人将公示的记录', en: 'Nothing on record says that the party was told on service' }, basis: art('第八条'),
    holds: ({ row }) => row.subjectType !== 'penalty' || row.toldAt !== null,
  },
  'restriction-dated': {
    code: 'publication.restriction-undated', onInput: true, text: { zh: '有限制类处罚的，填写限制期限届满的日期；没有的不填', en: 'Where a penalty restricts, the day on which it ends is given, and nowhere else' }, basis: art('第十四条第二款'),
    holds: ({ row, input }) => row.restricted === (input['restrictedUntil'] !== undefined),
  },
  'penalty-of-another-province': {
    code: 'publication.same-province', text: { zh: '当事人登记地在本省，或者不是行政处罚', en: 'The party is registered in this province, or it is no penalty' }, basis: art('第十条'),
    holds: ({ row }) => row.subjectType === 'penalty' && row.otherProvince,
  },
  'pushed-where-it-belongs': {
    code: 'publication.not-pushed', text: { zh: '当事人登记地在外省，尚未推送至登记地', en: 'The party is registered in another province, and that province was not told' }, basis: art('第十条'),
    holds: ({ input }) => input['pushOwed'] !== true,
  },
  'spans-fit': {
    code: 'publication.spans-unfit', onInput: true, text: { zh: '处理的位置超出原文或者相互重叠', en: 'A place lies outside the text, or two overlap' },
    holds: (facts) => unfit(facts).length === 0, details: unfit,
  },
  'fixed-stay-hidden': {
    code: 'publication.must-stay-hidden', onInput: true, text: { zh: '系统识别的身份、联系方式、账号、举报信息和商业秘密不得恢复', en: 'Identities, contacts, accounts, reporters and secrets that the system found stay hidden' }, basis: art('第六条'),
    holds: ({ input }) => listed(input['shownAgain']).length === 0, details: ({ input }) => input['shownAgain'],
  },
  'shows-no-more-once-published': {
    code: 'publication.shows-more', onInput: true, text: { zh: '公示后只能增加处理，不得恢复', en: 'What is published may hide more, never show more' }, basis: art('第七条'),
    holds: ({ row, input }) => row.state !== 'published' || hidesAtLeast(row.spans, spansOf(input)),
  },
  'secrecy-reviewed': {
    code: 'publication.secrecy-not-reviewed', onInput: true, text: { zh: '未完成保密审查', en: 'The review for secrecy is not done' }, basis: art('第五条'),
    holds: ({ input }) => input['secrecyReviewed'] === true,
  },
  'nothing-left-to-hide': {
    code: 'publication.residue', text: { zh: '公示文本中仍有应当处理的信息', en: 'The text still holds something that has to be hidden' }, basis: art('第六条'),
    holds: ({ input }) => listed(input['residue']).length === 0, details: ({ input }) => input['residue'],
  },
  'never-restored': {
    code: 'publication.was-restored', text: { zh: '因弄虚作假恢复公示的，不得提前停止', en: 'Restored after fraud, it does not end early' }, basis: { source: '市场监督管理信用修复管理办法（总局令第107号）', article: '第二十三条第一款', status: 'verified' },
    holds: ({ row }) => row.restoredAt === null,
  },
  'is-of-a-penalty': {
    code: 'publication.no-penalty', text: { zh: '不是行政处罚', en: 'It is no penalty' },
    holds: ({ row }) => row.subjectType === 'penalty',
  },
  'is-of-no-penalty': {
    code: 'publication.penalty', text: { zh: '是行政处罚', en: 'It is a penalty' },
    holds: ({ row }) => row.subjectType !== 'penalty',
  },
  'class-of-display-minor': shownFor('publication.display-minor'),
  'class-of-display-ordinary': shownFor('publication.display-ordinary'),
  'class-of-display-serious': shownFor('publication.display-serious'),
  'class-of-display-restricted': shownFor('publication.display-restricted'),
  'class-of-display-check': shownFor('publication.display-check'),
};

function unfit({ row, input }: PublicationFacts): string[] {
  return unfitSpans(row.original, spansOf(input));
}

function spansOf(input: PublicationFacts['input']): readonly Span[] {
  return (input['after'] ?? []) as readonly Span[];
}

function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
