/**
 * What the rules may look at, with every value that each fact can take: conditions may name no others, and the linter can
 * reckon with all of them. Where a party comes from is not among them (equal protection, measure 15), with one exception:
 * {@link RESTRICTED}. Adding a fact means adding it here, in {@link NEUTRAL}, in its words, and in the intake that fills it.
 */
export const FACT_VALUES = {
  /** What it is in law. Mixed matters never come here: they were split (总局令第121号第九条). */
  classification: [
    'report', 'consumer-complaint', 'right-holder-request', 'patent-adjudication', 'patent-mediation', 'copyright-complaint', 'plant-variety-request',
    'customs-clue', 'transfer-in', 'assignment', 'consultation', 'out-of-scope',
  ],
  matter: [
    'infringement', 'counterfeit', 'consumer-dispute', 'ownership', 'validity', 'agency-misconduct', 'gi-misuse', 'advertising',
    'information-disclosure', 'administrative-review', 'petition', 'discipline', 'other',
  ],
  rightType: ['trademark', 'patent', 'copyright', 'geographical_indication', 'trade_secret_technical', 'trade_secret_business', 'unfair_competition', 'plant_variety', 'layout_design', 'special_mark', 'none'],
  /** Which department keeps the plant variety. */
  variety: ['none', 'agriculture', 'forestry'],
  /** Where it happened, or where the party does business or has its seat; `outside` lies outside the city. */
  region: ['445100', '445102', '445103', '445122', 'CZ-FENGXI', 'outside'],
  /** Where the operator of the platform has its seat; `none` where there is no platform or nobody knows. */
  platformRegion: ['none', '445100', '445102', '445103', '445122', 'CZ-FENGXI', 'outside'],
  venue: ['none', 'physical', 'platform', 'own-website', 'live-stream', 'trade-fair', 'market'],
  targetRole: ['merchant', 'platform-operator', 'advertiser', 'intermediary-agency'],
  /** The merchant shows an address on the platform, and can be reached there (第十三条第三款). */
  addressShown: [true, false],
  /** Goods entering or leaving the country. */
  border: [true, false],
  channel: ['hotline-12345', 'hotline-12315', 'window', 'mail', 'web', 'platform', 'trade-fair-desk', 'rapid-centre', 'agency-transfer', 'superior-assignment', 'patrol'],
  priorProceedings: ['none', 'sued', 'arbitration', 'other-agency', 'consumer-association', 'other-mode-agreed'],
  /** Both sides want people's mediation. */
  bothWilling: [true, false],
  /** `threshold-met`: the amounts reach a dated threshold. `suspected`: an officer sees reasonable suspicion. */
  crime: ['none', 'threshold-met', 'suspected'],
  /** Punished, or found to infringe, for the same kind of act before. */
  repeatInfringer: [true, false],
  /** A party from abroad, Hong Kong, Macao or Taiwan. Restricted. */
  foreignRelated: [true, false],
  /** It reaches over two or more cities with major effect. */
  severalCities: [true, false],
  /** Order on complaints in force on the day of receipt; see intakeLawOn. */
  intakeLaw: ['order-121', 'order-20'],
  /** Everything was given that the law asks of somebody who wants a decision for himself. */
  identityComplete: [true, false],
} as const satisfies Readonly<Record<string, readonly (string | boolean)[]>>;

export type FactName = keyof typeof FACT_VALUES;
export const FACT_NAMES = Object.keys(FACT_VALUES) as FactName[];
export type FactValue = string | boolean;
export type RoutingFacts = { readonly [Fact in FactName]: (typeof FACT_VALUES)[Fact][number] };

/** One letter for each fact, as decisions are stored. A letter never changes its meaning. */
export const FACT_LETTERS: Readonly<Record<FactName, string>> = {
  classification: 'c', matter: 'm', rightType: 'r', variety: 'v', region: 'p', platformRegion: 'q', venue: 'n', targetRole: 't', addressShown: 'a', border: 'b', channel: 'h',
  priorProceedings: 'o', bothWilling: 'w', crime: 'k', repeatInfringer: 'i', foreignRelated: 'f', severalCities: 's', intakeLaw: 'l', identityComplete: 'd',
};

/** What is taken as given where nobody said otherwise. Decisions of the time before a fact existed are read with it. */
const NEUTRAL: RoutingFacts = {
  classification: 'report', matter: 'other', rightType: 'none', variety: 'none', region: '445100', platformRegion: 'none', venue: 'none', targetRole: 'merchant',
  addressShown: true, border: false, channel: 'hotline-12345', priorProceedings: 'none', bothWilling: false, crime: 'none', repeatInfringer: false,
  foreignRelated: false, severalCities: false, intakeLaw: 'order-121', identityComplete: true,
};

export function factsWith(given: Partial<RoutingFacts>): RoutingFacts {
  return { ...NEUTRAL, ...given };
}
