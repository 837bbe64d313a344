/** What every place for read models promises. Keys are ordered by their UTF-8 bytes. */
import fc from 'fast-check';
import type { ColumnValue, Condition, ViewDefinition, ViewQuery, Views } from '../views.ts';
import { inPages } from './view-pages.ts';
import { byBytes, compare } from './column-order.ts';
import { columnsContract } from './columns.contract.ts';
import { changesContract } from './changes.contract.ts';
import { listsContract } from './lists.contract.ts';
import { alikeViews, usualFieldsContract } from './usual-fields.contract.ts';
import { textsContract } from './texts.contract.ts';
import { projectContract, rowsIn } from './project.contract.ts';
import { talliesContract } from './tallies.contract.ts';

export interface OpenViews {
  readonly views: Views;
  /** Opens the same place again, as after a restart. */
  reopen(): Promise<Views>;
  close(): Promise<void>;
}

interface Ship {
  readonly name: string;
  readonly flag: string | null;
  readonly tons: number | null;
  readonly story?: string | null;
}

const ships: ViewDefinition<Ship> = {
  name: 'ships',
  version: 1,
  columns: { flag: (ship) => ship.flag, tons: (ship) => ship.tons, story: (ship) => ship.story ?? null },
  texts: ['story'],
  sparse: ['tons'],
  lists: [['log']],
};
const ports = { name: 'ports', version: 1, columns: {}, isFollowed: true } as const;

