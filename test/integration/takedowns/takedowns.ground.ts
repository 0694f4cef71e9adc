import type { Client, Json } from '../../support/app.js';
import { sureStepsOn } from '../../support/proceeding.steps.js';
import type { Cast } from '../cases/cases.ground.js';
import { caseWithParties, type Sued } from '../civil-suits/civil-suits.ground.js';

export const sure = sureStepsOn('takedowns');

export interface Noticed extends Omit<Sued, 'id'> {
  readonly id: string;
}

export function noticeOf({ caseId, plaintiff, defendant }: Omit<Sued, 'id'>, more: Json = {}): Json {
  return { caseId, regime: 'e-commerce', platform: '某电商平台（测试）', rightHolder: plaintiff, merchant: defendant, links: ['https://shop.example.cn/item/1'], noticedAt: '2026-11-02T09:00:00+08:00', contents: ['evidence', 'identity'], ...more };
}

/** A notice to a platform in a case of the officer. */
export async function noticed(cast: Pick<Cast, 'operator' | 'officer'>, more: Json = {}): Promise<Noticed> {
  const parties = await caseWithParties(cast);
  const { status, body } = await cast.officer.post('/v1/takedowns', noticeOf(parties, more));
  if (status !== 201) throw new Error(JSON.stringify(body));
  return { ...parties, id: body.id };
}

/** Measure, declaration, and the declaration on its way. */
export async function forwarded(by: Client, id: string): Promise<void> {
  await sure(by, id, 'take-measure', { measures: ['disconnect'], takenAt: '2026-11-02T15:00:00+08:00', forwardedAt: '2026-11-02T15:05:00+08:00' });
  await sure(by, id, 'declare', { declaredAt: '2026-11-04T10:00:00+08:00', contents: ['evidence', 'identity'] });
  await sure(by, id, 'forward', { sentAt: '2026-11-04T11:00:00+08:00', waysTold: true });
}
