/** What views promise of their texts, for the view `ships` that has one. */
import fc from 'fast-check';
import type { Views } from '../views.ts';
import { inPages } from './view-pages.ts';

export const textsContract = (opened: () => Views): void => {
  describe('texts', () => {
    let views: Views;
    const told = (story: string | null) => ({ name: 'a', flag: null, tons: null, story });
    const find = async (beginnings: string) => {
      const where = { story: { allBeginnings: beginnings } };
      const keys = (await views.find('ships', { where })).map(({ key }) => key);
      expect(await views.count('ships', where)).toBe(keys.length);
      return keys.join(' ');
    };
    beforeEach(async () => {
      views = opened();
      const stories = {
        a: told(WITH_HOSPITALS),
        b: told('A level-II hospital; 2019-new-york/CIV/HOSP-L2'),
        c: told('两个步兵营 СЕРБИЯ مستشفى'),
        d: told(null),
      };
      await views.apply(rowsOf(stories));
    });

    it.each([
      ['level', 'b'],
      ['LEVEL ii hosp', 'b'],
      ['hosp', 'b'],
      ['hop', 'a'],
      ['ivoire hôpitaux', 'a'],
      ['cote', 'a'],
      ['2019-new-york/CIV', 'b'],
      ['HOSP-L', 'b'],
      ['new-york 2019', 'b'],
      ['york-new', ''],
      ['ospital', ''],
      ['ii', 'a b'],
      ['ii boat', ''],
      ['сербия', 'c'],
      ['مستشفى', 'c'],
      ['两个', 'c'],
      ['', ''],
      [' - " * ', ''],
      ['hosp"*', 'b'],
      ['level OR boat', ''],
      ['story:level', ''],
      ['NEAR(level)', ''],
      ["'; DROP TABLE ships; --", ''],
    ])('%j is in %j', async (beginnings, keys) => expect(await find(beginnings)).toBe(keys));

    it('follow their rows', async () => {
      await views.apply(rowsOf({ a: told('A frigate'), b: null, d: told('hospital') }));
      expect([await find('hopitaux'), await find('frig'), await find('hosp')]).toEqual(['', 'a', 'd']);
      await views.apply(rowsOf({ a: told(null) }));
      expect(await find('frig')).toBe('');
      await views.clear();
      expect(await find('hosp')).toBe('');
      await views.apply(rowsOf({ a: told('hospital') }));
      expect(await find('hosp')).toBe('a');
    });

    it('follow their rows within a batch, in the order of its changes', async () => {
      const change = (key: string, row: unknown) => ({ view: 'ships', key, row });
      const revisions = new Map<string, number>();
      await views.apply({
        rows: [
          ...[change('e', told('A frigate')), change('e', told('A hospital boat'))],
          ...[change('b', null), change('b', told('A frigate'))],
          ...[change('f', told('A frigate')), change('f', null)],
          ...[change('a', told('Something else')), change('a', told(WITH_HOSPITALS))],
        ],
        revisions,
      });
      expect([await find('frig'), await find('hosp'), await find('hop'), await find('someth')]).toEqual([
        ...['b', 'e', 'a', ''],
      ]);
    });

    it('stay as they are where a batch fails, and are found when it is applied again', async () => {
      const rows = [{ view: 'ships', key: 'a', row: told('A frigate') }];
      const unknown = { view: 'no such view', key: 'a', row: {} };
      await expect(views.apply({ rows: [...rows, unknown], revisions: new Map() })).rejects.toThrow();
      await views.apply(rowsOf({ d: told('A boat') }));
      expect([await find('frig'), await find('hop'), await find('boat')]).toEqual(['', 'a', 'd']);
      await views.apply({ rows, revisions: new Map() });
      expect([await find('frig'), await find('hop')]).toEqual(['a', '']);
    });

    it('any changes in any batches leave the words of the rows that there are', async () => {
      const story = fc.constantFrom(null, 'one', 'two', 'one two', 'two one');
      const change = fc.record({
        key: fc.constantFrom('k', 'l', 'm', 'n'),
        row: fc.option(fc.record({ story, tons: fc.nat(3) }), { freq: 3 }),
      });
      const batches = fc.array(fc.array(change, { minLength: 1, maxLength: 5 }), { maxLength: 12 });
      await fc.assert(
        fc.asyncProperty(batches, async (changes) => {
          await views.clear();
          const stories = new Map<string, string | null>();
          for (const batch of changes) {
            const rows = batch.map(({ key, row }) => ({
              ...{ view: 'ships', key },
              row: row && { ...told(row.story), tons: row.tons },
            }));
            await views.apply({ rows, revisions: new Map() });
            for (const { key, row } of batch) {
              if (row === null) stories.delete(key);
              else stories.set(key, row.story);
            }
            for (const word of ['one', 'two']) {
              const having = [...stories].filter(([, told]) => told?.includes(word)).map(([key]) => key);
              expect(await find(word)).toBe(having.toSorted().join(' '));
            }
          }
        }),
        { numRuns: 60 },
      );
    });

    it('narrow other conditions, and are in no order of their own', async () => {
      const words = { story: { allBeginnings: 'ii' } };
      expect(await views.count('ships', { ...words, flag: 'KEN' })).toBe(0);
      await expect(views.find('ships', { orderBy: 'story' })).rejects.toThrow('story');
      await expect(views.count('ships', { story: 'x' })).rejects.toThrow('story');
      await expect(views.count('ships', { flag: { allBeginnings: 'x' } })).rejects.toThrow('flag');
    });

    it('are found in pages as others are', async () => {
      const query = { where: { story: { allBeginnings: 'ii' } }, orderBy: 'tons' as const };
      expect((await inPages(views, 'ships', query, 1)).map(({ key }) => key)).toEqual(['a', 'b']);
    });
  });
};

const WITH_HOSPITALS = "Deux hôpitaux de niveau II, Côte d'Ivoire";

const rowsOf = (rows: Readonly<Record<string, unknown>>) => ({
  rows: Object.entries(rows).map(([key, row]) => ({ view: 'ships', key, row })),
  revisions: new Map<string, number>(),
});
