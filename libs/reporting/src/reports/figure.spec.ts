/** What a figure counts is named in order, whether all of it is asked for or the first of it; and each group counts what is added to it. */
import fc from 'fast-check';
import { addingOnce, countedIds, counting, countingInTurn, countingOnce, type Measure } from './figure.ts';

const references = fc.uniqueArray(fc.string({ maxLength: 4 }), { maxLength: 60 });

it('the first of what is counted are the beginning of all of it', () => {
  fc.assert(
    fc.property(references, fc.nat(25), fc.boolean(), (ids, most, asSet) => {
      const counted = countedIds('pledges', asSet ? new Set(ids) : ids);
      const first = counted.first(most);
      expect(first).toEqual([...ids].sort().slice(0, most));
      expect(counted.ids.slice(0, most)).toEqual(first);
      expect(counted.first(most)).toEqual(first);
    }),
  );
});

interface Row {
  readonly id: string;
  readonly fits: boolean;
}

const meaning = { figure: 'figure', name: 'Figure', unit: 'pledges', definition: 'pledges that fit' };
const idOf = ({ id }: Row): string => id;
const fits = (row: Row): boolean => row.fits;

const measures: readonly (readonly [string, Measure<Row>])[] = [
  ['each once', counting(meaning, 'pledges', (row) => (row.fits ? [row.id, row.id] : []))],
  ['rows that come once', countingOnce(meaning, 'pledges', idOf, fits)],
  ['rows that come in turn', countingInTurn(meaning, 'pledges', idOf, fits)],
  ['what rows state', addingOnce(meaning, 'pledges', idOf, (row) => (row.fits ? 1 : null))],
];

it.each(measures)('%s: in all, and in each group what was added to it', (_, measure) => {
  const rows = fc.array(fc.record({ fits: fc.boolean(), group: fc.constantFrom(0, 1, null) }), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(rows, (made) => {
      const all = measure.begin();
      const groups = [measure.begin(), measure.begin()];
      made.forEach(({ group, ...row }, n) => {
        measure.add({ id: `pledge ${n}`, ...row }, [
          all,
          ...(group === null ? [] : groups.slice(group, group + 1)),
        ]);
      });
      const expected = (isIn: (group: number | null) => boolean) =>
        made.flatMap((row, n) => (row.fits && isIn(row.group) ? [`pledge ${n}`] : [])).sort();
      expect(all.figure().counted.ids).toEqual(expected(() => true));
      expect(all.figure().value ?? 0).toBe(expected(() => true).length);
      groups.forEach((group, n) => {
        expect(group.figure().counted.ids).toEqual(expected((one) => one === n));
      });
    }),
  );
});

it('a row that comes several times at once counts once, in each group that it comes to', () => {
  const measure = countingInTurn(meaning, 'pledges', idOf, fits);
  const [all, one] = [measure.begin(), measure.begin()];
  for (const id of ['b', 'a']) {
    measure.add({ id, fits: true }, [all]);
    measure.add({ id, fits: false }, [all, one]);
    measure.add({ id, fits: true }, [all, one]);
  }
  expect([all, one].map((tally) => tally.figure().counted.ids)).toEqual([
    ['a', 'b'],
    ['a', 'b'],
  ]);
});
