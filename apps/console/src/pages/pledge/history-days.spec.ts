import fc from 'fast-check';
import { historyDays } from './history-days.ts';
import type { PledgeEvent } from './pledge-event.ts';

const event = (revision: number, type: string, occurredOn: string | null, more: object = {}): PledgeEvent =>
  ({
    revision,
    type,
    struck: null,
    corrections: [],
    ...more,
    metadata: { role: 'SFGC', occurredOn },
  }) as unknown as PledgeEvent;
const shown = (events: readonly PledgeEvent[]) =>
  historyDays(events).map(({ day, runs, pause }) => [day, runs.map((run) => run.events.length), pause]);

it('events of one day stand under it, three alike as one line', () =>
  expect(
    shown([
      event(0, 'PledgeAnnounced', '2025-05-14'),
      event(1, 'DocumentationReceived', '2025-05-20'),
      event(2, 'DocumentationReceived', '2025-05-20'),
      event(3, 'DocumentationReceived', '2025-05-20'),
      event(4, 'PledgeRegistered', '2025-05-20'),
    ]),
  ).toEqual([
    ['2025-05-14', [1], null],
    ['2025-05-20', [3, 1], null],
  ]));

it('two are two, and those of another hand are their own', () => {
  const other = { ...event(2, 'DocumentationReceived', '2025-05-20') };
  const byState = { ...other, metadata: { ...other.metadata, role: 'MS' } } as PledgeEvent;
  expect(
    shown([
      event(0, 'DocumentationReceived', '2025-05-20'),
      event(1, 'DocumentationReceived', '2025-05-20'),
      byState,
    ]),
  ).toEqual([['2025-05-20', [1, 1, 1], null]]);
});

it('what was annulled stands by itself', () =>
  expect(
    shown([
      event(0, 'X', '2025-05-20'),
      event(1, 'X', '2025-05-20', { struck: { reason: 'r' } }),
      event(2, 'X', '2025-05-20'),
    ]),
  ).toEqual([['2025-05-20', [1, 1, 1], null]]));

it.each([
  ['2025-07-12', null],
  ['2025-07-13', 60],
  ['2025-03-15', 60],
])('from 14 May 2025 to %s the pause is %s days, in either order', (to, pause) =>
  expect(shown([event(0, 'A', '2025-05-14'), event(1, 'B', to)])[1]?.[2]).toBe(pause),
);

it('an event without a day has a day of its own, and makes no pause', () =>
  expect(shown([event(0, 'A', '2014-01-01'), event(1, 'B', null), event(2, 'C', '2025-01-01')])).toEqual([
    ['2014-01-01', [1], null],
    [null, [1], null],
    ['2025-01-01', [1], null],
  ]));

it('nothing is lost, and the order stays', () => {
  const events = fc.array(
    fc.tuple(fc.constantFrom('A', 'B'), fc.constantFrom('2014-01-01', '2014-01-02', '2020-01-01', null)),
  );
  fc.assert(
    fc.property(events, (some) => {
      const all = some.map(([type, day], n) => event(n, type, day));
      const read = historyDays(all).flatMap(({ runs }) => runs.flatMap((run) => run.events));
      expect(read.map(({ revision }) => revision)).toEqual(all.map(({ revision }) => revision));
    }),
  );
});
