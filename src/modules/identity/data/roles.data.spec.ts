import { describe, expect, it } from '@jest/globals';
import { PERMISSIONS } from './permissions.data.js';
import { ROLES, roleOf } from './roles.data.js';

const held = (role: string): readonly string[] => roleOf(role)?.permissions ?? [];
const effect = new Map<string, string>(PERMISSIONS.map(({ code, effect: kind }) => [code, kind]));

// Written by hand from the duties of each post, not from the table under test.
const MUST_NOT: readonly (readonly [role: string, permission: string])[] = [
  ['hotline-operator', 'complaint.import'], ['enforcement-officer', 'complaint.import'],
  ['oversight', 'inspection.lead'], ['oversight', 'inspection.answer'], ['inspector', 'inspection.answer'], ['inspector', 'case.read'], ['inspector', 'complaint.read'], ['inspector', 'party.read'], ['inspector', 'identity.view-masked'], ['inspector', 'deadline.read'],
  ['enforcement-officer', 'inspection.lead'], ['enforcement-officer', 'inspection.answer'], ['hotline-operator', 'inspection.read'], ['system-client', 'inspection.read'],
  ['oversight', 'case.bulk'], ['intake-clerk', 'case.bulk'], ['hotline-operator', 'case.bulk'], ['system-client', 'case.bulk'], ['prosecutor-liaison', 'case.bulk'],
  ['enforcement-officer', 'team.manage'], ['mediator', 'team.manage'], ['intake-clerk', 'team.manage'], ['administrator', 'team.manage'], ['oversight', 'absence.plan'], ['hotline-operator', 'absence.plan'], ['statistician', 'absence.plan'],
  ['hotline-operator', 'case.claim'], ['intake-clerk', 'case.claim'], ['mediation-secretary', 'case.claim'], ['legal-reviewer', 'case.claim'], ['oversight', 'case.claim'], ['administrator', 'case.claim'], ['system-client', 'case.claim'],
  ['enforcement-officer', 'case.recuse'], ['mediator', 'case.recuse'], ['intake-clerk', 'case.recuse'], ['intake-clerk', 'case.note'], ['oversight', 'case.note'], ['prosecutor-liaison', 'case.note'], ['hotline-operator', 'case.note'], ['system-client', 'case.link'],
  ['enforcement-officer', 'deadline.extend'], ['mediation-secretary', 'deadline.extend'], ['court-liaison', 'deadline.extend'], ['intake-clerk', 'deadline.extend'], ['intake-clerk', 'deadline.pause'], ['hotline-operator', 'deadline.satisfy'], ['oversight', 'deadline.pause'],
  ['hotline-operator', 'complaint.accept'], ['hotline-operator', 'complaint.decline'], ['hotline-operator', 'complaint.reroute'], ['hotline-operator', 'case.read'], ['hotline-operator', 'identity.unmask'],
  ['intake-clerk', 'case.open'], ['intake-clerk', 'case.close'], ['intake-clerk', 'identity.unmask'], ['intake-clerk', 'account.manage'],
  ['enforcement-officer', 'case.assign'], ['enforcement-officer', 'case.reopen'], ['enforcement-officer', 'complaint.reroute'], ['enforcement-officer', 'account.manage'],
  ['agency-head', 'complaint.reroute'], ['agency-head', 'account.manage'], ['agency-head', 'calendar.load'], ['agency-head', 'queue.manage'],
  ['mediator', 'complaint.accept'], ['mediator', 'complaint.decline'], ['mediator', 'case.assign'], ['mediator', 'identity.unmask'],
  ['mediation-secretary', 'identity.unmask'], ['mediation-secretary', 'case.reopen'],
  ['court-liaison', 'complaint.decline'], ['court-liaison', 'identity.unmask'], ['court-liaison', 'identity.view-masked'],
  ['prosecutor-liaison', 'case.close'], ['prosecutor-liaison', 'identity.view-masked'],
  ['registry-reviewer', 'identity.view-masked'], ['publication-reviewer', 'identity.view-masked'], ['publication-reviewer', 'identity.unmask'],
  ['oversight', 'identity.view-masked'], ['oversight', 'identity.unmask'], ['oversight', 'account.manage'],
  ['statistician', 'complaint.read'], ['statistician', 'case.read'], ['statistician', 'timeline.read'], ['statistician', 'identity.view-masked'],
  ['administrator', 'complaint.read'], ['administrator', 'case.read'], ['administrator', 'timeline.read'], ['administrator', 'deadline.read'], ['administrator', 'notice.read'],
  ['administrator', 'identity.view-masked'], ['administrator', 'identity.unmask'], ['administrator', 'routing.read'],
  ['hotline-operator', 'party.read'], ['mediator', 'party.write'], ['court-liaison', 'right.write'], ['registry-reviewer', 'party.write'], ['oversight', 'party.write'], ['oversight', 'right.write'], ['statistician', 'party.read'], ['administrator', 'right.read'], ['system-client', 'party.read'],
  // Who acts does not approve, who investigates does not review, who judges does not prosecute.
  ['enforcement-officer', 'penalty.approve'], ['enforcement-officer', 'penalty.review'], ['enforcement-officer', 'seizure.approve'], ['enforcement-officer', 'adjudication.approve'], ['enforcement-officer', 'referral.approve'], ['enforcement-officer', 'fine.approve'],
  ['legal-reviewer', 'penalty.handle'], ['legal-reviewer', 'penalty.approve'], ['agency-head', 'penalty.review'], ['mediator', 'penalty.handle'], ['mediator', 'mediation.handle'], ['mediator', 'proceeding.decide-recusal'], ['mediation-secretary', 'penalty.handle'],
  ['court-liaison', 'mediation.read-confidential'], ['court-liaison', 'penalty.handle'], ['oversight', 'mediation.read-confidential'], ['prosecutor-liaison', 'mediation.read-confidential'], ['police-liaison', 'mediation.read-confidential'],
  ['police-liaison', 'referral.handle'], ['police-liaison', 'identity.view-masked'], ['prosecutor-liaison', 'referral.answer'], ['court-liaison', 'confirmation.handle'], ['mediation-secretary', 'confirmation.record'], ['oversight', 'document.serve'], ['system-client', 'document.read'],
  ['enforcement-officer', 'takedown.approve'], ['enforcement-officer', 'supervision.list'], ['enforcement-officer', 'campaign.lead'], ['oversight', 'campaign.work'], ['oversight', 'supervision.list'], ['mediator', 'supervision.report'], ['mediator', 'takedown.handle'], ['intake-clerk', 'takedown.handle'], ['oversight', 'takedown.handle'],
  ['enforcement-officer', 'fair.approve'], ['mediator', 'fair.handle'], ['intake-clerk', 'fair.manage'], ['oversight', 'fair.handle'],
  ['enforcement-officer', 'centre.manage'], ['oversight', 'centre.work'], ['mediator', 'centre.manage'], ['hotline-operator', 'centre.read'], ['system-client', 'centre.read'],
  ['enforcement-officer', 'track-record.strike'], ['oversight', 'track-record.record'], ['hotline-operator', 'track-record.read'], ['mediator', 'track-record.record'], ['system-client', 'track-record.read'],
  ['enforcement-officer', 'credit-repair.approve'], ['oversight', 'credit-repair.handle'], ['mediator', 'credit-repair.handle'], ['system-client', 'credit-repair.read'],
  ['oversight', 'infringer.judge'], ['mediator', 'infringer.read'], ['hotline-operator', 'infringer.read'], ['intake-clerk', 'infringer.read'], ['system-client', 'infringer.read'],
  ['enforcement-officer', 'listing.approve'], ['oversight', 'listing.handle'], ['mediator', 'listing.handle'], ['system-client', 'listing.read'], ['hotline-operator', 'registry.check'], ['agency-head', 'registry.subscribe'], ['administrator', 'registry.subscribe'],
  ['enforcement-officer', 'listing.approve'], ['oversight', 'listing.handle'], ['mediator', 'listing.handle'], ['system-client', 'listing.read'], ['hotline-operator', 'registry.check'],
  ['enforcement-officer', 'whitelist.approve'], ['oversight', 'whitelist.handle'], ['mediator', 'whitelist.read'], ['system-client', 'whitelist.read'], ['registry-reviewer', 'whitelist.approve'],
  ['enforcement-officer', 'spot-check.plan'], ['oversight', 'spot-check.work'], ['mediator', 'spot-check.read'], ['system-client', 'spot-check.read'], ['hotline-operator', 'spot-check.read'],
  ['enforcement-officer', 'reward.read'], ['agency-head', 'reward.read'], ['oversight', 'reward.read'], ['intake-clerk', 'reward.read'], ['administrator', 'reward.read'], ['reward-officer', 'case.read'], ['reward-officer', 'complaint.read'], ['reward-officer', 'identity.unmask'], ['reward-officer', 'timeline.read'], ['reward-officer', 'deadline.read'],
  ['intake-clerk', 'lane.move'], ['mediator', 'lane.move'], ['oversight', 'lane.move'], ['enforcement-officer', 'lane.readmit'], ['system-client', 'lane.move'],
  ['enforcement-officer', 'publication.review'], ['enforcement-officer', 'publication.publish'], ['agency-head', 'publication.review'], ['publication-reviewer', 'publication.prepare'], ['publication-reviewer', 'publication.publish'], ['oversight', 'publication.review'], ['legal-reviewer', 'publication.review'], ['system-client', 'publication.read'],
  ['enforcement-officer', 'urging.send'], ['hotline-operator', 'urging.send'], ['hotline-operator', 'urging.answer'], ['agency-head', 'urging.record'], ['enforcement-officer', 'urging.withdraw'], ['oversight', 'urging.send'], ['oversight', 'urging.withdraw'], ['statistician', 'urging.read'], ['system-client', 'urging.answer'],
  ['system-client', 'complaint.accept'], ['system-client', 'case.read'], ['system-client', 'identity.view-masked'], ['system-client', 'account.manage'],
];

