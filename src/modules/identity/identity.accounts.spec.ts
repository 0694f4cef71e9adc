import { describe, expect, it } from '@jest/globals';
import { Problem } from '../../platform/http/problem.js';
import { AGENCIES } from './data/agencies.data.js';
import { ROLES } from './data/roles.data.js';
import { checkAccount } from './identity.accounts.js';
import { DEMO_ACCOUNTS } from './identity.demo.js';

const person = { kind: 'person' as const, roles: ['mediator'], agency: 'cz-ip-mediation-committee', regions: null };
const code = (more: Partial<Parameters<typeof checkAccount>[0]>): string | null => {
  try {
    checkAccount({ ...person, ...more });
    return null;
  } catch (error) {
    return error instanceof Problem ? error.code : String(error);
  }
};

describe('a new account', () => {
  it.each([[{}], [{ roles: ['mediator', 'enforcement-officer'] }], [{ regions: ['445103', 'CZ-FENGXI'] }], [{ kind: 'client' as const, roles: ['system-client'] }], [{ roles: ['oversight'] }]])('may be %p', (more) => {
    expect(code(more)).toBeNull();
  });

  it.each([
    ['nothing', []], ['an unknown role', ['root']], ['one role twice', ['mediator', 'mediator']], ['oversight and an acting post', ['oversight', 'enforcement-officer']],
    ['the administrator and a post with matters', ['agency-head', 'administrator']], ['the role of a system', ['system-client']],
  ])('of a person may not hold %s', (_, roles) => {
    expect(code({ roles })).toBe('account.roles-conflict');
  });

  it('of a system may not hold the post of a person', () => {
    expect(code({ kind: 'client', roles: ['enforcement-officer'] })).toBe('account.roles-conflict');
  });

  it.each(['no-such-agency', 'guangzhou-ip-court', 'generic-governments'])('may not belong to %s', (agency) => {
    expect(code({ agency })).toBe('account.agency-unknown');
  });

  it('may not be confined to a place outside the city', () => {
    expect(code({ regions: ['445103', '440100'] })).toBe('account.region-unknown');
  });
});

describe('demo accounts', () => {
  it('are one per role', () => {
    expect(DEMO_ACCOUNTS.map(({ login }) => login)).toEqual(ROLES.map((role) => `demo-${role.code}`));
  });

  it.each(DEMO_ACCOUNTS)('$login could have been made by hand', ({ kind, role, agency }) => {
    expect(code({ kind, roles: [role], agency })).toBeNull();
    expect(AGENCIES.some((row) => row.code === agency)).toBe(true);
  });
});
