/** The smallest decider there is, for driving the engines in the contract suites: numbers are added, never negative ones. */
import type { Command, CommandMeta } from '../command.ts';
import type { History } from '../corrected-history.ts';
import type { Decider } from '../decider.ts';
import type { EventCatalogue, EventToAppend, NewEvent, RecordedEvent } from '../event.ts';
import { derivedId, newId } from '../ids.ts';
import { Rejected } from '../rejected.ts';
import type { Reads } from '../seen-revision.ts';
import { metaFor, recorded } from './spec-for.ts';

export interface Counter {
  readonly total: number;
  readonly events: number;
}

type Added = NewEvent<'Added', { readonly amount: number }>;

export type Add = Command<'Add', { readonly amounts: readonly number[] }>;

export const counter: Decider<Counter, Add, Added> = {
  initialState: () => ({ total: 0, events: 0 }),
  evolve: (state, event) =>
    event.type === 'Added'
      ? { total: state.total + (event.data as Added['data']).amount, events: state.events + 1 }
      : state,
  decide({ data: { amounts } }) {
    if (amounts.some((amount) => amount < 0)) throw new Rejected('invalid', 'NEGATIVE', 'Only upwards.');
    return amounts.map((amount) => ({ type: 'Added', data: { amount } }));
  },
};

export const counterCatalogue: EventCatalogue = {
  describe: () => ({ schemaVersion: 1, visibility: 'PUBLIC' }),
  upcast: (event) => event,
  struck: ({ type, data }) => (type === 'Struck' ? (data as RecordedEvent) : undefined),
  corrects: ({ type }) => type === 'Corrected',
  corrected: (events) => {
    const amounts = new Map(
      events
        .filter(({ type }) => type === 'Corrected')
        .map(({ data }) => [(data as Correction).corrects, (data as Correction).amount]),
    );
    return events.map((event) => {
      const amount = amounts.get(event.id);
      if (amount === null) return { ...event, type: 'Struck', data: event };
      return amount === undefined ? event : { ...event, data: { amount } };
    });
  },
};

/** For senders who read every event. */
export const readsEverything: Reads<unknown> = () => true;

/** The part of a catalogue that knows no corrections. */
export const uncorrected: Pick<EventCatalogue, 'struck' | 'corrects' | 'corrected'> = {
  struck: () => undefined,
  corrects: () => false,
  corrected: (events) => events,
};

/** For tests in which nothing is corrected. */
export const noHistory: History = (stream) => Promise.reject(new Error(`nobody corrects ${stream}`));

/** Says that an earlier event of the stream added another amount; null that it should not have been. */
interface Correction {
  readonly corrects: string;
  readonly amount: number | null;
}

export const correction = (corrects: string, amount: number | null): EventToAppend => ({
  ...withContent({ corrects, amount }),
  type: 'Corrected',
});

/** A command of its own each time, unless `meta` names one. */
export const add = (amounts: readonly number[], meta: Partial<CommandMeta> = {}): Add => ({
  type: 'Add',
  data: { amounts },
  meta: metaFor({ commandId: newId(), bodyHash: JSON.stringify(amounts), ...meta }),
});

/** A stream nobody else uses, also where a log is shared. */
export const newStream = (): string => `counter-${newId()}`;

/** Events ready to be appended, each with its own id. */
export const addedEvents = (...amounts: readonly number[]): EventToAppend[] =>
  amounts.map((amount) => withContent({ amount }));

export const withContent = (data: unknown): EventToAppend => ({
  id: derivedId('test', newId()),
  type: 'Added',
  schemaVersion: 1,
  data,
  metadata: recorded({ type: 'Added', data }, 0).metadata,
});

/** A stream of the given amounts, as a delivery would hand it over. */
export const recordedStream = (stream: string, amounts: readonly number[]): RecordedEvent[] =>
  amounts.map((amount, revision) => ({
    ...recorded({ type: 'Added', data: { amount } }, revision, stream),
    id: derivedId('test', stream, revision),
  }));
