/** What every place for read models promises of counts that somebody keeps: with what changed since, they are what counting again gives. */
import fc from 'fast-check';
import type { ColumnValue, Tally, ViewDefinition, ViewQuery, Views } from '../views.ts';

interface Berth {
  readonly port: string | null;
  readonly from: number;
  readonly note: string;
}

const berths: ViewDefinition<Berth> = {
  name: 'berths',
  version: 1,
  columns: { port: ({ port }) => port, from: ({ from }) => from, note: ({ note }) => note },
  sparse: ['port'],
  counted: ['port', 'from'],
};
const harbours: ViewDefinition = { name: 'harbours', version: 1, columns: {} };

export interface OpenedPlace {
  readonly views: Views;
  reopen(): Promise<Views>;
}

export const countedContract = (opened: () => OpenedPlace): void => {
  describe('counts that are kept', () => {
    /** @param views as they were opened last. */
    const begin = async (views = opened().views): Promise<Views> => {
      await views.define([berths, harbours]);
      await views.clear();
      return views;
    };
    const put = (views: Views, rows: Readonly<Record<string, Berth | null>>) =>
      views.apply({
        rows: Object.entries(rows).map(([key, row]) => ({ view: 'berths', key, row })),
        revisions: new Map(),
      });
    const berth = (port: string | null, from = 0, note = ''): Berth => ({ port, from, note });

    it('are put right by what came, went and changed, under all conditions, also after a restart', async () => {
      let { views } = opened();
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
          await begin(views);
          const keepers = QUESTIONS.map((question) => keeperOf(question));
          for (const { rows, does, asked } of steps) {
            if (does === 'restart') {
              views = await opened().reopen();
              await views.define([berths, harbours]);
            } else if (does === 'clear') await views.clear();
            await put(views, rows);
            for (const n of asked) {
              const { columns, where, among } = QUESTIONS[n] ?? ALL;
              const counted = await views.tally('berths', columns, where, among);
              expect(sorted((await keepers[n]?.(views)) ?? [])).toEqual(sorted(counted));
            }
          }
        }),
        { numRuns: 80 },
      );
    });

    it('are told what changed alone: a row that stays as it is counted is no change', async () => {
      const views = await begin();
      await put(views, { a: berth('x', 1), b: berth('x', 2), c: berth('y', 1) });
      const { place } = await views.tallySince('berths', null, ['port']);
      await put(views, { a: berth('x', 1, 'painted') });
      expect(await views.tallySince('berths', place, ['port'])).toEqual({
        ...{ place, isChange: true, tallies: [] },
      });
      await put(views, { a: berth('y', 1), c: null, d: berth('z', 5) });
      const { tallies, isChange } = await views.tallySince(
        'berths',
        place,
        ['port'],
        {},
        { from: { to: 1 } },
      );
      expect(isChange).toBe(true);
      expect(sorted(tallies)).toEqual(
        sorted([
          { values: ['x'], count: -1, among: -1 },
          { values: ['y'], count: 0, among: 0 },
          { values: ['z'], count: 1, among: 0 },
        ]),
      );
    });

    it('are of all rows in one count where no column is named', async () => {
      const views = await begin();
      const none = await views.tallySince('berths', null, []);
      expect(none).toMatchObject({ isChange: false, tallies: [{ values: [], count: 0, among: 0 }] });
      await put(views, { a: berth('x'), b: berth(null) });
      const since = await views.tallySince('berths', none.place, [], { port: null });
      expect(since).toMatchObject({ isChange: true, tallies: [{ values: [], count: 1, among: 1 }] });
    });

    it('are made anew where what changed is not known, or no longer', async () => {
      const views = await begin();
      await put(views, { a: berth('x') });
      const { place } = await views.tallySince('berths', null, ['port']);
      const whole = { isChange: false, tallies: [{ values: ['x'], count: 1, among: 1 }] };
      expect(await views.tallySince('berths', place + 1, ['port'])).toMatchObject(whole);
      await views.clear();
      await put(views, { b: berth('x') });
      expect(await views.tallySince('berths', place, ['port'])).toMatchObject(whole);
      const { place: before } = await views.tallySince('berths', null, ['port']);
      for (let n = 0; n < 12; n += 1)
        await put(views, Object.fromEntries(Array.from({ length: 1000 }, (_, m) => [`${m}`, berth('x', n)])));
      expect(await views.tallySince('berths', before, ['port'])).toMatchObject({
        ...{ isChange: false, tallies: [{ values: ['x'], count: 1001, among: 1001 }] },
      });
    });

    it('begin anew, with everything else, where other columns are counted', async () => {
      const views = await begin();
      await views.apply({
        rows: [{ view: 'berths', key: 'a', row: berth('x') }],
        revisions: new Map([['one', 1]]),
      });
      const again = await opened().reopen();
      expect(await again.define([berths, harbours])).toBe(false);
      expect(await again.define([{ ...berths, counted: ['port'] }, harbours])).toBe(true);
      expect(await again.tallySince('berths', null, [])).toMatchObject({ tallies: [{ count: 0 }] });
    });

    it('are refused by columns that are not counted, by rows of other views, and of other views', async () => {
      const views = await begin();
      await put(views, { a: berth('x') });
      const { place } = await views.tallySince('berths', null, ['port']);
      await put(views, { b: berth('x') });
      await expect(views.tallySince('berths', place, ['note'])).rejects.toThrow('note');
      await expect(views.tallySince('berths', place, ['port'], { note: '' })).rejects.toThrow('note');
      const port = { keyOf: 'harbours', fitting: {} };
      await expect(views.tallySince('berths', place, ['port'], { port })).rejects.toThrow('harbours');
      await expect(views.tallySince('harbours', null, [])).rejects.toThrow('harbours');
    });
  });
};

