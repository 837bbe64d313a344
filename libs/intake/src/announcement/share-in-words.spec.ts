/** "Double" is not refused but asks for the baseline: accountability page, section 7. */
import { Rejected } from '@pledgeline/event-sourcing';
import { parseFigures, parseAim, parseTerms } from './parse-parts.ts';

const refusalOf = (read: () => unknown): Partial<Rejected> => {
  try {
    read();
  } catch (error) {
    if (error instanceof Rejected) return error;
  }
  return {};
};

it.each<[string | number | null, number | null, object | null]>([
  [20, 20, null],
  ['20', 20, null],
  ['20 per cent', 20, null],
  ['20 by 2027', 20, { value: 20, factor: null, year: 2027 }],
  ['double', null, { value: null, factor: 2, year: null }],
  ['double by 2024', null, { value: null, factor: 2, year: 2024 }],
  [null, null, null],
])('a share of women of %j is the term %s, and the target %j', (womenShareTarget, term, aim) => {
  const said = { womenShareTarget, unitType: 'platoon' };
  expect(parseTerms(said)?.womenShareTarget).toBe(term);
  expect(parseAim(said)).toEqual(aim);
});

it('a multiple alone is no term', () => expect(parseTerms({ womenShareTarget: 'double' })).toBeNull());

it.each([
  ['TARGET_UNCLEAR', 'plenty'],
  ['MEASURE_OUT_OF_RANGE', '150 per cent'],
])('is refused as %s for %j', (code, womenShareTarget) =>
  expect(refusalOf(() => parseTerms({ womenShareTarget }))).toMatchObject({
    code,
    details: { field: 'terms.womenShareTarget' },
  }),
);

it.each(['double', 'twice as many', '50 per cent more'])(
  'a quantity of %j is kept, and is no number',
  (quantity) =>
    expect(parseFigures({ quantity, unit: 'women officers', category: 'EXPERTISE' })).toEqual({
      quantity: { min: null, max: null, unit: 'women officers', asStated: quantity },
      money: null,
    }),
);

it.each([
  ['of money', 'USD', 'UNIT'],
  ['of finance', null, 'FINANCE'],
])('a multiple %s is refused: nobody knows of which sum', (_, unit, category) =>
  expect(refusalOf(() => parseFigures({ quantity: 'double', unit, category }))).toMatchObject({
    code: 'QUANTITY_UNREADABLE',
  }),
);
