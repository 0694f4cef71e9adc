import { Injectable } from '@nestjs/common';
import { systemClaims, type Claims } from '../../platform/database/claims.js';
import { Database, type Query } from '../../platform/database/database.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import type { Page } from '../../platform/http/pagination.js';
import { AGENCIES, COMPETENCES, MEASURES, GENERIC_BODIES, REGIONS, type AgencyRow, type LocalizedText, type Measure } from './data/index.js';

type AgencyLine = { code: string; parent: string | null; level: AgencyRow['level']; region: string; profile: Omit<AgencyRow, 'code' | 'parent' | 'level' | 'region'> };
type MeasureLine = { number: number; profile: Omit<Measure, 'number'> };
type NameLine = { code: string; name: LocalizedText };

export interface Named {
  readonly code: string;
  readonly name: LocalizedText;
}

const AGENCY = 'SELECT code, parent, level, region, profile FROM agency';
const ALL_AGENCIES = { name: 'identity-agencies', text: `${AGENCY} ORDER BY code` };
const ONE_AGENCY = { name: 'identity-agency', text: `${AGENCY} WHERE code = $1` };
const NAMES = { name: 'identity-agency-names', text: `SELECT code, profile->'name' AS name FROM agency` };
const ALL_MEASURES = { name: 'identity-measures', text: 'SELECT number, profile FROM measure ORDER BY number' };
const ONE_MEASURE = { name: 'identity-measure', text: 'SELECT number, profile FROM measure WHERE number = $1' };

export type AgencyShown = Omit<AgencyLine, 'profile'> & AgencyLine['profile'];
export type MeasureShown = Omit<Measure, 'lead' | 'supporting' | 'genericBodies'> & { readonly lead: Named[]; readonly supporting: Named[]; readonly genericBodies: Named[] };

/** Reads of agencies and measures, with the claims of whoever asks. */
@Injectable()
export class Reference {
  constructor(private readonly database: Database) {}

  async agencies(claims: Claims): Promise<Page<AgencyShown>> {
    const rows = await this.database.read<AgencyLine>(claims, ALL_AGENCIES, []);
    return { items: rows.map(agencyShown), next: null };
  }

  async agency(claims: Claims, code: string): Promise<AgencyShown> {
    const [row] = await this.database.read<AgencyLine>(claims, ONE_AGENCY, [code]);
    if (row === undefined) throw httpProblem('subject.not-found');
    return agencyShown(row);
  }

  async measures(claims: Claims): Promise<Page<MeasureShown>> {
    return { items: await this.measuresOf(claims, { statement: ALL_MEASURES, values: [] }), next: null };
  }

  async measure(claims: Claims, number: number): Promise<MeasureShown> {
    const [shown] = await this.measuresOf(claims, { statement: ONE_MEASURE, values: [number] });
    if (shown === undefined) throw httpProblem('subject.not-found');
    return shown;
  }

  private async measuresOf(claims: Claims, query: Query): Promise<MeasureShown[]> {
    const [rows = [], names = []] = (await this.database.readAll(claims, [query, { statement: NAMES, values: [] }])) as [MeasureLine[], NameLine[]];
    const known = new Map<string, LocalizedText>([...names, ...GENERIC_BODIES].map(({ code, name }) => [code, name]));
    const named = (codes: readonly string[]): Named[] => codes.map((code) => ({ code, name: known.get(code) ?? { zh: code, en: code } }));
    return rows.map(({ number, profile }) => ({ number, ...profile, lead: named(profile.lead), supporting: named(profile.supporting), genericBodies: named(profile.genericBodies) }));
  }
}

function agencyShown({ profile, ...row }: AgencyLine): AgencyShown {
  return { ...row, ...profile };
}

const SEED = systemClaims('seed');
/** Two versions of the files, with rows in different orders, would wait for each other. */
const LOCK = { name: 'seed-lock', text: `SELECT pg_advisory_xact_lock(hashtextextended('zhiheng:seed', 0))` };

/**
 * Brings the tables of this room to the state of its data files, in one transaction; returns how many rows changed.
 * Agencies, regions and measures that left the files stay, because old cases name them. A competence that left is gone:
 * nothing may be routed by it any more.
 */
export async function seedIdentityReference(database: Database): Promise<number> {
  return database.transact(SEED, [{ statement: LOCK, values: [] }], async (transaction) => {
    const results = await transaction.batch([
      upsert('region', ['code', 'parent'], REGIONS),
      upsert('agency', ['code', 'parent', 'level', 'region'], AGENCIES),
      upsert('competence', ['id', 'agency'], COMPETENCES),
      upsert('measure', ['number'], MEASURES),
      { statement: { name: 'seed-competence-gone', text: 'DELETE FROM competence WHERE id <> ALL ($1::text[]) RETURNING id' }, values: [COMPETENCES.map(({ id }) => id)] },
    ]);
    return results.reduce((sum, rows) => sum + rows.length, 0);
  });
}

/** Columns by name, everything else of a row in `profile`. Only rows that differ are written. */
function upsert(table: string, columns: readonly string[], rows: readonly object[]): Query {
  const [key] = columns;
  const others = [...columns.slice(1), 'profile'];
  const list = (prefix: string): string => others.map((column) => `${prefix}.${column}`).join(', ');
  const values = rows.map((row) => {
    const entries = Object.entries(row);
    const own = entries.filter(([name]) => columns.includes(name));
    return { ...Object.fromEntries(own), profile: Object.fromEntries(entries.filter(([name]) => !columns.includes(name))) };
  });
  return {
    statement: {
      name: `seed-${table}`,
      text: `INSERT INTO ${table} AS t (${[...columns, 'profile'].join(', ')}) SELECT r.${key}, ${list('r')} FROM json_populate_recordset(NULL::${table}, $1::json) r
             ON CONFLICT (${key}) DO UPDATE SET ${others.map((column) => `${column} = excluded.${column}`).join(', ')} WHERE (${list('t')}) IS DISTINCT FROM (${list('excluded')}) RETURNING t.${key}`,
    },
    values: [JSON.stringify(values)],
  };
}
