/**
 * What a lawyer expects of every work order in work-orders.ndjson, typed by hand from the texts of the law and never from
 * the rules of the system. `by` names the instrument and the article; where several articles say the same, each of them
 * will do and they are parted by " / ". Days are last days in Beijing, counted by hand with the calendar of 2026:
 * off 01-01…03, 02-15…23, 04-04…06, 05-01…05, 06-19…21, 09-25…27, 10-01…07; work on 01-04, 02-14, 02-28, 05-09, 09-20, 10-10.
 */
export const INSTRUMENTS = {
  S1: /第121号/,
  /** In force until 2026-04-14. */
  S1old: /第20号/,
  S2: /^市场监督管理行政处罚程序规定/,
  S6: /^行政执法机关移送涉嫌犯罪案件的规定/,
  S7: /^专利纠纷行政裁决和调解办法/,
  S9: /^反不正当竞争法/,
  S10: /^商业秘密保护规定/,
  S12: /^商标法（2019/,
  S14: /^专利法(?!实施细则)/,
  S15: /^专利法实施细则/,
  S22: /^人民调解法/,
  S24: /^电子商务法/,
  S27: /^展会知识产权保护办法/,
  S28: /^广东省知识产权保护条例/,
  S29: /^广东省版权条例/,
  S33: /^法释〔2022〕13号/,
  S48: /^植物新品种保护条例/,
  S49: /^著作权行政处罚实施办法/,
  S51: /^知识产权海关保护条例/,
  layout: /^集成电路布图设计保护条例/,
  marks: /^特殊标志管理条例/,
} as const;

export interface ExpectedLeg {
  readonly classification: string;
  /** The first is the one that it takes. */
  readonly tracks: readonly string[];
  readonly agency: string;
  readonly by: string;
  readonly flags: readonly string[];
  /** Kind of clock → last day. */
  readonly due: Readonly<Record<string, string>>;
  /** Only where the law asks for speed. */
  readonly lane?: 'expedited';
}

export interface Answered {
  readonly outcome: 'filed' | 'already-filed' | 'revised';
  readonly legs: readonly ExpectedLeg[];
  /** Clock of the answer that is owed under the number; null where nobody waits for one. */
  readonly reply: readonly [kind: string, day: string] | null;
  /** Path and code. */
  readonly warnings: readonly string[];
  /** A clock runs into a year whose holidays nobody has announced. */
  readonly provisional: boolean;
  readonly why: string;
}

export interface Refused {
  readonly status: number;
  /** Path and code, every one. */
  readonly problems: readonly string[];
  readonly why: string;
}

export type Expectation = Answered | Refused;

type More = Partial<Pick<ExpectedLeg, 'flags' | 'lane'>>;
type Due = Readonly<Record<string, string>>;

function leg(classification: string, tracks: string, agency: string, by: string, due: Due, more: More = {}): ExpectedLeg {
  return { classification, tracks: tracks.split(' '), agency, by, due, flags: [], ...more };
}

/** Somebody tells of a violation: fifteen working days (S2 18). */
const report = (agency: string, by: string, day: string, more: More = {}): ExpectedLeg => leg('report', 'administrative', agency, by, { 'report.verification': day }, more);
/** A mark's holder: the same clock, and damages may be mediated (S12 60 III). */
const holder = (agency: string, by: string, day: string, more: More = {}): ExpectedLeg => leg('right-holder-request', 'administrative mediation', agency, by, { 'report.verification': day }, more);
/** A consumer: seven working days (S1 15). */
const consumer = (agency: string, by: string, day: string, more: More = {}): ExpectedLeg => leg('consumer-complaint', 'mediation', agency, by, { 'complaint.acceptance': day }, more);
/** A patentee: the city has five working days (S7 20), and damages may be mediated (S14 65). */
const patentee = (by: string, day: string, more: More = {}): ExpectedLeg => leg('patent-adjudication', 'administrative mediation', CITY, by, { 'adjudication.filing': day }, more);
/** An author: fifteen calendar days (S49 13), and the dispute may be mediated. */
const author = (by: string, day: string, more: More = {}): ExpectedLeg => leg('copyright-complaint', 'administrative mediation', CULTURE, by, { 'copyright.acceptance': day }, more);
/** Nobody here decides: the desk tells which way to take. */
const told = (classification: string, by: string, day: string): ExpectedLeg => leg(classification, 'outside', DESK, by, { 'service.first-response': day });

