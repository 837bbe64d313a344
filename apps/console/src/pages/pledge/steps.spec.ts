/** Steps from event to event: through all of them, forth and back, and to no revision that its reader does not see. */
import fc from 'fast-check';
import { placeOf } from './steps.ts';

const revisions = fc
  .uniqueArray(fc.nat(500), { minLength: 1, maxLength: 60 })
  .map((some) => some.sort((a, b) => a - b));

it('after leads through all events to the last, and before back to the first', () => {
  fc.assert(
    fc.property(revisions, (all) => {
      const walk = (from: number, way: 'before' | 'after'): readonly number[] => {
        const next = placeOf(all, from)[way];
        return next === null ? [from] : [from, ...walk(next, way)];
      };
      expect(walk(all[0]!, 'after')).toEqual(all);
      expect(walk(all.at(-1)!, 'before')).toEqual([...all].reverse());
    }),
  );
});

it('between two events it is after the one and before the other', () => {
  expect(placeOf([0, 3, 7], 5)).toEqual({ at: 1, before: 3, after: 7 });
  expect(placeOf([3, 7], 1)).toEqual({ at: -1, before: null, after: 3 });
  expect(placeOf([3, 7], 9)).toEqual({ at: 1, before: 7, after: null });
});
