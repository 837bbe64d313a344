/** The program after real restores, in both shapes: an older copy of the log is put where the log was. */
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kurrentdbEventStore } from '@pledgeline/adapters/kurrentdb';
import {
  sqliteCheckpoints,
  sqliteDelivery,
  sqliteEventStore,
  sqliteViews,
} from '@pledgeline/adapters/sqlite';
import { startStandIn } from '@pledgeline/adapters/testing';
import type { EventStore } from '@pledgeline/event-sourcing';
import { newId, placeAfter } from '@pledgeline/event-sourcing';
import { eventually, recorded } from '@pledgeline/event-sourcing/testing';
import { storeCheck } from './store-check.ts';
import type { StoreCheck } from './store-check.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pledgeline-store-check-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = async (store: EventStore, from: number, count: number): Promise<void> => {
  const { type, schemaVersion, data, metadata } = recorded({ type: 'Noted', data: {} }, 0);
  const events = Array.from({ length: count }, () => ({ id: newId(), type, schemaVersion, data, metadata }));
  await store.append('pledge-1', from === 0 ? 'no-stream' : from - 1, events);
};

const run = async (env: Readonly<Record<string, string>>, ...args: string[]) => {
  const [said, failed]: [string[], string[]] = [[], []];
  const out = {
    write: (text: string) => void said.push(text),
    fail: (text: string) => void failed.push(text),
  };
  const code = await storeCheck(args, { PLEDGELINE_DATA: folder, ...env }, out);
  return { code, said: said.join(''), failed: failed.join('') };
};

/** The revision that the rows know. */
const rowsUpTo = async (revision: number) => {
  const views = sqliteViews({ path: join(folder, 'reporting.views.sqlite') });
  await views.apply({ rows: [], revisions: new Map([['pledge-1', revision]]) });
  return views;
};

const bytes = (): Map<string, string> =>
  new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.sqlite'))
      .map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
  );

/** What is kept was at the 5th event; the copy has 3. */
const RESTORES = [
  { name: 'nothing was restored', restored: false, written: 0, code: 0 },
  { name: 'the log is shorter', restored: true, written: 0, code: 1 },
  { name: 'the log has grown as much, differently', restored: true, written: 2, code: 1 },
  { name: 'the log has grown more, differently', restored: true, written: 4, code: 1 },
] as const;

describe('standalone', () => {
  const path = (): string => join(folder, 'events.sqlite');
  const copy = (): string => join(folder, 'events.backup');

  /** A group without rows and one with rows, both of them at the end of 5 events. */
  const served = async (): Promise<void> => {
    let store = sqliteEventStore({ path: path() });
    await write(store, 0, 3);
    await store.close();
    copyFileSync(path(), copy());
    store = sqliteEventStore({ path: path() });
    await write(store, 3, 2);
    const views = await rowsUpTo(4);
    const durable = sqliteCheckpoints({ path: join(folder, 'checkpoints.sqlite') });
    const checkpoints = (group: string) => (group === 'reporting' ? views.checkpoints : durable);
    const delivery = sqliteDelivery({ store, checkpoints });
    for (const group of ['reporting', 'policies']) delivery.subscribe(group, () => Promise.resolve());
    await eventually(() => delivery.status().every(({ state }) => state === 'live'));
    await delivery.close();
    await views.close();
    await durable.close();
    await store.close();
  };
  const restore = async (written: number): Promise<void> => {
    for (const end of ['', '-wal', '-shm']) rmSync(path() + end, { force: true });
    copyFileSync(copy(), path());
    const store = sqliteEventStore({ path: path() });
    if (written > 0) await write(store, 3, written);
    await store.close();
  };

  it.each(RESTORES)('$name', async ({ restored, written, code }) => {
    await served();
    if (restored) await restore(written);
    const before = bytes();
    const json = await run({}, '--json');
    expect(json.code).toBe(code);
    const checked = JSON.parse(json.said) as StoreCheck;
    expect(checked.fits).toBe(code === 0);
    expect(checked.end).toBe(String(restored ? 3 + written : 5));
    expect(checked.findings.map(({ what }) => what)).toEqual([
      'checkpoints.sqlite: policies',
      'reporting.views.sqlite: reporting',
      'reporting.views.sqlite: rows',
    ]);
    // By their number alone rows of a log that has grown as much look right; their place does not.
    const rowsFit = !restored || written >= 2;
    expect(checked.findings.map(({ fits }) => fits)).toEqual([code === 0, code === 0, rowsFit]);
    const text = await run({});
    expect(text.code).toBe(code);
    expect(text.said.includes('Keep proof.sqlite')).toBe(code === 1);
    expect(text.said.includes('What') || text.said.includes('docs/operations.md')).toBe(code === 1);
    expect(bytes()).toEqual(before);
  });

  it('what is done as it says helps', async () => {
    await served();
    await restore(1);
    for (const name of readdirSync(folder))
      if (name.startsWith('checkpoints.sqlite') || name.includes('.views.sqlite')) rmSync(join(folder, name));
    expect(await run({})).toMatchObject({ code: 0, failed: '' });
  });

  it('a log that is not there, a setting and an argument that are wrong: it could not be asked', async () => {
    const missing = await run({});
    expect(missing.code).toBe(2);
    expect(missing.failed).toContain('events.sqlite');
    expect(await run({}, '--yaml')).toMatchObject({ code: 2, said: '' });
    expect(await run({ LOG_LEVEL: 'loud' })).toMatchObject({ code: 2, said: '' });
  });
});

describe('with KurrentDB, on the protocol stand-in', () => {
  it.each(RESTORES)('$name', async ({ restored, written, code }) => {
    const [file, copy] = [join(folder, 'log.jsonl'), join(folder, 'copy.jsonl')];
    const standIn = await startStandIn({ file });
    const store = kurrentdbEventStore({ url: standIn.url, categories: ['pledge'] });
    await write(store, 0, 3);
    copyFileSync(file, copy);
    await write(store, 3, 2);
    const events = await store.read('pledge-1');
    const last = placeAfter(events.at(-1)!, events, null).event;
    const views = await rowsUpTo(4);
    await views.checkpoints.save('reporting', 'an-identity 0:5');
    await views.checkpoints.save('reporting known-events', JSON.stringify({ 0: last }));
    await views.close();
    if (restored) {
      await standIn.kill();
      copyFileSync(copy, file);
      await standIn.restart();
      if (written > 0) await write(store, 3, written);
    }
    await store.close();
    const env = { KURRENTDB_URL: standIn.url, KAFKA_BROKERS: '127.0.0.1:1' };
    const json = await run(env, '--json');
    expect(json.code).toBe(code);
    const steps = (JSON.parse(json.said) as StoreCheck).whatToDo.join('\n');
    expect(steps.includes('*.views.sqlite')).toBe(code === 1);
    // It lies in the same volume.
    expect(steps.includes('Keep proof.sqlite')).toBe(code === 1);
    expect(steps).not.toContain('volume');
    await standIn.kill();
    const away = await run(env);
    expect(away).toMatchObject({ code: 2, said: '' });
    await standIn.stop();
  });
});
