import { describe, expect, it } from '@jest/globals';
import { TABLES } from '../../../subjects.js';
import { AGENCIES } from '../../identity/index.js';
import { kindProblems, type DocumentKind } from '../domain/document.rules.js';
import { COMPLAINT_DOCUMENTS } from './complaints.data.js';
import { DOSSIER_ITEMS } from './dossier.data.js';
import { DOCUMENT_KINDS, documentForms, formOfDocument } from './kinds.data.js';
import { AGENCY_LETTERS, lettersOf, SIGNS_AS, signerOf } from './letters.data.js';
import { SERVED_BY } from './served.data.js';
import { SHARED_DOCUMENTS } from './shared.data.js';

/** The forms of April 2026 as they are printed: number of the form, title, whether it has a number, and the blanks to fill, by our names. Typed from the text. */
const FORMS_2026: readonly (readonly [kind: string, form: string, title: string, numbered: boolean, blanks: string])[] = [
  // 登记单位, 编号, 投诉人, 同意公示, 同意委托调解, 被投诉人, 地址, 争议事实依据, 投诉请求, 经办人
  ['complaint-registration', '一', '投诉登记表', false, 'station number addressee consentPublish? consentMediation? respondent respondentAddress? facts claims officer'],
  // 登记单位, 编号, 举报人 (may be anonymous), 被举报人, 地址, 线索和事实依据, 经办人
  ['report-registration', '二', '举报登记表', false, 'station number addressee? respondent respondentAddress? facts officer'],
  // 收件局, 收到日期, 事项, 报告期限, 附件
  ['complaint-distribution', '三', '投诉/举报分送通知书', true, 'agency receivedOn matter reportBy enclosures?'],
  // 收件人, (事项), 提供期限, 材料, 联系电话, 通信地址
  ['identity-proof-notice', '四', '限期提供身份证明材料通知书', true, 'addressee matter until materials reason? telephone? address?'],
  // 收件人, 收到日期, 事项, 联系人, 联系电话
  ['complaint-acceptance', '五', '投诉受理决定书', true, 'addressee receivedOn matter contact? telephone?'],
  // 收件人, 收到日期, 事项, 第〔 〕项; the reason by article 15
  ['complaint-non-acceptance', '六', '投诉不予受理决定书', true, 'addressee receivedOn matter item reason'],
  // 收件人, 事项, 依据, 处理结果
  ['report-result-notice', '十', '举报处理结果告知书', true, 'addressee matter law result'],
];

const blanks = ({ fields }: DocumentKind): string => fields.map(({ name, required }) => `${name}${required ? '' : '?'}`).join(' ');

describe('the forms of complaints and reports of April 2026', () => {
  it('are those that are printed, in their order, with their blanks', () => {
    expect(COMPLAINT_DOCUMENTS.map((form) => [form.kind, form.source.article, form.title.zh, form.word !== null, blanks(form)])).toEqual(FORMS_2026.map(([kind, number, title, numbered, printed]) => [kind, `文书式样${number}`, title, numbered, printed]));
  });

  /** 七 to 九 stand with the documents of mediations, which have them for every kind of mediation; under the printed title for consumers. */
  it.each([['mediation-session-notice', '七', '投诉调解通知书'], ['mediation-termination', '八', '投诉终止调解决定书'], ['mediation-agreement', '九', '投诉调解书']])('%s is form %s, for consumers %s', (kind, number, title) => {
    const [consumers, others] = documentForms(kind, '2026-11-23');
    expect([consumers?.source.article, consumers?.title.zh, consumers?.when, others?.when, others?.fields === consumers?.fields]).toEqual([`文书式样${number}`, title, { property: 'kind', is: ['consumer'] }, undefined, true]);
  });

  it('print 第 before the number, and their word is ours', () => {
    for (const { word, ordinal, source } of COMPLAINT_DOCUMENTS.filter((form) => form.word !== null)) expect([word === null, ordinal, source.note]).toEqual([false, true, '式样未印文号用字，本系统拟定']);
  });

  it('go to consumers alone where the form speaks of a consumer (文书式样四 to 六)', () => {
    expect(COMPLAINT_DOCUMENTS.filter(({ when }) => when !== undefined).map(({ kind, when }) => [kind, when?.property, when?.is])).toEqual([
      ['identity-proof-notice', 'classification', ['consumer-complaint']], ['complaint-acceptance', 'classification', ['consumer-complaint']], ['complaint-non-acceptance', 'classification', ['consumer-complaint']],
    ]);
  });

  it('show the result of a report to nobody outside the agency (第三十七条)', () => {
    expect(COMPLAINT_DOCUMENTS.find(({ kind }) => kind === 'report-result-notice')).toMatchObject({ visibility: 'agency', volume: 'sub' });
  });
});

