import { describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { insertInto, InsertStatements } from './insert-statements.js';

class Complaint {
  id: string;
}
class Account {
  id: string;
}

/** As much of a data source as the names of tables and columns need. */
const SOURCE = { getMetadata: (entity: { name: string }) => ({ tablePath: entity.name.toLowerCase(), columns: [{ propertyName: 'id', databaseName: 'id' }] }) } as unknown as DataSource;

describe('InsertStatements', () => {
  const complaint = insertInto(Complaint, { id: '1' });
  const account = insertInto(Account, { id: '2' });

  it('gives the same tables one name and one text, whoever makes the statement', () => {
    expect(new InsertStatements(SOURCE).plain([complaint]).statement).toEqual(new InsertStatements(SOURCE).plain([insertInto(Complaint, { id: '9' })]).statement);
  });

  it('never gives one name to two texts: a connection is shared by several makers, and keeps what it prepared', () => {
    const one = new InsertStatements(SOURCE);
    const other = new InsertStatements(SOURCE);
    const made = [one.plain([complaint]), one.plain([account]), other.plain([account]), other.plain([complaint, account]), other.plain([complaint]), one.guarded([complaint], [], 'k'), other.guarded([account], [], 'k')];
    const texts = new Map<string, Set<string>>();
    for (const { statement: { name, text } } of made) texts.set(name, (texts.get(name) ?? new Set()).add(text));
    for (const [name, all] of texts) expect([name, all.size]).toEqual([name, 1]);
    expect(texts.size).toBe(5);
  });

  it('keeps to the 63 bytes of a name in PostgreSQL', () => {
    const many = Array.from({ length: 12 }, (_, index) => insertInto(Object.defineProperty(class { id: string; }, 'name', { value: `RatherLongTableName${index}` }), { id: '1' }));
    expect(new InsertStatements(SOURCE).guarded(many, [], 'k').statement.name.length).toBeLessThanOrEqual(63);
  });
});
