import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
// @ts-expect-error -- the package has no types for this part of itself
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { getMetadataStorage } from 'class-validator';
import { ASKS } from '../../intake/domain/classify.js';
import { DOCUMENT_TYPES, HOLDERS, LICENCES } from '../../intake/complaint-parts.dto.js';
import { CLAIMS, REQUEST_TYPES } from '../../intake/complaint.dto.js';
import { CHANNELS, FileComplaintDto } from '../../intake/index.js';
import { FACT_VALUES } from '../../routing/index.js';
import { plain } from '../domain/columns.rules.js';
import { COLUMNS } from './columns.data.js';
import { mappingOf, MAPPINGS } from './mappings.data.js';

/** Lists of parties or of numbers fit into no cell: they are sent as JSON lines. */
const LINES_ONLY = ['coComplainants', 'relatedNumbers'];

type Class = new () => object;

/** Paths of all fields of the submission, from what its validators know. */
function leaves(target: Class, above = ''): string[] {
  const own = new Set(getMetadataStorage().getTargetValidationMetadatas(target, '', true, false).map(({ propertyName }) => propertyName));
  return [...own].flatMap((name) => {
    const nested = (defaultMetadataStorage as { findTypeMetadata(of: Class, field: string): { typeFunction(): Class } | undefined }).findTypeMetadata(target, name)?.typeFunction();
    const path = above === '' ? name : `${above}.${name}`;
    return nested === undefined || LINES_ONLY.includes(path) ? [path] : leaves(nested, path);
  });
}

describe('the columns of a file', () => {
  it('are all fields of a submission but the lists', () => {
    const wanted = leaves(FileComplaintDto).filter((path) => !LINES_ONLY.includes(path)).sort();
    expect(wanted.length).toBeGreaterThan(60);
    expect(COLUMNS.map(({ path }) => path).sort()).toEqual(wanted);
  });

  it('have headings that mean one thing each', () => {
    const all = COLUMNS.flatMap(({ path, labels }) => [path, ...labels].map(plain));
    expect(all.filter((label, index) => all.indexOf(label) !== index)).toEqual([]);
  });

  it('have a label in Chinese each', () => {
    expect(COLUMNS.filter(({ labels }) => !labels.some((label) => /\p{Script=Han}/u.test(label))).map(({ path }) => path)).toEqual([]);
  });

  // The codes as the submission has them: a code that was renamed there must not live on here.
  it.each<[string, readonly string[]]>([
    ['channel', CHANNELS], ['requestType', REQUEST_TYPES], ['region', FACT_VALUES.region], ['matter', FACT_VALUES.matter], ['right.type', FACT_VALUES.rightType], ['right.holder', HOLDERS], ['reporter.documentType', DOCUMENT_TYPES],
    ['representative.documentType', DOCUMENT_TYPES], ['asks', ASKS], ['claims', CLAIMS], ['venue.kind', FACT_VALUES.venue.filter((kind) => kind !== 'none')], ['venue.platformRegion', FACT_VALUES.region], ['target.role', FACT_VALUES.targetRole], ['priorProceedings', FACT_VALUES.priorProceedings], ['right.licence.kind', LICENCES], ['right.variety', ['agriculture', 'forestry']],
  ])('of codes reach every code of %s and no other', (path, codes) => {
    const column = COLUMNS.find((one) => one.path === path);
    const merged = new Set(Object.values(column?.codes ?? {}));
    expect([...merged].filter((code) => !codes.includes(code))).toEqual([]);
    // The older lines that went into 12345 have names of their own and come as codes.
    expect(codes.filter((code) => !merged.has(code) && path !== 'channel')).toEqual([]);
  });

  it('are coded wherever they have codes', () => {
    expect(COLUMNS.filter(({ kind, codes }) => (kind === 'code' || kind === 'codes') !== (codes !== undefined)).map(({ path }) => path)).toEqual([]);
  });

  // 文书式样一 and 二, read from the forms of April 2026.
  it.each<[string, string, string | null]>([
    ['complaint-form', '编号', 'externalNumber'], ['complaint-form', '姓名', 'reporter.name'], ['complaint-form', '联系电话', 'reporter.phone'], ['complaint-form', '证件类型', 'reporter.documentType'], ['complaint-form', '证件号码', 'reporter.documentNumber'],
    ['complaint-form', '联系地址', 'reporter.address'], ['complaint-form', '是否同意公示投诉信息', 'consentPublish'], ['complaint-form', '是否同意委托调解', 'consentEntrustedMediation'], ['complaint-form', '名称（姓名）', 'target.name'], ['complaint-form', '联系人', null],
    ['complaint-form', '地址', 'target.address'], ['complaint-form', '消费者权益争议事实依据', 'facts'], ['complaint-form', '投诉请求', 'claims'], ['complaint-form', '登记单位', null],
    ['report-form', '编号', 'externalNumber'], ['report-form', '姓名', 'reporter.name'], ['report-form', '联系电话', 'reporter.phone'], ['report-form', '联系地址', 'reporter.address'], ['report-form', '身份证件号码', 'reporter.documentNumber'],
    ['report-form', '名称（姓名）', 'target.name'], ['report-form', '地址', 'target.address'], ['report-form', '涉嫌违反市场监督管理法律、法规、规章的具体线索和相应的事实依据', 'facts'],
  ])('of %s call %s %s', (mapping, heading, path) => {
    const { labels } = mappingOf(mapping, undefined);
    const special = Object.entries(labels).find(([label]) => plain(label) === plain(heading));
    expect(special === undefined ? COLUMNS.find((column) => column.labels.some((label) => plain(label) === plain(heading)))?.path : special[1]).toBe(path);
  });
});

describe('the kinds of files', () => {
  it('lead to columns and fields that there are', () => {
    const paths = new Set(COLUMNS.map(({ path }) => path));
    for (const { code, labels, fixed } of MAPPINGS as readonly { code: string; labels: object; fixed: object }[]) expect([code, [...Object.values(labels), ...Object.keys(fixed)].filter((path: string | null) => path !== null && !paths.has(path))]).toEqual([code, []]);
  });

  it('are the one asked for, else the one of the channel, else the general one', () => {
    expect([mappingOf('report-form', 'hotline-12345').code, mappingOf(undefined, 'hotline-12315').code, mappingOf(undefined, 'mail').code, mappingOf(undefined, undefined).code]).toEqual(['report-form', 'hotline-12315', 'general', 'general']);
  });
});