export const viewsContract = (name: string, open: () => Promise<OpenViews>): void => {
  describe(`views: ${name}`, () => {
    let opened: OpenViews;
    let views: Views;

    beforeEach(async () => {
      opened = await open();
      ({ views } = opened);
      await views.define([ships, ports, ...alikeViews]);
    });
    afterEach(() => opened.close());

    describe('rows', () => {
      it('come back as they were, in text of any language', async () => {
        const row = { ...ship("Côte d'Ivoire; DROP TABLE"), nested: [{ deep: null }], amount: 1.5 };
        await views.apply(rowsOf({ "Türkiye's '1'": row }));
        expect(await views.get('ships', "Türkiye's '1'")).toEqual(row);
        expect(await views.get('ships', 'nobody')).toBeUndefined();
      });

      it('are replaced, and deleted by null', async () => {
        await views.apply(rowsOf({ a: ship('first'), b: ship('second') }));
        await views.apply(rowsOf({ a: ship('third'), b: null, c: null }));
        expect(await rowsIn(views, 'ships')).toEqual([['a', ship('third')]]);
      });

      it('are found many at once; those that do not exist are left out', async () => {
        await views.apply(rowsOf({ a: ship('a'), b: ship('b') }));
        const found = await views.getMany<Ship>('ships', ['b', 'x', 'a']);
        expect(Object.fromEntries(found)).toEqual({ a: ship('a'), b: ship('b') });
      });

      it('belong to their view', async () => {
        await views.apply({
          rows: [{ view: 'ports', key: 'a', row: { name: 'Mombasa' } }],
          revisions: new Map(),
        });
        expect(await views.get('ships', 'a')).toBeUndefined();
        expect(await views.count('ports')).toBe(1);
      });

      it('are dumped in the order of their keys', async () => {
        const keys = Array.from({ length: 2500 }, (_, n) => `k${(n * 7919) % 2500}`);
        await views.apply(rowsOf(Object.fromEntries(keys.map((key) => [key, ship(key)]))));
        expect((await rowsIn(views, 'ships')).map(([key]) => key)).toEqual(keys.toSorted(byBytes));
      });
    });

    describe('revisions', () => {
      it('are stored with the rows, the newest of each stream', async () => {
        await views.apply({
          rows: [],
          revisions: new Map([
            ['one', 3],
            ['two', 0],
          ]),
        });
        await views.apply({ rows: [], revisions: new Map([['one', 4]]) });
        expect(Object.fromEntries(await views.lastApplied(['one', 'two', 'three']))).toEqual({
          one: 4,
          two: 0,
        });
      });

      it('stay when a row cannot be written, as do the rows', async () => {
        await views.apply({ ...rowsOf({ a: ship('old') }), revisions: new Map([['one', 1]]) });
        const changes = { ...rowsOf({ a: ship('new'), b: { tons: 1n } }), revisions: new Map([['one', 2]]) };
        await expect(views.apply(changes)).rejects.toThrow();
        expect(await views.get('ships', 'a')).toEqual(ship('old'));
        expect(Object.fromEntries(await views.lastApplied(['one']))).toEqual({ one: 1 });
      });
    });

    describe('questions', () => {
      it('are refused when they name what was not declared', async () => {
        await expect(views.find('ships', { where: { name: 'a' } })).rejects.toThrow('name');
        await expect(views.find('ships', { orderBy: 'tons; --' })).rejects.toThrow('tons; --');
        await expect(views.count('ships', { 'flag" OR 1=1 --': 'x' })).rejects.toThrow();
        await expect(views.get('boats', 'a')).rejects.toThrow('boats');
        await expect(
          views.apply({ rows: [{ view: 'boats', key: 'a', row: {} }], revisions: new Map() }),
        ).rejects.toThrow();
      });

      it('may be by key, where no column has that name', async () => {
        await views.apply(rowsOf({ a: ship('first'), b: ship('second', 'KEN'), c: ship('third', 'KEN') }));
        const where = { key: { in: ['a', 'b'] }, flag: 'KEN' };
        expect((await views.find('ships', { where })).map(({ key }) => key)).toEqual(['b']);
        expect(await views.count('ships', { key: 'c' })).toBe(1);
      });

      it('are answered as a look at every row would', async () => {
        await fc.assert(
          fc.asyncProperty(
            fleet,
            where,
            orderBy,
            fc.boolean(),
            limit,
            async (rows, conditions, order, descending, size) => {
              await views.clear();
              await views.apply(rowsOf(rows));
              const expected = lookAtAll(rows, conditions, order, descending);
              const query: ViewQuery = { where: conditions, ...(order && { orderBy: order, descending }) };
              expect(await views.find('ships', query)).toEqual(expected);
              expect(await views.keys('ships', query)).toEqual(expected.map(({ key }) => key));
              expect(await views.find('ships', { ...query, limit: size })).toEqual(expected.slice(0, size));
              expect(await views.find('ships', { ...query, manyFit: true })).toEqual(expected);
              expect(await views.count('ships', conditions)).toBe(expected.length);
              expect(await views.count('ships', conditions, 2)).toBe(Math.min(expected.length, 2));
              expect(await inPages(views, 'ships', query, size)).toEqual(expected);
            },
          ),
          { numRuns: 150 },
        );
      });
    });

    textsContract(() => views);
    listsContract(() => views);
    usualFieldsContract(() => views);
    changesContract(() => views);
    columnsContract(() => views);

    talliesContract(() => opened);

    describe('definitions', () => {
      const fill = () => views.apply({ ...rowsOf({ a: ship('a') }), revisions: new Map([['one', 1]]) });
      const isEmpty = async (again: Views): Promise<boolean> =>
        (await again.count('ships')) === 0 && (await again.lastApplied(['one'])).size === 0;

      it('of nothing yet throw nothing away', async () => {
        expect(await (await opened.reopen()).define([ships, ports])).toBe(false);
      });

      it('unchanged keep rows and revisions over a restart', async () => {
        await fill();
        const again = await opened.reopen();
        expect(await again.define([ships, ports])).toBe(false);
        expect(await again.get('ships', 'a')).toEqual(ship('a'));
        expect(await again.lastApplied(['one'])).toEqual(new Map([['one', 1]]));
      });

      const changes: [string, ViewDefinition<never>[]][] = [
        ['a raised version', [{ ...ships, version: 2 }, ports]],
        [
          'another column',
          [{ ...ships, columns: { flag: (row: Ship) => row.flag }, texts: [], sparse: [] }, ports],
        ],
        ['a list that is kept in its row', [{ ...ships, lists: [] }, ports]],
        ['a column that is sparse no more', [{ ...ships, sparse: [] }, ports]],
        ['a column that becomes a text', [{ ...ships, texts: ['story', 'flag'] }, ports]],
        ['a column that is no text any more', [{ ...ships, texts: [] }, ports]],
        ['other indexes', [{ ...ships, indexes: [['flag', 'tons']] }, ports]],
        ['a new view', [ships, ports, { ...ports, name: 'lighthouses' }]],
      ];
      it.each(changes)('%s empties everything, so that it is rebuilt', async (_, changed) => {
        await fill();
        const again = await opened.reopen();
        expect(await again.define(changed)).toBe(true);
        expect(await isEmpty(again)).toBe(true);
        expect(await again.define(changed)).toBe(false);
      });

      it('a view that was left out for a while comes back empty', async () => {
        await fill();
        const without = await opened.reopen();
        expect(await without.define([ports])).toBe(false);
        const again = await opened.reopen();
        expect(await again.define([ships, ports])).toBe(true);
        expect(await isEmpty(again)).toBe(true);
      });

      it('clearing empties everything', async () => {
        await fill();
        await views.clear();
        expect(await isEmpty(views)).toBe(true);
      });
    });

    projectContract(async () => {
      const another = await open();
      return { views: another.views, close: () => another.close() };
    });
  });
};