describe('shared documents', () => {
  /** Number of the form of 2021, title, word; typed from the text. */
  it.each([
    ['jurisdiction-designation', '文书2', '指定管辖通知书', '指定'], ['address-confirmation', '文书10', '送达地址确认书', null], ['service-receipt', '文书50', '送达回证', null], ['service-announcement', '文书51', '行政处罚文书送达公告', '罚送告'],
    ['file-cover', '文书54', '卷宗封面', null], ['file-index', '文书55', '卷内文件目录', null], ['file-notes', '文书56', '卷内备考表', null],
  ])('%s is %s', (kind, article, title, word) => {
    expect(SHARED_DOCUMENTS.find((form) => form.kind === kind)).toMatchObject({ title: { zh: title }, word, source: { article, status: 'verified' } });
  });

  it('say so where no form was found', () => {
    expect(SHARED_DOCUMENTS.filter(({ source: { status } }) => status === 'unverified').map(({ kind }) => kind)).toEqual(['other-way-notice', 'recusal-decision']);
  });

  it('announce for thirty days, whatever the form of 2021 prints', () => {
    expect(SHARED_DOCUMENTS.find(({ kind }) => kind === 'service-announcement')).toMatchObject({ valid: ['2022-11-01', null], source: { note: expect.stringContaining('三十日') } });
  });
});

describe('the catalogue', () => {
  it('fits the tables', () => {
    expect(kindProblems(DOCUMENT_KINDS, TABLES.map(({ lifecycle }) => lifecycle))).toEqual([]);
  });

  it('has titles and labels in both languages', () => {
    for (const { title, fields } of DOCUMENT_KINDS) for (const { zh, en } of [title, ...fields.map(({ label }) => label)]) expect([zh, en]).toEqual([expect.stringMatching(/[\u4e00-\u9fff]/u), expect.stringMatching(/^[A-Z]/)]);
  });

  it('knows the command that serves a document, wherever a table has one', () => {
    const serving = TABLES.flatMap(({ lifecycle: { subject, moves }, guards }) => moves.flatMap(({ command, guards: names = [] }) => names.filter((name) => name.startsWith('serves-')).flatMap((name) => {
      const { kinds } = (guards[name] as unknown as { details: () => { kinds: string[] } }).details();
      return kinds.map((kind) => [kind, `${subject}.${command}`] as const);
    })));
    expect(Object.fromEntries(serving)).toEqual(SERVED_BY);
  });

  it('gives a word to one form of writing: with 第 or without', () => {
    const ways = new Map<string, Set<boolean>>();
    for (const { word, ordinal = false } of DOCUMENT_KINDS) if (word !== null) ways.set(word, (ways.get(word) ?? new Set()).add(ordinal));
    expect([...ways].filter(([, how]) => how.size > 1)).toEqual([]);
  });

  it('finds the form of a day, and of a document', () => {
    expect(documentForms('complaint-acceptance', '2026-04-14')).toEqual([]);
    const [form] = documentForms('complaint-acceptance', '2026-04-15');
    expect(form?.title.zh).toBe('投诉受理决定书');
    expect(formOfDocument({ kind: 'complaint-acceptance', kindFrom: '2026-04-15', variant: 'consumer-complaint' })).toBe(form);
    expect(() => formOfDocument({ kind: 'complaint-acceptance', kindFrom: '2019-12-20', variant: null })).toThrow('has lost its version');
  });
});

describe('the order of a file (令2 第七十八条)', () => {
  it('has seven items in 正卷 and six in 副卷, as printed', () => {
    expect(DOSSIER_ITEMS.main.map(({ zh }) => zh)).toEqual(['立案审批表', '行政处罚决定书及送达回证', '对当事人制发的其他法律文书及送达回证', '证据材料', '听证笔录', '财物处理单据', '其他有关材料']);
    expect(DOSSIER_ITEMS.sub.map(({ zh }) => zh)).toEqual(['案源材料', '调查终结报告', '审核意见', '听证报告', '结案审批表', '其他有关材料']);
  });
});

describe('letters of agencies', () => {
  it('are different for each, and unverified', () => {
    const all = Object.values(AGENCY_LETTERS);
    expect(new Set(all.map(({ letters }) => letters)).size).toBe(all.length);
    expect(all.filter(({ status }) => status !== 'unverified')).toEqual([]);
    expect([lettersOf('cz-market-regulation'), lettersOf('chaoan-market-regulation'), lettersOf('hanshan-normal-university')]).toEqual(['潮市监', '潮安市监', undefined]);
  });

  it('belong to agencies that there are, and whoever signs for another has some', () => {
    const codes = new Set<string>(AGENCIES.map(({ code }) => code));
    expect([...Object.keys(AGENCY_LETTERS), ...Object.keys(SIGNS_AS)].filter((code) => !codes.has(code))).toEqual([]);
    for (const signer of Object.values(SIGNS_AS)) expect([signer, lettersOf(signer) !== undefined, signerOf(signer)]).toEqual([signer, true, signer]);
    expect([signerOf('fengxi-market-regulation'), signerOf('cz-ip-intake'), signerOf('cz-police')]).toEqual(['cz-market-regulation', 'cz-market-regulation', 'cz-police']);
  });
});
