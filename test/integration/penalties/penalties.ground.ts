import type { Client, Json, TestApp } from '../../support/app.js';
import { CHAOAN, openCase } from '../cases/cases.ground.js';

/** Everybody who has a part in a penalty procedure of the county office. */
export interface Cast {
  readonly operator: Client;
  readonly officer: Client;
  readonly colleague: Client;
  readonly head: Client;
  readonly deputy: Client;
  readonly reviewer: Client;
  readonly chair: Client;
  readonly stranger: Client;
}

export interface Walk {
  readonly id: string;
  readonly caseId: string;
  /** Entry of the respondent in the case. */
  readonly party: string;
}

/** Tokens are made long after the days that the tests play on, so that none runs out on the way. */
export async function castOf(app: TestApp): Promise<Cast> {
  app.now.set('2029-01-01T00:00:00Z');
  const [operator, officer, colleague, head, deputy, reviewer, chair, stranger] = await Promise.all([
    app.as('hotline-operator'), app.as('enforcement-officer', CHAOAN), app.as('enforcement-officer', CHAOAN), app.as('agency-head', CHAOAN), app.as('agency-head', CHAOAN), app.as('legal-reviewer', CHAOAN), app.as('legal-reviewer', CHAOAN),
    app.as('agency-head', 'xiangqiao-market-regulation'),
  ]);
  return { operator, officer, colleague, head, deputy, reviewer, chair, stranger };
}

export const ROUTE = '/v1/administrative-proceedings';
export const codes = ({ body }: { body: Json }): string[] => (body.failedGuards ?? []).map(({ code }: Json) => code);
export const articles = ({ body }: { body: Json }): string[] => (body.failedGuards ?? []).map(({ basis }: Json) => basis?.article);

/** A case with its respondent. */
export async function caseWithParty({ operator, officer }: Cast, person?: object): Promise<Pick<Walk, 'caseId' | 'party'>> {
  const { id: caseId } = await openCase({ operator, officer });
  const organisationId = person === undefined ? (await officer.post('/v1/organisations', { name: `潮州市潮安区某不锈钢制品厂（测试）${caseId.slice(-6)}` })).body.id : undefined;
  const added = await officer.post(`/v1/cases/${caseId}/parties`, { role: 'respondent', reason: '测试', organisationId, person });
  if (added.status !== 201) throw new Error(JSON.stringify(added.body));
  return { caseId, party: added.body.id };
}

export async function versionOf(by: Client, id: string): Promise<number> {
  return Number((await by.get(`${ROUTE}/${id}`)).body.version);
}

/** A command on the version that the procedure has now. */
export async function act(by: Client, id: string, command: string, body: unknown): Promise<{ status: number; body: Json }> {
  return by.command(`${ROUTE}/${id}/${command}`, await versionOf(by, id), body);
}

