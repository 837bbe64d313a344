/** What another thread reads of the files that this one writes: the newest that was committed, and never a change of its own. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventToAppend, ViewDefinition } from '@pledgeline/event-sourcing';
import { newId } from '@pledgeline/event-sourcing';
import { recorded } from '@pledgeline/event-sourcing/testing';
import { sqliteEventReader } from './sqlite-event-reader.ts';
import { sqliteEventStore } from './sqlite-event-store.ts';
import { sqliteScratchViews } from './sqlite-scratch-views.ts';
import { sqliteViews } from './sqlite-views.ts';
import { sqliteViewsReader } from './sqlite-views-reader.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pledgeline-readers-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const note = (): EventToAppend => ({
  id: newId(),
  type: 'Noted',
  schemaVersion: 1,
  data: {},
  metadata: recorded({ type: 'Noted', data: {} }, 0).metadata,
});

const ships: ViewDefinition<{ readonly flag: string }> = {
  name: 'ships',
  version: 1,
  columns: { flag: ({ flag }) => flag },
};
const ship = (key: string, flag: string) => ({
  rows: [{ view: 'ships', key, row: { flag } }],
  revisions: new Map([[`ship-${key}`, 0]]),
});

it('the log is read as it is, also what was appended to a stream that was read before', async () => {
  const path = join(folder, 'events.sqlite');
  const store = sqliteEventStore({ path });
  await store.append('s', 'no-stream', [note()]);
  const reader = sqliteEventReader({ path });
  expect(await reader.read('s')).toEqual(await store.read('s'));
  await store.append('s', 0, [note(), note()]);
  await store.append('t', 'no-stream', [note()]);
  expect(await reader.read('s')).toHaveLength(3);
  expect(await reader.read('s', { from: 2, limit: 5 })).toEqual(await store.read('s', { from: 2 }));
  expect(await reader.readAll()).toEqual(await store.readAll());
  const [first] = await store.readAll({ limit: 1 });
  expect(await reader.readAll({ after: first?.position })).toEqual(
    await store.readAll({ after: first?.position }),
  );
  await reader.close();
  await store.close();
});

it('a log that does not exist is not made', () => {
  const path = join(folder, 'none.sqlite');
  expect(() => sqliteEventReader({ path })).toThrow(`Cannot open ${path}`);
  expect(existsSync(path)).toBe(false);
});

it('read models are read while they are fed', async () => {
  const path = join(folder, 'views.sqlite');
  const views = sqliteViews({ path });
  await views.define([ships]);
  const reader = sqliteViewsReader({ path }, [ships]);
  await views.apply(ship('a', 'KEN'));
  expect(await reader.find('ships', { where: { flag: 'KEN' } })).toEqual([
    { key: 'a', row: { flag: 'KEN' } },
  ]);
  await views.apply(ship('a', 'RWA'));
  expect(await reader.count('ships', { flag: 'KEN' })).toBe(0);
  expect(await reader.get('ships', 'a')).toEqual({ flag: 'RWA' });
  expect(await reader.lastApplied(['ship-a'])).toEqual(new Map([['ship-a', 0]]));
  await expect(reader.apply(ship('b', 'KEN'))).rejects.toThrow('open for reading');
  await expect(reader.clear()).rejects.toThrow('open for reading');
  await reader.close();
  await views.close();
});

it('scratch read models take what they take of the disk, and leave nothing', async () => {
  const path = join(folder, 'scratch', 'past.sqlite');
  const scratch = sqliteScratchViews({ path });
  await scratch.views.define([ships]);
  const empty = scratch.bytes();
  const rows = Array.from({ length: 2000 }, (_, n) => ({ view: 'ships', key: `${n}`, row: { flag: 'KEN' } }));
  await scratch.views.apply({ rows, revisions: new Map() });
  expect(scratch.bytes()).toBeGreaterThan(empty + 20_000);
  expect(await scratch.views.count('ships', { flag: 'KEN' })).toBe(2000);
  await scratch.remove();
  expect(existsSync(path)).toBe(false);
});

it('what an earlier process left in their place is not taken over', async () => {
  const path = join(folder, 'past.sqlite');
  const left = sqliteScratchViews({ path });
  await left.views.define([ships]);
  await left.views.apply(ship('a', 'KEN'));
  await left.views.close();
  const scratch = sqliteScratchViews({ path });
  await scratch.views.define([ships]);
  expect(await scratch.views.count('ships')).toBe(0);
  await scratch.remove();
});
