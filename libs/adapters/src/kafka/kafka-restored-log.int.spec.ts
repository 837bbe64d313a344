/** Rows that are fed from Kafka, when the store behind it comes back from a backup: their place says nothing about the log. */
import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore, Projection } from '@pledgeline/event-sourcing';
import { newId, project } from '@pledgeline/event-sourcing';
import { eventually, noHistory, recorded, uncorrected } from '@pledgeline/event-sourcing/testing';
import { sqliteEventStore } from '../sqlite/sqlite-event-store.ts';
import { sqliteViews } from '../sqlite/sqlite-views.ts';
import { kafkaDelivery } from './kafka-delivery.ts';
import { knownEventsKey } from './known-events.ts';
import { createTopic, feedTopic, settings } from './testing/topic-feeder.ts';

const folder = mkdtempSync(join(tmpdir(), 'pledgeline-kafka-restored-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Counted {
  readonly events: number;
}
const counted: Projection<Counted> = {
  name: 'counted',
  version: 1,
  columns: {},
  handles: ['Noted'],
  keyOf: (event) => event.stream,
  apply: (row = { events: 0 }) => ({ events: row.events + 1 }),
};
const catalogue = {
  describe: () => ({ schemaVersion: 1, visibility: 'PUBLIC' as const }),
  upcast: <Event>(event: Event) => event,
  ...uncorrected,
};
const streams = ['s-1', 's-2', 's-3'];

/** One event to each stream. */
const write = async (store: EventStore, round: number): Promise<void> => {
  for (const stream of streams) {
    const { type, schemaVersion, data, metadata } = recorded({ type: 'Noted', data: {} }, round);
    const event = { id: newId(), type, schemaVersion, data, metadata };
    await store.append(stream, round === 0 ? 'no-stream' : round - 1, [event]);
  }
};

let path: string;
let store: EventStore;
let topic: string;
let file: string;
beforeEach(async () => {
  path = join(folder, `${randomUUID()}.sqlite`);
  file = join(folder, `${randomUUID()}.sqlite`);
  store = sqliteEventStore({ path });
  topic = await createTopic();
});
afterEach(() => store.close());

const start = async () => {
  const views = sqliteViews({ path: file });
  await views.define([counted]);
  const handed: number[] = [];
  const delivery = kafkaDelivery({
    settings: settings(),
    topic,
    groupPrefix: topic,
    history: store,
    checkpoints: () => views.checkpoints,
    someApplied: () => views.someApplied(10),
    firstDelayMs: 1,
  });
  delivery.subscribe('reporting', (batch) => {
    handed.push(...batch.map(({ revision }) => revision));
    return project(views, [counted], catalogue, noHistory).handle(batch);
  });
  return {
    views,
    handed,
    status: () => delivery.status()[0]!,
    close: async () => {
      await delivery.close();
      await views.close();
    },
  };
};

it.each([
  { name: 'the same log', backup: 4, written: 0, isRefused: false },
  { name: 'shorter', backup: 2, written: 0, isRefused: true },
  { name: 'as long, and grown differently', backup: 2, written: 2, isRefused: true },
  { name: 'longer, and grown differently', backup: 2, written: 3, isRefused: true },
  { name: 'shorter, and the file was filled by an earlier version', backup: 2, written: 0, isRefused: true },
])('the store is $name', async ({ name, backup, written, isRefused }) => {
  for (let round = 0; round < backup; round += 1) await write(store, round);
  await store.close();
  copyFileSync(path, `${path}.copy`);
  store = sqliteEventStore({ path });
  const feeder = await feedTopic(store, topic);
  const first = await start();
  await eventually(() => first.status().state === 'live');
  for (let round = backup; round < 4; round += 1) await write(store, round);
  await eventually(() => feeder.published() === 4 * streams.length && first.status().lag === 0);
  await eventually(async () => (await first.views.get<Counted>('counted', 's-3'))?.events === 4);
  if (name.includes('earlier version')) await first.views.checkpoints.forget(knownEventsKey('reporting'));
  await first.close();
  await feeder.close();
  await restore();
  for (let round = backup; round < backup + written; round += 1) await write(store, round);

  const again = await start();
  await eventually(() => ['stopped', 'live'].includes(again.status().state));
  expect(again.status().state).toBe(isRefused ? 'stopped' : 'live');
  if (isRefused) {
    expect(again.handed).toEqual([]);
    expect(again.status().failure).toMatchObject({ eventId: '', attempts: 1 });
    expect(again.status().failure?.message).toContain(`ends at ${await store.last()}`);
  }
  await again.close();
});

const restore = async (): Promise<void> => {
  await store.close();
  for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
  copyFileSync(`${path}.copy`, path);
  store = sqliteEventStore({ path });
};
