import type { Client, Json, TestApp } from '../../support/app.js';
import { sureStepsOn } from '../../support/proceeding.steps.js';
import { castOf, openCase, type Cast } from '../cases/cases.ground.js';

export interface ReferralCast extends Cast {
  readonly police: Client;
  readonly prosecutor: Client;
}

export async function referralCast(app: TestApp): Promise<ReferralCast> {
  const [cast, police, prosecutor] = await Promise.all([castOf(app), app.as('police-liaison'), app.as('prosecutor-liaison')]);
  return { ...cast, police, prosecutor };
}

export const PAPERS = [{ paper: 'investigation-report', reference: '调查报告1号' }, { paper: 'goods-list', reference: '清单3号' }, { paper: 'expert-report', absent: '未委托检验鉴定' }, { paper: 'other-papers', absent: '无' }];
export const team = ({ officer, colleague }: Pick<Cast, 'officer' | 'colleague'>): Json[] => [{ account: officer.id, role: 'officer', credential: '粤执法A0000001' }, { account: colleague.id, role: 'officer', credential: '粤执法A0000002' }];
export const opening = (cast: Pick<Cast, 'officer' | 'colleague'>, caseId: string, more: Json = {}): Json => ({ caseId, members: team(cast), offence: '销售假冒注册商标的商品罪（刑法第二百一十四条）', suspicion: 'threshold-met', facts: '现场查获假冒注册商标餐具3000件，标价合计12万元', ...more });

const sure = sureStepsOn('referrals');

/** A case with a referral on its way, as far as asked for. */
export async function referral(cast: ReferralCast, until: 'opened' | 'reported' | 'approved' | 'transferred' | 'received', more: Json = {}): Promise<{ id: string; caseId: string }> {
  const { officer, head, police } = cast;
  const { id: caseId } = await openCase(cast);
  const opened = await officer.post('/v1/referrals', opening(cast, caseId, more));
  if (opened.status !== 201) throw new Error(JSON.stringify(opened.body));
  const { id } = opened.body;
  const steps: readonly (readonly [string, () => Promise<Json>])[] = [
    ['reported', () => sure(officer, id, 'report', { report: '经核实达到追诉标准，建议移送' })],
    ['approved', () => sure(head, id, 'approve', { capacity: 'principal' })],
    ['transferred', () => sure(officer, id, 'transfer', { police: 'cz-police', procuratorate: 'cz-procuratorate', papers: PAPERS })],
    ['received', () => sure(police, id, 'receive', { receivedAt: '2026-11-23T10:00:00+08:00', finding: 'complete' })],
  ];
  const last = steps.findIndex(([name]) => name === until);
  for (const [, step] of steps.slice(0, last + 1)) await step();
  return { id, caseId };
}
