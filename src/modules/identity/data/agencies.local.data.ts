import { SOURCES } from './sources.data.js';
import type { AgencyRow } from './types.js';

/**
 * Agencies and units that the responsibility table does not print but a case needs: the desk, the hotline, the county
 * offices, the rapid centre, the mediation committee and the court outside the city. County offices for copyright,
 * agriculture, police and courts are left out until a source names them; a case for them is held at city level.
 */
const unread = { status: 'unverified', source: 'Reading of the general rule', note: 'No local text read.' } as const;

export const LOCAL_AGENCIES = [
  { code: 'cz-ip-intake', name: { zh: '统一接收机构', en: 'Unified intake desk' }, nameIn2021: null,
    currentName: { zh: '统一接收投诉举报的工作机构', status: 'verified', source: `${SOURCES.complaints}第四十一条`, note: 'The name of the function in the rule; what the city calls its desk was not read.' },
    alsoKnownAs: ['统一接收机构', '投诉举报中心'], kind: 'internal-unit', level: 'city', parent: 'cz-market-regulation', region: '445100',
    note: 'Distributes; an office without power hands back to it and passes nothing on by itself.' },
  { code: 'cz-hotline-12345', name: { zh: '市12345热线', en: 'Chaozhou 12345 hotline desk' }, nameIn2021: null,
    currentName: { zh: '潮州市12345政务服务便民热线', ...unread, note: 'Measure 17 calls it 市12345投诉举报热线. That the data bureau runs it is not verified.' },
    alsoKnownAs: ['12345', '市12345投诉举报热线', '粤省心'], kind: 'internal-unit', level: 'city', parent: 'cz-government-data', region: '445100' },
  { code: 'xiangqiao-market-regulation', name: { zh: '湘桥区市场监管局', en: 'Xiangqiao District Administration for Market Regulation' }, nameIn2021: null,
    currentName: { zh: '潮州市湘桥区市场监督管理局', ...unread, note: 'Short name seen in a reprint of a local newspaper of 2023.' },
    alsoKnownAs: ['湘桥区市场监督管理局'], kind: 'administrative', level: 'county', parent: 'cz-market-regulation', region: '445102' },
  { code: 'chaoan-market-regulation', name: { zh: '潮安区市场监管局', en: "Chao'an District Administration for Market Regulation" }, nameIn2021: null,
    currentName: { zh: '潮州市潮安区市场监督管理局', ...unread }, alsoKnownAs: ['潮安区市场监督管理局'],
    kind: 'administrative', level: 'county', parent: 'cz-market-regulation', region: '445103' },
  { code: 'raoping-market-regulation', name: { zh: '饶平县市场监管局', en: 'Raoping County Administration for Market Regulation' }, nameIn2021: null,
    currentName: { zh: '饶平县市场监督管理局', ...unread }, alsoKnownAs: ['饶平县市场监督管理局'],
    kind: 'administrative', level: 'county', parent: 'cz-market-regulation', region: '445122' },
  { code: 'fengxi-market-regulation', name: { zh: '枫溪市场监管机构', en: 'Fengxi market regulation unit' }, nameIn2021: null,
    currentName: { zh: '枫溪市场监督管理机构', ...unread, note: 'Whether it is a dispatched office of the city and in whose name it decides is not verified: treat decisions as those of the city.' },
    alsoKnownAs: ['枫溪区市场监管局', '枫溪分局'], kind: 'administrative', level: 'local-unit', parent: 'cz-market-regulation', region: 'CZ-FENGXI' },
  { code: 'cz-culture-enforcement', name: { zh: '市文化市场综合执法队伍', en: 'Chaozhou cultural market enforcement team' }, nameIn2021: null,
    currentName: { zh: '文化市场综合执法队伍', ...unread, note: 'Name and standing of the local team not verified.' },
    alsoKnownAs: ['文化市场综合执法'], kind: 'internal-unit', level: 'city', parent: 'cz-culture', region: '445100' },
  { code: 'cz-ip-rapid-centre', name: { zh: '潮州（餐具炊具）快速维权中心', en: 'Chaozhou (Tableware and Cookware) Rapid IP Protection Centre' }, nameIn2021: null,
    currentName: { zh: '中国潮州（餐具炊具）知识产权快速维权中心', status: 'unverified', source: `${SOURCES.measures}第12项`, note: 'Printed in full in measure 12; no later official text read. Its superior is our reading.' },
    alsoKnownAs: ['中国潮州(餐具炊具)知识产权快速维权中心', '快速维权中心', '快维中心', '潮州快维中心'], kind: 'public-institution', level: 'city', parent: 'cz-market-regulation', region: '445100',
    note: 'May handle a patent dispute only under a written delegation and then in the name of the delegating agency.' },
  { code: 'cz-ip-mediation-committee', name: { zh: '市知识产权纠纷人民调解委员会', en: "Chaozhou People's Mediation Committee for Intellectual Property Disputes" }, nameIn2021: null,
    currentName: { zh: '潮州市知识产权纠纷人民调解委员会', status: 'unverified', source: `${SOURCES.measures}第7项`, note: 'Measure 7 orders it to be set up; its registration and exact name were not read.' },
    alsoKnownAs: ['知识产权纠纷人民调解委员会', '市知识产权人民调解委员会'], kind: 'mediation', level: 'city', parent: null, region: '445100',
    note: 'Relies on 潮州市知识产权保护协会. A body of the people, under no agency: no superior.' },
  { code: 'guangzhou-ip-court', name: { zh: '广州知识产权法院', en: 'Guangzhou Intellectual Property Court' }, nameIn2021: null,
    currentName: { zh: '广州知识产权法院', status: 'verified', source: SOURCES.ipCourts }, alsoKnownAs: ['广知法院'],
    kind: 'judicial', level: 'city', parent: null, region: '445100', outside: true, note: 'Seated in Guangzhou; listed so that a party is sent to the right court. No account, no case.' },
] as const satisfies readonly AgencyRow[];
