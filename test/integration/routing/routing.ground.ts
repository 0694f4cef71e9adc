import type { Client, Json, Reply } from '../../support/app.js';

/** The content of a rule set as a client gets it, ready to be sent back as a draft. */
export async function contentOf(client: Client, number: number): Promise<{ offices: Json; rules: Json[] }> {
  const { body } = await client.get(`/v1/routing/rule-sets/${number}`);
  return { offices: body.offices, rules: body.rules };
}

/** The rules of version 2, with one of them changed. */
export async function changed(client: Client, code: string, change: (rule: Json) => Json, title = '测试草案'): Promise<Json> {
  const { offices, rules } = await contentOf(client, 2);
  return { title, offices, rules: rules.map((rule) => (rule.code === code ? change(rule) : rule)) };
}

export async function put(client: Client, url: string, path: string, version: number | null, body: unknown): Promise<Reply<Json>> {
  const answer = await fetch(`${url}${path}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${client.token}`, 'accept-language': 'en', 'content-type': 'application/json', ...(version === null ? {} : { 'if-match': `"${version}"` }) },
    body: JSON.stringify(body),
  });
  return { status: answer.status, headers: answer.headers, body: await answer.json() };
}