interface Question {
  readonly columns: readonly string[];
  readonly where?: ViewQuery['where'];
  readonly among?: ViewQuery['where'];
}

const ALL: Question = { columns: [] };
const QUESTIONS: readonly Question[] = [
  ALL,
  { columns: ['port'] },
  { columns: ['port', 'from'], where: { from: { from: 2 } }, among: { port: { anyWord: ['x'] } } },
  { columns: ['from'], where: { port: { in: ['x', null] } }, among: { from: { to: 2 } } },
  { columns: [], where: { port: 'y' } },
];

/** Keeps one count, however others keep theirs. */
const keeperOf = ({ columns, where, among }: Question) => {
  let place: number | null = null;
  let kept = new Map<string, Tally>();
  return async (views: Views): Promise<readonly Tally[]> => {
    const since = await views.tallySince('berths', place, columns, where, among);
    ({ place } = since);
    if (!since.isChange) kept = new Map();
    for (const { values, count, among: fitting } of since.tallies) {
      const key = JSON.stringify(values);
      const before = kept.get(key) ?? { count: 0, among: 0 };
      kept.set(key, { values, count: before.count + count, among: before.among + fitting });
    }
    return [...kept.values()].filter(({ count, values }) => count !== 0 || values.length === 0);
  };
};

const sorted = (tallies: readonly Tally[]): readonly (readonly [string, number, number])[] =>
  tallies
    .map(({ values, count, among }): [string, number, number] => [textOf(values), count, among])
    .sort(([one], [other]) => (one < other ? -1 : 1));

const textOf = (values: readonly ColumnValue[]): string => JSON.stringify(values);

const row = fc.option(
  fc.record({
    port: fc.constantFrom('x', 'y', 'x y', null),
    from: fc.integer({ min: 0, max: 3 }),
    note: fc.constantFrom('', 'painted'),
  }),
);
const step = fc.record({
  rows: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), row),
  does: fc.constantFrom('nothing', 'nothing', 'nothing', 'restart', 'clear'),
  asked: fc.subarray(QUESTIONS.map((_, n) => n)),
});
