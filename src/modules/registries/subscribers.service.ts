import { Injectable } from '@nestjs/common';
import type { Statement } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { anyOpening, Workflow, type Gather, type Moving, type Opening } from '../../platform/workflow/workflow.js';
import type { RegistryRecall, RegistrySubscriber } from './registry-change.entity.js';
import type { AcknowledgeRegistryDto, ConfirmRecallDto, RegistryRecallDto, RegistrySubscriberDto, SubscribeRegistryDto } from './subscriber.dto.js';
import { REGISTRY_RECALL, REGISTRY_SUBSCRIBER } from './subscriber.subject.js';
import { LAST, shownRecall, shownSubscriber, SubscribersQueries } from './subscribers.queries.js';

const OWED: Statement = { name: 'registry-recalls-owed', text: "SELECT id FROM registry_recall WHERE subscriber_id = $1 AND number <= $2 AND state <> 'acknowledged' ORDER BY id" };
const EVERYTHING = 2_147_483_647;
const RECALLED: Statement = {
  name: 'registry-recalled',
  text: `SELECT c.number, e.id AS "entryId", e.listing_id AS "listingId", e.list, e.agency, e.uscc, e.name, e.known_from AS "recalledAt" FROM registry_entry e JOIN registry_change c ON c.entry_id = e.id AND c.kind = 'recalled' WHERE e.listing_id = $1 ORDER BY c.number`,
};
/** Those who followed when it was called back and were not told yet. Locked, so that none acknowledges in between. */
const FOLLOWERS: Statement = {
  name: 'registry-followers',
  text: `SELECT s.id, s.agency, s.label, s.acknowledged, s.acknowledged_at AS "acknowledgedAt", c.number FROM registry_subscriber s JOIN registry_entry e ON e.listing_id = $1 JOIN registry_change c ON c.entry_id = e.id AND c.kind = 'recalled'
         WHERE s.state = 'subscribed' AND s.since < c.number AND NOT EXISTS (SELECT FROM registry_recall r WHERE r.subscriber_id = s.id AND r.number = c.number) ORDER BY s.id FOR UPDATE OF s`,
};

type Recalled = Pick<RegistryRecall, 'number' | 'entryId' | 'listingId' | 'list' | 'agency' | 'uscc' | 'name' | 'recalledAt'>;
type Follower = Pick<RegistrySubscriber, 'id' | 'agency' | 'label' | 'acknowledged' | 'acknowledgedAt'> & { readonly number: number };

/** Who follows the register, how far each came, and what is called back from them. */
@Injectable()
export class SubscribersService {
  constructor(
    private readonly workflow: Workflow,
    private readonly queries: SubscribersQueries,
  ) {}

  async subscribe(acting: Acting, { label }: SubscribeRegistryDto): Promise<Answer<RegistrySubscriberDto>> {
    const { subscribed, last: since } = await this.queries.standing(acting);
    const { claims, agency, at } = acting;
    const row = { id: newId(), agency, account: claims.actor, label, since, acknowledged: since, acknowledgedAt: null, subscribedAt: at };
    const opening = anyOpening<RegistrySubscriber>({ subject: REGISTRY_SUBSCRIBER, command: 'subscribe', row, input: { subscribed }, data: { label, since } });
    return this.workflow.open(acting, [opening], [], ([outcome]) => ({ status: 201, body: shownSubscriber(outcome?.row as unknown as RegistrySubscriber) }));
  }

  /** With the number every recall up to it is acknowledged, in the same transaction. */
  acknowledge(acting: Acting, id: string, { upTo }: AcknowledgeRegistryDto): Promise<Answer<RegistrySubscriberDto>> {
    const { gather, owed } = owedBy(id, upTo);
    const patch = { acknowledgedAt: acting.at };
    const cascades = { 'registry-recall.acknowledge': () => owed().map((recall): Moving => ({ id: recall, input: {}, patch, data: { upTo } })) };
    return this.workflow.execute(acting, { subject: REGISTRY_SUBSCRIBER, id, command: 'acknowledge', input: { upTo }, gather, patch: () => ({ acknowledged: upTo, acknowledgedAt: acting.at }), data: { upTo }, cascades }, shown);
  }

  end(acting: Acting, id: string): Promise<Answer<RegistrySubscriberDto>> {
    return this.workflow.execute(acting, { subject: REGISTRY_SUBSCRIBER, id, command: 'end', input: {}, gather: owedBy(id, EVERYTHING).gather }, shown);
  }

  /** The system is silent or gone, and its agency confirmed by other means. */
  confirmOtherwise(acting: Acting, id: string, { note }: ConfirmRecallDto): Promise<Answer<RegistryRecallDto>> {
    return this.workflow.execute(acting, { subject: REGISTRY_RECALL, id, command: 'confirm-otherwise', input: { note }, patch: () => ({ acknowledgedAt: acting.at, note }), data: { note } }, ({ row }) => ({ status: 200, body: shownRecall(row) }));
  }

  /** What was cancelled is called back from all who followed. Twice does no harm: the second finds nobody left to tell. */
  async recall(acting: Acting, listingId: string): Promise<void> {
    const causes = [{ statement: FOLLOWERS, values: [listingId] }, { statement: RECALLED, values: [listingId] }];
    await this.workflow.bring(acting, causes, ([followers = [], recalled = []]) => ({
      openings: (followers as Follower[]).flatMap((follower) => (recalled as Recalled[]).filter(({ number }) => number === follower.number).map((what) => recallOf(follower, what))),
      answer: () => ({ status: 200, body: null }),
    }));
  }
}

const shown = ({ row }: { row: RegistrySubscriber }): Answer<RegistrySubscriberDto> => ({ status: 200, body: shownSubscriber(row) });

/** What a subscriber has still to acknowledge up to a number, to be asked for once its lock is held. */
function owedBy(id: string, upTo: number): { gather: Gather; owed: () => string[] } {
  let found: string[] = [];
  const facts: Gather['facts'] = ([owed = [], heads = []]) => {
    found = (owed as { id: string }[]).map((recall) => recall.id);
    return { owed: found.length, last: Number((heads as { last: number }[])[0]?.last ?? 0) };
  };
  return { gather: { queries: [{ statement: OWED, values: [id, upTo] }, { statement: LAST, values: [] }], facts }, owed: () => found };
}

/** Three working days from when the entry was cancelled; nothing is asked of whoever acknowledged the number already. */
function recallOf({ id: subscriberId, agency: subscriberAgency, label: subscriberLabel, acknowledged, acknowledgedAt }: Follower, what: Recalled): Opening {
  const knows = acknowledged >= what.number;
  const row = { id: newId(), subscriberId, subscriberAgency, subscriberLabel, ...what, acknowledgedAt: knows ? acknowledgedAt : null, note: null };
  return anyOpening<RegistryRecall>({ subject: REGISTRY_RECALL, command: knows ? 'note' : 'send', row, input: {}, data: { number: what.number, subscriber: subscriberId, listing: what.listingId }, triggers: { 'registry.recall': what.recalledAt } });
}
