/** What every place for read models promises of rows that are found by those of another view, and of counts by values. */
import fc from 'fast-check';
import type { ViewDefinition, Views } from '../views.ts';
import { countedContract, type OpenedPlace } from './counted.contract.ts';

interface Voyage {
  readonly ship: string | null;
  readonly to: string | null;
  readonly days: number | null;
}

interface Harbour {
  readonly coast: string;
}

const voyages: ViewDefinition<Voyage> = {
  name: 'voyages',
  version: 1,
  columns: { ship: ({ ship }) => ship, to: ({ to }) => to, days: ({ days }) => days },
  indexes: [['ship'], ['to', 'days']],
};
const harbours: ViewDefinition<Harbour> = {
  name: 'harbours',
  version: 1,
  columns: { coast: ({ coast }) => coast },
};

export const talliesContract = (opened: () => OpenedPlace): void => {
  countedContract(opened);

  describe('tallies', () => {
    const fill = async (rows: readonly Voyage[]): Promise<Views> => {
      const { views } = opened();
      await views.define([voyages, harbours]);
      await views.clear();
      const sailed = rows.map((row, n) => ({ view: 'voyages', key: `${n}`, row }));
      const known = { a: 'east', b: 'east', c: 'west' };
      const there = Object.entries(known).map(([key, coast]) => ({ view: 'harbours', key, row: { coast } }));
      await views.apply({ rows: [...sailed, ...there], revisions: new Map() });
      return views;
    };
    const voyage = fc.record({
      ship: fc.constantFrom('s', 't', null),
      to: fc.constantFrom('a', 'b', 'c', 'nowhere', null),
      days: fc.constantFrom(1, 2, 3, null),
    });

    it('count each set of values once, and apart those that fit further conditions', () =>
      fc.assert(
        fc.asyncProperty(fc.array(voyage, { maxLength: 12 }), async (rows) => {
          const views = await fill(rows);
          const long = { days: { from: 2 } };
          const counts = new Map<string, [number, number]>();
          for (const { ship, to, days } of rows.filter(({ days }) => days !== 3)) {
            const [count, among] = counts.get(JSON.stringify([to, ship])) ?? [0, 0];
            counts.set(JSON.stringify([to, ship]), [count + 1, among + ((days ?? 0) >= 2 ? 1 : 0)]);
          }
          const where = { days: { in: [1, 2, null] } };
          const found = await views.tally('voyages', ['to', 'ship'], where, long);
          const asFound = found.map(({ values, count, among }) => [JSON.stringify(values), [count, among]]);
          expect(asFound.toSorted()).toEqual([...counts].toSorted());
        }),
        { numRuns: 40 },
      ));

    it('are of all rows where nothing is asked, and say among how many where nothing more is', async () => {
      const views = await fill([{ ship: 's', to: 'a', days: 1 }]);
      expect(await views.tally('voyages', ['to'])).toEqual([{ values: ['a'], count: 1, among: 1 }]);
      await expect(views.tally('voyages', ['port'])).rejects.toThrow('port');
    });

    it('rows are found by the rows of another view that their column names', () =>
      fc.assert(
        fc.asyncProperty(fc.array(voyage, { maxLength: 12 }), async (rows) => {
          const views = await fill(rows);
          const east = { to: { keyOf: 'harbours', fitting: { coast: 'east' } } } as const;
          const found = (await views.find<Voyage>('voyages', { where: east })).map(({ row }) => row.to);
          const expected = rows.map(({ to }) => to).filter((to) => to === 'a' || to === 'b');
          expect(found.toSorted()).toEqual(expected.toSorted());
          expect(await views.count('voyages', east)).toBe(expected.length);
          const key = { keyOf: 'harbours', fitting: {} };
          expect(await views.count('harbours', { key })).toBe(3);
        }),
        { numRuns: 40 },
      ));

    it('a view that is not there finds nothing: it is refused', async () => {
      const views = await fill([]);
      const where = { to: { keyOf: 'lighthouses', fitting: {} } };
      await expect(views.find('voyages', { where })).rejects.toThrow('lighthouses');
    });
  });
};