const MUST: readonly (readonly [role: string, permission: string])[] = [
  ['intake-clerk', 'complaint.import'], ['system-client', 'complaint.import'],
  ['inspector', 'inspection.lead'], ['inspector', 'inspection.read'], ['oversight', 'inspection.read'], ['agency-head', 'inspection.lead'], ['agency-head', 'inspection.answer'], ['mediation-secretary', 'inspection.answer'], ['court-liaison', 'inspection.answer'], ['enforcement-officer', 'inspection.read'],
  ['enforcement-officer', 'case.bulk'], ['agency-head', 'case.bulk'], ['mediator', 'case.bulk'], ['mediation-secretary', 'case.bulk'], ['court-liaison', 'case.bulk'],
  ['agency-head', 'team.manage'], ['mediation-secretary', 'team.manage'], ['court-liaison', 'team.manage'], ['enforcement-officer', 'absence.plan'], ['agency-head', 'absence.plan'], ['mediator', 'absence.plan'],
  ['enforcement-officer', 'case.claim'], ['agency-head', 'case.claim'], ['mediator', 'case.claim'], ['court-liaison', 'case.claim'],
  ['agency-head', 'case.recuse'], ['mediation-secretary', 'case.recuse'], ['court-liaison', 'case.recuse'], ['enforcement-officer', 'case.link'], ['enforcement-officer', 'case.note'], ['mediator', 'case.note'],
  ['enforcement-officer', 'deadline.pause'], ['enforcement-officer', 'deadline.satisfy'], ['agency-head', 'deadline.extend'], ['mediator', 'deadline.pause'], ['mediation-secretary', 'deadline.satisfy'], ['court-liaison', 'deadline.pause'],
  ['hotline-operator', 'complaint.file'], ['intake-clerk', 'complaint.reroute'], ['enforcement-officer', 'complaint.accept'], ['enforcement-officer', 'identity.unmask'], ['agency-head', 'case.assign'],
  ['agency-head', 'case.reopen'], ['mediator', 'case.read'], ['mediation-secretary', 'complaint.accept'], ['oversight', 'timeline.read'], ['statistician', 'statistics.read'], ['statistician', 'measure.read'],
  ['enforcement-officer', 'party.write'], ['intake-clerk', 'right.write'], ['mediation-secretary', 'party.write'], ['mediator', 'party.read'], ['prosecutor-liaison', 'right.read'], ['oversight', 'party.read'],
  ['enforcement-officer', 'penalty.handle'], ['enforcement-officer', 'seizure.handle'], ['enforcement-officer', 'referral.handle'], ['agency-head', 'penalty.approve'], ['agency-head', 'seizure.approve'], ['agency-head', 'referral.approve'], ['agency-head', 'proceeding.decide-recusal'],
  ['legal-reviewer', 'penalty.review'], ['legal-reviewer', 'penalty.hear'], ['mediator', 'mediation.conduct'], ['mediation-secretary', 'mediation.handle'], ['mediation-secretary', 'statistics.read'], ['court-liaison', 'civil-suit.record'], ['court-liaison', 'confirmation.record'],
  ['enforcement-officer', 'takedown.handle'], ['enforcement-officer', 'supervision.report'], ['agency-head', 'supervision.list'], ['agency-head', 'campaign.lead'], ['enforcement-officer', 'campaign.work'], ['agency-head', 'takedown.handle'], ['agency-head', 'takedown.approve'],
  ['enforcement-officer', 'fair.manage'], ['enforcement-officer', 'fair.handle'], ['agency-head', 'fair.handle'], ['agency-head', 'fair.approve'],
  ['enforcement-officer', 'lane.move'], ['agency-head', 'lane.move'], ['agency-head', 'lane.readmit'],
  ['enforcement-officer', 'centre.read'], ['enforcement-officer', 'centre.work'], ['agency-head', 'centre.manage'], ['mediator', 'centre.work'], ['mediation-secretary', 'centre.manage'], ['oversight', 'centre.read'],
  ['enforcement-officer', 'track-record.read'], ['enforcement-officer', 'track-record.record'], ['agency-head', 'track-record.strike'], ['oversight', 'track-record.read'],
  ['enforcement-officer', 'credit-repair.handle'], ['agency-head', 'credit-repair.approve'], ['oversight', 'credit-repair.read'],
  ['enforcement-officer', 'infringer.read'], ['enforcement-officer', 'infringer.judge'], ['agency-head', 'infringer.judge'], ['oversight', 'infringer.read'],
  ['enforcement-officer', 'listing.handle'], ['agency-head', 'listing.approve'], ['oversight', 'listing.read'], ['system-client', 'registry.check'], ['system-client', 'registry.subscribe'], ['mediator', 'registry.check'],
  ['enforcement-officer', 'listing.handle'], ['agency-head', 'listing.approve'], ['oversight', 'listing.read'], ['system-client', 'registry.check'], ['mediator', 'registry.check'],
  ['enforcement-officer', 'whitelist.handle'], ['registry-reviewer', 'whitelist.handle'], ['agency-head', 'whitelist.approve'], ['oversight', 'whitelist.read'],
  ['administrator', 'message.own'], ['statistician', 'message.own'], ['oversight', 'message.own'],
  ['enforcement-officer', 'spot-check.read'], ['enforcement-officer', 'spot-check.work'], ['agency-head', 'spot-check.plan'], ['oversight', 'spot-check.read'],
  ['enforcement-officer', 'publication.prepare'], ['publication-reviewer', 'publication.review'], ['agency-head', 'publication.publish'], ['agency-head', 'publication.prepare'], ['oversight', 'publication.read'],
  ['agency-head', 'urging.send'], ['agency-head', 'urging.withdraw'], ['agency-head', 'urging.answer'], ['enforcement-officer', 'urging.answer'], ['mediator', 'urging.answer'], ['hotline-operator', 'urging.record'], ['hotline-operator', 'urging.read'], ['intake-clerk', 'urging.record'], ['system-client', 'urging.record'], ['system-client', 'urging.withdraw'], ['oversight', 'urging.read'],
  ['reward-officer', 'reward.read'], ['reward-officer', 'reward.handle'],
  ['police-liaison', 'referral.answer'], ['prosecutor-liaison', 'referral.supervise'], ['oversight', 'proceeding.read'], ['statistician', 'court.read'],
  ['administrator', 'account.manage'], ['administrator', 'calendar.load'], ['administrator', 'queue.manage'], ['administrator', 'ledger.verify'], ['system-client', 'complaint.file'], ['system-client', 'complaint.read'],
];

