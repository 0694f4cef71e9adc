import { Injectable } from '@nestjs/common';
import type { LocalizedText } from '../../kernel/text.js';
import type { Claims } from '../../platform/database/claims.js';
import type { Acting } from '../../platform/http/acting.js';
import { httpProblem } from '../../platform/http/http.errors.js';
import type { Page } from '../../platform/http/pagination.js';
import { CasesQueries, LANES, type CaseNarrow, type Lane, type RankedCaseDto } from '../cases/index.js';
import { AGENCIES } from '../identity/index.js';
import { keyOf, listOf, type Worklist } from './domain/list.rules.js';
import type { WorklistDto, WorklistIndex, WorklistQuery } from './worklist.dto.js';

const NAMES = new Map<string, LocalizedText>(AGENCIES.map(({ code, name }) => [code, name]));
const WAYS: readonly Lane[] = LANES;

/** Lists have no rows of their own: a key names a part of the cases, and row-level security has the last word on each. */
@Injectable()
export class WorklistsService {
  constructor(private readonly cases: CasesQueries) {}

  mine({ claims }: Acting): WorklistIndex {
    const lists: Worklist[] = [{ kind: 'me' }, ...agenciesOf(claims).flatMap((agency): Worklist[] => [{ kind: 'agency', agency }, ...WAYS.map(({ code }) => ({ kind: 'lane' as const, agency, lane: code }))])];
    return { items: lists.map(shownList) };
  }

  /** Throws subject.not-found where there is no such list, or not for this account. */
  page(acting: Acting, key: string, query: WorklistQuery): Promise<Page<RankedCaseDto>> {
    return this.cases.ranked(acting, narrowed(this.allowed(acting.claims, key), query));
  }

  allowed(claims: Claims, key: string): Worklist {
    const list = listOf(key);
    if (list === null || !may(claims, list)) throw httpProblem('subject.not-found');
    return list;
  }
}

function may(claims: Claims, list: Worklist): boolean {
  if (list.kind === 'me') return true;
  return agenciesOf(claims).includes(list.agency) && (list.kind === 'agency' || WAYS.some(({ code }) => code === list.lane));
}

/** Whoever sees the whole city sees the lists of all agencies. */
function agenciesOf({ scope, agencies }: Claims): readonly string[] {
  return scope === 'agencies' ? agencies : AGENCIES.map(({ code }) => code);
}

function narrowed(list: Worklist, query: WorklistQuery): CaseNarrow {
  if (list.kind === 'me') return { ...query, assignee: 'me' };
  return { ...query, agency: list.agency, ...(list.kind === 'lane' ? { lane: list.lane } : {}) };
}

function shownList(list: Worklist): WorklistDto {
  if (list.kind === 'me') return { id: 'me', kind: 'me', title: { zh: '我承办的案件', en: 'Cases that I am in charge of' }, agency: null, lane: null, patienceHours: null };
  const name = NAMES.get(list.agency) ?? { zh: list.agency, en: list.agency };
  const own = { id: keyOf(list), kind: list.kind, title: name, agency: list.agency, lane: null, patienceHours: null };
  return list.kind === 'agency' ? own : { ...own, ...ofLane(list.lane, name) };
}

function ofLane(code: string, agency: LocalizedText): Partial<WorklistDto> {
  const lane = WAYS.find((way) => way.code === code);
  if (lane === undefined) throw new Error(`There is no lane ${code}`);
  const { label, patience } = lane;
  return { title: { zh: `${agency.zh}：${label.zh}`, en: `${agency.en}: ${label.en}` }, lane: code, patienceHours: patience };
}
