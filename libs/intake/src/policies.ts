/** The policies of this slice as one consumer of the log, with the handler of each command and the meaning of a refusal. */
import { catalogue, streamName } from '@pledgeline/contracts';
import { react, warningOfRefusals } from '@pledgeline/event-sourcing';
import type { BatchHandler, Clock, Log, Send } from '@pledgeline/event-sourcing';
import { childOfSplit, jointPledge, simulatedReference } from '@pledgeline/pledge';
import type { CommandOf, Pledge, PledgeCommands } from '@pledgeline/pledge';
import { completeMerger } from './merge/complete-merger.policy.ts';
import type { OpenJointPledge } from './merge/complete-merger.policy.ts';
import type { IdeaCommands } from './ideas/idea-commands.ts';
import type { IdeaCommand } from './ideas/idea.ts';
import { takeUpIdea } from './ideas/take-up-idea.policy.ts';
import { openChildren } from './split/open-children.policy.ts';
import { supersedeIn } from './standing/supersede-older.ts';
import { supersedeOlder } from './standing/supersede-older.policy.ts';
import type { SupersedeOlder } from './standing/supersede-older.policy.ts';
import type { OpenChild } from './split/open-children.policy.ts';
import { referenceOf } from './announcement/reference.ts';

export const POLICIES = Symbol('Policies of intake');

export const policies = (
  pledges: PledgeCommands,
  ideas: IdeaCommands,
  clock: Clock,
  log: Log,
): BatchHandler =>
  react({
    policies: [openChildren, completeMerger, takeUpIdea, supersedeOlder],
    catalogue,
    now: clock,
    send: sendTo(pledges, ideas),
    onRejected: warningOfRefusals(log),
  });

/** Policies write commands of two kinds of streams; which, the stream's name says. */
const sendTo = (pledges: PledgeCommands, ideas: IdeaCommands): Send => {
  const open = openIn(pledges);
  return (stream, command) =>
    stream.startsWith('idea-') ? ideas(stream, command as IdeaCommand) : open(stream, command);
};

/** Sources of a split or a merger are at their end, so they hand over the same at every delivery. */
const openIn =
  (pledges: PledgeCommands): Send =>
  async (stream, { type, data, meta }) => {
    if (type === 'MarkMerged')
      return pledges(stream, { type, data: data as CommandOf<'MarkMerged'>['data'], meta });
    if (type === 'SupersedePledge') return supersedeIn(pledges)(data as SupersedeOlder, meta);
    const derived = await derivedFrom(pledges, data as OpenChild | OpenJointPledge);
    return pledges(stream, { type: 'DerivePledge', data: derived, meta });
  };

const derivedFrom = async (
  pledges: PledgeCommands,
  asked: OpenChild | OpenJointPledge,
): Promise<CommandOf<'DerivePledge'>['data']> => {
  const load = async (id: string) => (await pledges.load(streamName('pledge', id))).state;
  if ('child' in asked) {
    const { parentId, child } = asked;
    const parent = await load(parentId);
    const data = childOfSplit(child, parent, referenceFrom(parent, child));
    if (data === undefined) throw new Error(`${parentId} was split before it was registered`);
    return data;
  }
  const { merged, on } = asked;
  const lead = await load(merged.pledgeId);
  const others = merged.shares.filter(({ pledgeId }) => pledgeId !== merged.pledgeId);
  const sources = [lead, ...(await Promise.all(others.map(({ pledgeId }) => load(pledgeId))))];
  const { jointPledgeId: pledgeId, capabilityCode } = merged;
  const data = jointPledge(merged, sources, referenceFrom(lead, { pledgeId, capabilityCode }), on);
  if (data === undefined) throw new Error(`${merged.pledgeId} was merged before it was registered`);
  return data;
};

/** Named as the pledge it comes from, with its own capability and its own mark. */
const referenceFrom = (
  parent: Pledge,
  { pledgeId, capabilityCode }: Pick<OpenChild['child'], 'pledgeId' | 'capabilityCode'>,
): string => {
  const { memberState, announcement } = parent;
  const conference = announcement?.conference ?? null;
  const category = announcement?.category ?? '';
  return (
    simulatedReference(parent, { pledgeId, capabilityCode }) ??
    referenceOf({ pledgeId, conference, memberState, capabilityCode, category })
  );
};
