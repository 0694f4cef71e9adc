import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AGENCIES, COMPETENCES } from '../../identity/index.js';
import { compile, evaluate } from '../domain/evaluate.js';
import { FACT_VALUES, factsWith, type FactName, type RoutingFacts } from '../domain/facts.js';
import { FLAGS, LANES, TRACKS, type Flag, type Routed } from '../domain/rule.js';
import { findingsOf } from '../known.js';
import { SECOND_RULE_SET } from './rules.v2.data.js';

const RULES = compile(SECOND_RULE_SET);
const decide = (given: Partial<RoutingFacts>): Routed => evaluate(RULES, factsWith(given));

interface Wanted {
  readonly agency: string;
  readonly tracks: readonly string[];
  /** Instrument by a word of its title, and article. */
  readonly law: readonly [string, string];
  readonly lane?: 'expedited';
  readonly flags?: readonly Flag[];
}

const consumer = (more: Partial<RoutingFacts>): Partial<RoutingFacts> => ({ classification: 'consumer-complaint', matter: 'consumer-dispute', region: '445103', ...more });
const report = (more: Partial<RoutingFacts>): Partial<RoutingFacts> => ({ classification: 'report', matter: 'infringement', region: '445103', ...more });
const holder = (more: Partial<RoutingFacts>): Partial<RoutingFacts> => ({ classification: 'right-holder-request', matter: 'infringement', region: '445103', ...more });
const adjudication = (more: Partial<RoutingFacts>): Partial<RoutingFacts> => ({ classification: 'patent-adjudication', matter: 'infringement', rightType: 'patent', region: '445102', ...more });
const desk = (law: readonly [string, string], more: Partial<Wanted> = {}): Wanted => ({ agency: 'cz-ip-intake', tracks: ['outside'], law, ...more });
const mediated = (agency: string, article: string, more: Partial<Wanted> = {}): Wanted => ({ agency, tracks: ['mediation'], law: ['121号', article], ...more });
const punished = (agency: string, law: readonly [string, string], more: Partial<Wanted> = {}): Wanted => ({ agency, tracks: ['administrative'], law, ...more });

const CITY = 'cz-market-regulation';
const CHAOAN = 'chaoan-market-regulation';
const XIANGQIAO = 'xiangqiao-market-regulation';
const RAOPING = 'raoping-market-regulation';
const FENGXI = 'fengxi-market-regulation';
const WITH_DAMAGES = ['administrative', 'mediation'];

/**
 * Derived by hand from the instruments: 令121 (articles 2, 10, 13, 16, 29 to 34, 41, 44), 令2 (7, 8, 14, 15, 18), 令81 (6, 7, 12, 14, 34, 63), 反法 (5, 16), 令126 (3), 条例 of the
 * province (4, 9, 26, 27, 32, 48), 展会办法 (13, 16, 19, 20, 22), 商标法 (60, 62, 68), 专利法 (65, 68), 移送规定 (3), 人民调解法 (17, 26, 34), and the courts' rules of jurisdiction.
 */
