import { AccessTokens } from '../../../src/platform/security/tokens.js';
import { startTestApp, type Client, type Json, type Reply, type TestApp } from '../../support/app.js';
import { report } from '../../support/builders.js';

export const CITY = 'cz-market-regulation';
export const DESIGN = '202630000001.X';
const CONDITIONS = ['entitled-requester', 'definite-respondent', 'definite-claim', 'within-jurisdiction', 'no-suit-no-other-way'];
const MATERIALS = ['written-request', 'requester-identity', 'patent-register', 'copies'];

/** An account whose token is good at whatever time the system shows. */
export interface Person {
  readonly id: string;
  readonly role: string;
  readonly agency: string;
  readonly client: Client;
}

/** A patent adjudication of the city, and everybody who takes part in it. */
export interface Ground {
  readonly app: TestApp;
  readonly head: Person;
  readonly deputy: Person;
  readonly chair: Person;
  readonly second: Person;
  readonly third: Person;
  readonly fourth: Person;
  readonly fifth: Person;
  readonly outsider: Person;
  readonly operator: Person;
}

export interface Matter {
  readonly caseId: string;
  readonly id: string;
  readonly requester: string;
  readonly respondent: string;
  readonly other: string;
}

export async function groundOf(): Promise<Ground> {
  const app = await startTestApp();
  const person = async (role: string, agency?: string): Promise<Person> => {
    const client = await app.as(role, agency);
    return { id: client.id, role, agency: client.agency, client };
  };
  app.now.set('2026-05-11T09:00:00+08:00');
  const [head, deputy, chair, second, third, fourth, fifth, outsider, operator] = await Promise.all([
    person('agency-head', CITY), person('agency-head', CITY), person('enforcement-officer', CITY), person('enforcement-officer', CITY), person('enforcement-officer', CITY), person('enforcement-officer', CITY), person('enforcement-officer', CITY),
    person('enforcement-officer', 'xiangqiao-market-regulation'), person('hotline-operator'),
  ]);
  return { app, head, deputy, chair, second, third, fourth, fifth, outsider, operator };
}

async function fresh(app: TestApp, { id, role, agency }: Person): Promise<{ authorization: string }> {
  return { authorization: `Bearer ${await app.app.get(AccessTokens).issue({ sub: id, login: `test-${role}-${id}`, kind: 'person', roles: [role], agency, regions: null })}` };
}

export async function read(app: TestApp, by: Person, path: string): Promise<Reply<Json>> {
  return by.client.get(path, await fresh(app, by));
}

export async function post(app: TestApp, by: Person, path: string, body: unknown): Promise<Reply<Json>> {
  return by.client.post(path, body, await fresh(app, by));
}

/** A command on a version of anything. */
export async function command(app: TestApp, by: Person, path: string, version: number, body: unknown): Promise<Reply<Json>> {
  return by.client.command(path, version, body, await fresh(app, by));
}

/** A command on the version that it has now. */
export async function act(app: TestApp, by: Person, id: string, command: string, body: unknown = {}): Promise<Reply<Json>> {
  const version = Number((await read(app, by, `/v1/adjudications/${id}`)).body.version ?? 1);
  return by.client.command(`/v1/adjudications/${id}/${command}`, version, body, await fresh(app, by));
}

