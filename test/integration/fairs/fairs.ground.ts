import type { Client, Json } from '../../support/app.js';
import { sureStepsOn } from '../../support/proceeding.steps.js';
import { openCase, type Cast } from '../cases/cases.ground.js';

export const sure = sureStepsOn('fair-matters');
export const sureFair = sureStepsOn('fairs');

let made = 0;
/** A series of which nobody else in the test has an edition. */
export const newSeries = (): string => `第${(made += 1)}陶瓷交易会（测试）`;

export const fairOf = (more: Json = {}): Json => ({ series: newSeries(), edition: 28, organiser: '某组委会（测试）', region: '445103', startsOn: '2026-11-20', endsOn: '2026-11-24', hasDesk: true, ...more });

export async function made201(by: Client, path: string, body: Json): Promise<Json> {
  const { status, body: answer } = await by.post(path, body);
  if (status !== 201) throw new Error(JSON.stringify(answer));
  return answer;
}

export async function exhibitor(by: Client, name = '某参展餐具厂（测试）'): Promise<string> {
  return (await made201(by, '/v1/organisations', { name })).id;
}

export interface Exhibition {
  readonly fairId: string;
  readonly stallId: string;
  readonly organisationId: string;
}

/** A fair that runs, with one stall. */
export async function runningFair(by: Client, more: Json = {}, known?: string): Promise<Exhibition> {
  const { id: fairId } = await made201(by, '/v1/fairs', fairOf(more));
  const organisationId = known ?? (await exhibitor(by));
  await sureFair(by, fairId, 'register-stall', { number: 'A-12', organisationId, clauseSigned: true });
  await sureFair(by, fairId, 'open');
  const { body } = await by.get(`/v1/fairs/${fairId}/stalls`);
  return { fairId, stallId: body.items[0].id, organisationId };
}

export interface Complained extends Exhibition {
  readonly id: string;
  readonly caseId: string;
  readonly complainant: string;
  readonly respondent: string;
}

type Given = Exhibition & Pick<Complained, 'caseId' | 'complainant' | 'respondent'>;

export function complaintOf({ caseId, fairId, stallId, complainant, respondent }: Given, more: Json = {}): Json {
  return { caseId, fairId, stallId, way: 'desk', rightType: 'design', complainant, respondent, byAgent: false, receivedAt: '2026-11-23T09:00:00+08:00', materials: ['right', 'party', 'reasons'], ...more };
}

/** A case whose parties are a right holder and the exhibitor of the stall. */
export async function caseAtFair(cast: Pick<Cast, 'operator' | 'officer'>, at: Exhibition): Promise<Given> {
  const { officer } = cast;
  const { id: caseId } = await openCase(cast);
  const enter = async (role: string, organisationId: string): Promise<string> => (await made201(officer, `/v1/cases/${caseId}/parties`, { role, organisationId, reason: '展会投诉' })).id;
  return { ...at, caseId, complainant: await enter('complainant-right-holder', await exhibitor(officer, '某外观设计权利人（测试）')), respondent: await enter('respondent', at.organisationId) };
}

export async function complained(cast: Pick<Cast, 'operator' | 'officer'>, at: Exhibition, more: Json = {}): Promise<Complained> {
  const given = await caseAtFair(cast, at);
  return { ...given, id: (await made201(cast.officer, '/v1/fair-matters', complaintOf(given, more))).id };
}

export const ACCEPTANCE = { notifiedAt: '2026-11-23T09:30:00+08:00', answerHours: 4, organiserTold: true };
export const FINDING = { at: '2026-11-23T10:00:00+08:00', facts: '展品与注册外观设计无实质性差异', provisions: '展会知识产权保护办法第二十五条第二款', remedies: ['withdraw-goods'] };

/** Passed on, accepted, answered and found, at the hour that the clock of the test shows. */
export async function found(cast: Pick<Cast, 'officer' | 'head'>, id: string, at = FINDING.at): Promise<Json> {
  await sure(cast.officer, id, 'pass-on', { at });
  await sure(cast.officer, id, 'accept', { ...ACCEPTANCE, notifiedAt: at });
  await sure(cast.officer, id, 'answer', { at, answer: '自行设计' });
  return sure(cast.head, id, 'find-infringement', { ...FINDING, at });
}
