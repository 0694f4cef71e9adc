import { describe, expect, it } from '@jest/globals';
import { DEADLINE_KINDS } from '../../deadlines/index.js';
import { AGENCIES } from '../../identity/index.js';
import { SEVERITY_CODES } from '../domain/inspection.guards.js';
import { INSPECTING, INSPECTION_LIMIT, MOST_ANSWER_DAYS, SEVERITIES } from './inspections.data.js';

describe('who inspects, typed by hand', () => {
  it('are the bodies that oversee, and the city bureau over its offices', () => {
    expect(INSPECTING.map(({ agency, over }) => `${agency} ${over}`)).toEqual(['cz-npc-office all', 'cz-npc-legislative-affairs all', 'cz-npc-education-science all', 'cz-cppcc-culture all', 'cz-justice all', 'cz-market-regulation below']);
    const kinds = new Map(AGENCIES.map(({ code, kind }) => [code as string, kind as string]));
    expect(INSPECTING.filter(({ over }) => over === 'all').map(({ agency }) => kinds.get(agency))).toEqual(['legislative', 'legislative', 'legislative', 'consultative', 'administrative']);
  });

  it('name how grave a finding is in both languages, and bound their clock as its kind does', () => {
    expect(SEVERITIES.map(({ code, label }) => [code, label.zh])).toEqual([['advice', '改进建议'], ['irregular', '不规范'], ['improper', '不当'], ['unlawful', '违法']]);
    expect(SEVERITIES.map(({ code }) => code)).toEqual([...SEVERITY_CODES]);
    expect([INSPECTION_LIMIT, MOST_ANSWER_DAYS]).toEqual([500, 90]);
    expect(JSON.stringify(DEADLINE_KINDS.find(({ code }) => code === 'inspection.answer'))).toContain(`"maximum":${MOST_ANSWER_DAYS}`);
  });
});