/** As {@link act}, and fails loudly where it is refused. */
export async function done(app: TestApp, by: Person, id: string, command: string, body: unknown = {}): Promise<Json> {
  const answer = await act(app, by, id, command, body);
  if (answer.status !== 200) throw new Error(`${command}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

export const failures = ({ status, body }: Reply<Json>): unknown[] => [status, ...(body.failedGuards ?? [{ code: body.code }]).map(({ code }: Json) => code)];
/** Last day in Beijing of a clock in an answer, and how it stands. */
export const clocksOf = ({ deadlines }: Json): Record<string, string> => Object.fromEntries(deadlines.map(({ kind, status, legalDue }: Json) => [String(kind).replace('adjudication.', ''), `${status} ${String(legalDue).slice(0, 10)}`]));

/** A case in which a patentee asks for a decision, with its parties; the request is there. */
export async function request({ app, operator, chair }: Ground, number = DESIGN): Promise<Matter> {
  const filed = await post(app, operator, '/v1/complaints', report({ requestType: 'complaint', region: '445100', right: { type: 'patent', number, holder: 'self' }, facts: '市场上销售的餐具涉嫌侵犯我方专利，请求处理。' }));
  if (filed.status !== 201) throw new Error(JSON.stringify(filed.body));
  // A request is not accepted or declined like a complaint: whether it is filed is decided in the proceeding.
  const { body: opened } = await command(app, chair, `/v1/complaints/${filed.body.id}/open-case`, 1, undefined);
  if (opened.caseId === undefined) throw new Error(JSON.stringify(opened));
  const { caseId } = opened;
  const party = async (role: string, name: string): Promise<string> => (await post(app, chair, `/v1/cases/${caseId}/parties`, { role, person: { name }, reason: '当事人登记' })).body.id;
  const [requester, respondent, other] = [await party('complainant-right-holder', '张测试'), await party('respondent', '李测试'), await party('respondent', '王测试')];
  const { id } = (await read(app, chair, `/v1/adjudications?case=${caseId}`)).body.items[0];
  return { caseId, id, requester, respondent, other };
}

export const seat = (people: readonly Person[]): object[] => people.map(({ id }, index) => ({ account: id, role: index === 0 ? 'panel-chair' : 'panel-member', credential: `粤专裁00${index + 1}` }));

/** What a filing takes; a test changes what it is about. */
export function filing({ chair, second, third }: Ground, { requester, respondent }: Matter, more: object = {}): object {
  return {
    conditions: CONDITIONS, materials: MATERIALS, requesterKind: 'patentee', patentNumber: DESIGN, parties: [{ party: requester, side: 'requester' }, { party: respondent, side: 'respondent' }], members: seat([chair, second, third]), ...more,
  };
}

/** Issues a document and serves it on a party. */
export function service({ chair, second }: Ground, document: string, recipient: string, servedAt: string): object {
  return { document, recipient, mode: 'personal', servedAt, servers: [chair.id, second.id], proof: { receivedBy: 'recipient' } };
}

/** Filed, served, with the period for evidence told to both; the system shows `at`. */
export async function examining(ground: Ground, more: object = {}, number = DESIGN): Promise<Matter> {
  const { app, head, chair } = ground;
  const at = app.now.date().toISOString();
  const matter = await request(ground, number);
  await done(app, head, matter.id, 'file', filing(ground, matter, { patentNumber: number, ...more }));
  const notice = (await done(app, chair, matter.id, 'call-for-answer')).document.id;
  await done(app, chair, matter.id, 'serve-request', service(ground, notice, matter.respondent, at));
  const evidence = (await done(app, chair, matter.id, 'set-evidence-period', { days: 15, agreed: false })).document.id;
  for (const party of [matter.requester, matter.respondent]) await done(app, chair, matter.id, 'serve-evidence-notice', service(ground, evidence, party, at));
  return matter;
}

const TEXT = { statements: '请求人称被诉产品与其外观设计相同；被请求人主张现有设计。', reasons: '整体视觉效果无实质性差异。', provisions: '专利法第十一条第二款、第六十五条', remedies: '自收到之日起十五日内向广州知识产权法院起诉' };
export const STOPPED = [{ type: 'sell', object: '型号A汤锅', scope: '全部渠道' }];
export const ORDER = { ...TEXT, finding: 'infringing', acts: STOPPED, measures: ['销毁专用模具'], performBy: '2026-07-10' };
export const REJECTION = { ...TEXT, finding: 'not-infringing' };
export const DIRECT = { ...TEXT, acts: STOPPED };

export function votes({ chair, second, third }: Pick<Ground, 'chair' | 'second' | 'third'>, at: string, finding = 'infringing'): object {
  const other = finding === 'infringing' ? 'not-infringing' : 'infringing';
  return { at, finding, votes: [{ member: chair.id, finding }, { member: second.id, finding }, { member: third.id, finding: other, opinion: '认为差异明显' }], facts: '比对被诉产品与涉案专利', law: '专利法第六十四条第二款' };
}
