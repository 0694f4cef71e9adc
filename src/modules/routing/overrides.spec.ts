import { describe, expect, it } from '@jest/globals';
import { Problem } from '../../platform/http/problem.js';
import { competentAgencies, permittedTracks, refuseOverride, type StoredDecision } from './overrides.js';

const decision = (more: Partial<StoredDecision['outcome']>, facts: StoredDecision['facts'] = { classification: 'right-holder-request', rightType: 'trademark' }): StoredDecision => ({ facts, rule: 'trademark-request', ruleSetVersion: 2, outcome: { track: 'administrative', agency: 'chaoan-market-regulation', tracks: ['administrative', 'mediation'], ...more } });
const refusal = (last: StoredDecision, track: 'administrative' | 'judicial' | 'mediation' | 'outside', agency: string): [string, unknown] | null => {
  try {
    refuseOverride(last, { track, agency });
    return null;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return [error.code, error.extras.members];
  }
};

describe('an override', () => {
  it('stays within the tracks that the law opens, or tells another way', () => {
    expect(permittedTracks(decision({}).outcome)).toEqual(['administrative', 'mediation', 'outside']);
    expect(refusal(decision({}), 'judicial', 'cz-court')).toEqual(['routing.track-not-permitted', { permittedTracks: ['administrative', 'mediation', 'outside'] }]);
    expect(refusal(decision({}), 'mediation', 'cz-ip-mediation-committee')).toBeNull();
    expect(refusal(decision({}), 'outside', 'cz-ip-intake')).toBeNull();
  });

  it('never turns a report into mediation', () => {
    expect(refusal(decision({ tracks: ['administrative'] }), 'mediation', 'cz-ip-mediation-committee')?.[0]).toBe('routing.track-not-permitted');
  });

  it('reads decisions of version 1, which know one track', () => {
    expect(permittedTracks({ track: 'mediation', agency: 'x' })).toEqual(['mediation', 'outside']);
  });

  it('goes to an agency that is competent for the right on that track', () => {
    expect(refusal(decision({}), 'administrative', 'raoping-market-regulation')).toBeNull();
    expect(refusal(decision({}), 'administrative', 'cz-culture-enforcement')?.[0]).toBe('routing.agency-not-competent');
    expect(refusal(decision({}), 'outside', 'chaoan-market-regulation')).toEqual(['routing.agency-not-competent', { competentAgencies: ['cz-ip-intake'] }]);
  });

  it.each<[string, Parameters<typeof competentAgencies>, string[]]>([
    ['a patent is adjudicated by the city, and enforced by the counties', ['administrative', { classification: 'patent-adjudication', rightType: 'patent' }], ['cz-ip-rapid-centre', 'cz-market-regulation', 'chaozhou-customs', 'chaoan-market-regulation', 'fengxi-market-regulation', 'raoping-market-regulation', 'xiangqiao-market-regulation']],
    ['a technical secret only by the city', ['administrative', { classification: 'report', rightType: 'trade_secret_technical' }], ['cz-market-regulation']],
    ['a technical case at court: the court has no account, the desk tells', ['judicial', { classification: 'right-holder-request', rightType: 'patent' }], ['cz-ip-intake']],
    ['a mark at court', ['judicial', { classification: 'right-holder-request', rightType: 'trademark' }], ['cz-court']],
    ['a report without a right: the market regulators', ['administrative', { classification: 'report', rightType: 'none' }], ['cz-market-regulation', 'chaoan-market-regulation', 'fengxi-market-regulation', 'raoping-market-regulation', 'xiangqiao-market-regulation']],
  ])('%s', (_, [track, facts], expected) => {
    expect(competentAgencies(track, facts).sort()).toEqual([...expected].sort());
  });

  it('a consumer stays with the offices that mediate for consumers, whatever was bought', () => {
    const agencies = competentAgencies('mediation', { classification: 'consumer-complaint', rightType: 'trademark' });
    expect(agencies).toContain('chaoan-market-regulation');
    expect(agencies).not.toContain('cz-ip-mediation-committee');
  });
});
