import type { Client, Json } from '../../support/app.js';
import { sureStepsOn } from '../../support/proceeding.steps.js';
import { openCase, type Cast } from '../cases/cases.ground.js';

/** What an officer says of a case that is simple in every way. */
export const SIMPLE = { sameMarkOrDesign: true, factsClear: true, evidenceComplete: true, foreignEvidence: false, contested: false, grave: false, amount: 12_000, venue: 'elsewhere' };
export const sureOf = sureStepsOn('lane-passages');
let entered = 0;

/** A case that relies upon a mark which is in force, as somebody has looked up. */
export async function caseWithLiveRight(cast: Cast, status: Json = { value: 'in-force', seenOn: '2026-11-20', source: '商标注册簿' }): Promise<{ id: string; reply: string }> {
  const { id, reply } = await openCase(cast, { right: { type: 'none', holder: 'none' } });
  entered += 1;
  const right = await cast.officer.post('/v1/rights', { type: 'trademark', number: String(30_000_000 + entered), validFrom: '2020-01-01', validTo: '2029-12-31', status });
  const added = await cast.officer.post(`/v1/cases/${id}/rights`, { rightId: right.body.id, reason: '商标注册证' });
  if (added.status !== 201) throw new Error(JSON.stringify([right.body, added.body]));
  return { id, reply };
}

export async function proposed(by: Client, caseId: string, more: Json = {}): Promise<Json> {
  const { status, body } = await by.post('/v1/lane-passages', { caseId, ...SIMPLE, ...more });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body;
}

/** Kind, status and last day of every internal target. */
export const targets = (passage: Json): string[] => (passage.targets as Json[]).map(({ kind, status, legalDue }) => `${kind} ${status} ${String(legalDue).slice(0, 16)}`);
