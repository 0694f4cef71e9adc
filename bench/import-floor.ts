import pg from 'pg';

export interface Recorded {
  readonly rows: number;
  readonly statements: readonly { readonly name?: string; readonly text: string; readonly values: readonly unknown[] }[];
}

export async function replay(url: string, recorded: Recorded): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const started = performance.now();
  for (const { name, text, values } of recorded.statements) await client.query({ name, text, values: [...values] });
  const seconds = (performance.now() - started) / 1000;
  await client.end();
  return recorded.rows / seconds;
}