const by12345 = (day: string): Answered['reply'] => ['hotline12345.complaint', day];
const by12315 = (day: string): Answered['reply'] => ['reply.12315', day];
const direct = (day: string): Answered['reply'] => ['reply.direct', day];
const partner = (day: string): Answered['reply'] => ['reply.partner', day];
const agency = (day: string): Answered['reply'] => ['reply.agency', day];

function answered(legs: ExpectedLeg | readonly ExpectedLeg[], reply: Answered['reply'], why: string, more: Partial<Pick<Answered, 'outcome' | 'warnings' | 'provisional'>> = {}): Answered {
  return { outcome: 'filed', legs: 'agency' in legs ? [legs] : legs, reply, why, warnings: [], provisional: false, ...more };
}

const refused = (problems: readonly string[], why: string): Refused => ({ status: 400, problems, why });

/** Nobody has read in an official text who may do it here: shown wherever it is used (house idea 4). */
const UNREAD = { warnings: ['routing.source-unverified'] } as const;
const CITY = 'cz-market-regulation';
const DESK = 'cz-ip-intake';
const CULTURE = 'cz-culture-enforcement';
const XIANGQIAO = 'xiangqiao-market-regulation';
const CHAOAN = 'chaoan-market-regulation';
const RAOPING = 'raoping-market-regulation';
const FENGXI = 'fengxi-market-regulation';
const CRIME: More = { flags: ['criminal-suspicion'] };
/** S9 16 II: seizure and bank queries need the chief of a city-level agency; a county office has to know. */
const SEIZURE: More = { flags: ['city-approval-for-seizure'] };
const QUICK: More = { lane: 'expedited' };
const TRADEMARK = 'S2 第七条 / S12 第六十一条 / S12 第六十二条';
const REQUEST = 'S12 第六十条 / S2 第七条';
const ONLINE = 'S1 第三十一条 / S2 第十条';
const GI = 'S28 第四条 / S2 第七条';
const COPYRIGHT = 'S28 第四条 / S29 第四条 / S49 第十三条';
const UNFAIR = 'S9 第五条 / S2 第七条';
const PATENT = 'S7 第七条 / S15 第九十五条 / S15 第九十七条';
const FALSE_PATENT = 'S14 第六十八条 / S14 第六十九条';
const AGENT = 'S28 第二十七条 / S12 第六十八条';
const OTHER_WAY = 'S1 第四十四条';

