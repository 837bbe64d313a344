/** Which recorded events a caller may read, by their visibility and the contracts of their types, and which he wrote. */
import { wrote, type CommandMeta, type Reads, type RecordedEvent } from '@pledgeline/event-sourcing';
import type { Caller } from './command-context.ts';
import { contractOf, eventContract } from './events/catalogue.ts';
import { mayRead } from './visibility.ts';
import type { Role } from './vocabulary.data.ts';

type Described = Pick<RecordedEvent, 'type' | 'data' | 'metadata'>;

/** @param concerned the states that the stream concerns: they read what its contract shares with them. */
export const mayReadEvent = (caller: Caller, event: Described, concerned: readonly string[]): boolean => {
  const sharedWith = ownStateMayRead(event) ? [...concerned, ...actedIn(event.metadata)] : [];
  return mayRead(caller, event.metadata.visibility, sharedWith);
};

/** The state that an officer recorded it for, which may be a partner's. */
const actedIn = ({ recordedFor, onBehalfOf }: RecordedEvent['metadata']): readonly string[] =>
  recordedFor === undefined || onBehalfOf === null ? [] : [onBehalfOf];

/** Whether its state may read it although it is internal. An annulment is read by whoever may read all that it names. */
export const ownStateMayRead = ({ type, data }: Pick<RecordedEvent, 'type' | 'data'>): boolean => {
  const { annulledTypes = [] } = (data ?? {}) as { readonly annulledTypes?: readonly string[] };
  // A later version of this program may have struck what this one has no contract for.
  return (
    eventContract(type).ownStateMayRead &&
    annulledTypes.every((one) => contractOf(one)?.ownStateMayRead === true)
  );
};

/** Whether the caller wrote it: he knows its revision from the answer to his command, also where he may not read it. */
export const wroteEvent = ({ subject, role, state }: Caller, event: RecordedEvent): boolean =>
  wrote({ actor: subject, role, onBehalfOf: state }, event);

/** What senders of commands may read of a stream, for the engine that compares revisions. */
export const readsBySenders =
  <State>(concernedIn: (state: State) => readonly string[]): Reads<State> =>
  (event, state, sender) =>
    mayReadEvent(callerOf(sender), event, concernedIn(state));

/** The same for streams that concern no state in particular. */
export const readsByVisibility: Reads<unknown> = readsBySenders(() => []);

const callerOf = ({ actor, role, onBehalfOf }: CommandMeta): Caller => ({
  subject: actor,
  role: role as Role,
  state: onBehalfOf,
});
