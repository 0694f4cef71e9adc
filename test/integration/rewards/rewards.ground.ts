import { endVerification } from '../../support/proceedings.js';
import { report } from '../../support/builders.js';
import type { Client, Json, TestApp } from '../../support/app.js';
import { CHAOAN } from '../cases/cases.ground.js';
import { castOf, officersOf, type Cast } from '../penalties/penalties.ground.js';

export interface RewardCast extends Cast {
  readonly first: Client;
  readonly second: Client;
  readonly third: Client;
}

export async function rewardCastOf(app: TestApp): Promise<RewardCast> {
  const cast = await castOf(app);
  const [first, second, third] = await Promise.all([app.as('reward-officer', CHAOAN), app.as('reward-officer', CHAOAN), app.as('reward-officer', CHAOAN)]);
  return { ...cast, first, second, third };
}

export const sure = async (answer: Promise<{ status: number; body: Json }>): Promise<Json> => {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
};

export interface Reported {
  readonly complaint: string;
  readonly caseId: string;
  readonly receiptCode: string;
  readonly reply: string;
}

/** A report that has become a case with its respondent. */
export async function reported(app: TestApp, { operator, officer, head }: RewardCast, more: Record<string, unknown> = {}): Promise<Reported & { readonly party: string }> {
  app.now.set('2026-07-20T09:00:00+08:00');
  const filed = await sure(operator.post('/v1/complaints', report({ receivedAt: '2026-07-17T09:00:00+08:00', ...more })));
  await sure(officer.command(`/v1/complaints/${filed.id}/accept`, 1));
  const { caseId } = await sure(officer.command(`/v1/complaints/${filed.id}/open-case`, 2));
  await sure(head.command(`/v1/cases/${caseId}/assign`, 1, { officer: officer.id }));
  const { id: organisationId } = await sure(officer.post('/v1/organisations', { name: `潮州市潮安区某餐具厂（测试）${String(caseId).slice(-6)}` }));
  const { id: party } = await sure(officer.post(`/v1/cases/${caseId}/parties`, { role: 'respondent', reason: '测试', organisationId }));
  return { complaint: filed.id, caseId, receiptCode: filed.receiptCode, reply: filed.reply.id, party };
}

/** Punished on the spot with 3,000, which are paid; the case is closed on 20 July 2026 before noon. */
export async function punished(app: TestApp, cast: RewardCast, more: Record<string, unknown> = {}): Promise<Reported> {
  const matter = await reported(app, cast, more);
  const { officer, head } = cast;
  const { caseId, party, reply } = matter;
  app.now.set('2026-07-20T11:00:00+08:00');
  const { id } = await sure(officer.post('/v1/simplified-penalties', { caseId, party, person: false, facts: '销售假冒注册商标的商品一件', members: officersOf(cast), credentialsShown: true, factsCertain: true }));
  await sure(officer.command(`/v1/simplified-penalties/${id}/tell`, 1, { at: '2026-07-20T10:00:00+08:00', warning: true, fine: '3000', reasons: '情节轻微', provisions: '《商标法》第五十二条', statement: '未陈述、申辩' }));
  await sure(officer.command(`/v1/simplified-penalties/${id}/decide`, 2, { at: '2026-07-20T10:10:00+08:00', place: '彩塘镇', payment: '银行缴纳', remedies: '可在六十日内申请行政复议', signed: true }));
  await sure(officer.command(`/v1/simplified-penalties/${id}/hand-in`, 3, { at: '2026-07-20T10:58:00+08:00' }));
  const [fine] = (await officer.get(`/v1/fines?case=${caseId}`)).body.items;
  await sure(officer.command(`/v1/fines/${fine.id}/settle`, fine.version, { items: [{ item: 'fine', amount: '3000' }], paidOn: '2026-07-20', way: 'bank', receipt: 'GD2026' }));
  await sure(officer.command(`/v1/replies/${reply}/answer`, 1, { answer: '已依法处罚' }));
  await endVerification(head, caseId);
  await close(cast, caseId);
  return matter;
}

export async function close({ officer }: RewardCast, caseId: string): Promise<void> {
  const { version } = (await officer.get(`/v1/cases/${caseId}`)).body;
  await sure(officer.command(`/v1/cases/${caseId}/close`, version, { outcome: '已依法处罚' }));
}

/** The public door: nobody is logged in. */
export async function door(app: TestApp, path: string, body: object): Promise<{ status: number; body: Json; headers: Headers }> {
  const answer = await fetch(`${app.url}/v1/public/reward-claims${path}`, { method: 'POST', headers: { 'content-type': 'application/json', 'accept-language': 'en' }, body: JSON.stringify(body) });
  return { status: answer.status, body: await answer.json(), headers: answer.headers };
}

/** Claims, and finds the claim on the secret list. */
export async function claimed(app: TestApp, { first }: RewardCast, { receiptCode, caseId }: Reported): Promise<{ id: string; claimCode: string }> {
  const { claimCode } = await sure(door(app, '', { receiptCode, exclusions: [] }));
  const { items } = (await first.get('/v1/rewards?limit=200')).body;
  return { id: items.find((one: Json) => one.caseId === caseId).id, claimCode };
}

export const step = async (by: Client, id: string, command: string, body: object): Promise<{ status: number; body: Json }> => by.command(`/v1/rewards/${id}/${command}`, Number((await by.get(`/v1/rewards/${id}`)).body.version ?? 1), body);
export const PROPOSAL = { level: 2, scope: 'large-fine', finding: '举报提供进货单据，与查办结论完全相符' };
export const YES = { opinion: '同意' };
export const PAYEE = { name: '陈测试', documentType: 'resident-id', documentNumber: '445102190001010011', bank: '某银行潮州分行（测试）', account: '6200000000000000001' };

/** Proposed, seconded and approved by three persons. */
export async function granted(app: TestApp, cast: RewardCast, matter: Reported): Promise<{ id: string; claimCode: string }> {
  const claim = await claimed(app, cast, matter);
  await sure(step(cast.first, claim.id, 'propose', PROPOSAL));
  await sure(step(cast.second, claim.id, 'second', YES));
  await sure(step(cast.third, claim.id, 'approve', YES));
  return claim;
}
