import { sameOfferKey, type Offer } from './same-offer.ts';

const units = (n: number | null, unit: string | null = 'units') => ({ min: n, max: n, unit, asStated: null });
const million = (n: number | null, currency = 'USD', per: 'YEAR' | null = null) => ({
  amountMin: n,
  amountMax: n,
  currency,
  currencyAssumed: false,
  per,
  funding: null,
  asStated: null,
});
const offer: Offer = {
  memberState: 'KOR',
  conference: '2021-seoul',
  capabilityCode: 'INF-BN',
  quantity: units(1),
  money: null,
};
const areSame = (one: Partial<Offer>, other: Partial<Offer>) =>
  sameOfferKey({ ...offer, ...one }) === sameOfferKey({ ...offer, ...other });

it.each([
  ['1 unit and one battalion', { quantity: units(1, 'battalion') }, {}],
  ['1 unit and 1 of it', { quantity: units(1, null) }, {}],
  ['300 troops and 300 personnel', { quantity: units(300, 'Troops') }, { quantity: units(300, 'personnel') }],
  ['no quantity and one without a number', { quantity: null }, { quantity: units(null) }],
  ['no money and some without an amount', {}, { money: million(null) }],
  [
    '5 dollars, the currency assumed or not',
    { money: million(5) },
    { money: { ...million(5), currencyAssumed: true } },
  ],
])('%s are the same offer', (_, one, other) => expect(areSame(one, other)).toBe(true));

it.each([
  ['1 and 2 units', {}, { quantity: units(2) }],
  ['300 troops and 300 units', { quantity: units(300, 'troops') }, { quantity: units(300) }],
  ['2 aircraft and 2 units', { quantity: units(2, 'aircraft') }, { quantity: units(2) }],
  ['a figure and none', {}, { quantity: null }],
  ['5 dollars and 5 euros', { money: million(5) }, { money: million(5, 'EUR') }],
  ['5 dollars and 5 dollars a year', { money: million(5) }, { money: million(5, 'USD', 'YEAR') }],
  ['2 units with money and without', { money: million(5) }, {}],
  ['two states', {}, { memberState: 'JPN' }],
  ['two conferences', {}, { conference: '2019-new-york' }],
  ['two capabilities', {}, { capabilityCode: 'FPU' }],
])('%s are two offers', (_, one, other) => expect(areSame(one, other)).toBe(false));

it.each([{ conference: null }, { capabilityCode: null }])('with %j nothing is called the same', (lacking) =>
  expect(sameOfferKey({ ...offer, ...lacking })).toBeNull(),
);
