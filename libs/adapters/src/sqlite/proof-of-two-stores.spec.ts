/** What the public sees of the log tells nobody that the same was said in another store: salts are drawn for each event. */
import { handleCommand } from '@pledgeline/event-sourcing';
import type { RecordedEvent } from '@pledgeline/event-sourcing';
import { entryOfUnits, leafHash, openingOf } from '@pledgeline/transparency';
import { sqliteEventStore } from './sqlite-event-store.ts';
import { adder, catalogue } from './testing/crash-subject.ts';

const NOW = '2026-12-01T09:00:00.000Z';
const COUNT = 300;

/** The same commands, by the same people, with the same ids, at the same time. */
const eventsOf = async (): Promise<readonly RecordedEvent[]> => {
  const store = sqliteEventStore({ path: ':memory:', clock: () => NOW });
  const handle = handleCommand({ store, decider: adder, catalogue, reads: () => true });
  for (let n = 0; n < COUNT; n += 1) {
    const commandId = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
    const meta = {
      ...{ commandId, bodyHash: commandId, correlationId: commandId, causationId: null },
      ...{ actor: 'ms.jpn', role: 'MS', onBehalfOf: 'JPN', now: NOW, occurredOn: null },
    };
    await handle(`source-${n}`, { type: 'Add', data: { amounts: [n] }, meta });
  }
  const events = await store.readAll({ limit: 10_000 });
  await store.close();
  return events;
};

const withoutSalt = ({ metadata: { salt: _, ...metadata }, ...event }: RecordedEvent) => ({
  ...event,
  metadata,
});

const BYTES = 8;

/** All that follow each other in what is public of it: its entry, its leaf, and the digests of parts that are kept back. */
const runsOf = (events: readonly RecordedEvent[]): ReadonlySet<string> => {
  const runs = new Set<string>();
  for (const event of events) {
    const { units } = openingOf(event, '0'.repeat(64));
    const entry = entryOfUnits(units);
    const digests = units.map((unit) => entryOfUnits([unit]));
    for (const bytes of [entry, leafHash(entry), ...digests])
      for (let at = 0; at + BYTES <= bytes.length; at += 1)
        runs.add(Buffer.from(bytes.subarray(at, at + BYTES)).toString('hex'));
  }
  return runs;
};

it('two stores with the same events have no bytes of their logs in common', async () => {
  const [one, other] = [await eventsOf(), await eventsOf()];
  // An id of an event is random, too: given the same ones, they differ by their salts alone.
  const alike = other.map((event, n) => ({ ...event, id: one[n]?.id ?? '' }));
  expect(alike.map(withoutSalt)).toEqual(one.map(withoutSalt));
  const runs = runsOf(one);
  expect([...runsOf(alike)].filter((run) => runs.has(run))).toEqual([]);
  expect([...runsOf(one)].every((run) => runs.has(run))).toBe(true);
});
