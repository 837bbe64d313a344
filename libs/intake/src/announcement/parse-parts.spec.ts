import { Rejected } from '@pledgeline/event-sourcing';
import { parseAnnouncedParts, parseFigures } from './parse-parts.ts';

const promise = { memberState: 'KOR', category: 'EXPERTISE', description: 'Planners', source: 'Press' };

const codeOf = (read: () => unknown): unknown => {
  try {
    return read();
  } catch (error) {
    if (error instanceof Rejected) return [error.code, error.details['field']];
    throw error;
  }
};

describe('figures', () => {
  it.each([
    ['a number of troops', { quantity: 300, unit: 'troops' }, 300, null],
    ['an amount as a quantity', { quantity: '82000000', unit: 'EUR' }, null, [82_000_000, 'EUR', false]],
    ['only dollars', { quantity: '5', unit: 'dollars' }, null, [5, 'USD', true]],
    ['finance without a currency', { quantity: '5', category: 'FINANCE' }, null, [5, 'USD', true]],
    [
      'posts, and the money for them',
      { quantity: 2, unit: 'posts', money: { amount: 9, currency: 'NOK' } },
      2,
      [9, 'NOK', false],
    ],
    [
      'a plain number of finance beside money',
      { quantity: 2, category: 'FINANCE', money: { amount: 9 } },
      2,
      [9, 'USD', true],
    ],
    [
      'a currency of which no amount is stated',
      { money: { currency: 'EUR' } },
      undefined,
      [null, 'EUR', false],
    ],
    ['nothing', {}, undefined, null],
  ])('%s', (_, said, count, paid) => {
    const { quantity, money } = parseFigures(said);
    expect(quantity?.max ?? (count === null ? null : undefined)).toBe(count);
    expect(money && [money.amountMax, money.currency, money.currencyAssumed]).toEqual(paid);
  });

  it.each([
    ['MONEY_TWICE', 'money', { quantity: 5, unit: 'USD', money: { amount: 5, currency: 'USD' } }],
    ['UNKNOWN_CURRENCY', 'money.currency', { money: { amount: 5, currency: 'beads' } }],
    ['QUANTITY_UNREADABLE', 'money.amount', { money: { amount: 'plenty', currency: 'USD' } }],
    ['AMOUNT_INVALID', 'money.amount', { money: { amount: 0.5, currency: 'JPY' } }],
    ['AMOUNT_INVALID', 'quantity', { quantity: 1.234, unit: 'USD' }],
    ['CURRENCY_UNCLEAR', 'money.currency', { money: { amount: 5, currency: 'kroner' } }],
  ])('%s is refused by %s', (code, field, said) =>
    expect(codeOf(() => parseFigures(said))).toEqual([code, field]),
  );
});

describe('what is said beside the words', () => {
  it('is new, and nothing else, when nothing is said', () =>
    expect(parseAnnouncedParts(promise)).toEqual({
      speaker: null,
      standing: 'NEW',
      renews: null,
      terms: null,
      idea: null,
      need: null,
    }));

  it('terms that say nothing are none', () =>
    expect(parseAnnouncedParts({ ...promise, terms: { mission: null, languages: [] } }).terms).toBeNull());

  it('terms are read: a state by its name, a body by its name', () =>
    expect(
      parseAnnouncedParts({
        ...promise,
        terms: { hostState: 'Liberia', implementingBody: 'peacebuilding fund', arrearsOwed: '1,000,000,000' },
      }).terms,
    ).toMatchObject({
      hostState: 'LBR',
      implementingBody: 'PBF',
      arrearsOwed: 1_000_000_000,
      mission: null,
    }));

  it('another body keeps its name', () =>
    expect(
      parseAnnouncedParts({ ...promise, terms: { implementingBody: 'A new fund' } }).terms,
    ).toMatchObject({
      implementingBody: 'A new fund',
    }));
});
