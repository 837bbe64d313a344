/** Given events, when a command, then events: the way every decider is tested. No store, no clock, no mocks. */
import type { Command, CommandMeta } from '../command.ts';
import type { Decider } from '../decider.ts';
import type { NewEvent, RecordedEvent } from '../event.ts';
import { Rejected } from '../rejected.ts';

export interface SpecDefaults {
  readonly now: string;
  readonly actor: string;
  readonly role: string;
  readonly onBehalfOf: string | null;
}

const DEFAULTS: SpecDefaults = {
  now: '2026-01-15T09:00:00.000Z',
  actor: 'tester',
  role: 'DESK',
  onBehalfOf: null,
};

export const metaFor = (overrides: Partial<CommandMeta> = {}): CommandMeta => ({
  commandId: 'command-1',
  bodyHash: 'hash-1',
  correlationId: 'correlation-1',
  causationId: null,
  ...DEFAULTS,
  occurredOn: (overrides.now ?? DEFAULTS.now).slice(0, 10),
  ...overrides,
});

/** An event as a store would hand it back; ids are `event-<revision>`. */
export const recorded = (event: NewEvent, revision: number, stream = 'stream-1'): RecordedEvent => ({
  id: `event-${revision}`,
  type: event.type,
  schemaVersion: 1,
  data: event.data,
  stream,
  revision,
  position: String(revision),
  recordedAt: DEFAULTS.now,
  metadata: {
    actor: DEFAULTS.actor,
    role: DEFAULTS.role,
    onBehalfOf: event.recordedFor?.state ?? DEFAULTS.onBehalfOf,
    correlationId: 'correlation-1',
    causationId: null,
    commandId: `command-of-event-${revision}`,
    bodyHash: 'hash',
    occurredOn: event.occurredOn === undefined ? DEFAULTS.now.slice(0, 10) : event.occurredOn,
    ruleSet: event.ruleSet ?? null,
    visibility: event.visibility ?? 'PUBLIC',
    ...(event.recordedFor && { recordedFor: event.recordedFor.role }),
  },
});

export interface Outcome {
  /** Exactly these facts, in this order (type and data). */
  then(...expected: readonly { readonly type: string; readonly data: unknown }[]): void;
  /** These types, in this order, whatever their data. */
  thenTypes(...types: readonly string[]): void;
  thenNothing(): void;
  thenRejected(code: string): Rejected;
  events(): readonly NewEvent[];
}

export const specFor = <State, CommandType extends Command>(decider: Decider<State, CommandType>) => {
  const fold = (events: readonly NewEvent[]): State =>
    events.reduce<State>(
      (state, event, n) => decider.evolve(state, recorded(event, n)),
      decider.initialState(),
    );

  return (...history: readonly NewEvent[]) => ({
    state: (): State => fold(history),
    when: (
      body: { readonly type: CommandType['type']; readonly data: CommandType['data'] },
      meta: Partial<CommandMeta> = {},
    ): Outcome => {
      const command = { ...body, meta: metaFor(meta) } as CommandType;
      const events = (): readonly NewEvent[] => decider.decide(command, fold(history));
      return {
        events,
        then: (...expected) => {
          expect(events().map(({ type, data }) => ({ type, data }))).toEqual(expected);
        },
        thenTypes: (...types) => {
          expect(events().map((event) => event.type)).toEqual(types);
        },
        thenNothing: () => {
          expect(events()).toEqual([]);
        },
        thenRejected: (code) => {
          const rejected = rejectionOf(events);
          expect(rejected.code).toBe(code);
          return rejected;
        },
      };
    },
  });
};

const rejectionOf = (decide: () => readonly NewEvent[]): Rejected => {
  let events: readonly NewEvent[];
  try {
    events = decide();
  } catch (error) {
    if (error instanceof Rejected) return error;
    throw error;
  }
  throw new Error(`expected a rejection, got ${events.map((event) => event.type).join(', ') || 'nothing'}`);
};
