import { Injectable } from '@nestjs/common';
import type { Statement } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { anyOpening, Workflow, type Command, type Gather, type Outcome } from '../../platform/workflow/workflow.js';
import type { AddCluesDto, CallOffCampaignDto, CampaignDto, CluesAddedDto, ClueDto, ConcludeCampaignDto, HandOnClueDto, NewClueDto, PlanCampaignDto, SettleClueDto } from './campaign.dto.js';
import type { Campaign, CampaignClue } from './campaign.entity.js';
import { CAMPAIGN, CAMPAIGN_CLUE } from './campaign.subject.js';
import { shownCampaign, shownClue } from './campaigns.queries.js';

const OPEN_CLUES: Statement = { name: 'campaign-open-clues', text: "SELECT count(*)::int AS open FROM campaign_clue WHERE campaign_id = $1 AND state = 'open'" };
const TAKING_PART: Statement = { name: 'campaign-taking-part', text: 'SELECT c.agencies FROM campaign c JOIN campaign_clue l ON l.campaign_id = c.id WHERE l.id = $1' };
const CASE_SEEN: Statement = { name: 'campaign-case-seen', text: 'SELECT id FROM case_file WHERE id = $1' };
const MILLISECONDS_PER_DAY = 86_400_000;

/** Plans and leads campaigns, and settles their clues. */
@Injectable()
export class CampaignsService {
  constructor(private readonly workflow: Workflow) {}

  plan(acting: Acting, { name, targets, rightTypes, regions, agencies: others, startsOn, endsOn }: PlanCampaignDto): Promise<Answer<CampaignDto>> {
    const { agency } = acting;
    const agencies = [agency, ...others.filter((other) => other !== agency)];
    const row = { id: newId(), agency, agencies, name, targets, rightTypes, regions, startsOn, endsOn, summary: null };
    const opening = anyOpening<Campaign>({ subject: CAMPAIGN, command: 'plan', row, input: {}, data: { name, agencies, startsOn, endsOn } });
    return this.workflow.open(acting, [opening], [], ([outcome]) => ({ status: 201, body: shownCampaign(outcome?.row as unknown as Campaign) }));
  }

  /** Its clock ends with its last day. `endsOn` and `startsOn` do not change. */
  launch(acting: Acting, { id, startsOn, endsOn }: Pick<CampaignDto, 'id' | 'startsOn' | 'endsOn'>): Promise<Answer<CampaignDto>> {
    const days = (Date.parse(endsOn) - Date.parse(startsOn)) / MILLISECONDS_PER_DAY + 1;
    // The clock counts from the day after its trigger: the eve of the first day.
    const eve = new Date(Date.parse(`${startsOn}T12:00:00+08:00`) - MILLISECONDS_PER_DAY);
    return this.move(acting, { id, command: 'launch', input: {}, triggers: { 'campaign.end': eve }, amounts: { 'campaign.end': days } });
  }

  addClues(acting: Acting, id: string, { clues }: AddCluesDto): Promise<Answer<CluesAddedDto>> {
    const cascades: Command<Campaign>['cascades'] = { 'campaign-clue.register': () => clues.map((clue) => anyOpening<CampaignClue>({ subject: CAMPAIGN_CLUE, command: 'register', row: clueOf(id, clue), input: {}, data: { campaign: id, agency: clue.agency } })) };
    return this.workflow.execute(acting, { subject: CAMPAIGN, id, command: 'add-clues', input: { clues }, data: { added: clues.length }, cascades }, ({ row }) => ({ status: 200, body: { ...shownCampaign(row), added: clues.length } }));
  }

  conclude(acting: Acting, id: string, { summary }: ConcludeCampaignDto): Promise<Answer<CampaignDto>> {
    const gather: Gather = { queries: [{ statement: OPEN_CLUES, values: [id] }], facts: ([found = []]) => ({ openClues: (found[0] as { open: number } | undefined)?.open ?? 0 }) };
    return this.move(acting, { id, command: 'conclude', input: { summary }, gather, patch: () => ({ summary }), data: { summary } });
  }

  callOff(acting: Acting, id: string, { reason }: CallOffCampaignDto): Promise<Answer<CampaignDto>> {
    return this.move(acting, { id, command: 'call-off', input: { reason }, patch: () => ({ summary: reason }), data: { reason } });
  }

  settle(acting: Acting, id: string, { result, caseId, note }: SettleClueDto): Promise<Answer<ClueDto>> {
    const gather: Gather = { queries: [{ statement: CASE_SEEN, values: [caseId ?? null] }], facts: ([found = []]) => ({ caseSeen: found.length === 1 }) };
    return this.workflow.execute(acting, { subject: CAMPAIGN_CLUE, id, command: 'settle', input: { result, caseId, note }, gather, patch: () => ({ result, caseId: caseId ?? null, note, settledBy: acting.claims.actor }), data: { result, caseId } }, shown);
  }

  handOn(acting: Acting, id: string, { agency, reason }: HandOnClueDto): Promise<Answer<ClueDto>> {
    const gather: Gather = { queries: [{ statement: TAKING_PART, values: [id] }], facts: ([found = []]) => ({ takingPart: (found[0] as { agencies: string[] } | undefined)?.agencies ?? [] }) };
    return this.workflow.execute(acting, { subject: CAMPAIGN_CLUE, id, command: 'hand-on', input: { agency, reason }, gather, patch: () => ({ agency }), data: { agency, reason } }, shown);
  }

  private move(acting: Acting, command: Omit<Command<Campaign>, 'subject'>): Promise<Answer<CampaignDto>> {
    return this.workflow.execute(acting, { subject: CAMPAIGN, ...command }, ({ row }) => ({ status: 200, body: shownCampaign(row) }));
  }
}

function clueOf(campaignId: string, { agency, targetName, targetUscc, place, suspicion }: NewClueDto): Omit<CampaignClue, 'state' | 'version'> {
  return { id: newId(), campaignId, agency, targetName, targetUscc: targetUscc ?? null, place, suspicion, result: null, caseId: null, note: null, settledBy: null };
}

function shown({ row }: Outcome<CampaignClue>): Answer<ClueDto> {
  return { status: 200, body: shownClue(row) };
}
