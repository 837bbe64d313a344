/** A monitor that opens every leaf, of logs that are whole and of logs that hide something in a place that few are shown. */
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entryOfUnits, leafHash, openedTo, openingOf } from '@pledgeline/transparency';
import type { LeafEvent } from '@pledgeline/transparency';
import fc from 'fast-check';
import { auditedLog, KEYS } from './testing/audited-log.ts';
import type { AuditedLog } from './testing/audited-log.ts';
import { runInProcess } from './testing/run-in-process.ts';

const SECRET = '6'.repeat(64);
const COUNT = 30;

let log: AuditedLog;
let folder: string;
beforeEach(async () => {
  log = await auditedLog();
  folder = mkdtempSync(join(tmpdir(), 'pledgeline-opening-'));
});
afterEach(() => {
  log.close();
  rmSync(folder, { recursive: true, force: true });
});

const minute = (n: number): string => new Date(Date.UTC(2026, 0, 1, 0, n)).toISOString();

/** Three streams in turn. */
const honest = Array.from({ length: COUNT }, (_, n): LeafEvent => ({
  ...{ stream: `pledge-${n % 3}`, revision: Math.floor(n / 3), id: `id ${n}`, type: 'CaveatDeclared' },
  ...{ schemaVersion: 1, recordedAt: minute(n), data: { caveat: `No. ${n}` } },
  metadata: { actor: 'an actor', role: 'MS', visibility: 'PUBLIC', commandId: `c ${n}` },
}));

const openings = (events: readonly LeafEvent[]) =>
  events.map((event, leaf) => openingOf(event, SECRET, leaf));

/** Has the log show and hand out these events. */
const show = (events: readonly LeafEvent[]): void => {
  const made = openings(events);
  log.shown = made.map(({ units }) => leafHash(entryOfUnits(units)));
  log.openings = made.map((opening) => JSON.stringify(opening));
};

const look = () =>
  runInProcess([
    ...['audit', 'monitor', log.url, '--key', KEYS.verifierKey, '--state', folder],
    ...['--once', '--open', '--json'],
  ]);

it('opens what is new each time, and goes on after it was stopped within a line', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 6 }),
      fc.boolean(),
      async (steps, isCut) => {
        let count = 0;
        for (const step of steps) {
          count = Math.min(COUNT, count + step);
          show(honest.slice(0, count));
          const { code, out, err } = await look();
          expect([code, err]).toEqual([0, '']);
          expect(JSON.parse(out)).toMatchObject({ size: count, opened: count });
          if (isCut) appendFileSync(join(folder, 'opened-leaves'), '["00","id');
        }
        rmSync(folder, { recursive: true });
      },
    ),
    { numRuns: 20 },
  );
});

const at = (n: number, change: Partial<LeafEvent>): readonly LeafEvent[] =>
  honest.map((event, leaf) => (leaf === n ? { ...event, ...change } : event));

it.each<[string, readonly LeafEvent[], RegExp]>([
  [
    'two leaves for one place in a stream',
    at(7, { revision: 1 }),
    /leaf 7 has revision 1 of pledge-1, and 2 is the next one: that place was taken/,
  ],
  [
    'a place that is left out',
    at(7, { revision: 3 }),
    /leaf 7 has revision 3 of pledge-1, and 2 is the next one: one is missing/,
  ],
  [
    'a stream that does not begin',
    at(2, { revision: 1 }),
    /leaf 2 has revision 1 of pledge-2, and 0 is the next one/,
  ],
  ['an id that comes again', at(11, { id: 'id 4' }), /leaf 11 has the id of an event before it, id 4/],
  ['a time that goes back', at(9, { recordedAt: minute(7) }), /leaf 9 was recorded at .*, which is before/],
  ['a time that is none', at(9, { recordedAt: 'soon' }), /leaf 9 was recorded at soon/],
])(
  '%s is found, also once the log is looked at again, and what shows it is kept',
  async (_, events, says) => {
    show(honest.slice(0, 2));
    expect((await look()).code).toBe(0);
    show(events);
    for (let n = 0; n < 2; n += 1) {
      const { code, err } = await look();
      expect([code, err]).toEqual([5, expect.stringMatching(says)]);
    }
    const [kept] = readdirSync(folder).filter((name) => name.startsWith('alarm-leaf-'));
    expect(log.openings).toContain(readFileSync(join(folder, String(kept)), 'utf8').trimEnd());
  },
);

it('the same time twice is none that goes back', async () => {
  show(at(9, { recordedAt: minute(8) }));
  expect((await look()).code).toBe(0);
});

it('other events than those that were signed are found by the root', async () => {
  show(honest);
  log.openings = openings(at(12, { data: { caveat: 'another' } })).map((one) => JSON.stringify(one));
  const { code, err } = await look();
  expect([code, err]).toEqual([5, expect.stringContaining('do not make the root that it has signed')]);
});

it.each<[string, (lines: readonly string[]) => readonly string[], number, RegExp]>([
  [
    'leaf by leaf in another order',
    (lines) => lines.toReversed(),
    5,
    /leaf 0 stands where leaf 0 was asked for/,
  ],
  [
    'a part of an event',
    (lines) => [keptBack(lines[0]!), ...lines.slice(1)],
    5,
    /leaf 0 is shown in part: parts kept back 1/,
  ],
  ['no opening', () => ['{}'], 5, /leaf 0 is no opening/],
  ['not as many as are signed', (lines) => lines.slice(0, 5), 3, /up to 5 of 30 now/],
])('a log that hands out %s is told', async (_, handOut, code, says) => {
  show(honest);
  log.openings = handOut(log.openings);
  const looked = await look();
  expect([looked.code, looked.err]).toEqual([code, expect.stringMatching(says)]);
});
const keptBack = (line: string): string => {
  const opening = JSON.parse(line) as ReturnType<typeof openingOf>;
  return JSON.stringify({ ...openedTo(opening, (unit) => unit !== 2), leaf: opening.leaf });
};

it.each([
  [401, 4],
  [403, 4],
  [503, 3],
  [429, 3],
])('where openings are answered %i the look ends with %i, and the head is kept', async (status, code) => {
  show(honest);
  log.instead.set('openings', { status, body: JSON.stringify({ detail: 'Not for you, or not now.' }) });
  expect((await look()).code).toBe(code);
  expect(readdirSync(folder).some((name) => name.endsWith('.checkpoint'))).toBe(true);
  log.instead.clear();
  expect((await look()).code).toBe(0);
});
