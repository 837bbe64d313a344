/** Two moments of a pledge come back from their address; what is no number of an event is nothing. */
import fc from 'fast-check';
import { afterEvent, comparedIn, revisionIn } from './compare-address.ts';

const searchOf = (address: string): string => address.split('?')[1] ?? '';

it('both moments come back from the address', () => {
  const revisions = fc.nat({ max: 999_999_999 });
  fc.assert(
    fc.property(revisions, fc.option(revisions), (at, compare) => {
      const search = searchOf(afterEvent('2025-berlin/IND/QRF-COY-2HP4N', at, compare));
      expect([revisionIn(search), comparedIn(search)]).toEqual([at, compare]);
    }),
  );
});

it('one moment alone is compared with nothing', () =>
  expect(afterEvent('2025-berlin/IND/QRF-COY-2HP4N', 3)).toBe(
    '/pledges/2025-berlin/IND/QRF-COY-2HP4N?atRevision=3',
  ));

it.each(['', '-1', '1.5', 'x', '1e3', '1234567890'])('compare=%s is no event', (value) =>
  expect(comparedIn(`compare=${value}`)).toBeNull(),
);
