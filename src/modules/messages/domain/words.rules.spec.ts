import { describe, expect, it } from '@jest/globals';
import { codeLetter, mailOf, shortOf, type Line } from './words.rules.js';

const OVERDUE: Line = { label: { zh: '时限已过', en: 'A clock has run out' }, number: 'CZAJ2026-0000001', clock: { zh: '处罚决定', en: 'Penalty decision' }, due: new Date('2026-12-11T15:59:59.999Z') };
const GIVEN: Line = { label: { zh: '交办案件', en: 'A case was given to you' }, number: 'CZAJ2026-0000002', clock: null, due: null };
const BARE: Line = { label: { zh: '导入结束', en: 'An import has ended' }, number: null, clock: null, due: null };

describe('what is sent', () => {
  it('says one thing in the subject, and the day of its end as it is in Asia/Shanghai', () => {
    expect(mailOf([OVERDUE], 30, 'zh')).toEqual({ subject: '[知衡] 时限已过：CZAJ2026-0000001，处罚决定，期限 2026-12-11', text: '· 时限已过：CZAJ2026-0000001，处罚决定，期限 2026-12-11\n\n请登录系统查看。\n在“消息设置”中可以更改接收方式。' });
    expect(mailOf([GIVEN], 30, 'en').subject).toBe('[Zhiheng] A case was given to you: CZAJ2026-0000002');
    expect(mailOf([BARE], 30, 'en').subject).toBe('[Zhiheng] An import has ended');
    expect(mailOf([{ ...OVERDUE, due: new Date('2026-12-11T16:00:00Z') }], 30, 'en').subject).toContain('due 2026-12-12');
  });

  it('counts many, and leaves out lines beyond the most', () => {
    const { subject, text } = mailOf([OVERDUE, GIVEN, BARE], 2, 'zh');
    expect([subject, text.split('\n')]).toEqual(['[知衡] 3条未读消息', ['· 时限已过：CZAJ2026-0000001，处罚决定，期限 2026-12-11', '· 交办案件：CZAJ2026-0000002', '另有1条。', '', '请登录系统查看。', '在“消息设置”中可以更改接收方式。']]);
    expect(mailOf([OVERDUE, GIVEN], 2, 'en').text).not.toContain('And ');
  });

  it('is short where it is a short message', () => {
    expect(shortOf([GIVEN], 'zh')).toBe('[知衡] 交办案件：CZAJ2026-0000002。请登录系统查看。');
    expect(shortOf([GIVEN, BARE], 'en')).toBe('[Zhiheng] 2 unread messages. Please log in to see more.');
  });

  it('carries a code, and how long it is good for', () => {
    expect(codeLetter('012345', 30, 'zh')).toEqual({ subject: '[知衡] 验证码', text: '[知衡] 验证码 012345，30分钟内有效。如非本人操作，请忽略。' });
    expect(codeLetter('012345', 30, 'en').text).toBe('[Zhiheng] Code 012345, valid for 30 minutes. If you did not ask for it, ignore it.');
  });
});
