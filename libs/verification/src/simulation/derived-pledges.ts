/**
 * What intake's policies do on a split and a merger, so that the new pledges are there when their lives go on: with the same data
 * and command ids, so that it happens once, whoever comes first.
 */
import { streamName, type DataOf } from '@pledgeline/contracts';
import { reactionMeta, type Clock, type RecordedEvent } from '@pledgeline/event-sourcing';
import {
  childOfSplit,
  simulatedReference,
  jointPledge,
  type Pledge,
  type PledgeCommands,
} from '@pledgeline/pledge';

/** @returns how many events it appended. */
export const derivePledges =
  (pledges: PledgeCommands, clock: Clock) =>
  async (events: readonly RecordedEvent[]): Promise<number> => {
    let appended = 0;
    for (const event of events) {
      if (event.type === 'PledgeSplit') appended += await openChildren(pledges, event, clock());
      if (event.type === 'PledgesMerged') appended += await completeMerger(pledges, event, clock());
    }
    return appended;
  };

const openChildren = async (pledges: PledgeCommands, event: RecordedEvent, now: string): Promise<number> => {
  const { pledgeId, children } = event.data as DataOf<'PledgeSplit'>;
  const parent = await stateOf(pledges, pledgeId);
  let appended = 0;
  for (const [n, child] of children.entries()) {
    const data = childOfSplit(child, parent, referenceIn(parent, child));
    if (data === undefined) continue;
    const meta = reactionMeta('open-children', event, n, now);
    const { events } = await pledges(streamName('pledge', child.pledgeId), {
      type: 'DerivePledge',
      data,
      meta,
    });
    appended += events.length;
  }
  return appended;
};

const completeMerger = async (
  pledges: PledgeCommands,
  event: RecordedEvent,
  now: string,
): Promise<number> => {
  const merged = event.data as DataOf<'PledgesMerged'>;
  const { pledgeId: leadId, mergeId, jointPledgeId, shares } = merged;
  const others = shares.filter(({ pledgeId }) => pledgeId !== leadId).map(({ pledgeId }) => pledgeId);
  const metaOf = (n: number) => reactionMeta('complete-merger', event, n, now);
  let appended = 0;
  for (const [n, pledgeId] of others.entries()) {
    const data = { pledgeId, mergeId, jointPledgeId };
    const command = { type: 'MarkMerged', data, meta: metaOf(n) } as const;
    appended += (await pledges(streamName('pledge', pledgeId), command)).events.length;
  }
  const sources = await Promise.all([leadId, ...others].map((pledgeId) => stateOf(pledges, pledgeId)));
  const [lead] = sources;
  const on = event.metadata.occurredOn ?? event.recordedAt.slice(0, 10);
  const data =
    lead &&
    jointPledge(
      merged,
      sources,
      referenceIn(lead, { pledgeId: jointPledgeId, capabilityCode: merged.capabilityCode }),
      on,
    );
  if (data === undefined) return appended;
  const command = { type: 'DerivePledge', data, meta: metaOf(others.length) } as const;
  return appended + (await pledges(streamName('pledge', jointPledgeId), command)).events.length;
};

const stateOf = async (pledges: PledgeCommands, pledgeId: string): Promise<Pledge> =>
  (await pledges.load(streamName('pledge', pledgeId))).state;

/** Nothing else is in a simulation. */
const referenceIn = (parent: Pledge, child: Parameters<typeof simulatedReference>[1]): string =>
  simulatedReference(parent, child) ?? parent.reference;
