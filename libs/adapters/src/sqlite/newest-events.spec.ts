/** What is read of the newest events from memory is what stands in the file, which another connection reads. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { newId, type EventToAppend, type RecordedEvent } from '@pledgeline/event-sourcing';
import { recorded } from '@pledgeline/event-sourcing/testing';
import { newestEvents } from './newest-events.ts';
import { sqliteEventReader } from './sqlite-event-reader.ts';
import { sqliteEventStore, type SqliteEventStoreOptions } from './sqlite-event-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'pledgeline-newest-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;

const opened = (options: Partial<SqliteEventStoreOptions> = {}) => {
  const path = join(folder, `${(files += 1)}.sqlite`);
  const store = sqliteEventStore({ path, ...options });
  const reader = sqliteEventReader({ path });
  const revisions = new Map<string, number>();
  const append = async (stream: string, events: readonly EventToAppend[]): Promise<void> => {
    const expected = revisions.get(stream) ?? 'no-stream';
    const { revision } = await store.append(stream, expected, events);
    revisions.set(stream, revision);
  };
  const close = async (): Promise<void> => {
    await reader.close();
    await store.close();
  };
  return { store, reader, append, close };
};

const note = (text: string): EventToAppend => ({
  id: newId(),
  type: 'Noted',
  schemaVersion: 1,
  data: { text, list: [1, { two: null }] },
  metadata: recorded({ type: 'Noted', data: {} }, 0).metadata,
});

type Reading = Pick<ReturnType<typeof opened>, 'store' | 'reader'>;

const mustBeAsInFile = async ({ store, reader }: Reading, after: number, limit: number): Promise<void> => {
  const page = { after: String(after), limit };
  expect(await store.readAll(page)).toEqual(await reader.readAll(page));
};

it('any page from any place on, after any appends', async () => {
  const appends = fc.array(
    fc.record({ stream: fc.constantFrom('a', 'b', 'c'), count: fc.integer({ min: 1, max: 4 }) }),
    {
      minLength: 1,
      maxLength: 12,
    },
  );
  const pages = fc.array(fc.record({ after: fc.nat(50), limit: fc.integer({ min: 1, max: 20 }) }), {
    minLength: 5,
    maxLength: 5,
  });
  await fc.assert(
    fc.asyncProperty(appends, pages, async (given, asked) => {
      const { append, close, ...reading } = opened();
      for (const { stream, count } of given) {
        await append(
          stream,
          Array.from({ length: count }, (_, n) => note(`${stream} ${n}`)),
        );
        for (const { after, limit } of asked) await mustBeAsInFile(reading, after, limit);
      }
      await close();
    }),
    { numRuns: 25 },
  );
});

it('page by page where there are more than are kept, from before the first that is', async () => {
  const { append, close, ...reading } = opened();
  for (let n = 0; n < 9; n += 1) {
    await append(
      's',
      Array.from({ length: 1000 }, (_, k) => note(`${n} ${k}`)),
    );
  }
  const all: RecordedEvent[] = [];
  for (let after = '0'; ; after = all.at(-1)?.position ?? after) {
    const page = await reading.store.readAll({ after, limit: 700 });
    all.push(...page);
    if (page.length < 700) break;
  }
  expect(all.map(({ revision }) => revision)).toEqual(Array.from({ length: 9000 }, (_, n) => n));
  for (const after of [4902, 4903, 4904, 4905, 8999, 9000, 9001]) await mustBeAsInFile(reading, after, 10);
  await close();
});

it('nothing of an append that did not fit on the disk, and what comes after it', async () => {
  const { append, close, ...reading } = opened({ maxPageCount: 60 });
  await append('s', [note('fits')]);
  const large = 'x'.repeat(400_000);
  await expect(append('s', [note('small'), note(large)])).rejects.toThrow('full');
  await mustBeAsInFile(reading, 0, 100);
  await append('s', [note('fits as well')]);
  await mustBeAsInFile(reading, 0, 100);
  await mustBeAsInFile(reading, 1, 100);
  expect(
    (await reading.store.readAll({ limit: 100 })).map(({ data }) => (data as { text: string }).text),
  ).toEqual(['fits', 'fits as well']);
  await close();
});

it.each([
  { of: 'large events', count: 300, length: 100_000, held: 80 },
  { of: 'the largest', count: 20, length: 9_000_000, held: 0 },
  { of: 'small ones', count: 10_000, length: 10, held: 4096 },
])('what is no longer handed out is not held: $of', ({ count, length, held }) => {
  const newest = newestEvents();
  for (let n = 1; n <= count; n += 1) {
    newest.add({ ...recorded({ type: 'Noted', data: {} }, n), position: String(n) }, length);
  }
  expect(newest.held()).toBe(held);
  expect(newest.after(count - held, count)?.length ?? 0).toBe(held);
  expect(newest.after(count - held - 1, count)).toBeUndefined();
});
