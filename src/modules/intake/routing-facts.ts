import { factsWith, type RoutingFacts } from '../routing/index.js';
import type { FileComplaintDto } from './complaint.dto.js';
import type { VenueDto } from './complaint-parts.dto.js';
import { channelOf, type Channel } from './data/channels.data.js';
import type { Classification } from './domain/classify.js';

/** What the rules may see of a submission. Nothing here tells where a party comes from, save where a statute asks. */
export function factsOf(body: FileComplaintDto, classification: Classification): RoutingFacts {
  const { right, target, matter, region, border, priorProceedings, bothWilling, foreignRelated, punishedWithinTwoYears, reporter, realName } = body;
  return factsWith({
    classification, matter, region, border, priorProceedings, bothWilling, foreignRelated, rightType: right.type, variety: right.variety ?? 'none', targetRole: target.role, channel: routedChannel(body.channel), ...venueFacts(body.venue),
    crime: body.suspicionOfCrime ? 'suspected' : 'none', repeatInfringer: punishedWithinTwoYears, severalCities: (body.citiesAffected ?? 1) > 1, identityComplete: realName && reporter !== undefined,
  });
}

function venueFacts(venue: VenueDto | undefined): Partial<RoutingFacts> {
  return venue === undefined ? {} : { venue: venue.kind, platformRegion: venue.platformRegion ?? 'none', addressShown: venue.addressShown ?? true };
}

/** A line that was merged into another one is routed like it. */
function routedChannel(code: Channel): RoutingFacts['channel'] {
  return (channelOf(code).mergedInto ?? code) as RoutingFacts['channel'];
}