const ORACLE: readonly [string, Partial<RoutingFacts>, string, Wanted][] = [
  // Another procedure.
  ['a request for disclosure', report({ matter: 'information-disclosure' }), 'disclosure-request', desk(['121号', '第四十四条'])],
  ['a request for reconsideration about a trademark', holder({ matter: 'administrative-review', rightType: 'trademark' }), 'review-request', desk(['121号', '第四十四条'])],
  ['a report on an official', report({ matter: 'discipline' }), 'discipline-report', desk(['121号', '第四十四条'])],
  ['a petition about goods at the border', report({ matter: 'petition', border: true }), 'petition', desk(['121号', '第四十四条'])],
  ['a question on a patent', { classification: 'consultation', rightType: 'patent' }, 'consultation', desk(['121号', '第四十四条'])],
  ['a matter for the labour inspection', { classification: 'out-of-scope' }, 'out-of-scope', desk(['121号', '第二条、第四十四条'])],
  // A consumer: article 13.
  ['a shop in Chao’an', consumer({ venue: 'physical' }), 'consumer-dispute', mediated(CHAOAN, '第十三条第一款、第十八条')],
  ['a consumer who bought a counterfeit', consumer({ rightType: 'trademark', matter: 'counterfeit' }), 'consumer-dispute', mediated(CHAOAN, '第十三条第一款、第十八条')],
  ['bought at the fair', consumer({ venue: 'trade-fair', region: '445122' }), 'consumer-dispute', mediated(RAOPING, '第十三条第一款、第十八条', { lane: 'expedited' })],
  ['in Fengxi', consumer({ region: 'CZ-FENGXI' }), 'consumer-dispute', mediated(FENGXI, '第十三条第一款、第十八条')],
  ['bought goods that were imported', consumer({ border: true }), 'consumer-dispute', mediated(CHAOAN, '第十三条第一款、第十八条')],
  ['against the platform itself', consumer({ venue: 'platform', targetRole: 'platform-operator', region: '445102' }), 'consumer-platform-operator', mediated(XIANGQIAO, '第十三条第二款')],
  ['against a seller on its own website', consumer({ venue: 'own-website' }), 'consumer-own-website', mediated(CHAOAN, '第十三条第二款')],
  ['a merchant that shows an address in Raoping', consumer({ venue: 'platform', region: '445122', platformRegion: 'outside' }), 'consumer-platform-merchant', mediated(RAOPING, '第十三条第三款')],
  ['a merchant in a live stream, address shown', consumer({ venue: 'live-stream' }), 'consumer-platform-merchant', mediated(CHAOAN, '第十三条第三款')],
  ['a merchant that shows no address, platform in Xiangqiao', consumer({ venue: 'platform', addressShown: false, platformRegion: '445102' }), 'consumer-address-not-shown', mediated(XIANGQIAO, '第十三条第三款')],
  ['a merchant elsewhere, platform in Xiangqiao', consumer({ venue: 'platform', region: 'outside', platformRegion: '445102' }), 'consumer-address-elsewhere', mediated(XIANGQIAO, '第十三条第三款')],
  ['no address shown, platform elsewhere', consumer({ venue: 'platform', addressShown: false, platformRegion: 'outside' }), 'consumer-elsewhere', desk(['121号', '第十三条、第十五条第二款、第十六条第一项'])],
  ['a shop in another city', consumer({ venue: 'physical', region: 'outside' }), 'consumer-elsewhere', desk(['121号', '第十三条、第十五条第二款、第十六条第一项'])],
  ['taken up by the consumer association before', consumer({ priorProceedings: 'consumer-association' }), 'consumer-dispute', mediated(CHAOAN, '第十三条第一款、第十八条', { flags: ['already-handled'] })],
  ['a consumer without an address', consumer({ identityComplete: false }), 'consumer-dispute', mediated(CHAOAN, '第十三条第一款、第十八条', { flags: ['identity-to-prove'] })],
  ['received under the old order: an address not shown makes no difference', consumer({ venue: 'platform', addressShown: false, platformRegion: '445102', intakeLaw: 'order-20' }), 'consumer-2019-platform-merchant', { agency: CHAOAN, tracks: ['mediation'], law: ['20号', '第十二条第二款'] }],
  ['received under the old order, the merchant elsewhere', consumer({ venue: 'live-stream', region: 'outside', platformRegion: '445102', intakeLaw: 'order-20' }), 'consumer-2019-platform-seat', { agency: XIANGQIAO, tracks: ['mediation'], law: ['20号', '第十二条第二款'] }],
  ['received under the old order, a shop', consumer({ venue: 'physical', intakeLaw: 'order-20' }), 'consumer-2019', { agency: CHAOAN, tracks: ['mediation'], law: ['20号', '第十二条第一款、第二款'] }],
  // The border.
  ['a clue about an export', { classification: 'customs-clue', rightType: 'trademark', matter: 'counterfeit' }, 'customs-clue', punished('chaozhou-customs', ['海关', '第二条、第三条'])],
  ['a report of ware about to be exported', report({ rightType: 'trademark', border: true }), 'border-goods', punished('chaozhou-customs', ['海关', '第二条、第三条'])],
  // Courts and the national office.
  ['a patent said to be invalid', report({ matter: 'validity', rightType: 'patent' }), 'patent-validity', { agency: 'cz-ip-intake', tracks: ['judicial'], law: ['专利法', '第四十五条、第四十六条'] }],
  ['a mark said to be invalid', holder({ matter: 'validity', rightType: 'trademark' }), 'trademark-validity', { agency: 'cz-ip-intake', tracks: ['judicial'], law: ['商标法', '第四十四条、第四十五条'] }],
  ['a variety said to be granted wrongly', report({ matter: 'validity', rightType: 'plant_variety' }), 'validity', { agency: 'cz-ip-intake', tracks: ['judicial'], law: ['知识产权法院', '第五条'] }],
  ['who owns a patent', adjudication({ matter: 'ownership' }), 'technical-ownership', { agency: 'cz-ip-intake', tracks: ['judicial'], law: ['知识产权法院', '第一条至第三条'] }],
  ['who owns a patent, mediation asked for', { classification: 'patent-mediation', matter: 'ownership', rightType: 'patent', region: '445102' }, 'patent-ownership-mediation', { agency: CITY, tracks: ['mediation'], law: ['81号', '第六十三条第一款第一项'] }],
  ['who owns a technical secret', holder({ matter: 'ownership', rightType: 'trade_secret_technical' }), 'technical-ownership', { agency: 'cz-ip-intake', tracks: ['judicial'], law: ['知识产权法院', '第一条至第三条'] }],
  ['who owns a mark', holder({ matter: 'ownership', rightType: 'trademark' }), 'ownership', { agency: 'cz-court', tracks: ['judicial'], law: ['法释〔2022〕13号', '第二条、第三条'] }],
  ['a layout design', holder({ rightType: 'layout_design' }), 'layout-design', desk(['布图设计', '第三十一条'])],
  // Places.
  ['a merchant elsewhere on a platform of Xiangqiao that got the report first', report({ rightType: 'trademark', venue: 'platform', region: 'outside', platformRegion: '445102' }), 'platform-seat-here', punished(XIANGQIAO, ['处罚程序', '第十条第二款'])],
  ['a factory in another city', report({ rightType: 'trademark', region: 'outside' }), 'elsewhere', desk(['121号', '第三十四条'])],
  ['a patentee against somebody in another city', adjudication({ region: 'outside' }), 'elsewhere', desk(['121号', '第三十四条'])],
  ['transferred in by mistake', { classification: 'transfer-in', matter: 'infringement', rightType: 'trademark', region: 'outside' }, 'transfer-elsewhere', desk(['处罚程序', '第十四条'])],
  ['the province assigns a matter of another city', { classification: 'assignment', matter: 'counterfeit', rightType: 'trademark', region: 'outside' }, 'assignment-elsewhere', punished(CITY, ['处罚程序', '第十五条'], { flags: ['assigned-from-above'] })],
  // Agencies, geographical indications, advertising.
  ['a patent agency that files junk', report({ matter: 'agency-misconduct', rightType: 'patent', targetRole: 'intermediary-agency' }), 'agency-misconduct-patent', punished(CITY, ['知识产权保护条例', '第二十七条'])],
  ['a trademark agency that forges papers', report({ matter: 'agency-misconduct', rightType: 'trademark', targetRole: 'intermediary-agency' }), 'agency-misconduct-trademark', punished(CITY, ['商标法', '第六十八条'])],
  ['works registered again and again', report({ matter: 'agency-misconduct', rightType: 'copyright' }), 'registration-abuse-copyright', punished('cz-propaganda', ['知识产权保护条例', '第九条第二款、第四条第二款'])],
  ['an unlicensed agency', report({ matter: 'agency-misconduct' }), 'agency-misconduct', punished(CITY, ['知识产权保护条例', '第九条第二款'])],
  ['tea of elsewhere sold as Fenghuang Dancong', report({ matter: 'gi-misuse', rightType: 'geographical_indication', region: '445122' }), 'gi-misuse', punished(RAOPING, ['知识产权保护条例', '第四条第一款'])],
  ['the owner of the certification mark Fenghuang Dancong', holder({ matter: 'gi-misuse', rightType: 'geographical_indication' }), 'gi-misuse', { agency: CHAOAN, tracks: WITH_DAMAGES, law: ['知识产权保护条例', '第四条第一款'] }],
  ['misuse of an indication, assigned from above', { classification: 'assignment', matter: 'gi-misuse', rightType: 'geographical_indication', region: '445122' }, 'gi-misuse-passed-on', punished(RAOPING, ['处罚程序', '第七条、第十八条'], { flags: ['assigned-from-above'] })],
  ['an advertisement on a platform of Xiangqiao', report({ matter: 'advertising', targetRole: 'platform-operator', region: '445102' }), 'advertising-publisher', punished(XIANGQIAO, ['121号', '第三十二条第一款'])],
  ['a shop’s own advertisement', report({ matter: 'advertising', targetRole: 'advertiser' }), 'advertising-advertiser', punished(CHAOAN, ['121号', '第三十二条第二款、第三款'])],
  // Proceedings before.
  ['a patentee who has sued: the city says so in time', adjudication({ priorProceedings: 'sued' }), 'patent-sued', { agency: CITY, tracks: ['judicial'], law: ['81号', '第十二条第一款第五项'] }],
  ['a patent before an arbitrator', adjudication({ priorProceedings: 'arbitration' }), 'patent-sued', { agency: CITY, tracks: ['judicial'], law: ['81号', '第十二条第一款第五项'] }],
  ['a patent licence with an arbitration clause', adjudication({ priorProceedings: 'other-mode-agreed' }), 'patent-other-mode', { agency: CITY, tracks: ['judicial'], law: ['81号', '第十二条第一款第五项'] }],
  ['another way was agreed, and it is mediation', adjudication({ priorProceedings: 'other-mode-agreed', bothWilling: true }), 'peoples-mediation', { agency: 'cz-ip-mediation-committee', tracks: ['mediation'], law: ['人民调解法', '第十七条、第三十四条'] }],
  ['a mark at the fair, already sued', holder({ rightType: 'trademark', venue: 'trade-fair', priorProceedings: 'sued' }), 'trade-fair-trademark-sued', { agency: CHAOAN, tracks: ['judicial'], law: ['展会', '第二十条第一项'], lane: 'expedited', flags: ['parallel-suit'] }],
  // People's mediation.
  ['both want mediation on a pattern', { classification: 'copyright-complaint', matter: 'infringement', rightType: 'copyright', bothWilling: true, region: '445103' }, 'peoples-mediation', { agency: 'cz-ip-mediation-committee', tracks: ['mediation'], law: ['人民调解法', '第十七条、第三十四条'] }],
  ['both want mediation on a patent', adjudication({ bothWilling: true }), 'peoples-mediation', { agency: 'cz-ip-mediation-committee', tracks: ['mediation'], law: ['人民调解法', '第十七条、第三十四条'] }],
  ['both want mediation, but it is a crime', holder({ rightType: 'trademark', bothWilling: true, crime: 'threshold-met' }), 'trademark-request', { agency: CHAOAN, tracks: WITH_DAMAGES, law: ['商标法', '第六十条第一款'], flags: ['criminal-suspicion'] }],
  ['both want mediation, but marks are counterfeited', holder({ rightType: 'trademark', matter: 'counterfeit', bothWilling: true }), 'trademark-request', { agency: CHAOAN, tracks: WITH_DAMAGES, law: ['商标法', '第六十条第一款'] }],
  ['a reporter cannot bring about mediation', report({ rightType: 'trademark', bothWilling: true }), 'trademark', punished(CHAOAN, ['处罚程序', '第七条、第八条'])],
  // The province: 81号 article 7, and nothing else looks at where a party comes from.
  ['a patentee from abroad', adjudication({ foreignRelated: true }), 'patent-foreign-related', { agency: CITY, tracks: WITH_DAMAGES, law: ['81号', '第七条'], flags: ['foreign-related'] }],
  ['mediation asked for by somebody from Hong Kong', { classification: 'patent-mediation', rightType: 'patent', matter: 'other', region: '445102', foreignRelated: true }, 'patent-mediation-foreign-related', { agency: CITY, tracks: ['mediation'], law: ['81号', '第七条'], flags: ['foreign-related'] }],
  ['a patent infringed in several cities', adjudication({ severalCities: true }), 'patent-several-cities', { agency: CITY, tracks: WITH_DAMAGES, law: ['81号', '第七条'], flags: ['supervision-candidate'] }],
  ['mediation over several cities', { classification: 'patent-mediation', rightType: 'patent', matter: 'other', region: '445102', severalCities: true }, 'patent-mediation-several-cities', { agency: CITY, tracks: ['mediation'], law: ['81号', '第七条'], flags: ['supervision-candidate'] }],
  ['a foreign owner of a mark is treated like any other', holder({ rightType: 'trademark', foreignRelated: true }), 'trademark-request', { agency: CHAOAN, tracks: WITH_DAMAGES, law: ['商标法', '第六十条第一款'] }],
  // At a fair.
  ['a tableware design at the fair', adjudication({ venue: 'trade-fair', channel: 'trade-fair-desk' }), 'trade-fair-patent', { agency: CITY, tracks: WITH_DAMAGES, law: ['展会', '第十六条第一项、第二项'], lane: 'expedited' }],
  ['an application called a patent at the fair', report({ rightType: 'patent', matter: 'counterfeit', venue: 'trade-fair', region: '445102' }), 'trade-fair-patent-counterfeit', punished(XIANGQIAO, ['展会', '第十六条第三项'], { lane: 'expedited' })],
  ['a mark on a stall of the fair', holder({ rightType: 'trademark', venue: 'trade-fair', region: '445102' }), 'trade-fair-trademark', { agency: XIANGQIAO, tracks: WITH_DAMAGES, law: ['展会', '第十九条'], lane: 'expedited' }],
  ['a copied pattern at the fair', { classification: 'copyright-complaint', matter: 'infringement', rightType: 'copyright', venue: 'trade-fair', region: '445102' }, 'trade-fair-copyright', { agency: 'cz-culture-enforcement', tracks: WITH_DAMAGES, law: ['展会', '第二十二条'], lane: 'expedited' }],
  // Patents.
  ['a patentee of Fengxi', adjudication({ region: 'CZ-FENGXI' }), 'patent-adjudication', { agency: CITY, tracks: WITH_DAMAGES, law: ['81号', '第六条、第七条第二款、第十二条'] }],
  ['another agency looked at it before', adjudication({ priorProceedings: 'other-agency' }), 'patent-adjudication', { agency: CITY, tracks: WITH_DAMAGES, law: ['81号', '第六条、第七条第二款、第十二条'] }],
  ['the same patent infringed again', adjudication({ repeatInfringer: true }), 'patent-adjudication', { agency: CITY, tracks: WITH_DAMAGES, law: ['81号', '第六条、第七条第二款、第十二条'], lane: 'expedited', flags: ['repeat-infringer'] }],
  ['a patentee without papers', adjudication({ identityComplete: false }), 'patent-adjudication', { agency: CITY, tracks: WITH_DAMAGES, law: ['81号', '第六条、第七条第二款、第十二条'], flags: ['identity-to-prove'] }],
  ['a patentee who only tells', holder({ rightType: 'patent' }), 'patent-request', { agency: CITY, tracks: WITH_DAMAGES, law: ['专利法', '第六十五条'] }],
  ['a bonus for an invention, mediation asked for', { classification: 'patent-mediation', rightType: 'patent', matter: 'other', region: '445122' }, 'patent-mediation', { agency: CITY, tracks: ['mediation'], law: ['81号', '第六条第二款、第六十三条'] }],
  ['a false patent number on ware', report({ rightType: 'patent', matter: 'counterfeit', region: '445122' }), 'patent-counterfeit', punished(RAOPING, ['专利法', '第六十八条、第六十九条'])],
  ['somebody else’s patent infringed', report({ rightType: 'patent' }), 'patent-report', punished(CITY, ['实施细则', '第九十五条'])],
  // Secrets and competition.
  ['a formula taken by an employee', holder({ rightType: 'trade_secret_technical' }), 'trade-secret-technical', { agency: CITY, tracks: ['administrative'], law: ['126号', '第三条第三款'] }],
  ['a list of customers taken', holder({ rightType: 'trade_secret_business', region: '445122' }), 'trade-secret-business', { agency: RAOPING, tracks: ['administrative'], law: ['126号', '第三条第二款'], flags: ['city-approval-for-seizure'] }],
  ['passing off in Fengxi', report({ rightType: 'unfair_competition', region: 'CZ-FENGXI' }), 'unfair-competition', punished(FENGXI, ['反不正当竞争法', '第五条'], { flags: ['city-approval-for-seizure'] })],
  ['confusion, told at the rapid centre', holder({ rightType: 'unfair_competition', channel: 'rapid-centre' }), 'unfair-competition', { agency: CHAOAN, tracks: ['administrative'], law: ['反不正当竞争法', '第五条'], flags: ['city-approval-for-seizure'] }],
  // Copyright.
  ['a copied pattern', { classification: 'copyright-complaint', matter: 'infringement', rightType: 'copyright', region: '445103' }, 'copyright', { agency: 'cz-culture-enforcement', tracks: WITH_DAMAGES, law: ['知识产权保护条例', '第四条第二款'] }],
  ['pirated books', report({ rightType: 'copyright' }), 'copyright', punished('cz-culture-enforcement', ['知识产权保护条例', '第四条第二款'])],
  ['a match shown in a live stream', { classification: 'copyright-complaint', matter: 'infringement', rightType: 'copyright', venue: 'live-stream', region: '445102' }, 'copyright-network', { agency: 'cz-culture-enforcement', tracks: WITH_DAMAGES, law: ['知识产权保护条例', '第四条第二款'] }],
  // Varieties and geographical indications.
  ['a tea variety', { classification: 'plant-variety-request', matter: 'infringement', rightType: 'plant_variety', variety: 'agriculture', region: '445122' }, 'plant-variety-agriculture', { agency: 'cz-agriculture', tracks: WITH_DAMAGES, law: ['植物新品种', '第四十一条'] }],
  ['a variety of camphor', { classification: 'plant-variety-request', matter: 'infringement', rightType: 'plant_variety', variety: 'forestry', region: '445122' }, 'plant-variety-forestry', { agency: 'cz-forestry', tracks: WITH_DAMAGES, law: ['植物新品种', '第四十一条'] }],
  ['a variety, nobody says which', report({ rightType: 'plant_variety' }), 'plant-variety-agriculture', punished('cz-agriculture', ['植物新品种', '第四十一条'])],
  ['a geographical indication of farm produce', report({ rightType: 'geographical_indication', variety: 'agriculture' }), 'gi-agricultural', punished('cz-agriculture', ['知识产权保护条例', '第四条第三款'])],
  ['a geographical indication of forest produce', report({ rightType: 'geographical_indication', variety: 'forestry' }), 'gi-forestry', punished('cz-forestry', ['知识产权保护条例', '第四条第三款'])],
  ['a geographical indication of another kind', report({ rightType: 'geographical_indication', region: '445102' }), 'geographical-indication', punished(XIANGQIAO, ['知识产权保护条例', '第四条第一款'])],
  // Trademarks and venues.
  ['forged marks in Caitang', report({ rightType: 'trademark', matter: 'counterfeit' }), 'trademark', punished(CHAOAN, ['处罚程序', '第七条、第八条'])],
  ['no district named', report({ rightType: 'trademark', region: '445100' }), 'trademark', punished(CITY, ['处罚程序', '第七条、第八条'])],
  ['forged marks for more than 50,000 yuan', report({ rightType: 'trademark', crime: 'threshold-met' }), 'trademark', punished(CHAOAN, ['处罚程序', '第七条、第八条'], { flags: ['criminal-suspicion'] })],
  ['the same, and not for the first time', report({ rightType: 'trademark', crime: 'threshold-met', repeatInfringer: true }), 'trademark', punished(CHAOAN, ['处罚程序', '第七条、第八条'], { flags: ['criminal-suspicion', 'repeat-infringer'] })],
  ['an officer suspects a crime', report({ rightType: 'trademark', crime: 'suspected' }), 'trademark', punished(CHAOAN, ['处罚程序', '第七条、第八条'], { flags: ['criminal-suspicion'] })],
  ['the owner of a mark', holder({ rightType: 'trademark', region: '445102' }), 'trademark-request', { agency: XIANGQIAO, tracks: WITH_DAMAGES, law: ['商标法', '第六十条第一款'] }],
  ['the owner of a mark who has also sued', holder({ rightType: 'trademark', priorProceedings: 'sued' }), 'trademark-request', { agency: CHAOAN, tracks: ['administrative'], law: ['商标法', '第六十条第一款'], flags: ['parallel-suit'] }],
  ['the owner of a mark at the rapid centre', holder({ rightType: 'trademark', channel: 'rapid-centre' }), 'trademark-request', { agency: CHAOAN, tracks: WITH_DAMAGES, law: ['商标法', '第六十条第一款'] }],
  ['the emblem of the games', holder({ rightType: 'special_mark' }), 'special-mark', { agency: CHAOAN, tracks: WITH_DAMAGES, law: ['特殊标志', '第十六条'] }],
  ['a platform that lets it pass', report({ rightType: 'trademark', targetRole: 'platform-operator', venue: 'platform', region: '445102' }), 'platform-operator', punished(XIANGQIAO, ['处罚程序', '第十条第一款'])],
  ['counterfeits on the maker’s own website', report({ rightType: 'trademark', venue: 'own-website' }), 'own-website', punished(CHAOAN, ['处罚程序', '第十条第一款'])],
  ['counterfeits in a live stream', report({ rightType: 'trademark', venue: 'live-stream' }), 'live-stream', punished(CHAOAN, ['处罚程序', '第十条第二款'])],
  ['counterfeits in a shop on a platform', report({ rightType: 'trademark', venue: 'platform', platformRegion: 'outside' }), 'platform-merchant', punished(CHAOAN, ['处罚程序', '第十条第二款'])],
  ['the owner of a mark about a shop on a platform', holder({ rightType: 'trademark', venue: 'platform', platformRegion: 'outside' }), 'trademark-request', { agency: CHAOAN, tracks: WITH_DAMAGES, law: ['商标法', '第六十条第一款'] }],
  ['a stall in the market is a place like another', report({ rightType: 'trademark', venue: 'market', region: '445102' }), 'trademark', punished(XIANGQIAO, ['处罚程序', '第七条、第八条'])],
  // No right named.
  ['short weight in a shop', report({ matter: 'consumer-dispute' }), 'market-report', punished(CHAOAN, ['121号', '第二十九条'])],
  ['an owner who does not say of what', holder({}), 'right-not-named', desk(['121号', '第二十八条第一款'])],
  ['the police hand over a matter that is no crime', { classification: 'transfer-in', matter: 'counterfeit', channel: 'agency-transfer', region: '445103' }, 'transfer-in', punished(CHAOAN, ['处罚程序', '第十四条、第十八条'])],
  ['the province assigns a matter', { classification: 'assignment', matter: 'other', channel: 'superior-assignment', region: '445103' }, 'assignment', punished(CITY, ['处罚程序', '第十五条'], { flags: ['assigned-from-above'] })],
  ['a mark transferred in', { classification: 'transfer-in', matter: 'counterfeit', rightType: 'trademark', region: '445103' }, 'trademark', punished(CHAOAN, ['处罚程序', '第七条、第八条'])],
  ['a report of something else', report({ matter: 'other' }), 'intake-desk', desk(['121号', '第四十一条'])],
  ['adjudication asked for on a mark', adjudication({ rightType: 'trademark' }), 'intake-desk', desk(['121号', '第四十一条'])],
];

