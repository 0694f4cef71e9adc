import { Injectable } from '@nestjs/common';
import { checkIdentifier } from '../../kernel/identifiers/index.js';
import { legalDay } from '../../platform/clocks/clocks.js';
import { Database, lookUp } from '../../platform/database/database.js';
import type { Acting } from '../../platform/http/acting.js';
import { effectsOf, SETTLING, type EffectRow } from './data/effects.data.js';
import { registryProblem } from './registries.errors.js';
import type { RegistryCheckDto, RegistryCheckQuery, RegistryEffectDto, RegistryHitDto } from './registry.dto.js';

const CHECK = lookUp({
  name: 'registry-check', from: 'registry_entry', order: 'id',
  columns: 'id, list, agency, name, ground, decision_number AS "decisionNumber", valid_from AS "validFrom", valid_until AS "validUntil"',
  where: (at) => `uscc = ${at(1)} AND known_from <= ${at(2)} AND (known_until IS NULL OR known_until > ${at(2)}) AND valid_from <= ${at(3)} AND (valid_until IS NULL OR valid_until > ${at(3)})`,
});

type Hit = Omit<RegistryHitDto, 'validFrom' | 'validUntil' | 'effects'> & { readonly validFrom: Date; readonly validUntil: Date | null };

/** Looks firms up: one statement, one descent of one index. */
@Injectable()
export class RegistriesQueries {
  constructor(private readonly database: Database) {}

  /** Throws 422 for an instant of which not everything is known yet: its answer could still change. */
  async check({ claims, at }: Acting, { uscc: given, asOf: known, on: valid }: RegistryCheckQuery): Promise<RegistryCheckDto> {
    const checked = checkIdentifier('uscc', given);
    if (!checked.ok) throw registryProblem('registry.code-misshapen');
    const latest = new Date(at.getTime() - SETTLING.seconds * 1000);
    const asOf = known === undefined ? latest : new Date(known);
    if (asOf > latest) throw registryProblem('registry.not-settled', { members: { latest: latest.toISOString() } });
    const on = valid === undefined ? asOf : new Date(valid);
    const found = await this.database.lookUp<Hit>(claims, CHECK, [checked.normalized, asOf, on]);
    const entries = found.map((hit) => shownHit(hit, legalDay(on)));
    return { uscc: checked.normalized, asOf: asOf.toISOString(), on: on.toISOString(), listed: entries.length > 0, entries, warnings: checked.warnings };
  }
}

function shownHit({ validFrom, validUntil, ...hit }: Hit, day: string): RegistryHitDto {
  return { ...hit, validFrom: validFrom.toISOString(), validUntil: validUntil?.toISOString() ?? null, effects: effectsOf(hit.list, day).map(shownEffect) };
}

export function shownEffect({ code, label, valid: [validFrom, validUntil], basis }: EffectRow): RegistryEffectDto {
  return { code, label, validFrom, validUntil, basis };
}
