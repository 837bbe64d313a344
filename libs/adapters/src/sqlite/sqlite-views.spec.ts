/** The contract, and what is special to a file that holds rows and checkpoint together. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type {
  Delivery,
  EventCatalogue,
  EventStore,
  EventToAppend,
  Projection,
} from '@pledgeline/event-sourcing';
import { newId, placeInText, project } from '@pledgeline/event-sourcing';
import { noHistory, recorded, uncorrected, viewsContract } from '@pledgeline/event-sourcing/testing';
import { sqliteDelivery } from './sqlite-delivery.ts';
import { sqliteEventStore } from './sqlite-event-store.ts';
import type { SqliteViews } from './sqlite-views.ts';
import { sqliteViews } from './sqlite-views.ts';

const folder = mkdtempSync(join(tmpdir(), 'pledgeline-views-'));
let files = 0;
const newFile = (): string => join(folder, `${(files += 1)}.sqlite`);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

viewsContract('sqlite', () => {
  const path = newFile();
  let views = sqliteViews({ path });
  return Promise.resolve({
    views,
    async reopen() {
      await views.close();
      return (views = sqliteViews({ path }));
    },
    close: () => views.close(),
  });
});

describe('sqlite views', () => {
  /** Counts the events of each stream. */
  const counts: Projection<number> = {
    name: 'counts',
    version: 1,
    columns: {},
    handles: ['Noted'],
    keyOf: ({ stream }) => stream,
    apply: (count = 0) => count + 1,
  };
  const catalogue: EventCatalogue = {
    describe: () => ({ schemaVersion: 1, visibility: 'PUBLIC' }),
    upcast: (event) => event,
    ...uncorrected,
  };
  const note = (): EventToAppend => ({
    id: newId(),
    type: 'Noted',
    schemaVersion: 1,
    data: {},
    metadata: recorded({ type: 'Noted', data: {} }, 0).metadata,
  });

  let store: EventStore;
  let path: string;
  let views: SqliteViews;
  let delivery: Delivery;

  /** Opens the read model and feeds it until it shows so many events. */
  const follow = async (count: number, projection = counts): Promise<void> => {
    views = sqliteViews({ path });
    await views.define([projection]);
    const projector = project(views, [projection], catalogue, noHistory);
    delivery = sqliteDelivery({ store, checkpoints: () => views.checkpoints, firstDelayMs: 1 });
    delivery.subscribe('g', (batch) => projector.handle(batch));
    await shows(count);
  };
  const shows = async (count: number): Promise<void> => {
    while ((await views.get('counts', 's')) !== count) await nextTurn();
  };
  const stop = async (): Promise<void> => {
    await delivery.close();
    await views.close();
  };

  beforeEach(async () => {
    store = sqliteEventStore({ path: ':memory:' });
    path = newFile();
    await store.append('s', 'no-stream', [note(), note(), note()]);
  });
  afterEach(async () => {
    await stop();
    await store.close();
  });

  it('go on where rows and checkpoint are after a restart', async () => {
    await follow(3);
    await stop();
    await store.append('s', 2, [note()]);
    await follow(4);
    expect(await views.lastApplied(['s'])).toEqual(new Map([['s', 3]]));
  });

  it('are rebuilt from the start when their file was deleted', async () => {
    await follow(3);
    await stop();
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
    await follow(3);
  });

  it('are rebuilt from the start when their version was raised', async () => {
    await follow(3);
    await stop();
    await follow(6, { ...counts, version: 2, apply: (count = 0) => count + 2 });
  });

  it('are rebuilt in place when they are emptied while their group runs', async () => {
    await follow(3);
    await views.clear();
    await store.append('s', 2, [note()]);
    await shows(4);
    expect(placeInText((await views.checkpoints.load('g')) ?? '').position).toBe('4');
  });

  it('keep a checkpoint of the time before they were emptied from being saved', async () => {
    await follow(3);
    await views.clear();
    await expect(views.checkpoints.save('g', '3')).rejects.toThrow('emptied');
    expect(await views.checkpoints.load('g')).toBeUndefined();
  });

  it('say so when a name cannot be one of a table', async () => {
    await follow(3);
    await expect(views.define([{ ...counts, name: 'no"name' }])).rejects.toThrow('no\\"name');
    await expect(views.define([{ ...counts, columns: { 'a b': () => 1 } }])).rejects.toThrow('a b');
  });
});
