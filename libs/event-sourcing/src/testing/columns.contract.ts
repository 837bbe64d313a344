/** What views promise of columns that change by themselves, for the view `ships`: a row is found by what it says now, always. */
import type { Views } from '../views.ts';

interface Ship {
  readonly name: string;
  readonly flag: string | null;
  readonly tons: number | null;
  readonly story: string | null;
}

const first: Ship = { name: 'one', flag: 'FRA', tons: 1, story: 'calm' };

export const columnsContract = (opened: () => Views): void => {
  describe('columns of a row that changes', () => {
    const put = (row: unknown) =>
      opened().apply({ rows: [{ view: 'ships', key: 'a', row }], revisions: new Map() });
    const isFoundAs = async ({ flag, tons, story }: Ship): Promise<boolean> => {
      const where = { flag, tons, ...(story !== null && { story: { allBeginnings: story } }) };
      return (await opened().find('ships', { where })).length === 1;
    };

    it.each([
      ['none', {}],
      ['one', { flag: 'KEN' }],
      ['one to nothing', { tons: null }],
      ['a text', { story: 'storm' }],
      ['all', { flag: null, tons: 2, story: 'fog' }],
    ])('%s: it is found by the new ones alone, and again when they change back', async (_, changes) => {
      const second = { ...first, ...changes, name: 'two' };
      await put(first);
      for (const now of [second, first, second]) {
        await put(now);
        expect(await isFoundAs(now)).toBe(true);
        expect(await opened().get('ships', 'a')).toEqual(now);
        expect(await opened().count('ships')).toBe(1);
        const other = now === first ? second : first;
        if (Object.keys(changes).length > 0) expect(await isFoundAs(other)).toBe(false);
      }
    });

    it('a text that was taken away finds nothing', async () => {
      await put(first);
      await put({ ...first, story: null });
      expect(await isFoundAs(first)).toBe(false);
      await put(first);
      expect(await isFoundAs(first)).toBe(true);
    });

    it('hold what the last write that succeeded said', async () => {
      const second = { ...first, flag: 'KEN' };
      await put(first);
      const failing = [
        { view: 'ships', key: 'a', row: second },
        { view: 'nowhere', key: 'a', row: {} },
      ];
      await expect(opened().apply({ rows: failing, revisions: new Map() })).rejects.toThrow();
      expect(await isFoundAs(first)).toBe(true);
      await put(second);
      expect(await isFoundAs(second)).toBe(true);
      await put(null);
      await put(second);
      expect(await isFoundAs(second)).toBe(true);
      await opened().clear();
      await put(second);
      expect(await isFoundAs(second)).toBe(true);
    });
  });
};
