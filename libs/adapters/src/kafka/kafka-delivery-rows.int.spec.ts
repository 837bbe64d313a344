/**
 * A group with rows of its own: filled from the store, then from Kafka, whatever happens to the file or the process.
 * Long because all cases share one log, one topic and one file.
 */
import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  BatchHandler,
  Delivery,
  EventStore,
  Projection,
  AppendedEvent,
} from '@pledgeline/event-sourcing';
import { newId, project } from '@pledgeline/event-sourcing';
import { eventually, noHistory, recorded, signal, uncorrected } from '@pledgeline/event-sourcing/testing';
import { sqliteEventStore } from '../sqlite/sqlite-event-store.ts';
import type { SqliteViews } from '../sqlite/sqlite-views.ts';
import { sqliteViews } from '../sqlite/sqlite-views.ts';
import { kafkaDelivery } from './kafka-delivery.ts';
import { kafkaClient } from './kafka-client.ts';
import { offsetsText } from './local-checkpoint.ts';
import { foreignMessages } from './testing/foreign-messages.ts';
import { connectProducer, createTopic, feedTopic, produceForeign, settings } from './testing/topic-feeder.ts';
import type { TopicFeeder } from './testing/topic-feeder.ts';
import { endOffsets } from './topic-offsets.ts';

