import type { Client, Json, TestApp } from '../../support/app.js';
import { sureStepsOn } from '../../support/proceeding.steps.js';
import { castOf, openCase, type Cast } from '../cases/cases.ground.js';

export interface SuitCast extends Cast {
  readonly court: Client;
  readonly secretary: Client;
}

export async function suitCast(app: TestApp): Promise<SuitCast> {
  const [cast, court, secretary] = await Promise.all([castOf(app), app.as('court-liaison'), app.as('mediation-secretary')]);
  return { ...cast, court, secretary };
}

export interface Sued {
  readonly id: string;
  readonly caseId: string;
  readonly plaintiff: string;
  readonly defendant: string;
}

let made = 0;
/** Numbers of a court are unique in it. */
export const courtNumber = (): string => `（2026）粤51民初${(made += 1)}号`;

/** A case with a right holder and a respondent. */
export async function caseWithParties(cast: Pick<Cast, 'operator' | 'officer'>, more: Json = {}): Promise<Omit<Sued, 'id'>> {
  const { officer } = cast;
  const { id: caseId } = await openCase(cast, more);
  const enter = async (role: string, name: string): Promise<string> => {
    const organisation = await officer.post('/v1/organisations', { name });
    const { status, body } = await officer.post(`/v1/cases/${caseId}/parties`, { role, organisationId: organisation.body.id, reason: '测试' });
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body.id;
  };
  return { caseId, plaintiff: await enter('complainant-right-holder', '某商标权利人（测试）'), defendant: await enter('respondent', '某餐具厂（测试）') };
}

export const PUNITIVE_CLAIM = { amount: 600_000, method: '以被告侵权获利20万元为基数，按三倍计算', facts: '被告经行政处罚后再次侵权' };

export function suitOf({ caseId, plaintiff, defendant }: Omit<Sued, 'id'>, more: Json = {}): Json {
  return {
    caseId, court: 'cz-court', cause: '侵害商标权纠纷', rightTypes: ['trademark'], parties: [{ party: plaintiff, side: 'plaintiff' }, { party: defendant, side: 'defendant' }],
    claims: [{ claim: '停止侵权' }, { claim: '赔偿经济损失', amount: 800_000 }, { claim: '赔偿合理开支', amount: 30_000.5 }], submittedAt: '2026-09-01T10:00:00+08:00', ...more,
  };
}

const sure = sureStepsOn('civil-suits');

/** A suit that a court has filed: recorded by the officer, filed by the court. */
export async function filedSuit(cast: SuitCast, more: Json = {}, filing: Json = {}): Promise<Sued> {
  const parties = await caseWithParties(cast);
  const opened = await cast.officer.post('/v1/civil-suits', suitOf(parties, more));
  if (opened.status !== 201) throw new Error(JSON.stringify(opened.body));
  await sure(cast.court, opened.body.id, 'file', { number: courtNumber(), procedure: 'ordinary', filedAt: '2026-09-04T10:00:00+08:00', ...filing });
  return { ...parties, id: opened.body.id };
}

export const JUDGMENT = { number: '（2026）粤51民初判1号', judgedAt: '2026-10-08T10:00:00+08:00', servedAt: '2026-10-09T10:00:00+08:00', result: 'partly', damages: 800_000, expenses: 30_000, injunction: true };
export const PUNITIVE = { base: 200_000, baseKind: 'profit', factor: 3, amount: 600_000, wilfulness: ['pirated-or-counterfeited'], gravity: ['again-after-penalty'] };
