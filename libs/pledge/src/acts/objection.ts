/**
 * Those for whom an act was recorded object to it: its events are marked at once, and a records officer is asked to put them right.
 * Where later events stand in the way the objection stands, with their list. Accountability page, section 8.
 */
import { eventContract, latestToday, type DataOf, type PledgeEvent } from '@pledgeline/contracts';
import { Rejected, type RecordedEvent, type Visibility } from '@pledgeline/event-sourcing';
import { annulmentProposed } from '../annulment/annulment.ts';
import { correctionProposed } from '../correction/correction.ts';
import { uncorrectable } from '../correction/uncorrectable.ts';
import type { Change } from '../correction/correction.state.ts';
import type { Decision } from '../decision-context.ts';
import { conflict, invalid, mustSay } from '../refusal.ts';
import type { CommandOf, Pledge } from '../state.ts';

type Data = CommandOf<'ObjectToAct'>['data'];
type Blocked = DataOf<'ActObjected'>['blocked'];

/** @throws {Rejected} TEXT_MISSING, NOTHING_TO_CHANGE, and what `uncorrectable` says of the values that are asked for. */
export const objectToAct: Decision<'ObjectToAct'> = ({ data, meta }, pledge) => {
  const { pledgeId, actId, wholeAct, events, standing } = data;
  if (pledge.acts.find((act) => act.actId === actId)?.standing !== standing) throw actMoved();
  const said = { pledgeId, actId, wholeAct, reason: mustSay('reason', data.reason), asked: [...data.asked] };
  // An act that was not approved yet has no events, and ends with the objection.
  if (events.length === 0)
    return [{ type: 'ActObjected', data: { ...said, events: [], blocked: [] }, visibility: 'INTERNAL' }];
  const { proposed, blocked } = putRight(data, meta.now, pledge);
  const circles = [...new Set(events.map(({ metadata }) => metadata.visibility))];
  return [...circles.map((visibility) => objected({ ...said, blocked }, events, visibility)), ...proposed];
};

/** Somebody approved it since it was looked at: whoever sends it looks again. */
const actMoved = () =>
  conflict(ACT_MOVED, 'The act was decided meanwhile. Send the objection again.', { field: 'actId' });

export const ACT_MOVED = 'ACT_MOVED';

const objected = (
  said: Omit<DataOf<'ActObjected'>, 'events'>,
  events: readonly RecordedEvent[],
  visibility: Visibility,
): PledgeEvent => ({
  type: 'ActObjected',
  data: {
    ...said,
    events: events.flatMap(({ id, metadata }) => (metadata.visibility === visibility ? [id] : [])),
  },
  visibility,
});

/** What a records officer is asked to decide; or what stands in its way. */
const putRight = (
  data: Data,
  now: string,
  pledge: Pledge,
): { readonly proposed: readonly PledgeEvent[]; readonly blocked: Blocked } => {
  const { original, asked, wholeAct } = data;
  if (original === null) return { proposed: [], blocked: [] };
  if (wholeAct) {
    const { pledgeId, annulmentId, reason, annulment } = data;
    return unlessRefused(original, () =>
      annulmentProposed({ pledgeId, annulmentId, reason, ...annulment }, pledge),
    );
  }
  const changes = changesOf(original, asked);
  const refused = uncorrectable(original, changes, latestToday(now));
  if (refused?.kind === 'invalid') throw refused;
  const { pledgeId, correctionId, reason, findings } = data;
  const proposal = { pledgeId, correctionId, corrects: original.id, changes, reason, original, findings };
  return unlessRefused(original, () => correctionProposed(proposal, now, pledge));
};

const unlessRefused = (original: RecordedEvent, propose: () => PledgeEvent): ReturnType<typeof putRight> => {
  try {
    return { proposed: [propose()], blocked: [] };
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    return { proposed: [], blocked: blockedBy(original, error) };
  }
};

const blockedBy = ({ id, type, revision }: RecordedEvent, { code, message, details }: Rejected): Blocked => {
  const { blocked } = details as { readonly blocked?: Blocked };
  const found = blocked ?? [{ eventId: id, event: type, revision, code, message }];
  return found.filter(({ event }) => mayBeNamed(event));
};

/** The state reads the list: it holds no events that are between officers. */
const mayBeNamed = (type: string): boolean => {
  const { visibility, ownStateMayRead } = eventContract(type);
  return visibility !== 'INTERNAL' || ownStateMayRead;
};

/** The values that are asked for, beside those that the event has now. @throws {Rejected} NOTHING_TO_CHANGE */
export const changesOf = (original: RecordedEvent, asked: Data['asked']): readonly Change[] => {
  if (asked.length === 0) {
    throw invalid(
      'NOTHING_TO_CHANGE',
      'Say what the act should say instead, or that the whole of it is not yours.',
      {
        field: 'changes',
      },
    );
  }
  const now = {
    ...(original.data as Readonly<Record<string, unknown>>),
    occurredOn: original.metadata.occurredOn,
  };
  return asked.map(({ field, new: value }) => ({
    field,
    old: now[field as keyof typeof now] ?? null,
    new: value,
  }));
};

/** The event of the act that has the fields which are asked to change; the first where none has all. */
export const eventToChange = (
  events: readonly RecordedEvent[],
  asked: Data['asked'],
): RecordedEvent | undefined =>
  events.find(({ data }) =>
    asked.every(({ field }) => field === 'occurredOn' || Object.hasOwn(data as object, field)),
  ) ?? events[0];
