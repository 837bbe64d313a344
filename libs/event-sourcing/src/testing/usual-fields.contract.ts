/** What views promise of rows that are mostly alike: whatever their fields are, they come back as they were. */
import fc from 'fast-check';
import type { ViewDefinition, Views } from '../views.ts';

interface Barge {
  readonly captain: string | null;
  readonly oars: readonly unknown[];
  readonly marks: { readonly left: string | null; readonly right: string | null };
  readonly tons: number;
}

const usual: Barge = { captain: null, oars: [], marks: { left: null, right: null }, tons: 0 };

/** Fields of the row itself, and fields of an object in it. */
export const alikeViews: readonly ViewDefinition<never>[] = [
  { name: 'barges', version: 1, columns: {}, usual: { of: null, fields: usual } },
  { name: 'fleets', version: 1, columns: {}, usual: { of: 'flagship', fields: usual } },
];

const barge = fc.record<Barge>({
  captain: fc.constantFrom(null, '', '[]', 'Ada'),
  oars: fc.array(fc.constantFrom<unknown>(null, 0, '', [], {}), { maxLength: 2 }),
  marks: fc.record({ left: fc.constantFrom(null, 'red'), right: fc.constantFrom(null, 'green') }),
  tons: fc.constantFrom(0, -1, 0.5),
});

export const usualFieldsContract = (opened: () => Views): void => {
  describe('rows that are mostly alike', () => {
    const put = (view: string, row: unknown) =>
      opened().apply({ rows: [{ view, key: 'a', row }], revisions: new Map() });

    it('come back with every field, also those that are as in most rows', async () => {
      await fc.assert(
        fc.asyncProperty(barge, barge, async (one, other) => {
          for (const row of [one, other]) {
            await put('barges', row);
            await put('fleets', { name: 'one', flagship: row });
            expect(await opened().get('barges', 'a')).toEqual(row);
            expect(await opened().getMany('fleets', ['a'])).toEqual(
              new Map([['a', { name: 'one', flagship: row }]]),
            );
            expect(await opened().find('barges')).toEqual([{ key: 'a', row }]);
          }
        }),
        { numRuns: 50 },
      );
    });

    it('come back as they were read, changed in one field', async () => {
      await put('barges', usual);
      const read = await opened().get<Barge>('barges', 'a');
      await put('barges', { ...read, captain: 'Ada' });
      expect(await opened().get('barges', 'a')).toEqual({ ...usual, captain: 'Ada' });
      await put('barges', { ...read, oars: [[]] });
      expect(await opened().get('barges', 'a')).toEqual({ ...usual, oars: [[]] });
    });

    it('are gone when other fields are usual, so that they are rebuilt', async () => {
      await opened().apply({ rows: [], revisions: new Map([['one', 1]]) });
      await put('barges', usual);
      const [barges, fleets] = alikeViews;
      const others = { of: null, fields: { ...usual, tons: 1 } };
      expect(await opened().define([{ ...barges, usual: others }, fleets] as typeof alikeViews)).toBe(true);
      expect(await opened().get('barges', 'a')).toBeUndefined();
    });

    it('have their fields in one order, so that equal rows are equal texts', async () => {
      await put('barges', { tons: 7, marks: usual.marks, oars: [], captain: 'Ada' });
      const one = JSON.stringify(await opened().get('barges', 'a'));
      await put('barges', { captain: 'Ada', oars: [], marks: usual.marks, tons: 7 });
      expect(JSON.stringify(await opened().get('barges', 'a'))).toBe(one);
    });
  });
};
