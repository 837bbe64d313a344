/** What views promise of rows that are followed, for the view `ports`. */
import type { Views } from '../views.ts';

export const changesContract = (opened: () => Views): void => {
  describe('changes of followed rows', () => {
    const put = (rows: Readonly<Record<string, object | null>>, view = 'ports') =>
      opened().apply({
        rows: Object.entries(rows).map(([key, row]) => ({ view, key, row })),
        revisions: new Map(),
      });
    const since = (place: number | null) => opened().changedSince('ports', place);

    it('are all that came, changed or went since a place, each once', async () => {
      const { place: begun } = await since(null);
      await put({ a: { name: 'one' }, b: { name: 'two' } });
      const { place, keys } = await since(begun);
      expect([...(keys ?? [])].sort()).toEqual(['a', 'b']);
      await put({ b: { name: 'three' } });
      await put({ b: null });
      expect((await since(place)).keys).toEqual(['b']);
      expect((await since((await since(place)).place)).keys).toEqual([]);
    });

    it('may be all rows for who has read nothing, or comes from elsewhere', async () => {
      await put({ a: { name: 'one' } });
      expect((await since(null)).keys).toBeNull();
      expect((await since((await since(null)).place + 1)).keys).toBeNull();
    });

    it('are all rows once they were emptied, also when others came since', async () => {
      await put({ a: { name: 'one' } });
      const { place } = await since(null);
      await opened().clear();
      expect((await since(place)).keys).toBeNull();
      const { place: later } = await since(place);
      await put({ c: { name: 'three' } });
      expect((await since(later)).keys).toEqual(['c']);
      expect((await since(place)).keys).toBeNull();
    });

    it('that are too long ago to be told apart are all rows', async () => {
      await put({ a: { name: 'one' } });
      const { place } = await since(null);
      for (let n = 0; n < 80; n += 1) {
        await put(Object.fromEntries(Array.from({ length: 1000 }, (_, m) => [`${m}`, { name: `${n}` }])));
      }
      expect((await since(place)).keys).toBeNull();
      const near = await since(null);
      await put({ z: { name: 'last' } });
      expect((await since(near.place)).keys).toEqual(['z']);
    });

    it('are of followed views alone', async () => {
      await expect(opened().changedSince('ships', null)).rejects.toThrow('ships');
    });
  });
};