const ship = (name: string, flag: string | null = null, tons: number | null = null): Ship => ({
  name,
  flag,
  tons,
});

const rowsOf = (rows: Readonly<Record<string, unknown>>) => ({
  rows: Object.entries(rows).map(([key, row]) => ({ view: 'ships', key, row })),
  revisions: new Map<string, number>(),
});

/** Few values, so that rows share them. */
const flag = fc.constantFrom('FRA', 'KEN', 'TUR', 'ß', 'é', 'KEN FRA', null);
const tons = fc.constantFrom(-1, 0, 0.5, 3, 1000, null);
const fleet = fc.dictionary(
  fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'Z', 'ä', 'aa', '1'),
  fc.record({ name: fc.constant('ship'), flag, tons }),
);
const present = <Value>(values: fc.Arbitrary<Value | null>) =>
  values.filter((value): value is Value & NonNullable<Value> => value !== null);
const conditionOn = (values: fc.Arbitrary<ColumnValue>): fc.Arbitrary<Condition> =>
  fc.oneof(
    values,
    fc.record({ in: fc.array(values, { maxLength: 3 }) }),
    fc.record({ anyWord: fc.array(fc.constantFrom('FRA', 'KEN', 'TUR', 'ß', 'é', 'FR'), { maxLength: 3 }) }),
    fc.record({ from: present(values), to: present(values) }, { requiredKeys: [] }),
  );
const where = fc.record({ flag: conditionOn(flag), tons: conditionOn(tons) }, { requiredKeys: [] });
const orderBy = fc.constantFrom('flag', 'tons', undefined);
const limit = fc.integer({ min: 1, max: 4 });

const lookAtAll = (
  rows: Readonly<Record<string, Ship>>,
  conditions: NonNullable<ViewQuery['where']>,
  order: 'flag' | 'tons' | undefined,
  descending: boolean,
) =>
  Object.entries(rows)
    .map(([key, row]) => ({ key, row }))
    .filter(({ row }) =>
      Object.entries(conditions).every(([column, condition]) => matches(row[column as 'flag'], condition)),
    )
    .sort((one, other) => {
      const [first, second] = [one, other].map(({ row }) => (order === undefined ? null : row[order]));
      const byColumn = compare(first ?? null, second ?? null);
      const ascending = byColumn === 0 ? byBytes(one.key, other.key) : byColumn;
      // Those without a value come last, in the order of their keys, whichever way the others go.
      return descending && first !== null && second !== null ? -ascending : ascending;
    });

const matches = (value: ColumnValue, condition: Condition): boolean => {
  if (condition === null || typeof condition !== 'object') return value === condition;
  if ('in' in condition) return condition.in.includes(value);
  if (value === null || 'allBeginnings' in condition || 'keyOf' in condition) return false;
  if ('anyWord' in condition)
    return condition.anyWord.some((word) => String(value).split(' ').includes(word));
  const { from, to } = condition;
  return (from === undefined || compare(value, from) >= 0) && (to === undefined || compare(value, to) <= 0);
};
