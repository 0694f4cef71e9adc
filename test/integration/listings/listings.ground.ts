import type { Client, Json, TestApp } from '../../support/app.js';
import { DECISION, done, FINE, GOODS, notified, service, type Cast, type Walk } from '../penalties/penalties.ground.js';

export const PROVISIONS = { provisions: '《市场监督管理严重违法失信名单管理办法》第九条第二项', removal: '满一年且符合第十六条条件的可以申请，满三年移出', remedies: '可以在六十日内申请行政复议，六个月内提起行政诉讼', intentDisproved: false };
export const CHECK = '/v1/registries/blacklist/check';

export interface Listed extends Walk {
  readonly listing: string;
  readonly uscc: string;
}

export interface ListingCast extends Cast {
  /** Of the agency above. */
  readonly city: Client;
}

export const ask = ({ caseId, id, party }: Walk, more: Json = {}): Json => ({ caseId, proceedingId: id, partyId: party, ground: 'wilful-ip-infringement', facts: '两年内第三次故意侵权，联系人13812345678', ...more });

export async function command({ officer }: Cast, by: Client, id: string, name: string, body?: object): Promise<{ status: number; body: Json }> {
  return by.command(`/v1/listings/${id}/${name}`, Number((await officer.get(`/v1/listings/${id}`)).body.version), body);
}

/** The same, which has to go through. */
export async function ok(cast: Cast, by: Client, id: string, name: string, body?: object): Promise<Json> {
  const answer = await command(cast, by, id, name, body);
  if (answer.status !== 200) throw new Error(`${name}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** Told of the penalty and of the listing on 24 July 2026. */
export async function told(app: TestApp, cast: ListingCast, uscc: string): Promise<Listed> {
  const walk = await notified(app, cast);
  await app.sql.admin('UPDATE organisation o SET uscc = $2 FROM case_party p WHERE p.id = $1 AND o.id = p.organisation_id', [walk.party, uscc]);
  const { status, body } = await cast.officer.post('/v1/listings', ask(walk));
  if (status !== 201) throw new Error(JSON.stringify(body));
  const { document } = await ok(cast, cast.head, body.id, 'issue-notice', { rights: '可以在五个工作日内陈述、申辩、要求听证' });
  await ok(cast, cast.officer, body.id, 'serve-notice', service(cast, walk, document.id, '2026-07-24T15:30:00+08:00'));
  return { ...walk, listing: body.id, uscc };
}

/** Consented and decided together with the penalty on 3 August. */
export async function decided(app: TestApp, cast: ListingCast, walk: Listed): Promise<{ penalty: string; decision: string }> {
  app.now.set('2026-08-03T10:00:00+08:00');
  await ok(cast, cast.head, walk.listing, 'ask-consent', { opinion: '拟列入' });
  await ok(cast, cast.city, walk.listing, 'consent', { opinion: '同意' });
  const penalty = await done(cast.head, walk.id, 'decide', { ...DECISION, penalties: [FINE, GOODS] });
  const { document } = await ok(cast, cast.head, walk.listing, 'decide', PROVISIONS);
  return { penalty: penalty.document.id, decision: document.id };
}

/** Served on 4 August: it stands in the register. */
export async function inEffect(app: TestApp, cast: ListingCast, uscc: string): Promise<Listed> {
  const walk = await told(app, cast, uscc);
  const { penalty, decision } = await decided(app, cast, walk);
  app.now.set('2026-08-04T10:00:00+08:00');
  await done(cast.officer, walk.id, 'serve-decision', service(cast, walk, penalty, '2026-08-04T09:00:00+08:00'));
  await ok(cast, cast.officer, walk.listing, 'serve-decision', service(cast, walk, decision, '2026-08-04T09:00:00+08:00'));
  return walk;
}

/** The penalty falls in reconsideration on 20 October 2026. */
export async function revoked(app: TestApp, { officer, head }: Cast, { id }: Walk): Promise<void> {
  app.now.set('2026-10-20T10:00:00+08:00');
  await done(officer, id, 'record-challenge', { way: 'reconsideration', at: '2026-10-20T09:00:00+08:00', body: '潮安区人民政府（测试）', fileNumber: '安府复〔2026〕1号' });
  await done(head, id, 'record-revocation', { at: '2026-10-20T09:30:00+08:00', fileNumber: '安府复决〔2026〕1号' });
}
