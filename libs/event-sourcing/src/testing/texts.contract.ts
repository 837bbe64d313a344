/** What views promise of their texts, for the view `ships` that has one. */
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
        a: told("Deux hôpitaux de niveau II, Côte d'Ivoire"),
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

const rowsOf = (rows: Readonly<Record<string, unknown>>) => ({
  rows: Object.entries(rows).map(([key, row]) => ({ view: 'ships', key, row })),
  revisions: new Map<string, number>(),
});
