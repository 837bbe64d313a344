/** A server that comes back with an older log, on the protocol stand-in: for who starts then, and for who was following it. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore, Position } from '@pledgeline/event-sourcing';
import { AnotherLog, knownEventOf, placeInText, textOfPlace } from '@pledgeline/event-sourcing';
import { eventually } from '@pledgeline/event-sourcing/testing';
import { sqliteCheckpoints } from '../sqlite/sqlite-checkpoints.ts';
import { sqliteDelivery } from '../sqlite/sqlite-delivery.ts';
import { firstEvents, restoredLogContract } from '../testing/restored-log.contract.ts';
import { kurrentdbEventStore } from './kurrentdb-event-store.ts';
import type { StandIn } from './testing/stand-in.ts';
import { startStandIn } from './testing/stand-in.ts';

const folder = mkdtempSync(join(tmpdir(), 'pledgeline-restored-'));
const [file, copy] = [join(folder, 'log.jsonl'), join(folder, 'copy.jsonl')];
let standIn: StandIn;
let store: EventStore;
beforeEach(async () => {
  rmSync(file, { force: true });
  standIn = await startStandIn({ file });
  store = kurrentdbEventStore({ url: standIn.url, categories: ['note'] });
});
afterEach(async () => {
  await store.close();
  await standIn.stop();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const restore = async (): Promise<void> => {
  await standIn.kill();
  copyFileSync(copy, file);
  await standIn.restart();
};

restoredLogContract('kurrentdb on the protocol stand-in', () =>
  Promise.resolve({
    async backUp() {
      await firstEvents(store);
      copyFileSync(file, copy);
      return store;
    },
    async restore() {
      await restore();
      return store;
    },
    close: () => Promise.resolve(),
  }),
);

describe('a place behind events of others', () => {
  const group = (checkpoints: ReturnType<typeof sqliteCheckpoints>) => {
    const delivery = sqliteDelivery({ store, checkpoints: () => checkpoints });
    delivery.subscribe('work', () => Promise.resolve());
    return delivery;
  };
  const commit = (place: Position): number => Number(place.split('/')[0]);

  /** A group that has come behind 10,000 events of others. */
  const keptBehindOthers = async () => {
    await firstEvents(store);
    copyFileSync(file, copy);
    await standIn.addOthers(10_000, 1_000_000);
    const checkpoints = sqliteCheckpoints({ path: ':memory:' });
    const delivery = group(checkpoints);
    const end = commit((await store.last())!);
    const kept = async () => placeInText((await checkpoints.load('work')) ?? '0/0');
    await eventually(async () => commit((await kept()).position) > end - 400_000);
    await delivery.close();
    return { checkpoints, kept: await kept() };
  };

  it('has no event of ours, keeps the last one before it, and is known again after a restart', async () => {
    const { checkpoints, kept } = await keptBehindOthers();
    const [, , last] = await store.read('note-1');
    expect(kept.event).toEqual(knownEventOf(last!));
    expect(await store.at(kept.position)).toEqual({ is: 'others' });
    await standIn.restart();
    const again = group(checkpoints);
    await eventually(() => again.status()[0]?.state === 'live');
    await again.close();
    await checkpoints.close();
  });

  it.each(['with the event before it', 'alone, as an earlier version kept it'])(
    '%s is refused in a log that ends before it, whose events of ours are the same',
    async (how) => {
      const { checkpoints, kept } = await keptBehindOthers();
      await checkpoints.save('work', how.startsWith('alone') ? kept.position : textOfPlace(kept));
      await restore();
      const again = group(checkpoints);
      await eventually(() => again.status()[0]?.state === 'stopped');
      expect(again.status()[0]?.failure?.message).toContain('the log ends before it');
      await again.close();
      await checkpoints.close();
    },
  );

  it('a place inside an event is none', async () => {
    await firstEvents(store);
    const [first] = await store.read('note-1');
    const inside = `${commit(first!.position) + 1}/${commit(first!.position) + 1}`;
    expect(await store.at(inside)).toEqual({ is: 'nothing' });
    const following = store.follow(inside, { signal: AbortSignal.timeout(60_000) });
    await expect(following[Symbol.asyncIterator]().next()).rejects.toThrow(AnotherLog);
  });
});

it('who follows while the server comes back with an older log is not left in silence', async () => {
  await firstEvents(store);
  copyFileSync(file, copy);
  const events = await store.read('note-1');
  const { metadata } = events[0]!;
  const more = { type: 'Noted', schemaVersion: 1, data: {}, metadata };
  const id = (n: number): string => `00000000-0000-4000-8000-00000000010${n}`;
  await store.append('note-1', 2, [{ ...more, id: id(1) }]);
  const seen: number[] = [];
  const following = (async () => {
    for await (const batch of store.follow(undefined, { signal: AbortSignal.timeout(60_000) }))
      seen.push(...batch.map(({ revision }) => revision));
  })();
  const refused = expect(following).rejects.toThrow(AnotherLog);
  await eventually(() => seen.length === 4);
  await restore();
  await refused;
});
