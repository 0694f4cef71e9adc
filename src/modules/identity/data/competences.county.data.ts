import type { AgencyCode } from './agencies.data.js';
import type { CompetenceRow } from './competence.js';
import type { RegionCode } from './regions.data.js';
import { SOURCES } from './sources.data.js';
import type { Basis, Level, RightType } from './types.js';

/** The same powers for each county office. Not among them: patent adjudication and technical secrets, which stay with the city. */
interface Matter {
  readonly matter: string;
  readonly role: CompetenceRow['role'];
  readonly title: CompetenceRow['title'];
  readonly rightTypes: readonly RightType[];
  readonly basis: Basis;
  readonly measures: readonly number[];
}

const MATTERS: readonly Matter[] = [
  { matter: 'consumer-complaints', role: 'mediation', title: { zh: '消费投诉处理与调解', en: 'Consumer complaints' }, rightTypes: ['none'],
    basis: { source: SOURCES.complaints, article: '第十三条、第十八条', status: 'verified', note: 'Complaints go to the county level; the city may take one up.' }, measures: [7] },
  { matter: 'trademark-infringement', role: 'enforcement', title: { zh: '商标侵权查处', en: 'Trademark infringement' }, rightTypes: ['trademark'],
    basis: { source: SOURCES.trademark2019, article: '第六十条至第六十二条', status: 'verified' }, measures: [1, 11] },
  { matter: 'trademark-damages', role: 'mediation', title: { zh: '商标侵权赔偿数额调解', en: 'Mediation of trademark damages' }, rightTypes: ['trademark'],
    basis: { source: SOURCES.trademark2019, article: '第六十条第三款', status: 'verified' }, measures: [11, 12] },
  { matter: 'geographical-indication', role: 'enforcement', title: { zh: '地理标志及专用标志查处', en: 'Geographical indications and their special sign' }, rightTypes: ['geographical_indication'],
    basis: { source: SOURCES.guangdongIp, article: '第四条第一款', status: 'verified' }, measures: [1, 9, 20] },
  { matter: 'special-mark', role: 'enforcement', title: { zh: '特殊标志侵权查处', en: 'Special marks' }, rightTypes: ['special_mark'],
    basis: { source: SOURCES.specialMarks, article: '第十六条', status: 'verified' }, measures: [1] },
  { matter: 'patent-passing-off', role: 'enforcement', title: { zh: '假冒专利查处', en: 'Passing off of patents' }, rightTypes: ['patent'],
    basis: { source: SOURCES.patent, article: '第六十八条、第六十九条', status: 'verified' }, measures: [1] },
  { matter: 'business-secret', role: 'enforcement', title: { zh: '侵犯经营秘密查处', en: 'Business secrets' }, rightTypes: ['trade_secret_business'],
    basis: { source: SOURCES.tradeSecrets, article: '第三条第二款', status: 'verified', note: 'Seizure and bank queries need the principal head of an agency of city level or above.' }, measures: [1, 5] },
  { matter: 'unfair-competition', role: 'enforcement', title: { zh: '混淆、虚假宣传、商业诋毁查处', en: 'Confusion, false publicity, defamation' }, rightTypes: ['unfair_competition'],
    basis: { source: SOURCES.unfairCompetition, article: '第五条', status: 'verified', note: 'Seizure and bank queries need the principal head of an agency of city level or above.' }, measures: [1] },
];

interface Office {
  readonly agency: AgencyCode;
  readonly region: RegionCode;
  readonly level: Level;
}
const OFFICES: readonly Office[] = [
  { agency: 'xiangqiao-market-regulation', region: '445102', level: 'county' },
  { agency: 'chaoan-market-regulation', region: '445103', level: 'county' },
  { agency: 'raoping-market-regulation', region: '445122', level: 'county' },
  { agency: 'fengxi-market-regulation', region: 'CZ-FENGXI', level: 'local-unit' },
];

/** The rule speaks of counties. Whether Fengxi, which is none, holds the power itself is open: its rows are unverified. */
const basisFor = (office: Office, basis: Basis): Basis =>
  office.level === 'county' ? basis : { ...basis, status: 'unverified', note: 'The rule speaks of county level and up; the standing of Fengxi was not read. Decide in the name of the city.' };

export const COUNTY_COMPETENCES: readonly CompetenceRow[] = OFFICES.flatMap((office) =>
  MATTERS.map(({ basis, ...matter }): CompetenceRow => ({
    agency: office.agency, level: office.level, regionScope: [office.region], ...matter, basis: basisFor(office, basis),
  })),
);
