/**
 * Histories for tests, written as a store would hand them back: revisions count up by stream, recording times by event. The
 * facts are typed by the contracts, and every life below is one that the decider could have written.
 */
import {
  eventContract,
  streamName,
  type Caller,
  type DataOf,
  type PledgelineEvent,
} from '@pledgeline/contracts';
import { derivedId, type RecordedEvent, type Visibility } from '@pledgeline/event-sourcing';

type EventType = PledgelineEvent['type'];

export interface When {
  /** Business date; null when no source gives one. */
  readonly on?: string | null;
  readonly recordedAt?: string;
  /** Who sent it; the desk when left out. */
  readonly role?: string;
  readonly state?: string;
  /** Narrower than its type. */
  readonly visibility?: Visibility;
}

export const id = (name: string): string => derivedId('test', name);

export const desk: Caller = { subject: 'desk', role: 'DESK', state: null };
export const focalPointOf = (state: string): Caller => ({
  subject: `focal point ${state}`,
  role: 'MS',
  state,
});
export const reader: Caller = { subject: 'reader', role: 'PUBLIC', state: null };

/** Streams whose id is what people call it. */
const NAMED_BY_CODE: readonly string[] = ['conference', 'requirements', 'group'];

export const aLog = () => {
  const events: RecordedEvent[] = [];
  const revisions = new Map<string, number>();

  const add = <Type extends EventType>(
    subject: string,
    type: Type,
    data: Partial<DataOf<Type>> = {},
    { on, recordedAt, role = 'DESK', state, visibility }: When = {},
  ): RecordedEvent => {
    const contract = eventContract(type);
    const stream = streamName(
      contract.category,
      NAMED_BY_CODE.includes(contract.category) ? subject : id(subject),
    );
    const revision = (revisions.get(stream) ?? -1) + 1;
    revisions.set(stream, revision);
    const n = String(events.length);
    const event: RecordedEvent = {
      id: derivedId('test event', stream, revision),
      type,
      schemaVersion: contract.schemaVersion,
      data,
      stream,
      revision,
      position: n,
      recordedAt: recordedAt ?? new Date(Date.UTC(2026, 0, 1) + events.length * 1000).toISOString(),
      metadata: {
        actor: 'tester',
        role,
        onBehalfOf: state ?? null,
        correlationId: 'correlation',
        causationId: null,
        commandId: derivedId('test command', stream, revision),
        bodyHash: 'hash',
        occurredOn: on === undefined ? (recordedAt ?? '2026-01-01').slice(0, 10) : on,
        ruleSet: null,
        visibility: visibility ?? contract.visibility,
      },
    };
    events.push(event);
    return event;
  };
  return { events, add };
};

export type Log = ReturnType<typeof aLog>;
