/** What is an event of the log is handed over, in the order of its stream; whatever else is on the topic is set aside and told. */
import type { Batch, KafkaMessage } from 'kafkajs';
import { HandlingFailed, setAsideCount, StoreUnavailable } from '@pledgeline/event-sourcing';
import type { EventStore, RecordedEvent, SetAside, SetAsideItem } from '@pledgeline/event-sourcing';
import { sqliteEventStore } from '../sqlite/sqlite-event-store.ts';
import { messageOf } from './cloud-event.ts';
import { handledRevisions } from './handled-revisions.ts';
import type { HandledRevisions } from './handled-revisions.ts';
import { messagesOfOthers } from './messages-of-others.ts';
import { arrivedMessage } from './testing/arrived-message.ts';
import { foreignMessages, forged } from './testing/foreign-messages.ts';
import { eventsOf } from './testing/topic-feeder.ts';

let history: EventStore;
let stored: readonly RecordedEvent[];
let handled: HandledRevisions;
let aside: SetAsideItem[];

beforeEach(async () => {
  history = sqliteEventStore({ path: ':memory:' });
  await history.append('s-1', 'no-stream', eventsOf('s-1', 0, 3));
  stored = await history.read('s-1');
  handled = handledRevisions();
  aside = [];
});
afterEach(() => history.close());

const others = (log: Pick<EventStore, 'read'> = history) =>
  messagesOfOthers({
    history: { ...history, ...log },
    knows: (type, version) => type === 'Noted' && version <= 2,
    onSetAside: (messages) => void aside.push(...messages),
  });
const batch = (...messages: readonly KafkaMessage[]): Batch[] => [
  {
    topic: 'internal',
    partition: 1,
    messages: messages.map((message, n) => ({ ...message, offset: String(n) })),
  } as unknown as Batch,
];
const ours = (event: RecordedEvent, inTransaction = true) =>
  arrivedMessage(messageOf(event, true), 0, inTransaction);
const withoutThem = async (...messages: readonly KafkaMessage[]): Promise<RecordedEvent[]> =>
  (await others().withoutThem(batch(...messages), handled)).map(({ event }) => event);

it.each(foreignMessages())(
  'a message with %s is set aside, and what is around it is handed over',
  async (_, message) => {
    const [first, second] = stored as [RecordedEvent, RecordedEvent];
    expect(await withoutThem(ours(first), arrivedMessage(message), ours(second))).toEqual([first, second]);
    expect(aside).toEqual([
      { topic: 'internal', partition: 1, offset: '1', why: expect.stringMatching(/^the /) },
    ]);
  },
);

it.each([
  ['of an event that the log does not have, outside a transaction', forged(), false],
  ['of another event at a place that the log has, outside a transaction', forged('s-1', 1), false],
  ['of an unknown type', { ...forged(), headers: { ...forged().headers, ce_type: 'Sent' } }, true],
  [
    'of an unknown schema version',
    { ...forged(), headers: { ...forged().headers, ce_schemaversion: '99' } },
    true,
  ],
])('a message %s is set aside, also where its place was handled', async (_, message, inTransaction) => {
  handled.add(stored);
  expect(await withoutThem(arrivedMessage(message, 0, inTransaction))).toEqual([]);
  expect(aside).toHaveLength(1);
});

describe('an event of the log that looks like none', () => {
  const damaged: readonly (readonly [string, (event: RecordedEvent) => KafkaMessage])[] = [
    ['was copied by a mirror, outside a transaction', (event) => ours(event, false)],
    ['lost its value', (event) => ({ ...ours(event), value: null })],
    ['is of a type that a newer program knows', (event) => ours({ ...event, type: 'NewlyNoted' })],
    ['is of a version that a newer program knows', (event) => ours({ ...event, schemaVersion: 3 })],
  ];

  it.each(damaged)('and %s is handed over as the log has it, after all that precedes it', async (_, look) => {
    expect(await withoutThem(look(stored[2]!))).toEqual(stored);
    expect(aside).toEqual([]);
  });

  it.each(damaged)('and %s is a repeat once it was handled', async (_, look) => {
    handled.add(stored);
    expect(await withoutThem(look(stored[1]!))).toEqual([]);
    expect(aside).toEqual([]);
  });

  it('is waited for while the log is away, and set aside when the log refuses its stream', async () => {
    const doubtful = batch(ours(stored[0]!, false));
    const away = { read: () => Promise.reject(new StoreUnavailable('away', 1)) };
    await expect(others(away).withoutThem(doubtful, handled)).rejects.toThrow(StoreUnavailable);
    expect(aside).toEqual([]);
    const refusing = { read: () => Promise.reject(new Error('deleted')) };
    expect(await others(refusing).withoutThem(doubtful, handled)).toEqual([]);
    expect(aside).toHaveLength(1);
  });
});

describe('a handler that fails', () => {
  const place = { topic: 'internal', partition: 0, offset: '7' };
  const failing = (culprit: RecordedEvent, cause: unknown = new Error('no')) => {
    const handedOver: RecordedEvent[] = [];
    const handle = (events: readonly RecordedEvent[]): Promise<void> => {
      if (events.includes(culprit)) return Promise.reject(new HandlingFailed(culprit, cause));
      handedOver.push(...events);
      return Promise.resolve();
    };
    return { handle, handedOver };
  };

  it('at an event that the log does not have does without it', async () => {
    const [foreign] = eventsOf('s-2', 0, 1) as [RecordedEvent];
    const { handle, handedOver } = failing(foreign);
    const arrived = [...stored, foreign].map((event) => ({ event, place }));
    expect(await others().handleWithoutThem(handle, arrived)).toEqual(stored);
    expect(handedOver).toEqual(stored);
    expect(aside).toEqual([{ ...place, why: 'it cannot be handled, and the log does not have it' }]);
  });

  it.each([
    ['at an event of the log', new Error('no')],
    ['for want of a store', new StoreUnavailable('away', 1)],
  ])('%s fails, and sets nothing aside', async (_, cause) => {
    const { handle } = failing(stored[1]!, cause);
    const arrived = stored.map((event) => ({ event, place }));
    await expect(others().handleWithoutThem(handle, arrived)).rejects.toThrow(HandlingFailed);
    expect(aside).toEqual([]);
  });
});

it('each message is counted once, however often it is handed over, and the newest ten are told', () => {
  const reported: SetAside[] = [];
  const count = setAsideCount((setAside) => reported.push(setAside));
  const message = (n: number): SetAsideItem => ({
    topic: 'internal',
    partition: n % 2,
    offset: String(n),
    why: 'the message has no value',
  });
  const messages = Array.from({ length: 12 }, (_, n) => message(n));
  count(messages.slice(3, 6));
  count(messages.slice(0, 5));
  count(messages.slice(0, 6));
  count(messages);
  expect(reported.map((setAside) => setAside.count)).toEqual([3, 6, 12]);
  expect(reported.at(-1)?.newest).toHaveLength(10);
  expect(reported.at(-1)?.newest.at(-1)).toEqual(message(11));
});
