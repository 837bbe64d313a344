/** Whoever follows a link to an event finds it, wherever in the history it stands, and is led nowhere where there is none. */
import fc from 'fast-check';
import { wayTo } from './way-to-event.ts';

it.each<[number, readonly number[], 'asc' | 'desc', boolean, string]>([
  [12, [14, 12, 9], 'desc', true, 'here'],
  [12, [14, 13, 11], 'desc', true, 'nowhere'],
  [12, [20, 19, 18], 'desc', true, 'on'],
  [12, [20, 19, 18], 'desc', false, 'nowhere'],
  [12, [2000, 1999, 1998], 'desc', true, 'other-end'],
  [2001, [2000, 1999], 'desc', true, 'nowhere'],
  [12, [0, 1, 2], 'asc', true, 'on'],
  [12, [0, 1, 13], 'asc', true, 'nowhere'],
  [12, [], 'desc', true, 'nowhere'],
])('to %d from %j, %s, more: %s: %s', (wanted, revisions, order, hasMore, way) =>
  expect(wayTo(wanted, revisions, order, hasMore)).toBe(way),
);

it('every event is reached, and none that is not there keeps the page loading', () => {
  const histories = fc.uniqueArray(fc.nat({ max: 300 }), { minLength: 1, maxLength: 120 });
  fc.assert(
    fc.property(histories, fc.nat({ max: 320 }), fc.integer({ min: 1, max: 20 }), (all, wanted, atOnce) => {
      const revisions = all.toSorted((a, b) => a - b);
      let order: 'asc' | 'desc' = 'desc';
      let loaded = atOnce;
      for (let step = 0; step <= all.length + 1; step += 1) {
        const inOrder = order === 'asc' ? revisions : revisions.toReversed();
        const way = wayTo(wanted, inOrder.slice(0, loaded), order, loaded < all.length);
        if (way === 'here' || way === 'nowhere') return (way === 'here') === all.includes(wanted);
        if (way === 'on') loaded += atOnce;
        else [order, loaded] = ['asc', atOnce];
      }
      return false;
    }),
  );
});
