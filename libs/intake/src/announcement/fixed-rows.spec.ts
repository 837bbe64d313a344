/** Rows of files that are read, fixed and read again: accountability page, section 3 (Import); found by strangers as B1. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { announce, pledgesIn } from '../testing/announcing.ts';
import { startIntake } from '../testing/start-intake.module.ts';
import type { Intake } from '../testing/start-intake.module.ts';

const nigeria = {
  conference: '2014-new-york',
  memberState: 'Nigeria',
  category: 'UNIT',
  capabilityCode: 'QRF-COY',
  quantity: '1',
  unit: 'unit',
  description: 'offer A, state misspelled',
  source: 'note',
};
const misspelled = { ...nigeria, memberState: 'Niggeria' };
const neighbour = { ...nigeria, quantity: '2', description: 'offer B' };

const read = async (intake: Intake, file: readonly object[]): Promise<readonly string[]> => {
  const outcomes: string[] = [];
  for (const row of file) outcomes.push((await announce(intake, row)).is);
  await intake.catchUp();
  return outcomes;
};

it.each([
  ['in its file', [nigeria, neighbour], ['ADDED', 'UNCHANGED']],
  ['alone', [nigeria], ['ADDED']],
  ['behind its neighbour', [neighbour, nigeria], ['UNCHANGED', 'ADDED']],
  ['twice', [nigeria, neighbour, nigeria], ['ADDED', 'UNCHANGED', 'UNCHANGED']],
])('a fixed row gets in %s, and its neighbour is unchanged', async (_where, file, outcomes) => {
  const intake = await startIntake();
  expect(await read(intake, [misspelled, neighbour])).toEqual(['UNKNOWN_STATE', 'ADDED']);
  expect(await read(intake, file)).toEqual(outcomes);
  expect(await pledgesIn(intake)).toBe(2);
});

it('in files of any rows in any order, each announcement is one pledge, and a file read again adds nothing', async () => {
  const row = fc.record({
    memberState: fc.constantFrom('Nigeria', 'NGA', 'Niggeria', 'Ghana'),
    // Other figures, so that no row makes the offer of another in other words.
    quantity: fc.constantFrom('1', '2', '3-4'),
    conference: fc.constantFrom('2014-new-york', null),
    capabilityCode: fc.constantFrom('QRF-COY', null),
  });
  const files = fc.array(fc.array(row, { maxLength: 6 }), { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(files, async (several) => {
      const intake = await startIntake();
      const rows = several.map((file) => file.map((changes) => ({ ...nigeria, ...changes })));
      for (const file of rows) await read(intake, file);
      const right = rows.flat().filter(({ memberState }) => memberState !== 'Niggeria');
      const distinct = new Set(
        right.map((one) => JSON.stringify({ ...one, memberState: one.memberState.slice(0, 1) })),
      );
      expect(await pledgesIn(intake)).toBe(distinct.size);
      for (const file of rows) {
        const again = await read(intake, file);
        expect(again.filter((is) => is !== 'UNKNOWN_STATE').every((is) => is === 'UNCHANGED')).toBe(true);
      }
      expect(await pledgesIn(intake)).toBe(distinct.size);
    }),
    { numRuns: 30 },
  );
});

it('a row whose figure is fixed is another offer, unless it says which pledge it is', async () => {
  const intake = await startIntake();
  const first = await announce(intake, nigeria);
  await intake.catchUp();
  const pledge = 'location' in first ? first.location.slice('/pledges/'.length) : '';
  expect(await announce(intake, { ...nigeria, quantity: '5', pledge })).toMatchObject({
    is: 'PLEDGE_EXISTS',
    details: { fields: ['quantity'] },
  });
  expect(await announce(intake, { ...nigeria, quantity: '5' })).toMatchObject({ is: 'ADDED' });
});

const real = parse<Readonly<Record<string, string>>>(
  readFileSync(new URL('../../../contracts/data/pledges-real.csv', import.meta.url), 'utf8'),
  { columns: true },
).map((row) => Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== '')));

it('of real rows in any order, those that are fixed get in wherever they stand, and the others stay unchanged', async () => {
  const some = fc.uniqueArray(fc.nat(real.length - 1), { minLength: 2, maxLength: 12 });
  const cases = some.chain((rows) =>
    fc.record({
      first: fc.shuffledSubarray(rows, { minLength: rows.length }),
      second: fc.shuffledSubarray(rows, { minLength: rows.length }),
      wrong: fc.subarray(rows),
    }),
  );
  await fc.assert(
    fc.asyncProperty(cases, async ({ first, second, wrong }) => {
      const intake = await startIntake();
      const misread = (n: number) =>
        wrong.includes(n) ? { ...real[n], memberState: 'Atlantis', isoAlpha3: null } : (real[n] ?? {});
      const isWrong = (n: number, is: string, otherwise: string) => (wrong.includes(n) ? is : otherwise);
      expect(await read(intake, first.map(misread))).toEqual(
        first.map((n) => isWrong(n, 'UNKNOWN_STATE', 'ADDED')),
      );
      expect(
        await read(
          intake,
          second.map((n) => real[n] ?? {}),
        ),
      ).toEqual(second.map((n) => isWrong(n, 'ADDED', 'UNCHANGED')));
      expect(await pledgesIn(intake)).toBe(first.length);
    }),
    { numRuns: 25 },
  );
});
