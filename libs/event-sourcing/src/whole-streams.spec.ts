/** Streams of any length, in a store that hides some of their events and hands out pages as the real ones do. */
import type { SetAsideItem } from './delivery.ts';
import { recorded } from './testing/spec-for.ts';
import { wholeStreams } from './whole-streams.ts';

const LARGEST_PAGE = 10_000;
const STREAM = 'stream-1';
const event = (revision: number) => recorded({ type: 'Counted', data: {} }, revision);

/** What is carried of these revisions, and why the rest is set aside. @param hidden whether the store shows a revision. */
const handing = async (batches: readonly (readonly number[])[], hidden: (revision: number) => boolean) => {
  const reasons: string[] = [];
  const store = {
    read: (_: string, { from = 0, limit = LARGEST_PAGE } = {}) => {
      if (limit < 1 || limit > LARGEST_PAGE) return Promise.reject(new RangeError(`a page of ${limit}`));
      const page = [];
      for (let at = from; at <= 30_000 && page.length < limit; at++) if (!hidden(at)) page.push(event(at));
      return Promise.resolve(page);
    },
  };
  const whole = wholeStreams(store, (items: readonly SetAsideItem[]) =>
    reasons.push(...items.map(({ why }) => why)),
  );
  const carried: number[] = [];
  for (const batch of batches)
    carried.push(...(await whole(batch.map(event))).map(({ revision }) => revision));
  return { carried, reasons };
};

it.each([
  ['from its beginning', [[0, 1], [2]]],
  ['first seen in its middle', [[12_000, 12_001]]],
  ['with a leap that the store fills', [[0, 1], [25_003]]],
])('a whole stream is carried %s', async (_, batches) => {
  expect(await handing(batches, () => false)).toEqual({ carried: batches.flat(), reasons: [] });
});

it.each([
  ['after a hole of one', [[0], [2]], (at: number) => at === 1, [0], 'revision 1'],
  [
    'after a hole in a leap of many pages',
    [[0], [25_003]],
    (at: number) => at === 20_000,
    [0],
    'revision 20000',
  ],
  [
    'after a hole of many pages',
    [[0], [25_003]],
    (at: number) => at > 0 && at < 25_003,
    [0],
    'revisions 1 to 25002',
  ],
  [
    'after a leap that the store does not reach',
    [[0], [25_003]],
    (at: number) => at > 9,
    [0],
    'revisions 10 to 25002',
  ],
  ['whose beginning is hidden', [[12_000]], (at: number) => at < 3, [], 'revisions 0 to 2'],
  ['that is gone', [[12_000]], () => true, [], 'revision 0 and those after it'],
])('an event %s is set aside, and says what is missing', async (_, batches, hidden, carried, missing) => {
  const handed = await handing(batches, hidden);
  expect(handed.carried).toEqual(carried);
  expect(handed.reasons).toEqual([
    `The history of ${STREAM} is not whole: the store does not show ${missing}. It was deleted, truncated or limited.`,
  ]);
});