describe('the second rule set', () => {
  it.each(ORACLE)('%s', (_, given, rule, { agency, tracks, law: [source, article], lane = 'ordinary', flags = [] }) => {
    const decided = decide(given);
    expect({ rule: decided.rule, agency: decided.agency, tracks: decided.tracks, article: decided.basis.article, lane: decided.lane, flags: decided.flags }).toEqual({ rule, agency, tracks, article, lane, flags });
    expect(decided.basis.source).toContain(source);
    expect(decided.track).toBe(decided.tracks[0]);
  });

  it('has more than forty rules, and each is hit by the oracle', () => {
    const hit = new Set(ORACLE.flatMap(([, given]) => [...decide(given).tried].flatMap((letter, index) => (letter === '+' ? [SECOND_RULE_SET.rules[index]?.code ?? ''] : []))));
    expect(SECOND_RULE_SET.rules.length).toBeGreaterThanOrEqual(40);
    expect(SECOND_RULE_SET.rules.map(({ code }) => code).filter((code) => !hit.has(code))).toEqual([]);
  });

  it('gives the linter nothing to say, not even a warning', () => {
    expect(findingsOf(SECOND_RULE_SET)).toEqual([]);
  });

  it('looks at where a party comes from only where article 7 of the patent measures does', () => {
    const restricted = SECOND_RULE_SET.rules.filter(({ when }) => 'foreignRelated' in when);
    expect(restricted.map(({ code, basis }) => [code, basis.article])).toEqual([
      ['patent-foreign-related', '第七条'], ['patent-mediation-foreign-related', '第七条'], ['foreign-related', '第七条第一款'],
    ]);
    expect(restricted.every(({ basis }) => basis.source.includes('第81号'))).toBe(true);
  });

  it('marks as unverified what nobody has read, and says so in the decision', () => {
    expect(SECOND_RULE_SET.rules.filter(({ basis }) => basis.status === 'unverified').map(({ code }) => code)).toEqual(['ownership', 'layout-design', 'agency-misconduct-patent', 'copyright-network', 'copyright', 'copyright-dispute']);
    expect(decide(report({ rightType: 'copyright' })).warnings.map(({ code }) => code)).toEqual(['routing.source-unverified']);
    expect(decide(report({ rightType: 'trademark' })).warnings).toEqual([]);
  });
});