export const EXPECTATIONS: Readonly<Record<string, Expectation>> = {
  // Stainless-steel ware
  W001: answered(report(CHAOAN, TRADEMARK, '2026-12-11'), by12345('2026-12-11'), 'Anybody may report; the county where it happens verifies in 15 working days (S1 3 II, S2 7 and 18)'),
  W002: answered(report(CHAOAN, TRADEMARK, '2026-12-11', CRIME), by12345('2026-12-11'), 'Anonymous reports count; sales of 86,000 pass the 50,000 of the judicial interpretation of 2025, article 5, so referral is to be looked at (S6 3)'),
  W003: answered(holder(CHAOAN, REQUEST, '2026-12-11'), by12315('2026-12-11'), 'A registrant asks for handling and for mediation of damages (S12 60); 32,000 is under the threshold'),
  W004: answered(consumer(XIANGQIAO, 'S1 第十三条', '2026-12-01'), by12345('2026-12-11'), 'Bought for daily life, asks for a refund: the county of the shop decides in 7 working days (S1 3 I, 13 I, 15)'),
  W005: answered([consumer(CHAOAN, 'S1 第十三条', '2026-12-01'), report(CHAOAN, TRADEMARK, '2026-12-11')], by12315('2026-12-11'), 'Complaint and report in one letter are handled apart (S1 9)'),
  // Ceramics of Fengxi, patents
  W006: answered(patentee(PATENT, '2026-11-27'), direct('2026-12-11'), 'Infringement of a design patent is decided by the city, not the county (S7 7 II); 5 working days to file (S7 20)'),
  W007: answered(report(CITY, 'S14 第六十五条 / S15 第九十五条 / S7 第七条 / S2 第十八条', '2026-12-11'), by12345('2026-12-10'), 'Only patentee or interested party may ask for a decision (S14 65, S7 12 I 1); the clue is still to be verified (S2 18). The law leaves open by which level: by the one that keeps patents'),
  W008: answered(report(CHAOAN, FALSE_PATENT, '2026-12-11'), by12345('2026-12-11'), 'A dead patent on the box is passing off, which counties punish (S14 68)'),
  W009: answered(patentee(PATENT, '2026-11-25'), partner('2026-12-02'), 'An exclusive licensee asks alone (S7 12 II); the centre takes in, the city decides as long as no written delegation is known (S7 8 III, S28 27)'),
  W010: answered(consumer(FENGXI, 'S1 第十三条', '2026-11-30'), by12345('2026-12-10'), 'Fengxi has no county code; whether its office stands for a county is open, the design gives it the place (S1 13 I)'),
  // Fenghuang Dancong
  W011: answered(report(RAOPING, GI, '2026-12-11'), by12345('2026-12-11'), 'Special sign of a geographical indication: county market regulator of the place (S28 4 I, S2 7)'),
  W012: answered(holder(CHAOAN, `${GI} / S12 第六十条`, '2026-12-11'), direct('2026-12-11'), 'The registrant of the certification mark asks for handling (S12 60)'),
  W013: answered(report(CHAOAN, `${ONLINE} / ${GI}`, '2026-12-14'), by12345('2026-12-11'), 'A merchant on a platform: where he does business, wherever the platform sits (S1 31 II); received on Monday the 23rd, called on Saturday the 21st'),
  // Food packaging
  W014: answered(report(CHAOAN, UNFAIR, '2026-12-11', SEIZURE), by12345('2026-12-11'), 'Confusion by packaging (S9 7 I 1): county and up (S9 5)'),
  W015: answered(report(CHAOAN, TRADEMARK, '2026-12-11', CRIME), by12315('2026-12-11'), 'Forged labels; reasonable suspicion is enough in IP matters (S6 3 II)'),
  W016: answered(report(CHAOAN, UNFAIR, '2026-12-11', SEIZURE), direct('2026-12-11'), 'Defamation: anybody, the injured one too, reports (S9 12, 20); nothing there of a request or of mediating damages'),
  // Aquarium equipment
  W017: answered(patentee(PATENT, '2026-11-30'), direct('2026-12-14'), 'Utility model; the deciding office may mediate damages on request (S14 65)'),
  W018: answered(report(XIANGQIAO, ONLINE, '2026-12-11'), by12345('2026-12-11'), 'A shop of its own: domicile of the operator (S1 31 I)'),
  W019: answered(consumer(XIANGQIAO, 'S1 第十三条', '2026-12-01'), by12315('2026-12-11'), 'A shop of its own: county of its domicile (S1 13 II)'),
  // Trade secrets
  W020: answered(report(CITY, 'S10 第三条', '2026-12-11'), by12315('2026-12-11'), 'Technical secrets are for the city (S10 3 III); the holder reports (S10 17 I)'),
  W021: answered(report(CITY, 'S10 第三条', '2026-12-10', CRIME), direct('2026-12-10'), 'As above, from any county; a loss of 320,000 passes 300,000 (interpretation of 2025, article 17)'),
  W022: answered(report(RAOPING, 'S10 第三条 / S9 第五条', '2026-12-11', SEIZURE), by12315('2026-12-11'), 'Customer lists are business information (S10 5 III): county (S10 3 II)'),
  // Copyright
  W023: answered(author(COPYRIGHT, '2026-12-05'), by12345('2026-12-11'), 'Copyright administration, enforced by the culture team (S28 4 II, S29 4); 15 calendar days end on a Saturday and do not roll, because no rule on rolling was read', UNREAD),
  W024: answered(author(COPYRIGHT, '2026-12-05', CRIME), direct('2026-12-11'), '120,000 clicks pass 100,000 (interpretation of 2025, article 13)', UNREAD),
  W025: answered(leg('report', 'administrative', CULTURE, COPYRIGHT, { 'copyright.acceptance': '2026-12-05' }), by12345('2026-12-11'), 'Not the author: a report (S49 11). S49 13 speaks of complainants only; the design keeps its fifteen days for reports too', UNREAD),
  W026: answered(author(COPYRIGHT, '2026-12-08'), direct('2026-12-14'), 'A decoration is a work of art', UNREAD),
  W027: answered(author(COPYRIGHT, '2026-12-04', CRIME), by12315('2026-12-10'), '800 copies pass 500 (interpretation of 2025, article 13); a software registration is a right number like another', UNREAD),
  // Live streams and platforms
  W028: answered(report(FENGXI, ONLINE, '2026-12-14'), by12345('2026-12-11'), 'Where the merchant does business (S1 31 II)'),
  W029: answered(consumer(CHAOAN, 'S1 第十三条', '2026-12-01'), by12345('2026-12-11'), 'Address shown on the platform (S1 13 III)'),
  W030: answered(consumer(XIANGQIAO, 'S1 第十三条', '2026-12-01'), by12315('2026-12-11'), 'No address shown: domicile of the platform (S1 13 III, second half)'),
  W031: answered(leg('consumer-complaint', 'outside', DESK, 'S1 第十三条 / S1 第十六条', { 'complaint.acceptance': '2026-12-01' }), by12345('2026-12-11'), 'No address shown and the platform elsewhere: nobody in the city may handle it, and it is declined within 7 working days with the other ways (S1 13 III, 15 II, 16 no. 1)'),
  W032: answered(report(CHAOAN, ONLINE, '2026-12-11'), by12345('2026-12-11'), 'For a report the place of business counts, shown or not (S1 31 II)'),
  W033: answered(report(XIANGQIAO, ONLINE, '2026-12-11'), by12315('2026-12-11'), 'Merchant elsewhere: the office of the platform may, being the first to receive it (S1 31 II, second sentence)'),
  W034: answered(told('report', 'S1 第三十四条', '2026-12-01'), by12345('2026-12-11'), 'Neither merchant nor platform here: the reporter is told to go there (S1 34)'),
  W035: answered(report(XIANGQIAO, `${ONLINE} / S24 第八十四条`, '2026-12-11'), direct('2026-12-11'), 'The operator of the platform himself: his domicile (S1 31 I), for what S24 84 punishes'),
  W036: answered(report(CHAOAN, ONLINE, '2026-12-14'), partner('2026-12-07'), 'The platform hands over; the merchant is in Chaoan (S1 31 II). 49,999 is one yuan short of the threshold'),
  W037: answered([consumer(RAOPING, 'S1 第十三条', '2026-12-02'), report(RAOPING, `${ONLINE} / ${GI}`, '2026-12-14')], by12345('2026-12-11'), 'Refund and report in one (S1 9), address shown'),
  W038: answered([consumer(XIANGQIAO, 'S1 第十三条', '2026-12-01'), report(CHAOAN, ONLINE, '2026-12-11')], by12315('2026-12-11'), 'The two legs part: complaint to the platform, report to the place of business (S1 9, 13 III, 31 II)'),
  // Trade fairs
  W039: answered(holder(XIANGQIAO, 'S27 第六条 / S27 第十二条 / S27 第十九条', '2026-12-11', QUICK), partner('2026-12-04'), 'IP office of the place of the fair (S27 6), with periods cut to the length of the fair (S27 13, 14)'),
  W040: answered(patentee(`S27 第十六条 / ${PATENT}`, '2026-11-27', QUICK), partner('2026-12-04'), 'The local patent office decides at the fair as well (S27 16)'),
  W041: answered(author('S27 第二十二条', '2026-12-06', QUICK), partner('2026-12-04'), 'Copyright at the fair (S27 22)'),
  W042: answered(report(XIANGQIAO, `S27 第十六条 / S27 第六条 / ${FALSE_PATENT}`, '2026-12-11', QUICK), by12345('2026-12-11'), 'An application called a patent is passing off (S14 68); at the fair (S27 16 no. 3)'),
  // Agencies
  W043: answered(report(CITY, AGENT, '2026-12-11'), by12345('2026-12-11'), 'Forged papers and no filing (S12 68 I 1); county and city may both, the design gives agencies to the city'),
  W044: answered(report(CITY, `${AGENT} / S28 第九条`, '2026-12-11'), by12315('2026-12-11'), 'Made-up applications (S28 9 II); penalties on patent agencies come by delegation to the city (S28 27)', UNREAD),
  W045: answered(report(CITY, AGENT, '2026-12-10'), direct('2026-12-10'), 'A licence lent out; as above', UNREAD),
  // Other ways, questions
  W046: answered(told('out-of-scope', OTHER_WAY, '2026-12-01'), by12345('2026-12-11'), 'A request for information in the shape of a report (S1 44)'),
  W047: answered(told('out-of-scope', OTHER_WAY, '2026-12-01'), by12315('2026-12-11'), 'A request for reconsideration (S1 44)'),
  W048: answered(told('out-of-scope', OTHER_WAY, '2026-11-30'), by12345('2026-12-10'), 'A petition: "and other activities" (S1 44)'),
  W049: answered(told('out-of-scope', OTHER_WAY, '2026-12-01'), by12345('2026-12-11'), 'Discipline of officials (S1 44)'),
  W050: answered(told('consultation', OTHER_WAY, '2026-12-01'), ['hotline12345.consultation', '2026-11-24'], 'A question (S1 44); the hotline answers questions in 2 working days'),
  W051: answered(told('consultation', OTHER_WAY, '2026-12-01'), by12315('2026-12-11'), 'A question over 12315: no statute sets a day, the service standard holds'),
  W052: answered(told('consultation', OTHER_WAY, '2026-12-01'), ['hotline12345.request', '2026-12-04'], 'A suggestion: neither complaint nor report; 10 working days on the hotline'),
  W053: answered(told('consultation', OTHER_WAY, '2026-12-01'), ['hotline12345.request', '2026-12-04'], 'Asks for help, accuses nobody; 10 working days on the hotline'),
  // Border, varieties, layout designs, special marks
  W054: answered(leg('customs-clue', 'administrative', 'chaozhou-customs', 'S51 第三条', { 'service.first-response': '2026-12-01' }), by12315('2026-12-11'), 'Goods about to leave the country are for customs (S51 3)'),
  W055: answered(leg('customs-clue', 'administrative', 'chaozhou-customs', 'S51 第三条 / S51 第四条', { 'service.first-response': '2026-12-01' }), direct('2026-12-11'), 'The holder has to apply to customs himself (S51 4, 12); until then it is a clue'),
  W056: answered(leg('plant-variety-request', 'administrative mediation', 'cz-agriculture', 'S48 第四十一条 / S28 第四条', { 'service.first-response': '2026-11-27' }), direct('2026-12-09'), 'Rice: agriculture handles and may mediate damages (S48 41)'),
  W057: answered(leg('plant-variety-request', 'administrative mediation', 'cz-forestry', 'S48 第四十一条 / S28 第四条', { 'service.first-response': '2026-12-01' }), direct('2026-12-11'), 'Camellia: forestry (S48 41)'),
  W058: answered(leg('report', 'administrative', 'cz-agriculture', 'S48 第四十一条 / S28 第四条', { 'service.first-response': '2026-12-01' }), by12345('2026-12-11'), 'Tea is kept by agriculture; S2 18 binds market regulators only, so no statutory clock'),
  W059: answered(told('right-holder-request', 'layout 第三十一条', '2026-12-01'), direct('2026-12-11'), 'Layout designs are for the national office alone', UNREAD),
  W060: answered(report(XIANGQIAO, 'marks 第十六条 / S2 第七条', '2026-12-11'), by12345('2026-12-11'), 'Special marks: market regulator of the place'),
  // Ownership, validity, mediation, suits
  W061: answered(leg('right-holder-request', 'judicial', 'cz-court', 'S33 第二条 / S33 第三条', { 'service.first-response': '2026-12-01' }), by12345('2026-12-11'), 'Whose mark it is, no agency decides', UNREAD),
  W062: answered(leg('report', 'judicial', DESK, 'S14 第四十五条 / S14 第四十六条', { 'service.first-response': '2026-12-01' }), by12315('2026-12-11'), 'Validity is for the national office and then the courts (S14 45, 46); the desk tells him'),
  W063: answered(leg('patent-mediation', 'mediation', CITY, 'S7 第六十三条 / S15 第九十五条', { 'patent-mediation.service': '2026-11-27' }), direct('2026-12-11'), 'Whose patent it is may be mediated on request (S7 63 no. 1); the notice goes out in 5 working days (S7 65)'),
  W064: answered(leg('patent-mediation', 'mediation', CITY, 'S7 第六十三条 / S15 第九十五条', { 'patent-mediation.service': '2026-11-27' }), direct('2026-12-11'), 'Reward of an inventor (S7 63 no. 3)'),
  W065: answered(leg('right-holder-request', 'mediation', 'cz-ip-mediation-committee', 'S22 第十七条', { 'service.first-response': '2026-12-01' }), direct('2026-12-11'), 'Both sides want the committee (S22 17, measure 7), which no statute puts on a clock'),
  W066: answered(holder(CHAOAN, REQUEST, '2026-12-11', CRIME), direct('2026-12-11'), '138,000 must be referred (S6 3, 11): what both sides want does not take it out of the hands of the agency'),
  W067: answered(leg('patent-adjudication', 'judicial', CITY, 'S7 第十二条', { 'adjudication.filing': '2026-11-27' }), direct('2026-12-11'), 'Sued already: no decision by the agency (S7 12 I 5), which says so within 5 working days (S7 20)'),
  W068: answered(leg('patent-adjudication', 'judicial', CITY, 'S7 第十二条', { 'adjudication.filing': '2026-11-27' }), direct('2026-12-11'), 'Arbitration agreed: the same (S7 12 I 5, 20)'),
  W069: answered(consumer(RAOPING, 'S1 第十三条 / S1 第十六条', '2026-12-01', { flags: ['already-handled'] }), by12345('2026-12-11'), 'Handled by the consumer association: a ground to decline, which the county says in 7 working days (S1 15, 16 no. 2)'),
  // From abroad, several cities, equal treatment
  W070: answered(patentee('S7 第七条', '2026-11-27', { flags: ['foreign-related'] }), direct('2026-12-11'), 'The province may take cases with a party from Taiwan (S7 7 I); it may, so the city is competent until it does (S7 7 II, 8 II)'),
  W071: answered(patentee('S7 第七条', '2026-11-27', { flags: ['supervision-candidate'] }), direct('2026-12-11'), 'Acts in several cities with major effect: the province may (S7 7 I)'),
  W072: answered(holder(CHAOAN, REQUEST, '2026-12-11'), by12315('2026-12-11'), 'For a mark it makes no difference where its owner comes from (measure 15): everything as in W003, no flag'),
  // Transfers, assignments, patrols
  W073: answered(leg('transfer-in', 'administrative', CHAOAN, 'S2 第十八条 / S2 第七条', { 'report.verification': '2026-12-11' }), agency('2026-12-11'), 'Handed over by the police (S6 13): a clue to be verified in 15 working days (S2 18)'),
  W074: answered(leg('transfer-in', 'administrative', XIANGQIAO, 'S2 第十八条 / S2 第七条', { 'report.verification': '2026-12-10' }), agency('2026-12-10'), 'Handed over by another department (S2 18, S28 12 II)'),
  W075: answered(leg('assignment', 'administrative', RAOPING, 'S2 第十八条 / S2 第七条 / S2 第十五条', { 'report.verification': '2026-12-11' }, { flags: ['assigned-from-above'] }), agency('2026-12-11'), 'Assigned from above (S2 18)'),
  W076: answered(report(CHAOAN, `S2 第十八条 / ${TRADEMARK}`, '2026-12-11'), null, 'Found on patrol: the same fifteen days (S2 18), and nobody waits for an answer'),
  W077: answered(holder(CHAOAN, REQUEST, '2026-12-11'), direct('2026-12-11'), 'A stall in a market is a place like another (S2 7)'),
  // 2026-04-15: Order 121 takes over from Order 20
  W078: answered(consumer(XIANGQIAO, 'S1old 第十二条', '2026-04-23'), by12315('2026-05-08'), 'Received on the last day of the old rule (Order 20, articles 12 and 14)'),
  W079: answered(consumer(XIANGQIAO, 'S1 第十三条', '2026-04-24'), by12315('2026-05-09'), 'Received on the first day of the new rule (S1 13, 15, 46); 05-09 is a working Saturday'),
  W080: answered(consumer(CHAOAN, 'S1old 第十二条', '2026-04-23'), by12315('2026-05-08'), 'Under the old rule the place of business counts even when no address is shown (Order 20, 12 II; the platform would do as well)'),
  W081: answered(consumer(XIANGQIAO, 'S1 第十三条', '2026-04-24'), by12315('2026-05-09'), 'Under the new rule only the platform (S1 13 III)'),
  // Holidays and time zones
  W082: answered(consumer(RAOPING, 'S1 第十三条', '2026-10-10'), by12345('2026-10-21'), '09-24, 28, 29, 30, 10-08, 09 and the working Saturday 10-10'),
  W083: answered(report(RAOPING, TRADEMARK, '2026-10-21'), by12345('2026-10-21'), 'Fifteen working days over both holidays'),
  W084: answered(author(COPYRIGHT, '2026-10-03'), direct('2026-10-15'), 'Fifteen calendar days end in the holiday; no rule on rolling was read, so the strict day stands', UNREAD),
  W085: answered(patentee(PATENT, '2026-10-10'), direct('2026-10-23'), '09-29, 30, 10-08, 09, 10'),
  W086: answered(consumer(CHAOAN, 'S1old 第十二条', '2026-02-28'), by12345('2026-03-11'), '02-13, 14 (work), 24, 25, 26, 27, 28 (work); still under Order 20'),
  W087: answered(report(CHAOAN, TRADEMARK, '2026-05-21'), by12345('2026-05-21'), '04-29, 30, 05-06, 07, 08, 09 (work), 11 … 15, 18 … 21'),
  W088: answered(consumer(XIANGQIAO, 'S1 第十三条', '2026-12-01'), by12315('2026-12-11'), 'Half past midnight of the 20th in Beijing, whatever Greenwich says (S1 45)'),
  // One matter, several numbers
  W089: answered(report(CHAOAN, TRADEMARK, '2026-12-09'), by12345('2026-12-09'), 'The first call'),
  W090: answered(report(CHAOAN, TRADEMARK, '2026-12-10'), by12315('2026-12-10'), 'The same matter over the other line: a number and an answer of its own'),
  W091: answered(report(CHAOAN, TRADEMARK, '2026-12-11'), by12345('2026-12-11'), 'The same again under a new number: an officer says that it is not handled anew (S1 35 II); until then its clock runs'),
  W092: answered(report(CHAOAN, TRADEMARK, '2026-12-14', CRIME), by12345('2026-12-11'), 'New facts: fifteen days from the last report (S1 35 II); 52,000 passes the threshold'),
  W093: answered(report(XIANGQIAO, TRADEMARK, '2026-12-08'), by12345('2026-12-08'), 'Sent for the first time'),
  W094: answered(report(XIANGQIAO, TRADEMARK, '2026-12-08'), by12345('2026-12-08'), 'Sent again as it was: the complaint that exists', { outcome: 'already-filed' }),
  W095: answered(report(XIANGQIAO, TRADEMARK, '2026-12-08'), by12345('2026-12-08'), 'Sent again with more: a revision, and no clock starts anew', { outcome: 'revised' }),
  // Other channels, identities, and what only looks like a complaint
  W096: answered(report(XIANGQIAO, TRADEMARK, '2026-12-11'), by12345('2026-12-11'), 'A line that was merged into 12345 is answered like it (measure 17)'),
  W097: answered(consumer(CHAOAN, 'S1 第十三条', '2026-12-01'), direct('2026-12-11'), 'Through an agent with a signed power of attorney (S1 11)'),
  W098: answered(consumer(XIANGQIAO, 'S1 第十三条', '2026-12-01'), direct('2026-12-11'), 'Three consumers, two representatives (S1 12)'),
  W099: answered(report(CHAOAN, TRADEMARK, '2026-12-10'), direct('2026-12-10'), 'Bought for resale: no consumer complaint (S1 3 I); the report stays. That such a demand may be treated like one is left open (S1 16 no. 3, 43 I)'),
  W100: answered(consumer(XIANGQIAO, 'S1 第十三条', '2026-12-01'), by12345('2026-12-11'), 'Forty-eight cups are a reason to ask (S1 17), never to refuse unseen'),
  W101: answered([consumer(XIANGQIAO, 'S1 第十三条', '2026-12-01'), report(XIANGQIAO, TRADEMARK, '2026-12-11')], by12345('2026-12-11'), 'Ticked as a report, but asks for the money too: two legs, whatever was ticked (S1 9)'),
  W102: answered(consumer(CHAOAN, 'S1 第十三条', '2026-12-01'), by12345('2026-12-11'), 'More than three years ago: a ground to decline (S1 16 no. 4), which is still a decision of the county'),
  W103: answered(leg('consumer-complaint', 'outside', DESK, 'S1 第十三条 / S1 第十六条', { 'complaint.acceptance': '2026-12-01' }), by12345('2026-12-11'), 'A shop in another city (S1 13 I, 16 no. 1)'),
  // Thresholds: interpretation of 2025
  W104: answered(report(CHAOAN, TRADEMARK, '2026-12-11', CRIME), by12345('2026-12-11'), 'Exactly 50,000 is "or more" (articles 3 and 5)'),
  W105: answered(report(CHAOAN, TRADEMARK, '2026-12-11', { flags: ['criminal-suspicion', 'repeat-infringer'] }), by12345('2026-12-11'), 'Punished within two years: 30,000 is enough (articles 3 and 5)'),
  W106: answered(report(CHAOAN, TRADEMARK, '2026-12-11', CRIME), by12315('2026-12-11'), 'Two marks: 30,000 is enough (article 3 I 2)'),
  W107: answered(report(RAOPING, FALSE_PATENT, '2026-12-11', CRIME), direct('2026-12-11'), 'Passing off of a patent: 210,000 passes 200,000 (articles 9 and 10)'),
  W108: answered(report(RAOPING, `S2 第十八条 / ${TRADEMARK}`, '2026-12-11', CRIME), null, 'No figures yet: reasonable suspicion is enough (S6 3 II)'),
  // Advertisements
  W109: answered(report(XIANGQIAO, 'S1 第三十二条 / S2 第十一条', '2026-12-11'), by12345('2026-12-11'), 'Place of the publisher (S1 32 I)'),
  W110: answered(report(CHAOAN, 'S1 第三十二条 / S2 第十一条', '2026-12-11'), by12315('2026-12-11'), 'Published by the advertiser himself: his place (S1 32 III)'),
  // The turn of the year: nobody has announced the holidays of 2027. Days are counted Monday to Friday, New Year's Day too, which errs on the strict side
  W111: answered(consumer(XIANGQIAO, 'S1 第十三条', '2027-01-04'), direct('2027-01-14'), '12-25, 28, 29, 30, 31, 01-01, 01-04', { provisional: true }),
  W112: answered(report(CHAOAN, TRADEMARK, '2027-01-14'), direct('2027-01-14'), 'Fifteen days from 12-24', { provisional: true }),
  // Broken ones
  W113: answered(report(CHAOAN, TRADEMARK, '2026-12-11'), by12345('2026-12-11'), 'A digit misheard is looked at, not refused', { warnings: ['target.uscc check_digit_mismatch'] }),
  W114: answered(report(CHAOAN, FALSE_PATENT, '2026-12-11'), by12345('2026-12-11'), 'A number read off a box is looked at, not refused', { warnings: ['right.number check_digit_mismatch'] }),
  W115: refused(['requestType isIn', 'region isIn', 'matter isIn', 'realName isBoolean', 'target isNotEmpty', 'right isNotEmpty', 'facts isString', 'facts isNotEmpty', 'facts maxLength'], 'Everything that is missing is said at once'),
  W116: refused(['channel isIn', 'region isIn', 'requestType isIn', 'matter isIn'], 'Values that no table knows'),
  W117: refused(['priority whitelistValidation', 'target.法定代表人 whitelistValidation'], 'Unknown fields are refused, nested ones too'),
  W118: refused(['hotlineReceivedAt in-the-future', 'receivedAt in-the-future'], 'A clock that starts in the future would hide the duty (S1 15: from receipt)'),
  W119: refused(['hotlineReceivedAt isRFC3339', 'receivedAt isRFC3339'], 'A time without offset is no instant'),
  W120: refused(['receivedAt received-before-hotline'], 'Nobody receives from the hotline before it was called'),
  W121: refused(['reporter.address address-required', 'target.address address-required'], 'A consumer complaint gives both addresses (S1 10 I)'),
  W122: refused(['realName consumer-complaint-needs-name'], 'A consumer complaint is made under a real name (S1 10 I 1)'),
  W123: refused(['reporter reporter-required'], 'A real name without a name'),
  W124: refused(['reporter reporter-not-allowed'], 'Whoever wants to stay unknown is not written down'),
  W125: refused(['right.holder no-right-to-hold', 'right.niceClasses max'], 'No right, no holder; forty-five classes'),
  W126: refused(['externalNumber matches', 'amounts.businessAmount min'], 'Numbers in plain characters; no negative money'),
};
