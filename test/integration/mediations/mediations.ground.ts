import type { Client, Json, TestApp } from '../../support/app.js';
import { report } from '../../support/builders.js';

export const CHAOAN = 'chaoan-market-regulation';
export const CITY = 'cz-market-regulation';
export const COMMITTEE = 'cz-ip-mediation-committee';

/** Whoever takes part in a mediation, and whoever must not learn what was said in it. */
export interface Cast {
  readonly operator: Client;
  readonly officer: Client;
  readonly colleague: Client;
  readonly head: Client;
  readonly secretary: Client;
  readonly mediator: Client;
  readonly second: Client;
  readonly court: Client;
  readonly oversight: Client;
}

export interface Ground {
  readonly caseId: string;
  readonly claimant: string;
  readonly respondent: string;
}

/** Everybody keeps the first token: clocks are moved by months. */
export async function castOf(app: TestApp): Promise<Cast> {
  app.config.ACCESS_TOKEN_SECONDS = 400 * 86_400;
  const [operator, officer, colleague, head, secretary, mediator, second, court, oversight] = await Promise.all([
    app.as('hotline-operator'), app.as('enforcement-officer', CHAOAN), app.as('enforcement-officer', CHAOAN), app.as('agency-head', CHAOAN), app.as('mediation-secretary'), app.as('mediator'), app.as('mediator'), app.as('court-liaison'), app.as('oversight'),
  ]);
  return { operator, officer, colleague, head, secretary, mediator, second, court, oversight };
}

let people = 0;

/** A case of the county office with one party on each side. */
export async function openCase({ operator, officer }: Pick<Cast, 'operator' | 'officer'>, more: Record<string, unknown> = {}, by: Client = officer): Promise<Ground> {
  const filed = await operator.post('/v1/complaints', report(more));
  const complaint: string = ok(filed, 201).id;
  ok(await by.command(`/v1/complaints/${complaint}/accept`, 1));
  const caseId: string = ok(await by.command(`/v1/complaints/${complaint}/open-case`, 2)).caseId;
  const [claimant, respondent] = [await addParty(by, caseId, 'complainant-right-holder'), await addParty(by, caseId, 'respondent')];
  return { caseId, claimant, respondent };
}

export async function addParty(by: Client, caseId: string, role: string): Promise<string> {
  people += 1;
  return ok(await by.post(`/v1/cases/${caseId}/parties`, { reason: '测试', role, person: { name: `当事人测试${people}`, phone: `1380000${String(people).padStart(4, '0')}` } }), 201).id;
}

/** A mediation of some kind, opened by whoever may. */
export async function openMediation(by: Client, { caseId }: Ground, more: Record<string, unknown> = {}): Promise<string> {
  const answer = await by.post('/v1/mediations', { caseId, kind: 'people', agency: COMMITTEE, matters: ['trademark-damages'], request: '请求赔偿损失', ...more });
  return ok(answer, 201).id;
}

/** A command on the version that it has now. */
export async function act(by: Client, path: string, command: string, body: unknown = {}): Promise<{ status: number; body: Json }> {
  const { version } = (await by.get(path)).body as { version: number };
  return by.command(`${path}/${command}`, version, body);
}

/** The same, which has to succeed. */
export async function did(by: Client, path: string, command: string, body: unknown = {}): Promise<Json> {
  return ok(await act(by, path, command, body));
}

export function ok({ status, body }: { status: number; body: Json }, wanted = 200): Json {
  if (status !== wanted) throw new Error(`${status} instead of ${wanted}: ${JSON.stringify(body)}`);
  return body;
}

export const failures = ({ body }: { body: Json }): string[] => (body.failedGuards ?? []).map(({ code }: Json) => code);
export const at = (id: string): string => `/v1/mediations/${id}`;
export const said = (party: string, when = '2026-11-22T10:00:00+08:00'): object => ({ party, at: when, how: 'letter' });

/** Both sides say yes, the committee takes it on and names a mediator. */
export async function mediating({ secretary, mediator }: Pick<Cast, 'secretary' | 'mediator'>, ground: Ground, id: string): Promise<void> {
  await did(secretary, at(id), 'record-consent', said(ground.claimant));
  await did(secretary, at(id), 'record-consent', said(ground.respondent));
  await did(secretary, at(id), 'take-on');
  await did(secretary, at(id), 'name-mediators', { mediators: [{ account: mediator.id }], by: 'parties' });
}

/** A session that nobody else of the tests holds at that time: each in an hour of its own. */
let hours = 0;
export function session(mediator: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  hours += 2;
  const start = Date.parse('2026-12-01T01:00:00Z') + hours * 3_600_000;
  return { mediator, mode: 'on-site', place: '调解室', startsAt: new Date(start).toISOString(), endsAt: new Date(start + 3_600_000).toISOString(), ...more };
}

export const terms = ({ claimant, respondent }: Ground, due = '2026-12-31'): object[] => [{ debtor: respondent, creditor: claimant, text: '赔偿经济损失', amount: '30000.00', due }, { debtor: respondent, creditor: claimant, text: '停止销售', due }];

/** What makes an agreement. */
export const agreement = (ground: Ground, reachedAt: string, due?: string): object => ({ facts: '被申请人销售侵权餐具', partial: false, terms: terms(ground, due), reachedAt });

/** From a mediation with a mediator to an agreement in force. */
export async function agreed({ mediator }: Pick<Cast, 'mediator'>, ground: Ground, id: string, reachedAt: string, due?: string): Promise<Json> {
  await did(mediator, at(id), 'schedule-session', session(mediator.id));
  await did(mediator, at(id), 'reach-agreement', agreement(ground, reachedAt, due));
  for (const signer of [ground.claimant, ground.respondent]) await did(mediator, at(id), 'sign', { signer, as: 'party', at: reachedAt, how: 'signed' });
  await did(mediator, at(id), 'sign', { signer: mediator.id, as: 'mediator', at: reachedAt, how: 'signed' });
  return did(mediator, at(id), 'conclude');
}