const SCOPES = {
  'hotline-operator': 'agencies', 'intake-clerk': 'city', 'enforcement-officer': 'agencies', 'agency-head': 'agencies', mediator: 'agencies', 'mediation-secretary': 'agencies', 'court-liaison': 'agencies',
  'prosecutor-liaison': 'agencies', 'police-liaison': 'agencies', 'legal-reviewer': 'agencies', 'registry-reviewer': 'agencies', 'publication-reviewer': 'agencies', oversight: 'city-read', inspector: 'agencies', 'reward-officer': 'agencies', statistician: 'none', administrator: 'none', 'system-client': 'agencies',
};

describe('roles and permissions', () => {
  it.each(MUST_NOT)('%s does not hold %s', (role, permission) => {
    expect(roleOf(role)).toBeDefined();
    expect(effect.has(permission)).toBe(true);
    expect(held(role)).not.toContain(permission);
  });

  it.each(MUST)('%s holds %s', (role, permission) => {
    expect(held(role)).toContain(permission);
  });

  it('gives every role the scope of its post', () => {
    expect(Object.fromEntries(ROLES.map(({ code, scope }) => [code, scope]))).toEqual(SCOPES);
  });

  it('lets whoever reads the whole city write nothing', () => {
    const readers = ROLES.filter(({ scope }) => scope === 'city-read');
    expect(readers.map(({ code }) => code)).toEqual(['oversight']);
    for (const role of readers) expect(role.permissions.filter((code) => effect.get(code) !== 'reads' || code.startsWith('identity.'))).toEqual([]);
  });

  it('gives roles without case rows no permission on matters', () => {
    const matters = /^(complaint|case|deadline|timeline|notice|identity|routing|party|right)\./;
    for (const role of ROLES.filter(({ scope }) => scope === 'none')) expect(role.permissions.filter((code) => matters.test(code))).toEqual([]);
  });

  it('shows full identities to officers and heads only', () => {
    expect(ROLES.filter(({ permissions }) => (permissions as readonly string[]).includes('identity.unmask')).map(({ code }) => code)).toEqual(['enforcement-officer', 'agency-head']);
  });

  it('lets nobody but the administrator manage accounts, and keeps that post alone', () => {
    expect(ROLES.filter(({ permissions }) => (permissions as readonly string[]).includes('account.manage')).map(({ code }) => code)).toEqual(['administrator']);
    expect(['administrator', 'oversight', 'inspector', 'reward-officer', 'system-client'].map((code) => roleOf(code)?.alone)).toEqual([true, true, true, true, true]);
  });

  it('names existing permissions only, each once, and leaves none without a holder', () => {
    const used = ROLES.flatMap(({ permissions }) => [...permissions] as string[]);
    expect(used.filter((code) => !effect.has(code))).toEqual([]);
    expect([...effect.keys()].filter((code) => !used.includes(code))).toEqual([]);
    for (const { permissions } of ROLES) expect(new Set<string>(permissions).size).toBe(permissions.length);
  });

  it('has unique codes and both languages', () => {
    const rows: readonly { code: string; label: { zh: string; en: string } }[] = [...ROLES, ...PERMISSIONS];
    expect(new Set(rows.map(({ code }) => code)).size).toBe(rows.length);
    for (const { label } of rows) {
      expect(label.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(label.en).toMatch(/^[A-Z]/);
    }
  });
});