/** The same, which has to go through. */
export async function done(by: Client, id: string, command: string, body: unknown): Promise<Json> {
  const answer = await act(by, id, command, body);
  if (answer.status !== 200) throw new Error(`${command}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

export const officersOf = ({ officer, colleague }: Cast): object[] => [{ account: officer.id, role: 'officer', credential: '粤执法A0000001' }, { account: colleague.id, role: 'officer', credential: '粤执法A0000002' }];
export const FINE = { kind: 'fine', amount: 150_000, content: '罚款人民币十五万元' };
export const GOODS = { kind: 'confiscate-goods', amount: 20_000, content: '没收侵权餐具二百套' };
export const WARNING = { kind: 'warning', content: '警告' };
export const REASONS = { facts: '当事人销售侵犯注册商标专用权的餐具二百套', reasons: '主动配合调查，从轻处罚', provisions: '《商标法》第五十七条第三项、第六十条第二款' };
export const DECISION = { ...REASONS, performance: '自收到本决定书之日起十五日内缴纳', remedies: '可以在六十日内申请行政复议，六个月内提起行政诉讼' };
const STANDARD = { evidence: true, punishable: true, jurisdiction: true, inTime: true };

/** What each command is sent on its ordinary day; a test changes what it is about. */
export const BODIES = {
  file: (cast: Cast, { party }: Walk) => ({ party, cause: '涉嫌销售侵犯注册商标专用权的商品', standard: STANDARD, findings: '现场查见标注他人注册商标的餐具', members: officersOf(cast) }),
  inspection: (cast: Cast) => ({ members: officersOf(cast), at: '2026-07-08T09:00:00+08:00', until: '2026-07-08T11:00:00+08:00', place: '彩塘镇测试路1号仓库', confirmed: 'signed', content: '查见不锈钢餐具二百套，外包装标注他人注册商标' }),
  inquiry: (cast: Cast, { party }: Walk) => ({ members: officersOf(cast), at: '2026-07-14T09:00:00+08:00', place: '本局询问室', confirmed: 'signed', person: party, rightsTold: true, content: '问：餐具从何处购进？答：从外地市场购进。' }),
  evidence: (cast: Cast, { party }: Walk) => ({ members: officersOf(cast), at: '2026-07-15T09:00:00+08:00', place: '本局', confirmed: 'signed', evidence: 'document', person: party, original: true, content: '送货单三张，证明销售数量' }),
  conclude: () => ({ course: '2026年7月6日收到举报，7月10日立案', facts: '当事人销售侵权餐具二百套', nature: '销售侵犯注册商标专用权的商品', proposal: '没收侵权商品并处罚款' }),
  review: (review = 'case') => ({ review }),
  pass: () => ({ opinion: '事实清楚，证据充分，同意' }),
  notice: () => ({ ...REASONS, penalties: [FINE, GOODS] }),
  hearing: ({ chair }: Cast) => ({ chair: chair.id, at: '2026-08-17T09:30:00+08:00', place: '本局听证室', open: true }),
  hold: () => ({ at: '2026-08-17T09:30:00+08:00', until: '2026-08-17T11:00:00+08:00', course: '办案人员提出事实、证据和建议，当事人申辩、质证，最后陈述' }),
  discussion: ({ head, deputy }: Cast, at: string) => ({ at, place: '本局会议室', chair: head.id, attendees: [head.id, deputy.id], opinion: '一致同意拟处罚意见' }),
};

/** Serves the document that a command has just issued on the party, in person. */
export const service = (cast: Cast, { party }: Pick<Walk, 'party'>, document: string, servedAt: string): object => ({ document, recipient: party, mode: 'personal', servedAt, servers: [cast.officer.id, cast.colleague.id], proof: { receivedBy: 'legal-representative' } });

/** Verified, filed, investigated: where the case stands on 20 July 2026 in the morning. */
export async function investigated(app: TestApp, cast: Cast, person?: object): Promise<Walk> {
  app.now.set('2026-07-06T10:00:00+08:00');
  const file = await caseWithParty(cast, person);
  const { body: { id } } = await cast.officer.post(ROUTE, { caseId: file.caseId, source: 'report', foundAt: '2026-07-06T09:00:00+08:00' });
  const walk = { ...file, id };
  app.now.set('2026-07-10T10:00:00+08:00');
  await done(cast.head, id, 'file', BODIES.file(cast, walk));
  app.now.set('2026-07-20T09:00:00+08:00');
  return walk;
}

/** Reviewed, where the grounds ask for it by lawyers. */
export async function reviewed(app: TestApp, cast: Cast, { reviewGrounds = [], person }: { reviewGrounds?: string[]; person?: object } = {}): Promise<Walk> {
  const walk = await investigated(app, cast, person);
  await done(cast.officer, walk.id, 'conclude-investigation', { ...BODIES.conclude(), reviewGrounds });
  await done(cast.officer, walk.id, 'submit-for-review', BODIES.review(reviewGrounds.length > 0 ? 'legal' : 'case'));
  await done(cast.reviewer, walk.id, 'pass-review', BODIES.pass());
  return walk;
}

/** The notice is served on 24 July 2026; the party may answer until the 31st. */
export async function notified(app: TestApp, cast: Cast, { notice = BODIES.notice(), ...more }: { notice?: object; reviewGrounds?: string[]; person?: object } = {}): Promise<Walk> {
  const walk = await reviewed(app, cast, more);
  app.now.set('2026-07-23T10:00:00+08:00');
  const { document } = await done(cast.head, walk.id, 'approve-notice', notice);
  app.now.set('2026-07-24T16:00:00+08:00');
  await done(cast.officer, walk.id, 'serve-notice', service(cast, walk, document.id, '2026-07-24T15:00:00+08:00'));
  return walk;
}

/** The hearing was asked for on 28 July, fixed for 17 August 2026, and announced in time. */
export async function announced(app: TestApp, cast: Cast): Promise<Walk> {
  const walk = await notified(app, cast);
  app.now.set('2026-07-28T10:00:00+08:00');
  await done(cast.officer, walk.id, 'request-hearing', { at: '2026-07-28T09:00:00+08:00' });
  app.now.set('2026-07-29T10:00:00+08:00');
  const { document } = await done(cast.head, walk.id, 'schedule-hearing', BODIES.hearing(cast));
  app.now.set('2026-08-05T10:00:00+08:00');
  await done(cast.officer, walk.id, 'serve-hearing-notice', service(cast, walk, document.id, '2026-08-05T09:00:00+08:00'));
  return walk;
}

/** The hearing is held and reported on; 19 August 2026. */
export async function heard(app: TestApp, cast: Cast): Promise<Walk> {
  const walk = await announced(app, cast);
  app.now.set('2026-08-17T12:00:00+08:00');
  await done(cast.chair, walk.id, 'hold-hearing', BODIES.hold());
  app.now.set('2026-08-19T10:00:00+08:00');
  await done(cast.chair, walk.id, 'report-hearing', { course: '听证于2026年8月17日举行', opinion: '建议维持拟处罚意见' });
  return walk;
}

/** Decided on 3 August 2026 without a defence, and served the day after. */
export async function served(app: TestApp, cast: Cast, penalties: object[] = [FINE, GOODS]): Promise<Walk> {
  const walk = await notified(app, cast, { notice: { ...REASONS, penalties } });
  app.now.set('2026-08-03T10:00:00+08:00');
  const { document } = await done(cast.head, walk.id, 'decide', { ...DECISION, penalties });
  app.now.set('2026-08-04T10:00:00+08:00');
  await done(cast.officer, walk.id, 'serve-decision', service(cast, walk, document.id, '2026-08-04T09:00:00+08:00'));
  return walk;
}
