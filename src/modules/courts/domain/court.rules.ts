import type { Basis, LocalizedText } from '../../../kernel/text.js';

export const COURT_MATTERS = ['civil', 'preservation', 'administrative', 'validity', 'confirmation', 'appeal', 'criminal'] as const;
export const RESPONDENTS = ['other', 'state-council-department', 'government', 'customs'] as const;
export const PATENT_KINDS = ['invention', 'utility-model', 'design'] as const;

/** What decides which court is competent. */
export interface CourtFacts {
  readonly matter: (typeof COURT_MATTERS)[number];
  readonly rightTypes: readonly string[];
  /** Which patent, where it is one: appeals go different ways. */
  readonly patentKind: (typeof PATENT_KINDS)[number] | null;
  readonly software: boolean;
  /** The mark has to be found well known. */
  readonly wellKnownMark: boolean;
  /** 重大涉外, or of major effect in the district of the court. */
  readonly major: boolean;
  /** Whose act an administrative suit is about. */
  readonly respondent: (typeof RESPONDENTS)[number];
  /** What is claimed, CNY; null where nobody knows. */
  readonly amount: number | null;
  /** Where the respondent is, the infringement happened or the mediators have their seat: the nearest first. */
  readonly regions: readonly string[];
  /** Court that asked the mediators to mediate. */
  readonly invitedBy: string | null;
  /** Court whose judgment or ruling is appealed against. */
  readonly firstInstance: string | null;
}

export interface CourtRow {
  readonly code: string;
  readonly name: LocalizedText;
  readonly level: 'basic' | 'intermediate' | 'high' | 'supreme';
  /** Agency of this system that acts for it; null where its papers go by post. */
  readonly agency: string | null;
  /** Region whose basic court it is. */
  readonly region: string | null;
  /** Where the name was read. */
  readonly basis: Basis;
}

/** What the rules look at, worked out from the facts. */
export interface CourtQuestion {
  readonly matter: CourtFacts['matter'];
  readonly technical: boolean;
  readonly mixed: boolean;
  readonly intellectual: boolean;
  readonly major: boolean;
  readonly respondent: CourtFacts['respondent'];
  readonly invited: boolean;
  readonly aboveLimit: boolean;
  /** Appeals that one court in the country hears. */
  readonly supreme: boolean;
  readonly appealedFrom: CourtRow['level'] | 'unknown';
}

/** The first row that fits decides. */
export interface CourtRule {
  readonly code: string;
  /** First and last day, YYYY-MM-DD, Asia/Shanghai. */
  readonly from: string;
  readonly to: string | null;
  readonly when: { readonly [Fact in keyof CourtQuestion]?: readonly CourtQuestion[Fact][] };
  /** A court, or how it is found: `@inviting` is the one that asked for mediation, `@place` the basic court of the place. */
  readonly court: string;
  readonly alternatives?: readonly string[];
  readonly why: LocalizedText;
  readonly basis: Basis;
}

export interface CourtWarning {
  readonly code: string;
  readonly text: LocalizedText;
}

/** From which sum a case leaves the designated basic court. Unknown as long as the annex was not read. */
export interface AmountLimit {
  readonly from: string;
  readonly to: string | null;
  /** CNY; null: not known. */
  readonly limit: number | null;
  readonly basis: Basis;
}

export interface CourtTables {
  readonly courts: readonly CourtRow[];
  readonly rules: readonly CourtRule[];
  readonly limits: readonly AmountLimit[];
}

export interface CourtProposal {
  /** Code of the court; null where the law is known and the court is not. */
  readonly court: string | null;
  readonly alternatives: readonly string[];
  readonly rule: string | null;
  readonly why: LocalizedText;
  readonly basis: Basis | null;
  readonly warnings: readonly CourtWarning[];
}

const TECHNICAL: ReadonlySet<string> = new Set(['patent', 'plant_variety', 'layout_design', 'trade_secret_technical']);

const NO_RULE: LocalizedText = { zh: '没有适用于该日的管辖规则，请人工确定', en: 'No rule is known for that day: find the court by hand' };
const UNREAD: CourtWarning = { code: 'source_unverified', text: { zh: '该管辖依据未经核对', en: 'This ground of jurisdiction was not verified' } };
const NAME_UNREAD: CourtWarning = { code: 'court_unverified', text: { zh: '该法院的名称或者指定未见文本，请向法院核实', en: 'Name or designation of this court was not read in any text: ask the court' } };
const NO_LIMIT: CourtWarning = { code: 'limit_unknown', text: { zh: '最高人民法院确定的标的额标准未见文本（法〔2022〕109号附件）；标的额较大的，可能由中级人民法院管辖', en: 'The limit set by the Supreme Court was not read (annex of 法〔2022〕109号): a large sum may be for the intermediate court' } };
const NO_PLACE: CourtWarning = { code: 'region_without_court', text: { zh: '所在地的基层人民法院不明，请人工确定', en: 'Which basic court serves the place is not known: find it by hand' } };
const ELSEWHERE: CourtWarning = { code: 'court_elsewhere', text: { zh: '该法院未接入本系统，材料须另行递交', en: 'This court does not work in the system: papers go to it another way' } };

