/**
 * Lets a policy answer events with commands. Command ids derive from the event, so a redelivery repeats the same
 * commands and changes nothing; the checkpoint moves only after all of a batch were sent. Events of one stream are answered
 * in their order, those of different streams side by side: across streams no order is promised anywhere.
 */
import type { CommandMeta } from './command.ts';
import { HandlingFailed } from './delivery.ts';
import type { EventCatalogue, RecordedEvent } from './event.ts';
import { derivedId } from './ids.ts';
import { Rejected } from './rejected.ts';
import type { Log } from './infrastructure.ts';

/** One command a policy wants sent. */
export interface Reaction {
  readonly stream: string;
  readonly type: string;
  readonly data: unknown;
}

export interface Policy {
  /** Says what it does; part of the ids it derives, so it never changes. */
  readonly name: string;
  readonly on: readonly string[];
  /** Pure: what follows from the event alone. Facts of other streams are the decider's business. */
  react(event: RecordedEvent): readonly Reaction[];
}

/** Sends one command to its stream's handler. */
export type Send = (
  stream: string,
  command: { type: string; data: unknown; meta: CommandMeta },
) => Promise<unknown>;

export interface ReactOptions {
  readonly policies: readonly Policy[];
  readonly send: Send;
  readonly catalogue: EventCatalogue;
  readonly now: () => string;
  /** A refusal is an outcome, not a failure: it is reported here, and the group goes on. */
  readonly onRejected: (policy: string, event: RecordedEvent, reaction: Reaction, rejected: Rejected) => void;
}

/** Refusals as warnings: which policy and command, and the code; never what was said. */
export const warningOfRefusals =
  (log: Log): ReactOptions['onRejected'] =>
  (policy, event, { stream, type: command }, { code }) =>
    log.warn({ policy, eventId: event.id, stream, command, code }, 'a command sent by a policy was refused');

/**
 * Hands each event of a batch to the policies that wait for its type: in order within a stream, streams beside each other.
 * What is returned throws `HandlingFailed`, naming the event, when a policy fails otherwise than by a refusal.
 */
export const react = (options: ReactOptions): ((batch: readonly RecordedEvent[]) => Promise<void>) => {
  const byType = new Map<string, Policy[]>();
  for (const policy of options.policies) {
    for (const type of policy.on) byType.set(type, [...(byType.get(type) ?? []), policy]);
  }
  const answer = async (stored: RecordedEvent): Promise<void> => {
    const policies = byType.get(stored.type);
    if (policies === undefined) return;
    try {
      const event = options.catalogue.upcast(stored);
      for (const policy of policies) await carryOut(policy, event, options);
    } catch (error) {
      throw new HandlingFailed(stored, error);
    }
  };

  return async (batch) => {
    const streams = inStreams(batch.filter(({ type }) => byType.has(type)));
    const worker = async (): Promise<void> => {
      for (const events of streams) for (const event of events) await answer(event);
    };
    const done = await Promise.allSettled(Array.from({ length: SIDE_BY_SIDE }, worker));
    for (const outcome of done) if (outcome.status === 'rejected') throw outcome.reason;
  };
};

/** Streams answered at the same time: a store that flushes or answers several at once is not kept waiting for each. */
const SIDE_BY_SIDE = 16;

/** The events of each stream, in their order. */
const inStreams = (batch: readonly RecordedEvent[]): IterableIterator<readonly RecordedEvent[]> => {
  const streams = new Map<string, RecordedEvent[]>();
  for (const event of batch) {
    const events = streams.get(event.stream);
    if (events === undefined) streams.set(event.stream, [event]);
    else events.push(event);
  }
  return streams.values();
};

const carryOut = async (policy: Policy, event: RecordedEvent, options: ReactOptions): Promise<void> => {
  for (const [n, reaction] of policy.react(event).entries()) {
    const meta = reactionMeta(policy.name, event, n, options.now());
    try {
      await options.send(reaction.stream, { type: reaction.type, data: reaction.data, meta });
    } catch (error) {
      if (!(error instanceof Rejected)) throw error;
      options.onRejected(policy.name, event, reaction, error);
    }
  }
};

/**
 * A reaction is an act of the system, on the business date of what it answers, for the state concerned. Whoever sends the
 * same act ahead of the policy uses this meta too, so that it happens once.
 */
export const reactionMeta = (policy: string, event: RecordedEvent, n: number, now: string): CommandMeta => {
  const commandId = derivedId('reaction', policy, event.id, n);
  return {
    commandId,
    bodyHash: commandId,
    actor: `policy:${policy}`,
    role: 'SYSTEM',
    onBehalfOf: event.metadata.onBehalfOf,
    correlationId: event.metadata.correlationId,
    causationId: event.id,
    ...(event.metadata.traceparent !== undefined && { traceparent: event.metadata.traceparent }),
    // A clock that lags behind the one that recorded the event must not make its day a future one.
    now: now > event.recordedAt ? now : event.recordedAt,
    occurredOn: event.metadata.occurredOn,
  };
};
