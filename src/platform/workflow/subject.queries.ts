import { ApiProperty } from '@nestjs/swagger';
import { basisOn, decide, type GuardSet } from '../../kernel/lifecycle/index.js';
import type { ChainedEntry } from '../../kernel/ledger/index.js';
import { legalDay } from '../clocks/clocks.js';
import type { Database } from '../database/database.js';
import type { RowMapper } from '../database/row-mapper.js';
import type { Acting } from '../http/acting.js';
import { httpProblem } from '../http/http.errors.js';
import type { Page, PageQuery } from '../http/pagination.js';
import { BasisDto } from '../http/shared.dto.js';
import type { LedgerQueries } from '../ledger/ledger.queries.js';
import type { Gather } from './command.js';
import { factsOf, type Subject, type SubjectRow } from './subject.js';

export class AvailableCommandDto {
  @ApiProperty({ description: 'Command of the table', example: 'accept' })
  command: string;

  @ApiProperty({ description: 'State that it leads to', example: 'accepted' })
  to: string;

  @ApiProperty({ description: 'Permission that it asks for', example: 'complaint.accept' })
  permission: string;

  @ApiProperty({ description: 'Whether this account may do it now, as far as is known before the input', example: true })
  allowed: boolean;

  @ApiProperty({ description: 'Input that it cannot do without', example: [], type: [String] })
  requires: readonly string[];

  @ApiProperty({ description: 'Guards that fail now, with code, text and article. Guards on the input are judged when it is sent', example: [] })
  failedGuards: unknown;

  @ApiProperty({ type: String, nullable: true, description: 'Kind of the official document that it issues, as in GET /v1/document-kinds; null where it issues none', example: 'complaint-acceptance' })
  document: string | null;

  @ApiProperty({ description: 'Legal ground, in the version of the law that is pinned to the matter', type: BasisDto, example: { source: '总局令第121号', article: '第十五条第一款', status: 'verified' } })
  basis: BasisDto;
}

export class AvailableCommandsDto {
  @ApiProperty({ description: 'State now', example: 'registered' })
  state: string;

  @ApiProperty({ description: 'Version now; send it as If-Match', example: 1 })
  version: number;

  @ApiProperty({ description: 'What the table allows from this state', type: [AvailableCommandDto], example: [] })
  commands: AvailableCommandDto[];
}

export class TimelineEntryDto {
  @ApiProperty({ description: 'Place in the chain, from 1', example: 1 })
  seq: number;

  @ApiProperty({ description: 'When it was recorded, RFC 3339 UTC', example: '2026-11-22T09:10:00.000Z' })
  at: string;

  @ApiProperty({ description: 'Account that acted, or system:…', example: '019aa1b2-0000-7000-8000-00000000000a' })
  actor: string;

  @ApiProperty({ description: 'Event', example: 'complaint.registered' })
  event: string;

  @ApiProperty({ description: 'Facts without personal data', example: { command: 'register', to: 'registered' } })
  data: unknown;

  @ApiProperty({ description: 'SHA-256 of the entry', example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' })
  sha256: string;

  @ApiProperty({ description: 'SM3 of the entry', example: '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0' })
  sm3: string;

  @ApiProperty({ description: 'SHA-256 of the entry before, null for the first', example: null, nullable: true, type: String })
  prevSha256: string | null;

  @ApiProperty({ description: 'SM3 of the entry before, null for the first', example: null, nullable: true, type: String })
  prevSm3: string | null;
}

export class TimelinePage {
  @ApiProperty({ description: 'Oldest first; the next page is in the Link header', type: [TimelineEntryDto], example: [] })
  items: TimelineEntryDto[];
}

/** What every subject with a lifecycle can be asked, whatever it is. */
export class SubjectQueries {
  constructor(
    private readonly database: Database,
    private readonly rows: RowMapper,
    private readonly ledger: LedgerQueries,
  ) {}

  /** The commands that the table allows now, each with what stands in its way. `gather`: what guards need from other tables. */
  async available<Row extends SubjectRow>(acting: Acting, subject: Subject<Row>, id: string, gather?: Gather): Promise<AvailableCommandsDto> {
    const [row, known] = await Promise.all([this.row(acting, subject, id), this.known(acting, gather)]);
    const moves = subject.lifecycle.moves.filter(({ from, carried }) => from === row.state && carried !== true);
    const lawDay = subject.lawDay?.(row) ?? legalDay(acting.at);
    const guards = onRow(subject.guards);
    const commands = moves.map((move) => {
      const { command, to, permission, requires = [], document = null } = move;
      // Required input is taken as given: whether it is right shows when it is sent.
      const input = { ...Object.fromEntries(requires.map((field) => [field, 'given'])), ...known };
      const decision = decide({ lifecycle: subject.lifecycle, guards, state: row.state, command, facts: factsOf(acting, row, input), input, lawDay });
      const failedGuards = decision.ok ? [] : decision.failed;
      return { command, to, permission, allowed: failedGuards.length === 0 && acting.permissions.has(permission), requires, failedGuards, document, basis: basisOn(move, lawDay) };
    });
    return { state: row.state, version: row.version, commands };
  }

  async timeline<Row extends SubjectRow>(acting: Acting, subject: Subject<Row>, id: string, page: PageQuery): Promise<Page<ChainedEntry>> {
    await this.row(acting, subject, id);
    return this.ledger.timeline(acting.claims, subject.lifecycle.subject, id, page);
  }

  private async known({ claims }: Acting, gather: Gather | undefined): Promise<Readonly<Record<string, unknown>>> {
    return gather === undefined ? {} : gather.facts(await this.database.readAll(claims, gather.queries));
  }

  private async row<Row extends SubjectRow>({ claims }: Acting, { entity }: Subject<Row>, id: string): Promise<Row> {
    const table = this.rows.table(entity);
    const [found] = await this.database.read<object & Record<string, never>>(claims, { name: `one-${table}`, text: `SELECT * FROM ${table} WHERE id = $1` }, [id]);
    if (found === undefined) throw httpProblem('subject.not-found');
    return this.rows.map(entity, found);
  }
}

/** Guards on the input are not asked: they would read what nobody has sent yet. */
function onRow<Facts>(guards: GuardSet<Facts>): GuardSet<Facts> {
  return Object.fromEntries(Object.entries(guards).map(([name, guard]) => [name, guard.onInput === true ? { ...guard, holds: () => true } : guard]));
}
