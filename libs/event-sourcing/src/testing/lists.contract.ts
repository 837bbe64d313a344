/** What views promise of lists that grow long, for the view `ships` whose rows have a log. */
import type { Views } from '../views.ts';

interface Logged {
  readonly name: string;
  readonly log: readonly Entry[];
}

interface Entry {
  readonly day: number;
  readonly text: string;
}

const ship = (log: readonly Entry[]): Logged & { readonly flag: null; readonly tons: number } => ({
  name: 'one',
  flag: null,
  tons: log.length,
  log,
});
const entries = (count: number, from = 0): Entry[] =>
  Array.from({ length: count }, (_, n) => ({ day: from + n, text: `Day ${from + n}: "calm"` }));

export const listsContract = (opened: () => Views): void => {
  describe('long lists', () => {
    const put = (row: unknown, revisions: ReadonlyMap<string, number> = new Map()) =>
      opened().apply({ rows: [{ view: 'ships', key: 'a', row }], revisions });
    const kept = async (): Promise<readonly Entry[] | undefined> =>
      (await opened().get<Logged>('ships', 'a'))?.log;

    it.each([0, 1, 63, 64, 65, 127, 128, 129, 1000])('of %i come back whole', async (count) => {
      await put(ship(entries(count)));
      expect(await kept()).toEqual(entries(count));
      const [found] = await opened().find<Logged>('ships', { where: { tons: count } });
      expect(found?.row.log).toEqual(entries(count));
      expect((await opened().getMany<Logged>('ships', ['a'])).get('a')?.log).toEqual(entries(count));
    });

    it('grow, change in the middle, shrink and grow again', async () => {
      let log = entries(60);
      for (const next of [
        (before: Entry[]) => [...before, ...entries(90, 60)],
        (before: Entry[]) => [...before, ...entries(1, 150)],
        (before: Entry[]) => before.map((entry) => (entry.day === 70 ? { ...entry, text: 'storm' } : entry)),
        (before: Entry[]) => before.filter(({ day }) => day !== 3),
        (before: Entry[]) => before.slice(0, 10),
        (before: Entry[]) => [...before, ...entries(100, 500)],
      ]) {
        log = next(log);
        await put(ship(log));
        expect(await kept()).toEqual(log);
      }
    });

    it('go with their row, and a row that comes again has its own', async () => {
      const log = entries(200);
      await put(ship(log));
      await put(null);
      expect(await kept()).toBeUndefined();
      await put(ship(log));
      expect(await kept()).toEqual(log);
      await opened().clear();
      await put(ship(log));
      expect(await kept()).toEqual(log);
    });

    it('are stored by the next write where one failed', async () => {
      const log = entries(200);
      const failing = {
        rows: [{ view: 'nowhere', key: 'a', row: {} }],
        revisions: new Map<string, number>(),
      };
      const row = { view: 'ships', key: 'a', row: ship(log) };
      await expect(opened().apply({ ...failing, rows: [row, ...failing.rows] })).rejects.toThrow();
      await put(ship(log));
      expect(await kept()).toEqual(log);
    });

    it('are written where they changed', async () => {
      let written = 0;
      const counted = entries(640).map((entry) => ({
        toJSON: () => {
          written += 1;
          return entry;
        },
      }));
      await put({ ...ship([]), log: counted });
      written = 0;
      await put({ ...ship([]), log: [...counted, ...entries(1, 640)] });
      expect(written).toBe(0);
      await put({ ...ship([]), log: counted.map((one, n) => (n === 100 ? { ...one } : one)) });
      expect(written).toBe(64);
    });
  });
};
