import type { SeizurePower } from '../domain/seizure.rules.js';

const PROCEDURE = { source: '市场监督管理行政处罚程序规定', article: '第三十六条', status: 'verified' } as const;

/** What law lets goods be sealed or taken, from when to when, and whose approval it asks for (行政强制法第十条、第十一条：只能由法律、法规设定). */
export const SEIZURE_POWERS: readonly SeizurePower[] = [
  { law: 'trademark', approver: 'head', from: '2019-11-01', to: '2026-12-31', basis: { source: '商标法（2019年修正）', article: '第六十二条第一款第四项', status: 'verified' }, approval: PROCEDURE },
  { law: 'trademark', approver: 'head', from: '2027-01-01', to: null, basis: { source: '商标法（2026年修订）', article: '第七十六条第一款第四项', status: 'verified' }, approval: PROCEDURE },
  { law: 'patent-passing-off', approver: 'head', from: '2021-06-01', to: null, basis: { source: '专利法', article: '第六十九条第一款第五项', status: 'verified' }, approval: PROCEDURE },
  { law: 'copyright', approver: 'head', from: '2021-06-01', to: null, basis: { source: '著作权法', article: '第五十五条', status: 'unverified', note: '条文未读' }, approval: PROCEDURE },
  { law: 'unfair-competition', approver: 'city-principal-head', from: '2025-10-15', to: null, basis: { source: '反不正当竞争法（2025年修订）', article: '第十六条第一款第四项', status: 'verified' }, approval: { source: '反不正当竞争法（2025年修订）', article: '第十六条第二款', status: 'verified' } },
  { law: 'trade-secret', approver: 'city-principal-head', from: '2026-06-01', to: null, basis: { source: '商业秘密保护规定（总局令第126号）', article: '第二十三条第一款第四项', status: 'verified' }, approval: { source: '商业秘密保护规定（总局令第126号）', article: '第二十三条第二款', status: 'verified' } },
];

export const SEIZURE_LAWS = ['trademark', 'patent-passing-off', 'copyright', 'unfair-competition', 'trade-secret'] as const;
export const CAPACITIES = ['principal-head', 'head'] as const;

/** 行政强制法第二十八条第一款、程序规定第四十二条第一款. */
export const RELEASE_GROUNDS = ['no-offence', 'unrelated', 'decided-not-needed', 'term-over', 'not-needed'] as const;

/** Whose time is left out of a seizure (程序规定第三十八条第三款); the right holder's word is not among them. */
export const TESTING_KINDS = ['testing', 'inspection', 'quarantine', 'appraisal'] as const;