const PRESERVATION: CourtWarning = { code: 'preservation_places', text: { zh: '诉前保全也可以向被保全财产所在地、被申请人住所地的人民法院申请（民事诉讼法第一百零四条）', en: 'Preservation before suit may also be asked of the court where the property or the respondent is (article 104)' } };

/** Which court is competent on a day, with the ground and everything that is not certain about it. Nothing is decided by it. */
export function proposeCourt(tables: CourtTables, facts: CourtFacts, day: string): CourtProposal {
  const limit = tables.limits.find(({ from, to }) => inForce(from, to, day));
  const question = questionOf(tables, facts, limit);
  const rule = tables.rules.find(({ from, to, when }) => inForce(from, to, day) && fits(when, question));
  if (rule === undefined) return { court: null, alternatives: [], rule: null, why: NO_RULE, basis: null, warnings: [] };
  const [court = null, ...others] = courtsOf(tables, rule, facts);
  const { why, basis, code } = rule;
  return { court, alternatives: [...others, ...(rule.alternatives ?? [])], rule: code, why, basis, warnings: warningsOf(tables, rule, { court, limit, matter: facts.matter }) };
}

function questionOf(tables: CourtTables, facts: CourtFacts, limit: AmountLimit | undefined): CourtQuestion {
  const { matter, major, respondent, invitedBy, firstInstance, rightTypes } = facts;
  const technical = isTechnical(facts);
  return {
    matter, major, respondent, technical, invited: invitedBy !== null, supreme: heardByOneCourt(facts), aboveLimit: reaches(facts.amount, limit),
    mixed: isMixed(facts),
    intellectual: rightTypes.some((right) => right !== 'none'),
    appealedFrom: tables.courts.find(({ code }) => code === firstInstance)?.level ?? 'unknown',
  };
}

function isTechnical({ matter, rightTypes, software, wellKnownMark }: CourtFacts): boolean {
  return software || rightTypes.some((right) => TECHNICAL.has(right)) || (wellKnownMark && matter !== 'administrative');
}

/** Claims of both kinds in one suit. The copyright in software is the technical claim itself. */
function isMixed({ rightTypes, software }: CourtFacts): boolean {
  const others = rightTypes.filter((right) => right !== 'none' && !TECHNICAL.has(right) && !(software && right === 'copyright'));
  return others.length > 0 && (software || rightTypes.some((right) => TECHNICAL.has(right)));
}

function heardByOneCourt({ rightTypes, patentKind, software, major }: CourtFacts): boolean {
  if (patentKind === 'invention' || rightTypes.includes('plant_variety') || rightTypes.includes('layout_design')) return true;
  return major && (patentKind === 'utility-model' || software || rightTypes.includes('trade_secret_technical'));
}

function reaches(amount: number | null, limit: AmountLimit | undefined): boolean {
  return typeof limit?.limit === 'number' && amount !== null && amount >= limit.limit;
}

function fits(when: CourtRule['when'], question: CourtQuestion): boolean {
  return Object.entries(when).every(([fact, values]) => (values as readonly unknown[]).includes(question[fact as keyof CourtQuestion]));
}

function courtsOf({ courts }: CourtTables, { court }: CourtRule, { regions, invitedBy }: CourtFacts): string[] {
  if (court === '@inviting') return invitedBy === null ? [] : [invitedBy];
  if (court !== '@place') return [court];
  const [nearest, ...others] = regions.map((region) => courts.find((row) => row.level === 'basic' && row.region === region)?.code);
  return nearest === undefined ? [] : [nearest, ...new Set(others.filter((code) => code !== undefined && code !== nearest) as string[])];
}

interface Found {
  readonly court: string | null;
  readonly limit: AmountLimit | undefined;
  readonly matter: CourtFacts['matter'];
}

function warningsOf({ courts }: CourtTables, { basis, when, court: sought }: CourtRule, { court, limit, matter }: Found): CourtWarning[] {
  const row = courts.find(({ code }) => code === court);
  const found: readonly (readonly [boolean, CourtWarning])[] = [
    [basis.status === 'unverified', UNREAD], [row?.basis.status === 'unverified', NAME_UNREAD], [when.aboveLimit !== undefined && typeof limit?.limit !== 'number', NO_LIMIT],
    [sought === '@place' && court === null, NO_PLACE], [row !== undefined && row.agency === null, ELSEWHERE], [matter === 'preservation', PRESERVATION],
  ];
  return found.filter(([stands]) => stands).map(([, warning]) => warning);
}

function inForce(from: string, to: string | null, day: string): boolean {
  return from <= day && (to === null || day <= to);
}
