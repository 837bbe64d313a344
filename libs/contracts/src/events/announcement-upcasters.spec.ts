/** What lies in older logs: the stored fixtures are replayed by stored-events.spec.ts, the special cases here. */
import { announcedBeforeTerms, linkedBeforeSpeakers } from './announcement-upcasters.ts';
import { UNSAID } from './unsaid.ts';

const troops = { min: 0, max: 300, unit: 'troops', asStated: 'up to 300' };
const dollars = { min: 5, max: 5, unit: 'dollars', asStated: '5' };

it('a quantity stays one, and nothing is made up about what nobody noted', () =>
  expect(announcedBeforeTerms({ description: 'Troops', quantity: troops })).toEqual({
    ...UNSAID,
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
