/** Offers like another that were checked: accountability page, section 3. */
import { additional, announce, named, offer, pledgesIn } from '../testing/announcing.ts';
import type { Outcome } from '../testing/announcing.ts';
import { startIntake } from '../testing/start-intake.module.ts';
import type { Intake } from '../testing/start-intake.module.ts';

const another = { ...offer, ...additional };
const words = (outcomes: readonly Outcome[]) => outcomes.map(({ is }) => is);

const all = async (intake: Intake, rows: readonly object[], keys: readonly (number | undefined)[] = []) => {
  const outcomes: Outcome[] = [];
  for (const [n, row] of rows.entries()) {
    const key = keys[n];
    outcomes.push(await announce(intake, row, key === undefined ? {} : { key }));
    await intake.catchUp();
  }
  return words(outcomes);
};

it.each([
  ['the same words', another],
  ['other words', { ...named, ...additional, description: 'As the note verbale says' }],
])('of %s is added beside the offer it was checked against', async (_what, row) => {
  const intake = await startIntake();
  expect(await all(intake, [offer, named, row])).toEqual(['ADDED', 'ADDED', 'ADDED']);
});

it('gets in before the offer that it is like, which is added all the same', async () => {
  const intake = await startIntake();
  const inOtherWords = { ...named, ...additional, description: 'As the note verbale says' };
  expect(await all(intake, [another, offer, inOtherWords, named])).toEqual(Array(4).fill('ADDED'));
});

it('repeated by a network without a key it is one', async () => {
  const intake = await startIntake();
  expect(await all(intake, [offer, another, another, another])).toEqual([
    'ADDED',
    'ADDED',
    'UNCHANGED',
    'UNCHANGED',
  ]);
  const atOnce = await Promise.all(Array.from({ length: 8 }, () => announce(intake, another)));
  expect(new Set(words(atOnce))).toEqual(new Set(['UNCHANGED']));
  expect(await pledgesIn(intake)).toBe(2);
});

it('for another reason it is another one, in other blanks it is not', async () => {
  const intake = await startIntake();
  const third = { ...another, additionalReason: 'A third battalion: NV 9' };
  const spaced = { ...another, additionalReason: ` ${additional.additionalReason}\n` };
  expect(await all(intake, [another, third, third, spaced])).toEqual([
    'ADDED',
    'ADDED',
    'UNCHANGED',
    'UNCHANGED',
  ]);
});

it('three equal rows of a file, two of them additional for one reason, are three; read again they add nothing', async () => {
  const intake = await startIntake();
  const file = [offer, { ...another, additionalNumber: 1 }, { ...another, additionalNumber: 2 }];
  expect(await all(intake, file)).toEqual(['ADDED', 'ADDED', 'ADDED']);
  expect(await all(intake, file, [1, 2, 3])).toEqual(['UNCHANGED', 'UNCHANGED', 'UNCHANGED']);
  expect(await all(intake, file.toReversed())).toEqual(['UNCHANGED', 'UNCHANGED', 'UNCHANGED']);
});

describe('with keys', () => {
  it('the same key is the same one, another key another one', async () => {
    const intake = await startIntake();
    const rows = Array.from({ length: 5 }, () => another);
    expect(await all(intake, rows, [1, 1, 2, 1, 2])).toEqual([
      'ADDED',
      'REPEATED',
      'ADDED',
      'REPEATED',
      'REPEATED',
    ]);
    expect(await pledgesIn(intake)).toBe(2);
  });

  it('at once, in two processes, each key has one of its own', async () => {
    const one = await startIntake();
    const other = await startIntake(one.store);
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, (_, n) => announce(n < 6 ? one : other, another, { key: n % 4 })),
    );
    expect(words(outcomes).filter((is) => is === 'ADDED')).toHaveLength(4);
    expect(await pledgesIn(one)).toBe(4);
    const places = new Map<number, Set<unknown>>();
    for (const [n, outcome] of outcomes.entries()) {
      const place = 'location' in outcome ? outcome.location : outcome.is;
      places.set(n % 4, (places.get(n % 4) ?? new Set()).add(place));
    }
    expect([...places.values()].every(({ size }) => size === 1)).toBe(true);
  });

  it('one without a key afterwards is the first of them', async () => {
    const intake = await startIntake();
    expect(await all(intake, [another, another, another], [1, 2])).toEqual(['ADDED', 'ADDED', 'UNCHANGED']);
  });
});

describe('under an id of the caller', () => {
  const pledgeId = '0190a5b2-7c1e-7d3f-8a45-1b2c3d4e5f61';

  it('is added, and unchanged when it comes again, with the id or without', async () => {
    const intake = await startIntake();
    const rows = [offer, { ...another, pledgeId }, { ...another, pledgeId }, another];
    expect(await all(intake, rows)).toEqual(['ADDED', 'ADDED', 'UNCHANGED', 'UNCHANGED']);
    expect(await all(intake, [{ ...another, additionalNumber: 2 }])).toEqual(['ADDED']);
  });
});

it.each([
  ['without a reason', { additional: true }, 'TEXT_MISSING', 'additionalReason'],
  ['with a reason alone', { additionalReason: 'Checked' }, 'ADDITIONAL_MISSING', 'additional'],
  [
    'said not to be, with a reason',
    { additional: false, additionalReason: 'Checked' },
    'ADDITIONAL_MISSING',
    'additional',
  ],
])('%s is refused by its field', async (_what, said, code, field) => {
  const intake = await startIntake();
  expect(await announce(intake, { ...offer, ...said })).toEqual({ is: code, details: { field } });
  expect(await pledgesIn(intake)).toBe(0);
});
