import type { Client, Json, TestApp } from '../../support/app.js';
import { act, castOf, openCase, type Cast } from '../cases/cases.ground.js';

export { castOf, type Cast };

/** A case with its parties, and a document in it that starts no clock: the decision on a recusal. */
export interface Ground {
  readonly caseId: string;
  readonly complaint: string;
  readonly party: string;
  readonly witness: string;
  readonly document: string;
  readonly number: string;
}

export async function ground(cast: Cast): Promise<Ground> {
  const { id: caseId, complaint } = await openCase(cast);
  await act(cast.head, caseId, 'assign', { officer: cast.officer.id });
  const [party, witness] = [await addParty(cast.officer, caseId, 'respondent', '李测试'), await addParty(cast.officer, caseId, 'witness')];
  const { id: document, number } = await decision(cast, caseId);
  return { caseId, complaint, party, witness, document, number };
}

export async function addParty(by: Client, caseId: string, role: string, name?: string): Promise<string> {
  const { status, body } = await by.post(`/v1/cases/${caseId}/parties`, { role, ...(name === undefined ? {} : { person: { name, phone: '13700000000' } }), reason: '测试' });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body.id as string;
}

/** Refused recusals: as many documents as wanted, of one kind and one matter. */
export async function decision(cast: Cast, caseId: string): Promise<{ id: string; number: string }> {
  const { status, body } = await act(cast.head, caseId, 'recuse', { officer: cast.colleague.id, raisedBy: 'party', ground: 'other-relation', reason: '同乡', decision: 'refused' });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.document as { id: string; number: string };
}

/** Signed for by the recipient, on the day of the test. */
export function signedFor(app: TestApp, { officer }: Cast, recipient: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return { recipient, mode: 'personal', servedAt: app.now.date().toISOString(), servers: [officer.id], proof: { receivedBy: 'recipient' }, ...more };
}

export const codes = (body: Json): string[] => (body.failedGuards ?? []).map(({ code }: Json) => code);
export const reasonOf = (body: Json): unknown => body.failedGuards?.[0]?.details?.reason;
