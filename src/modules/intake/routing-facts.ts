import { compareAmounts, CRIMINAL_THRESHOLDS, factsWith, intakeLawOn, type RoutingFacts } from '../routing/index.js';
import type { FileComplaintDto } from './complaint.dto.js';
import type { VenueDto } from './complaint-parts.dto.js';
import { channelOf, type Channel } from './data/channels.data.js';
import type { Classification } from './domain/classify.js';

/** What the rules may see of a submission. Nothing here tells where a party comes from, save where a statute asks. `received`: day of receipt. */
export function factsOf(body: FileComplaintDto, classification: Classification, received: string): RoutingFacts {
  const { right, target, matter, region, border, priorProceedings, bothWilling, foreignRelated, punishedWithinTwoYears, reporter, realName } = body;
  return factsWith({
    classification, matter, region, border, priorProceedings, bothWilling, foreignRelated, rightType: right.type, variety: right.variety ?? 'none', targetRole: target.role, channel: routedChannel(body.channel), ...venueFacts(body.venue),
    crime: crimeIn(body, received), intakeLaw: intakeLawOn(received), repeatInfringer: punishedWithinTwoYears, severalCities: (body.citiesAffected ?? 1) > 1, identityComplete: realName && reporter !== undefined,
  });
}

/** What an officer suspects counts as well as what the figures show (移送规定第三条). */
function crimeIn({ suspicionOfCrime, amounts, right, matter, punishedWithinTwoYears, actDate }: FileComplaintDto, received: string): RoutingFacts['crime'] {
  if (suspicionOfCrime) return 'suspected';
  return amounts === undefined ? 'none' : compareAmounts(CRIMINAL_THRESHOLDS, { rightType: right.type, matter, amounts, punishedWithinTwoYears, day: actDate ?? received }).crime;
}

function venueFacts(venue: VenueDto | undefined): Partial<RoutingFacts> {
  return venue === undefined ? {} : { venue: venue.kind, platformRegion: venue.platformRegion ?? 'none', addressShown: venue.addressShown ?? true };
}

/** A line that was merged into another one is routed like it. */
function routedChannel(code: Channel): RoutingFacts['channel'] {
  return (channelOf(code).mergedInto ?? code) as RoutingFacts['channel'];
}
