import { Injectable } from '@nestjs/common';
import type { LocalizedText } from '../../kernel/text.js';
import type { Claims } from '../../platform/database/claims.js';
import type { Acting } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import type { Page } from '../../platform/http/pagination.js';
import { CasesQueries, LANES, type CaseNarrow, type Lane, type RankedCaseDto } from '../cases/index.js';
import { AGENCIES } from '../identity/index.js';
import { StaffingQueries, type TeamName } from '../staffing/index.js';
import { keyOf, listOf, type Worklist } from './domain/list.rules.js';
import type { WorklistDto, WorklistIndex, WorklistQuery } from './worklist.dto.js';

const NAMES = new Map<string, LocalizedText>(AGENCIES.map(({ code, name }) => [code, name]));
const WAYS: readonly Lane[] = LANES;

const APPOINTS = 'case.assign';

type Reader = Pick<Acting, 'claims' | 'permissions'>;

/** Lists have no rows of their own: a key names a part of the cases, and row-level security has the last word on each. */
@Injectable()
export class WorklistsService {
  constructor(
    private readonly cases: CasesQueries,
    private readonly staffing: StaffingQueries,
  ) {}

  async mine({ claims, permissions }: Acting): Promise<WorklistIndex> {
    const teams = await this.staffing.names(claims);
    const items = agenciesOf(claims).flatMap((agency): WorklistDto[] => [
      shownAgency(agency), ...(permissions.has(APPOINTS) ? [shownHead(agency)] : []), ...WAYS.map((lane) => shownLane(agency, lane)), ...teams.filter((team) => team.agency === agency).map(shownTeam),
    ]);
    return { items: [MINE, ...items] };
  }

  /** Throws subject.not-found where there is no such list, or not for this account. */
  async page(acting: Acting, key: string, query: WorklistQuery): Promise<Page<RankedCaseDto>> {
    return this.cases.ranked(acting, { ...query, ...narrowed(await this.allowed(acting, key)) });
  }

  async allowed(reader: Reader, key: string): Promise<Worklist> {
    const list = listOf(key);
    if (list === null || !(await this.may(reader, list))) throw httpProblem('subject.not-found');
    return list;
  }

  private async may({ claims, permissions }: Reader, list: Worklist): Promise<boolean> {
    if (list.kind === 'me') return true;
    if (list.kind === 'team') return (await this.staffing.names(claims)).some(({ id }) => id === list.team);
    return agenciesOf(claims).includes(list.agency) && mayInAgency(permissions, list);
  }
}

function mayInAgency(permissions: ReadonlySet<string>, list: Exclude<Worklist, { kind: 'me' | 'team' }>): boolean {
  if (list.kind === 'lane') return WAYS.some(({ code }) => code === list.lane);
  return list.kind === 'agency' || permissions.has(APPOINTS);
}

/** Whoever sees the whole city sees the lists of all agencies. */
function agenciesOf({ scope, agencies }: Claims): readonly string[] {
  return scope === 'agencies' ? agencies : AGENCIES.map(({ code }) => code);
}

function narrowed(list: Worklist): Pick<CaseNarrow, 'assignee' | 'agency' | 'lane' | 'team' | 'escalated'> {
  if (list.kind === 'me') return { assignee: 'me' };
  if (list.kind === 'team') return { team: list.team };
  return { agency: list.agency, ...(list.kind === 'lane' ? { lane: list.lane } : {}), ...(list.kind === 'head' ? { escalated: 'yes' } : {}) };
}

const MINE: WorklistDto = { id: 'me', kind: 'me', title: { zh: '我承办的案件', en: 'Cases that I am in charge of' }, agency: null, team: null, lane: null, patienceHours: null };

function nameOf(agency: string): LocalizedText {
  return NAMES.get(agency) ?? { zh: agency, en: agency };
}

function shownAgency(agency: string): WorklistDto {
  return { ...MINE, id: keyOf({ kind: 'agency', agency }), kind: 'agency', title: nameOf(agency), agency };
}

function shownHead(agency: string): WorklistDto {
  const { zh, en } = nameOf(agency);
  return { ...MINE, id: keyOf({ kind: 'head', agency }), kind: 'head', title: { zh: `${zh}：待负责人处理`, en: `${en}: waits for the head` }, agency };
}

function shownLane(agency: string, { code: lane, label, patience }: Lane): WorklistDto {
  const { zh, en } = nameOf(agency);
  return { ...MINE, id: keyOf({ kind: 'lane', agency, lane }), kind: 'lane', title: { zh: `${zh}：${label.zh}`, en: `${en}: ${label.en}` }, agency, lane, patienceHours: patience };
}

function shownTeam({ id: team, agency, name }: TeamName): WorklistDto {
  const { zh, en } = nameOf(agency);
  return { ...MINE, id: keyOf({ kind: 'team', team }), kind: 'team', title: { zh: `${zh}：${name}`, en: `${en}: ${name}` }, agency, team };
}
