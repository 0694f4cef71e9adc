import type { Client, Json, TestApp } from '../support/app.js';
import { sureStepsOn } from '../support/proceeding.steps.js';
import { courtNumber, suitOf } from '../integration/civil-suits/civil-suits.ground.js';
import { BODIES, DECISION, FINE, GOODS, REASONS } from '../integration/penalties/penalties.ground.js';
import { opening, PAPERS, team } from '../integration/referrals/referrals.ground.js';

export interface Walkers {
  readonly app: TestApp;
  readonly officer: Client;
  readonly colleague: Client;
  readonly head: Client;
  readonly reviewer: Client;
  readonly mediator: Client;
  readonly secretary: Client;
  readonly court: Client;
  readonly police: Client;
}

export interface Sides {
  readonly caseId: string;
  readonly claimant: string;
  readonly respondent: string;
}

type Beginning = (walkers: Walkers, sides: Sides) => Promise<void>;

const DAY = 86_400_000;
const [penalty, adjudication, mediation, referral, suit] = [sureStepsOn('administrative-proceedings'), sureStepsOn('adjudications'), sureStepsOn('mediations'), sureStepsOn('referrals'), sureStepsOn('civil-suits')];
const nowOf = ({ app }: Walkers): string => app.now.date().toISOString();
const inDays = ({ app }: Walkers, days: number): string => new Date(app.now.date().getTime() + days * DAY).toISOString();
const later = (walkers: Walkers, days: number): void => walkers.app.now.set(inDays(walkers, days));
const served = (walkers: Walkers, document: string, recipient: string): object => ({ document, recipient, mode: 'personal', servedAt: nowOf(walkers), servers: [walkers.officer.id, walkers.colleague.id], proof: { receivedBy: 'recipient' } });
const opened = async (by: Client, path: string, body: object): Promise<Json> => sure(await by.post(path, body));

function sure({ status, body }: { status: number; body: Json }): Json {
  if (status !== 200 && status !== 201) throw new Error(`the walk did not begin: ${status} ${JSON.stringify(body)}`);
  return body;
}

/** A penalty of the case, filed by the head against the respondent. */
const filed = async (walkers: Walkers, { caseId, respondent: party }: Sides): Promise<string> => {
  const { officer, head } = walkers;
  const { items } = sure(await officer.get(`/v1/administrative-proceedings?case=${caseId}`));
  const id: string = items[0]?.id ?? (await opened(officer, '/v1/administrative-proceedings', { caseId, source: 'report', foundAt: nowOf(walkers) })).id;
  await penalty(head, id, 'file', { party, cause: '涉嫌销售侵犯注册商标专用权的商品', standard: { evidence: true, punishable: true, jurisdiction: true, inTime: true }, findings: '现场查见餐具', members: team(walkers) });
  return id;
};

const notified: (...given: Parameters<Beginning>) => Promise<string> = async (walkers, sides) => {
  const { officer, head, reviewer } = walkers;
  const id = await filed(walkers, sides);
  await penalty(officer, id, 'conclude-investigation', { ...BODIES.conclude(), reviewGrounds: [] });
  await penalty(officer, id, 'submit-for-review', BODIES.review());
  await penalty(reviewer, id, 'pass-review', BODIES.pass());
  const { document } = await penalty(head, id, 'approve-notice', { ...REASONS, penalties: [FINE, GOODS] });
  await penalty(officer, id, 'serve-notice', served(walkers, document.id, sides.respondent));
  return id;
};

const punished: Beginning = async (walkers, sides) => {
  const { officer, head } = walkers;
  const id = await notified(walkers, sides);
  later(walkers, 12);
  const { document } = await penalty(head, id, 'decide', { ...DECISION, penalties: [FINE, GOODS] });
  await penalty(officer, id, 'serve-decision', served(walkers, document.id, sides.respondent));
};

