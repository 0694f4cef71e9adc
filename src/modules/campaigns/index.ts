export { Campaign, CampaignClue } from './campaign.entity.js';
export { CAMPAIGN, CAMPAIGN_CLUE } from './campaign.subject.js';
export { CampaignsModule } from './campaigns.module.js';