/** Every fact at random. */
const anyFacts: fc.Arbitrary<RoutingFacts> = fc.record(Object.fromEntries((Object.keys(FACT_VALUES) as FactName[]).map((fact) => [fact, fc.constantFrom<unknown>(...FACT_VALUES[fact])]))) as unknown as fc.Arbitrary<RoutingFacts>;
const CODES = new Set<string>(AGENCIES.filter(({ outside }) => outside !== true).map(({ code }) => code));
const MARKET = new Set([CITY, CHAOAN, XIANGQIAO, RAOPING, FENGXI]);

describe('any matter at all', () => {
  const holds = (check: (facts: RoutingFacts, decided: Routed) => boolean): void => {
    expect(() => fc.assert(fc.property(anyFacts, (facts) => check(facts, evaluate(RULES, facts))), { numRuns: 3_000 })).not.toThrow();
  };

  it('goes to an agency with an account, on known tracks, in a known lane, with known flags', () => {
    holds((_, { agency, track, tracks, lane, flags, measures }) => CODES.has(agency) && tracks[0] === track && new Set(tracks).size === tracks.length && tracks.every((one) => TRACKS.includes(one)) && LANES.includes(lane) && flags.every((flag) => FLAGS.includes(flag)) && measures.length > 0);
  });

  it('never leaves the city regulators for a place outside the city, unless it is assigned, or the platform has its seat here', () => {
    holds(({ region, classification, platformRegion }, { agency }) => region !== 'outside' || classification === 'assignment' || !['none', 'outside'].includes(platformRegion) || !MARKET.has(agency) || agency === 'cz-ip-intake');
  });

  it('is decided alike for a party from abroad, but for patent disputes', () => {
    holds((facts, decided) => facts.rightType === 'patent' || JSON.stringify({ ...decided, tried: '' }) === JSON.stringify({ ...evaluate(RULES, { ...facts, foreignRelated: !facts.foreignRelated }), tried: '' }));
  });

  it('is flagged for suspicion of a crime, whatever it is and wherever it goes', () => {
    holds(({ crime }, { flags }) => (crime !== 'none') === flags.includes('criminal-suspicion'));
  });

  it('with a crime in it is never left to mediation by the committee alone, nor to the fast lane', () => {
    holds(({ crime }, { agency, lane }) => crime === 'none' || (agency !== 'cz-ip-mediation-committee' && lane === 'ordinary'));
  });

  it('in the hands of an agency that acts on a right: the agency has a competence for that right', () => {
    const GENERAL = new Set(['transfer-in', 'assignment', 'assignment-elsewhere', 'agency-misconduct', 'gi-misuse', 'gi-misuse-passed-on', 'advertising-publisher', 'advertising-advertiser', 'customs-clue', 'border-goods', 'ownership']);
    holds(({ rightType }, { agency, rule, track }) => rightType === 'none' || ['outside', 'judicial'].includes(track) || GENERAL.has(rule) || rule.startsWith('consumer-') || COMPETENCES.some((row) => row.agency === agency && row.rightTypes.includes(rightType)));
  });

  it('tells of each rule once: fits, or the first fact that fails', () => {
    holds((_, { tried }) => tried.length === SECOND_RULE_SET.rules.length && /^[.+a-z]+$/.test(tried));
  });
});