const examined: Beginning = async (walkers, { caseId, claimant, respondent }) => {
  const { officer, colleague, head } = walkers;
  const { items } = sure(await officer.get(`/v1/adjudications?case=${caseId}`));
  const id: string = items[0]?.id ?? (await opened(officer, '/v1/adjudications', { caseId, requestedAt: nowOf(walkers) })).id;
  await adjudication(head, id, 'file', {
    conditions: ['entitled-requester', 'definite-respondent', 'definite-claim', 'within-jurisdiction', 'no-suit-no-other-way'], materials: ['written-request', 'requester-identity', 'patent-register', 'copies'], requesterKind: 'patentee',
    patentNumber: '202630000001.X', parties: [{ party: claimant, side: 'requester' }, { party: respondent, side: 'respondent' }],
    members: [officer, colleague, head].map(({ id: account }, index) => ({ account, role: index === 0 ? 'panel-chair' : 'panel-member', credential: `粤专裁00${index + 1}` })),
  });
  const { document } = await adjudication(officer, id, 'call-for-answer');
  await adjudication(officer, id, 'serve-request', served(walkers, document.id, respondent));
};

const agreed: Beginning = async (walkers, { caseId, claimant, respondent }) => {
  const { officer, secretary, mediator } = walkers;
  const { id } = await opened(officer, '/v1/mediations', { caseId, kind: 'people', agency: 'cz-ip-mediation-committee', matters: ['trademark-damages'], request: '请求赔偿损失' });
  for (const party of [claimant, respondent]) await mediation(secretary, id, 'record-consent', { party, at: nowOf(walkers), how: 'letter' });
  await mediation(secretary, id, 'take-on');
  await mediation(secretary, id, 'name-mediators', { mediators: [{ account: mediator.id }], by: 'parties' });
  const due = inDays(walkers, 20).slice(0, 10);
  await mediation(mediator, id, 'schedule-session', { mediator: mediator.id, mode: 'on-site', place: '调解室', startsAt: inDays(walkers, 3), endsAt: inDays(walkers, 3.1) });
  await mediation(mediator, id, 'reach-agreement', { facts: '被申请人销售侵权餐具', partial: false, reachedAt: nowOf(walkers), terms: [{ debtor: respondent, creditor: claimant, text: '赔偿经济损失', amount: '30000.00', due }, { debtor: respondent, creditor: claimant, text: '停止销售', due }] });
  for (const [signer, as] of [[claimant, 'party'], [respondent, 'party'], [mediator.id, 'mediator']] as const) await mediation(mediator, id, 'sign', { signer, as, at: nowOf(walkers), how: 'signed' });
  await mediation(mediator, id, 'conclude');
};

const withPolice: Beginning = async (walkers, { caseId }) => {
  const { officer, head, police } = walkers;
  const { id } = await opened(officer, '/v1/referrals', opening(walkers, caseId));
  await referral(officer, id, 'report', { report: '经核实达到追诉标准，建议移送' });
  await referral(head, id, 'approve', { capacity: 'principal' });
  await referral(officer, id, 'transfer', { police: 'cz-police', procuratorate: 'cz-procuratorate', papers: PAPERS });
  await referral(police, id, 'receive', { receivedAt: nowOf(walkers), finding: 'complete' });
};

const sued: Beginning = async (walkers, { caseId, claimant: plaintiff, respondent: defendant }) => {
  const { id } = await opened(walkers.officer, '/v1/civil-suits', suitOf({ caseId, plaintiff, defendant }, { submittedAt: nowOf(walkers) }));
  await suit(walkers.court, id, 'file', { number: courtNumber(), procedure: 'ordinary', filedAt: nowOf(walkers) });
};

export interface Start {
  readonly name: string;
  /** What the complaint is about. */
  readonly matter: 'secret' | 'design' | 'counterfeit';
  readonly begin: Beginning;
}

/** Where walks begin: some at the desk, the others far inside, where the tracks meet. */
export const STARTS: readonly Start[] = [
  { name: 'a secret at the desk', matter: 'secret', begin: async () => undefined },
  { name: 'a design at the desk', matter: 'design', begin: async () => undefined },
  { name: 'a penalty announced', matter: 'counterfeit', begin: async (...given) => void (await notified(...given)) },
  { name: 'a penalty served', matter: 'counterfeit', begin: punished },
  { name: 'a design examined', matter: 'design', begin: examined },
  { name: 'an agreement', matter: 'counterfeit', begin: agreed },
  { name: 'with the police', matter: 'counterfeit', begin: withPolice },
  { name: 'before the court', matter: 'counterfeit', begin: sued },
  { name: 'punished and agreed', matter: 'counterfeit', begin: async (...given) => { await punished(...given); await agreed(...given); } },
  { name: 'punished, with the police, before the court', matter: 'counterfeit', begin: async (...given) => { await punished(...given); await withPolice(...given); await sued(...given); } },
];
