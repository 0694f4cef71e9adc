import type { Client, Json } from './app.js';

/** Ends the verification with which a case of a report begins: nothing is found, no penalty procedure is filed. `head` approves it. */
export async function endVerification(head: Client, caseId: string): Promise<void> {
  const { items } = (await head.get(`/v1/proceedings?case=${caseId}`)).body as { items: Json[] };
  for (const { id, version } of items.filter(({ subject, state }) => subject === 'penalty' && state === 'verifying')) {
    const { status, body } = await head.command(`/v1/administrative-proceedings/${id}/not-file`, version, { ground: 'standard-not-met', findings: '经核查，未发现违法行为' });
    if (status !== 200) throw new Error(JSON.stringify(body));
  }
}
