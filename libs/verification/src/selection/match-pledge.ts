/**
 * The match saga: two streams, each exact in itself, agree on one match (design, section 4). A refusal that can be seen
 * beforehand writes nothing. From the reservation on, the policy `complete-match` sends the very same command, so a crash
 * at any point ends in a match or in a refusal that frees the gap, and a repeat under the same key is answered as the
 * first time. `If-Match` refers to the pledge as it was when it was read: a match cannot be taken back after the reservation.
 */
import { catalogue, commandFor, foreseenIn, streamName } from '@pledgeline/contracts';
import type { CommandAnswer, CommandContext, DataOf } from '@pledgeline/contracts';
import { commandIdReused, derivedId, reactionMeta, Rejected } from '@pledgeline/event-sourcing';
import type { AppendedEvent, EventStore, Handled, RecordedEvent } from '@pledgeline/event-sourcing';
import { pledge } from '@pledgeline/pledge';
import type { PledgeCommand, PledgeCommands } from '@pledgeline/pledge';
import type { GapCommands } from '../gaps/gap-commands.ts';
import { completeMatch } from './complete-match.policy.ts';
import { acceptedCodes, mustBeOpen } from '../gaps/gap.ts';
import type { Gap } from '../gaps/gap.ts';

interface RequestedMatch {
  readonly pledgeId: string;
  readonly gapId: string;
  readonly quantity: number;
  readonly personsPerUnit: number | null;
}

export type MatchPledge = (
  context: CommandContext,
  requested: RequestedMatch,
  occurredOn?: string | null,
) => Promise<CommandAnswer>;
export const MATCH_PLEDGE = Symbol('MatchPledge');

/** The returned function throws `Rejected` as the pledge or the gap decides, also when the pledge refused after the gap had reserved. */
export const matchPledge =
  (store: EventStore, pledges: PledgeCommands, gaps: GapCommands): MatchPledge =>
  async (context, requested, occurredOn) => {
    const reservationId = derivedId('reservation', context.commandId, requested.gapId);
    const gapStream = streamName('gap', requested.gapId);
    const { state: gap } = await gaps.load(gapStream);
    if (gap.status === 'NONE' || !gap.known.has(reservationId)) {
      await mustBeMatchable(pledges, gap, context, requested, occurredOn);
    }
    const reservation = { ...requested, reservationId };
    const reserved = await gaps(gapStream, commandFor(context, 'ReserveGap', reservation, occurredOn));
    const answered = await complete(
      pledges,
      await recordedEventOf(store, reserved, context.now),
      context,
      requested,
    );
    const answer = await eventOf(store, answered);
    if (answer.type === 'MatchRefused') throw refused(answer);
    return {
      stream: answered.stream,
      revision: answered.revision,
      repeated: reserved.repeated,
      location: `/pledges/${requested.pledgeId}`,
      created: false,
      ...foreseenIn(reserved, answered),
    };
  };

/** Decides on the pledge as read, in the caller's own name. */
const mustBeMatchable = async (
  pledges: PledgeCommands,
  gap: Gap,
  context: CommandContext,
  requested: RequestedMatch,
  occurredOn: string | null | undefined,
): Promise<void> => {
  const { commandId, expectedRevision } = context;
  const stream = streamName('pledge', requested.pledgeId);
  const open = mustBeOpen(requested.gapId, gap);
  const { state } = await pledges.load(stream);
  for (const { gapId, reservationId } of state.matches) {
    if (gapId !== requested.gapId && reservationId === derivedId('reservation', commandId, gapId))
      throw commandIdReused();
  }
  const { mission, unit } = open.need;
  const terms = { mission, unit, acceptedCodes: acceptedCodes(open) };
  const data = { ...requested, ...terms, reservationId: '', reserved: false };
  const command = commandFor(context, 'MatchPledge', data, occurredOn);
  if (expectedRevision !== undefined) await pledges.mustBeSeen(stream, command, expectedRevision);
  pledge.decide(command, state);
};

/** The same command under the same id as the policy sends; either of the two may come first. */
const complete = async (
  pledges: PledgeCommands,
  reserved: RecordedEvent,
  { now, dryRun }: CommandContext,
  requested: RequestedMatch,
): Promise<Handled> => {
  const held = reserved.data as DataOf<'GapReserved'>;
  const isAsRequested =
    held.pledgeId === requested.pledgeId &&
    held.quantity === requested.quantity &&
    held.personsPerUnit === requested.personsPerUnit;
  if (!isAsRequested) throw commandIdReused();
  const [reaction] = completeMatch.react(reserved);
  if (reaction === undefined) throw new Error('a reservation always asks for a match');
  const { stream, type, data } = reaction;
  const meta = { ...reactionMeta(completeMatch.name, reserved, 0, now), ...(dryRun && { dryRun }) };
  return pledges(stream, { type, data, meta } as PledgeCommand);
};

/** The one event of a command, also when it was appended earlier. */
const eventOf = async (store: EventStore, handled: Handled): Promise<AppendedEvent> => {
  const [event] = handled.events;
  return event === undefined ? readEventOf(store, handled) : catalogue.upcast(event);
};

/** With the time at which it was recorded; the event of a dry run never was, and has the time of the command. */
const recordedEventOf = async (store: EventStore, handled: Handled, now: string): Promise<RecordedEvent> => {
  const [event] = handled.events;
  if (handled.foreseen === undefined || event === undefined) return readEventOf(store, handled);
  return { position: '', recordedAt: now, ...event };
};

const readEventOf = async (store: EventStore, { stream, revision }: Handled): Promise<RecordedEvent> => {
  const [event] = await store.read(stream, { from: revision, limit: 1 });
  if (event === undefined) throw new Error(`${stream} has no event at ${revision}`);
  return catalogue.upcast(event);
};

const refused = ({ data }: AppendedEvent): Rejected => {
  const { code, gapId } = data as DataOf<'MatchRefused'>;
  return new Rejected('conflict', code, 'The pledge had changed by the time the gap was reserved for it.', {
    gapId,
  });
};
