import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AGENCIES } from './data/agencies.data.js';
import { ROLES } from './data/roles.data.js';
import { effectiveRoles, principalOf, withBelow } from './identity.principals.js';

const parents = new Map<string, string | null>(AGENCIES.map(({ code, parent }) => [code, parent]));
const account = (roles: string[], agency = 'cz-market-regulation', regions: string[] | null = null) => ({ id: '019ac0de-0000-7000-8000-000000000001', login: 'x', kind: 'person' as const, roles, agency, regions });
const principal = (roles: string[], agency?: string, regions?: string[] | null) => principalOf(account(roles, agency, regions), parents);
const COUNTY = ['chaoan-market-regulation', 'fengxi-market-regulation', 'raoping-market-regulation', 'xiangqiao-market-regulation'];

describe('a principal', () => {
  it('acts under its account id', () => {
    expect(principal(['mediator']).claims.actor).toBe('019ac0de-0000-7000-8000-000000000001');
  });

  it('of the city office sees the county offices, the desk and the rapid centre below it', () => {
    expect([...principal(['enforcement-officer']).claims.agencies].sort()).toEqual(['cz-ip-intake', 'cz-ip-rapid-centre', 'cz-market-regulation', ...COUNTY].sort());
  });

  it('of a county office sees that office only', () => {
    expect(principal(['enforcement-officer'], 'chaoan-market-regulation').claims).toMatchObject({ scope: 'agencies', agencies: ['chaoan-market-regulation'], regions: null });
  });

  it('keeps the regions of its account', () => {
    expect(principal(['enforcement-officer'], 'cz-market-regulation', ['445103']).claims.regions).toEqual(['445103']);
  });

  it.each([
    [['intake-clerk'], 'city'], [['oversight'], 'city-read'], [['mediator'], 'agencies'], [['statistician', 'mediator'], 'agencies'], [['enforcement-officer', 'intake-clerk'], 'city'],
  ])('with %p has scope %p', (roles, scope) => {
    expect(principal(roles).claims.scope).toBe(scope);
  });

  it.each([['statistician'], ['administrator'], ['no-such-role']])('with %p sees no agency and no region', (role) => {
    expect(principal([role]).claims).toMatchObject({ scope: 'agencies', agencies: [], regions: [] });
  });

  it('holds what any of its roles holds', () => {
    const { permissions } = principal(['hotline-operator', 'mediator']);
    expect([permissions.has('complaint.file'), permissions.has('case.close'), permissions.has('complaint.decline')]).toEqual([true, true, false]);
  });

  it('with an unknown role has no permission', () => {
    expect(principal(['root']).permissions.size).toBe(0);
  });
});

describe('a role that is held alone', () => {
  it.each([[['oversight', 'enforcement-officer'], 'oversight'], [['agency-head', 'administrator'], 'administrator']])('counts alone in %p', (codes, only) => {
    expect(effectiveRoles(codes).map(({ code }) => code)).toEqual([only]);
  });

  it('never gives the reader of the city an identity, whatever else is held', () => {
    fc.assert(fc.property(fc.subarray(ROLES.map(({ code }) => code as string)), (codes) => {
      const { claims, permissions } = principal(codes);
      return claims.scope !== 'city-read' || ![...permissions].some((code) => code.startsWith('identity.'));
    }));
  });
});

describe('agencies below', () => {
  it('survive a circle in the table', () => {
    expect(withBelow('a', new Map([['a', 'b'], ['b', 'a']]))).toEqual(['a', 'b']);
  });

  it('go down more than one step', () => {
    expect(withBelow('a', new Map([['a', null], ['b', 'a'], ['c', 'b'], ['d', null]]))).toEqual(['a', 'b', 'c']);
  });
});
