import { AGENCIES, COMPETENCES, INTAKE_DESK, type CompetenceRole } from '../identity/index.js';
import { factsWith, type RoutingFacts } from './domain/facts.js';
import type { Routed, Track } from './domain/rule.js';
import { routingProblem } from './routing.errors.js';

/** A decision as it is stored. Those of version 1 know one track, and neither lane nor flags. */
export interface StoredDecision {
  readonly facts: Partial<RoutingFacts>;
  readonly rule: string;
  readonly ruleSetVersion: number;
  readonly outcome: Pick<Routed, 'track' | 'agency'> & Partial<Routed>;
}

export interface Override {
  readonly agency: string;
  readonly track: Track;
  /** Goes into the row and the ledger; no personal data. */
  readonly reason: string;
  /** Account that overrides. */
  readonly by: string;
}

const ROLES_OF: Readonly<Record<Exclude<Track, 'outside'>, readonly CompetenceRole[]>> = { administrative: ['enforcement', 'adjudication', 'border'], mediation: ['mediation'], judicial: ['civil'] };

/** The ways that the law opens for the matter; the desk may always tell another one (总局令第121号第三十四条). */
export function permittedTracks({ track, tracks = [track] }: StoredDecision['outcome']): Track[] {
  return [...new Set<Track>([...tracks, 'outside'])];
}

/** Agencies with a competence on the track for the right; outside, and in court where the court has no account, the desk. */
export function competentAgencies(track: Track, facts: Pick<RoutingFacts, 'classification' | 'rightType'>): string[] {
  if (track === 'outside') return [INTAKE_DESK];
  const rightType = rightAsked(track, facts);
  const away = new Set<string>(AGENCIES.filter(({ outside }) => outside === true).map(({ code }) => code));
  const competent = COMPETENCES.filter((row) => ROLES_OF[track].includes(row.role) && row.rightTypes.includes(rightType)).map(({ agency }) => (away.has(agency) ? INTAKE_DESK : agency));
  return [...new Set(competent)];
}

/** Without a right, or for a consumer whatever was bought, it is a matter of market regulation at large. */
function rightAsked(track: Track, { classification, rightType }: Pick<RoutingFacts, 'classification' | 'rightType'>): RoutingFacts['rightType'] {
  if (classification === 'consumer-complaint') return 'none';
  return rightType === 'none' && track === 'administrative' ? 'unfair_competition' : rightType;
}

export function refuseOverride({ outcome, facts }: StoredDecision, { track, agency }: Pick<Override, 'track' | 'agency'>): void {
  const permitted = permittedTracks(outcome);
  if (!permitted.includes(track)) throw routingProblem('routing.track-not-permitted', { members: { permittedTracks: permitted } });
  const competent = competentAgencies(track, factsWith(facts));
  if (!competent.includes(agency)) throw routingProblem('routing.agency-not-competent', { members: { competentAgencies: competent } });
}
