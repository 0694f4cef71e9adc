import { describe, expect, it } from '@jest/globals';
import { decide, type Decision } from '../../../kernel/lifecycle/index.js';
import { ORGANISATION_GUARDS, type OrganisationFacts } from './organisation.guards.js';
import { ORGANISATION_LIFECYCLE } from './organisation.lifecycle.js';
import { checkedCode, nameKey, nameOn, plain, searchNames } from './organisation.rules.js';

const SOUND = '91445103MA00TQT27J';
const OTHER = '91445102MA00TQT199';
const UNSOUND = '91445103MA00TQT27K';

describe('credit codes', () => {
  it.each<[string | undefined, string | null, string[]]>([
    [' 91445103ma00tqt27j ', SOUND, []], ['９１４４５１０３ＭＡ００ＴＱＴ２７Ｊ', SOUND, []], [UNSOUND, UNSOUND, ['check_digit_mismatch']], [undefined, null, []], ['  ', null, []],
    // An identity number in the wrong field is not kept, not even in the warning.
    ['445102190001010011', null, ['identity_number']], ['４４５１０２１９０００１０１００１２', null, ['identity_number']], ['445102199013010011', '445102199013010011', ['check_digit_mismatch', 'organisation_check_mismatch']], ['4451021900010100', null, ['shape_unexpected']], ['不详', null, ['shape_unexpected']],
  ])('%s', (text, uscc, codes) => {
    const checked = checkedCode(text);
    expect([checked.uscc, checked.warnings.map(({ code }) => code)]).toEqual([uscc, codes]);
    expect(JSON.stringify(checked)).not.toContain('445102190001010011');
  });
});

describe('an organisation without a code', () => {
  it('is the same by name and address, however they are written', () => {
    expect(nameKey('某餐具店（测试）', '潮安区 彩塘镇1号')).toBe('某餐具店测试|潮安区彩塘镇1号');
    expect(nameKey('某 餐具店(测试)', '潮安区彩塘镇１号')).toBe(nameKey('某餐具店（测试）', '潮安区 彩塘镇1号'));
    expect([nameKey('某餐具店', null), nameKey('某餐具店', ' -'), plain('ＡＢ-c 店')]).toEqual([null, null, 'abc店']);
    expect(nameKey('某餐具店', '彩塘镇2号')).not.toBe(nameKey('某餐具店', '彩塘镇1号'));
  });
});

describe('names over time', () => {
  const firm = { name: '丙公司', formerNames: [{ name: '甲厂', from: '2010-01-01', until: '2015-03-01' }, { name: '乙公司', from: '2015-03-01', until: '2020-06-01' }] };

  it.each([['2012-05-05', '甲厂'], ['2015-02-28', '甲厂'], ['2015-03-01', '乙公司'], ['2020-05-31', '乙公司'], ['2020-06-01', '丙公司'], ['2026-11-22', '丙公司']])('on %s it was called %s', (day, name) => {
    expect(nameOn(firm, day)).toBe(name);
  });

  it('a name without days tells nothing about a day', () => {
    expect(nameOn({ name: '丙公司', formerNames: [{ name: '甲厂', from: null, until: null }] }, '2012-05-05')).toBe('丙公司');
    expect(nameOn({ name: '丙公司', formerNames: [{ name: '甲厂', from: null, until: '2015-03-01' }] }, '1999-01-01')).toBe('甲厂');
    expect(nameOn({ name: '丙公司', formerNames: [] }, '1999-01-01')).toBe('丙公司');
  });

  it('all of them are found', () => {
    expect(searchNames('丙公司', firm.formerNames)).toBe('丙公司 甲厂 乙公司');
  });
});

describe('the entry of an organisation', () => {
  const target = { id: 'other', state: 'registered', uscc: OTHER };
  const facts = (uscc: string | null, input: Record<string, unknown> = {}): OrganisationFacts => ({ row: { id: 'this', uscc }, input: { reason: '测试', into: 'other', target, ...input } });
  const ask = (state: string | null, command: string, given = facts(null)): Decision => decide({ lifecycle: ORGANISATION_LIFECYCLE, guards: ORGANISATION_GUARDS, state, command, facts: given, input: given.input });
  const refused = (command: string, given: OrganisationFacts): string[] => {
    const decision = ask('registered', command, given);
    return decision.ok ? [] : decision.failed.map(({ code }) => code);
  };
  const COMMANDS = ['register', 'correct', 'merge', 'unmerge', 'strike-off', 'reinstate'];
  const EXPECTED: readonly (readonly [string | null, readonly string[]])[] = [
    [null, ['registered', '-', '-', '-', '-', '-']],
    ['registered', ['-', 'registered', 'merged', '-', 'struck-off', '-']],
    ['merged', ['-', '-', '-', 'registered', '-', '-']],
    ['struck-off', ['-', 'struck-off', '-', '-', '-', 'registered']],
  ];

  it.each(EXPECTED)('%s', (state, row) => {
    expect(COMMANDS.map((command) => ask(state, command)).map((decision) => (decision.ok ? decision.move.to : '-'))).toEqual(row);
  });

  it('has no command and no state that the oracle does not know, and all ask for party.write', () => {
    expect([...new Set(ORGANISATION_LIFECYCLE.moves.map(({ command }) => command as string))].sort()).toEqual([...COMMANDS].sort());
    expect(Object.keys(ORGANISATION_LIFECYCLE.states).sort()).toEqual(EXPECTED.flatMap(([state]) => state ?? []).sort());
    expect(new Set(ORGANISATION_LIFECYCLE.moves.map(({ permission }) => permission))).toEqual(new Set(['party.write']));
  });

  it('is merged only without a code, and only into another one that has one (令112 第九条)', () => {
    expect(refused('merge', facts(null))).toEqual([]);
    expect(refused('merge', facts(SOUND))).toEqual(['organisation.has-code']);
    for (const unfit of [undefined, { ...target, id: 'this' }, { ...target, state: 'merged' }, { ...target, state: 'struck-off' }, { ...target, uscc: null }]) expect(refused('merge', facts(null, { target: unfit }))).toEqual(['organisation.target-unfit']);
  });

  it('keeps a sound code for life; one that fails its check digit may be mended', () => {
    expect([refused('correct', facts(SOUND)), refused('correct', facts(SOUND, { uscc: SOUND })), refused('correct', facts(null, { uscc: OTHER })), refused('correct', facts(UNSOUND, { uscc: SOUND })), refused('correct', facts(UNSOUND, { uscc: null }))]).toEqual([[], [], [], [], []]);
    expect([refused('correct', facts(SOUND, { uscc: OTHER })), refused('correct', facts(SOUND, { uscc: null }))]).toEqual([['organisation.code-stays'], ['organisation.code-stays']]);
  });

  it('has guards with a code of their own and a text in both languages', () => {
    const guards = Object.values(ORGANISATION_GUARDS);
    expect(new Set(guards.map(({ code }) => code)).size).toBe(guards.length);
    for (const { code, text } of guards) expect([code, /[\u4e00-\u9fff]/.test(text.zh), /^[A-Z]/.test(text.en)]).toEqual([expect.stringMatching(/^organisation\.[a-z-]+$/), true, true]);
  });
});