const folder = mkdtempSync(join(tmpdir(), 'pledgeline-kafka-rows-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Seen {
  readonly revisions: readonly number[];
}
const seen: Projection<Seen> = {
  name: 'seen',
  version: 1,
  columns: {},
  handles: ['Noted'],
  keyOf: (event) => event.stream,
  apply: (row = { revisions: [] }, event) => ({ revisions: [...row.revisions, event.revision] }),
};
const catalogue = {
  describe: () => ({ schemaVersion: 1, visibility: 'PUBLIC' as const }),
  upcast: <Event extends AppendedEvent>(event: Event) => event,
  ...uncorrected,
};

const group = 'reporting';
const streams = ['s-1', 's-2', 's-3', 's-4'];
let store: EventStore;
let topic: string;
let file: string;
let feeder: TopicFeeder;
let opened: { readonly delivery: Delivery; readonly views: SqliteViews } | undefined;
let written: number;

beforeEach(async () => {
  store = sqliteEventStore({ path: join(folder, `${randomUUID()}.sqlite`) });
  topic = await createTopic();
  feeder = await feedTopic(store, topic);
  file = join(folder, `${randomUUID()}.sqlite`);
  written = 0;
});
afterEach(async () => {
  await close();
  await feeder.close();
  await store.close();
});

/** So many events to each stream. */
const write = async (count: number): Promise<void> => {
  for (let n = 0; n < count; n += 1) {
    for (const stream of streams) {
      const { type, schemaVersion, data, metadata } = recorded({ type: 'Noted', data: {} }, written);
      const event = { id: newId(), type, schemaVersion, data, metadata };
      await store.append(stream, written === 0 ? 'no-stream' : written - 1, [event]);
    }
    written += 1;
  }
};

/** Starts the instance on its file; the handler can be told to do something else, and so can the log that fills the rows. */
const open = async (
  around: (handle: BatchHandler) => BatchHandler = (handle) => handle,
  history: EventStore = store,
): Promise<SqliteViews> => {
  const views = sqliteViews({ path: file });
  await views.define([seen]);
  const delivery = kafkaDelivery({
    settings: settings(),
    topic,
    groupPrefix: topic,
    history,
    checkpoints: () => views.checkpoints,
    attempts: 3,
    firstDelayMs: 1,
    maxDelayMs: 10,
  });
  delivery.subscribe(
    group,
    around((batch) => project(views, [seen], catalogue, noHistory).handle(batch)),
  );
  opened = { delivery, views };
  return views;
};
const close = async (): Promise<void> => {
  await opened?.delivery.close();
  await opened?.views.close();
  opened = undefined;
};
/** Waits until everything written is in the topic, and was taken from there as well. */
const atTheEnd = async (): Promise<void> => {
  await eventually(() => feeder.published() === written * streams.length);
  const kafka = kafkaClient(settings());
  await eventually(async () => {
    const ends = await endOffsets(kafka, topic);
    const { position, lag } = opened!.delivery.status()[0]!;
    return feeder.isWithin(ends) && position === offsetsText(ends) && lag === 0;
  });
};
const throwAway = (): void => {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
};
const state = () => opened!.delivery.status()[0]!.state;

/** Waits until every stream has all its revisions, each once and in order. */
const complete = async (views: SqliteViews): Promise<void> => {
  const all = Array.from({ length: written }, (_, n) => n);
  await eventually(async () => {
    const rows = await views.getMany<Seen>('seen', streams);
    return streams.every((stream) => rows.get(stream)?.revisions.length === written);
  });
  for (const stream of streams) expect((await views.get<Seen>('seen', stream))?.revisions).toEqual(all);
};

/** Remembers what is handed over. */
const watching = () => {
  const handed: number[] = [];
  return {
    handed,
    around:
      (handle: BatchHandler): BatchHandler =>
      (batch) => {
        handed.push(...batch.map(({ revision }) => revision));
        return handle(batch);
      },
  };
};

it('rows are filled from the store, then from Kafka, while events keep coming', async () => {
  await write(50);
  for (let round = 0; round < 3; round += 1) {
    const writing = write(100);
    const views = await open();
    await writing;
    await complete(views);
    await write(5);
    await complete(views);
    await close();
    throwAway();
  }
});

it('what is published after the last look into the store, and before the first into the topic, is not lost', async () => {
  await write(3);
  await eventually(() => feeder.published() === written * streams.length);
  const publishedInBetween = signal();
  const history: EventStore = {
    ...store,
    async readAll(page) {
      const found = await store.readAll(page);
      if (found.length > 0) return found;
      await write(1);
      await eventually(() => feeder.published() === written * streams.length);
      publishedInBetween.give();
      return found;
    },
  };
  const views = await open(undefined, history);
  await publishedInBetween.given;
  await complete(views);
});

it('a file that is kept goes on with what is new', async () => {
  await write(10);
  await complete(await open());
  await atTheEnd();
  await close();
  await write(1);
  const { handed, around } = watching();
  await complete(await open(around));
  expect(handed).toEqual(streams.map(() => 10));
});

it('an older copy of the file catches up, although Kafka has seen a newer one', async () => {
  await write(5);
  await complete(await open());
  await atTheEnd();
  await close();
  copyFileSync(file, `${file}.copy`);
  await write(5);
  await complete(await open());
  await atTheEnd();
  await close();
  throwAway();
  copyFileSync(`${file}.copy`, file);
  const { handed, around } = watching();
  await complete(await open(around));
  expect(Math.min(...handed)).toBe(5);
});

it('messages of others on the topic leave the rows as the log says', async () => {
  const other = await connectProducer();
  await write(2);
  const views = await open();
  await complete(views);
  await produceForeign(other, topic);
  await write(2);
  await complete(views);
  await eventually(() => opened!.delivery.status()[0]!.setAside?.count === foreignMessages().length);
  await eventually(() => state() === 'live');
  await other.disconnect();
});

it('rows thrown away at work are filled again', async () => {
  await write(5);
  const views = await open();
  await complete(views);
  await eventually(() => state() === 'live');
  await views.clear();
  await write(1);
  await complete(views);
  await eventually(() => state() === 'live');
});

it('a rebuild that was interrupted begins again', async () => {
  await write(300);
  let pages = 0;
  await open((handle) => async (batch) => {
    if ((pages += 1) === 2) throw new Error('in the middle');
    await handle(batch);
  });
  await eventually(() => pages >= 3);
  await close();
  await write(5);
  await complete(await open());
});

it('a place that another kind of delivery left begins with the store', async () => {
  await write(5);
  const views = sqliteViews({ path: file });
  await views.checkpoints.save(group, '12');
  await views.close();
  await complete(await open());
});

it('a handler that fails on a page of the store stops the group and names the event', async () => {
  await write(2);
  await open(() => () => Promise.reject(new Error('no')));
  await eventually(() => state() === 'stopped');
  const [first] = await store.readAll({ limit: 1 });
  expect(opened!.delivery.status()[0]!.failure).toMatchObject({
    eventId: first!.id,
    attempts: 3,
    message: 'no',
  });
});
