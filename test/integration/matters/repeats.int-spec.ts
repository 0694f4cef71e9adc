import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type Client, type TestApp } from '../../support/app.js';
import { report } from '../../support/builders.js';
import { until } from '../../support/wait.js';

const LOGO = '该厂后门每天晚上出货，锅底打着别人的注册商标。';
const PATENT = '该厂包装盒上印的专利号早已失效，仍然标注国家专利产品。';

describe('a report that only says again what the same person reported of the same party (总局令第121号第三十五条第二款)', () => {
  let app: TestApp;
  let operator: Client;

  beforeAll(async () => {
    app = await startTestApp({ env: { ROLE: 'all' } });
    operator = await app.as('hotline-operator');
  });
  afterAll(() => app.close());

  /** Files in this order, and tells which repeats which, by position. */
  async function repeats(reports: readonly Record<string, unknown>[]): Promise<(number | null)[]> {
    const ids: string[] = [];
    for (const body of reports) ids.push((await operator.post('/v1/complaints', body)).body.id);
    await until('every event to be worked off', async () => (await app.sql.admin('SELECT 1 FROM outbox WHERE completed_at IS NULL')).length === 0);
    const links = await app.sql.admin<{ complaint_id: string; other_id: string }>("SELECT complaint_id, other_id FROM complaint_link WHERE kind = 'repeat' AND complaint_id = ANY($1)", [ids]);
    return ids.map((id) => {
      const [link, ...more] = links.filter(({ complaint_id }) => complaint_id === id);
      expect(more).toEqual([]);
      return link === undefined ? null : ids.indexOf(link.other_id);
    });
  }

  const from = (phone: string, facts: string, more: Record<string, unknown> = {}): Record<string, unknown> => report({ reporter: { name: '陈测试', phone }, facts, ...more });

  it('is marked as a repeat of the first, once, however often it comes', async () => {
    expect(await repeats(Array.from({ length: 5 }, () => from('13811110001', LOGO)))).toEqual([null, 0, 0, 0, 0]);
  });

  it('is found behind an earlier report of another fact', async () => {
    expect(await repeats([from('13811110002', LOGO), from('13811110002', PATENT), from('13811110002', PATENT)])).toEqual([null, null, 1]);
  });

  it('is no repeat from another person, or about another party', async () => {
    expect(await repeats([from('13811110003', LOGO), from('13811110004', LOGO), from('13811110003', LOGO, { target: { name: '饶平县海边茶行（测试）', uscc: '92445122MA00TQT35T' } })])).toEqual([null, null, null]);
  });
});
