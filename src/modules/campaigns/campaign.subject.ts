import type { Subject } from '../../platform/workflow/subject.js';
import { Campaign, CampaignClue } from './campaign.entity.js';
import { CAMPAIGN_GUARDS, CLUE_GUARDS } from './domain/campaign.guards.js';
import { CAMPAIGN_LIFECYCLE, CLUE_LIFECYCLE } from './domain/campaign.lifecycle.js';

export const CAMPAIGN: Subject<Campaign> = { lifecycle: CAMPAIGN_LIFECYCLE, guards: CAMPAIGN_GUARDS, entity: Campaign, place: ({ agency }) => ({ agency, intakeAgency: agency, region: '' }) };

/** A subject of its own, so that officers who settle clues of the same campaign do not wait for each other. */
export const CAMPAIGN_CLUE: Subject<CampaignClue> = { lifecycle: CLUE_LIFECYCLE, guards: CLUE_GUARDS, entity: CampaignClue, place: ({ agency }) => ({ agency, intakeAgency: agency, region: '' }) };
