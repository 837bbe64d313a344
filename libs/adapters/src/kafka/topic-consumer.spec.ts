/** What a member says to Kafka about a batch, with a join of its group at any moment of it. */
import { randomUUID } from 'node:crypto';
import { HandlingFailed } from '@pledgeline/event-sourcing';
import type { BatchHandler, EventStore } from '@pledgeline/event-sourcing';
import { eventually, recorded, signal } from '@pledgeline/event-sourcing/testing';
import { messageOf } from './cloud-event.ts';
import { messagesOfOthers } from './messages-of-others.ts';
import { partitionProgress } from './partition-progress.ts';
import { retried } from './retried.ts';
import { arrivedMessage } from './testing/arrived-message.ts';
import { scriptedConsumer } from './testing/scripted-consumer.ts';
import { consumeTopic } from './topic-consumer.ts';

const topic = 'events';
/** Has none of what comes. */
const noLog = { read: () => Promise.resolve([]) } as unknown as EventStore;
const messagesAt = (...offsets: readonly number[]) =>
  offsets.map((n) =>
    arrivedMessage(messageOf({ ...recorded({ type: 'Noted', data: {} }, n), id: randomUUID() }, true), n),
  );
const messages = messagesAt(0, 1, 2);
const later = messagesAt(3, 4, 5);

/** A member whose handler waits at the gate; `own` when it keeps its place itself. */
const member = (own: boolean, handle: BatchHandler = () => Promise.resolve()) => {
  const consumer = scriptedConsumer();
  const [begun, gate, stop] = [signal(), signal(), new AbortController()];
  const saved: string[] = [];
  const known: string[][] = [];
  let look = (): void => undefined;
  const ended = consumeTopic({
    kafka: consumer.kafka,
    topic,
    groupId: 'group',
    signal: stop.signal,
    async handle(batch) {
      begun.give();
      await gate.given;
      await handle(batch);
    },
    others: messagesOfOthers({ history: noLog, knows: () => true, onSetAside: () => undefined }),
    retried: retried({}, () => undefined),
    progress: partitionProgress(),
    onProgress: () => undefined,
    nowAndThen(given) {
      look = given;
      return () => (look = () => undefined);
    },
    ...(own && {
      own: {
        offsets: new Map(),
        save(offsets, handled) {
          known.push(handled.map(({ event }) => event.id));
          return Promise.resolve(void saved.push(JSON.stringify([...offsets])));
        },
      },
    }),
  });
  const leave = async (): Promise<void> => {
    stop.abort();
    await ended;
  };
  const looks = (times: number): void => {
    for (let n = 0; n < times; n += 1) look();
  };
  return { ...consumer, begun: begun.given, open: () => gate.give(), saved, known, ended, looks, leave };
};

describe.each([
  ['shares its place', false, ['commit 0:3', 'resolve 0:2']],
  ['keeps its place itself', true, ['resolve 0:2']],
])('a member that %s', (_, own, said) => {
  it('moves on after the batch that it was handed in the same membership', async () => {
    const { join, hand, begun, open, leave, ...seen } = member(own);
    join(topic, [0]);
    const handed = hand(topic, 0, messages);
    await begun;
    expect(seen.said).toEqual([]);
    open();
    await handed;
    expect(seen.said).toEqual(said);
    await leave();
  });

  it('leaves the place alone after a batch that its group joined anew in', async () => {
    const { join, hand, begun, open, leave, ...seen } = member(own);
    join(topic, [0]);
    const handed = hand(topic, 0, messages);
    await begun;
    join(topic, []);
    open();
    await handed;
    expect(seen.said).toEqual([]);
    // Its rows have the effect of the batch, and their own place goes with them.
    await eventually(() => seen.saved.length === (own ? 1 : 0));
    await leave();
  });
});

it('knows the log again by what it handled, and by nothing that it set aside or was handed again', async () => {
  const idOf = ({ headers }: (typeof messages)[number]): string => String(headers?.['ce_id']);
  const foreign = idOf(messages[1]!);
  const { join, hand, open, leave, known } = member(true, (batch) => {
    const found = batch.find(({ id }) => id === foreign);
    return found === undefined
      ? Promise.resolve()
      : Promise.reject(new HandlingFailed(found, new Error('no')));
  });
  open();
  join(topic, [0]);
  await hand(topic, 0, messages);
  // At the place of what was handled, under another id.
  const imitation = arrivedMessage(
    messageOf({ ...recorded({ type: 'Noted', data: {} }, 2), id: randomUUID() }, true),
    3,
  );
  await hand(topic, 0, [imitation]);
  expect(known).toEqual([[idOf(messages[0]!), idOf(messages[2]!)], []]);
  await leave();
});

describe('a member whose consumer', () => {
  it('has stopped asking ends, so that it joins again', async () => {
    const { join, ended, looks } = member(false);
    join(topic, [0]);
    looks(10);
    await expect(ended).rejects.toThrow('the consumer of events has stopped asking for messages');
  });

  it('waits for a handler does not end, and is looked at again when that is done', async () => {
    const { join, hand, begun, open, ended, looks, said } = member(false);
    join(topic, [0]);
    const handed = hand(topic, 0, messages);
    await begun;
    looks(100);
    open();
    await handed;
    // One that has ended does nothing with what it is handed.
    await hand(topic, 0, later);
    expect(said).toContain('commit 0:6');
    looks(10);
    await expect(ended).rejects.toThrow('has stopped asking');
  });

  it('has no answer from one of its brokers ends, although another answers', async () => {
    const { join, asks, ended, looks } = member(false);
    join(topic, [0]);
    asks(1, false);
    for (let look = 0; look < 10; look += 1) {
      asks(2);
      looks(1);
    }
    await expect(ended).rejects.toThrow('has stopped asking');
  });

  it('asks now and then does not end', async () => {
    const { join, asks, looks, leave } = member(false);
    join(topic, [0]);
    for (let turn = 0; turn < 10; turn += 1) {
      asks(1);
      looks(9);
    }
    await leave();
  });
});
