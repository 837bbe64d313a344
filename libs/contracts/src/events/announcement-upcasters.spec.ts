/** What lies in older logs: the stored fixtures are replayed by stored-events.spec.ts, the special cases here. */
import {
  announcedBeforeEntries,
  announcedBeforeTerms,
  linkedBeforeSpeakers,
  withStartUnsaid,
} from './announcement-upcasters.ts';
import { ORDINARY_ENTRY, ANNOUNCEMENT_DEFAULTS } from './announcement-defaults.ts';
import { valueInShape } from './corrected-events.ts';
import { NO_TERMS } from './term-value.ts';

const troops = { min: 0, max: 300, unit: 'troops', asStated: 'up to 300' };
const dollars = { min: 5, max: 5, unit: 'dollars', asStated: '5' };

it('a quantity stays one, and nothing is made up about what nobody noted', () =>
  expect(announcedBeforeTerms({ description: 'Troops', quantity: troops })).toEqual({
    ...ANNOUNCEMENT_DEFAULTS,
    description: 'Troops',
    quantity: troops,
    missing: null,
  }));

it.each([announcedBeforeTerms, linkedBeforeSpeakers])(
  'a quantity whose unit is a currency becomes money',
  (upcast) =>
    expect(upcast({ quantity: dollars })).toMatchObject({
      quantity: null,
      money: { amountMin: 5, amountMax: 5, currency: 'USD', currencyAssumed: true, asStated: '5' },
    }),
);

describe('an announcement before additional offers and late entries', () => {
  const millions = { min: 5, max: 5, unit: 'USD million', asStated: '5' };
  const kept = { amountMin: 9, amountMax: 9, currency: 'USD' };

  it('was neither', () =>
    expect(announcedBeforeEntries({ quantity: troops, money: null })).toEqual({
      quantity: troops,
      money: null,
      ...ORDINARY_ENTRY,
    }));

  it('whose unit was not known as money then is read as money', () =>
    expect(announcedBeforeEntries({ quantity: millions, money: null })).toMatchObject({
      quantity: null,
      money: { amountMin: 5_000_000, currency: 'USD', currencyAssumed: false },
    }));

  it.each(['kroner', 'troops'])('that counted %s goes on counting them', (unit) =>
    expect(announcedBeforeEntries({ quantity: { ...millions, unit }, money: null })).toMatchObject({
      quantity: { max: 5, unit },
      money: null,
    }),
  );

  it('that had money beside a quantity keeps both', () =>
    expect(announcedBeforeEntries({ quantity: troops, money: kept })).toMatchObject({
      quantity: troops,
      money: kept,
    }));
});

describe('terms before posts had a start', () => {
  const { postsFrom: _, ...before } = { ...NO_TERMS, post: 'Planner', tourMonths: 12 };

  it.each([
    ['say none', before, { ...NO_TERMS, post: 'Planner', tourMonths: 12 }],
    ['that nobody stated are none', null, null],
  ])('%s', (_name, terms, expected) =>
    expect(withStartUnsaid({ description: 'A planner', terms })).toEqual({
      description: 'A planner',
      terms: expected,
    }),
  );

  it.each([
    ['terms', before, { ...NO_TERMS, post: 'Planner', tourMonths: 12 }],
    ['terms', { ...before, postsFrom: '2027-01-01' }, { ...NO_TERMS, ...before, postsFrom: '2027-01-01' }],
    ['terms', null, null],
    ['partners', ['Ghana'], ['Ghana']],
  ])('a correction of %s to %j says %j', (field, value, expected) =>
    expect(valueInShape(field, value)).toEqual(expected),
  );
});
