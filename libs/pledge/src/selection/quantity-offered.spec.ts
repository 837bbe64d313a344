import { NOT_MEASURED, type Quantity } from '@pledgeline/contracts';
import { figuresDiffer, offered, outsidePledged } from './quantity-offered.ts';
import { leftToMatch } from './what-is-taken.ts';
import { pcrs2019 } from '../rule-set.ts';
import { initialPledge } from '../state.ts';

const of = (min: number | null, max: number | null, unit: string | null = 'units'): Quantity => ({
  min,
  max,
  unit,
  asStated: null,
});
const pledgeOf = (quantity: Quantity | null) => ({ ...initialPledge, quantity });

describe('what is offered', () => {
  it.each([
    ['a range, to its upper end', of(2, 3), 3],
    ['"up to 300"', of(0, 300), 300],
    ['"over 450", to its floor', of(450, null), 450],
    ['a fraction, in whole ones', of(2.5, 2.5), 2],
    ['nothing stated: one', of(null, null), 1],
    ['no quantity at all: one', null, 1],
  ])('%s', (_name, quantity, expected) => {
    expect(offered(pledgeOf(quantity), pcrs2019)).toBe(expected);
  });

  it('less what is matched is left', () => {
    const match = { gapId: 'g', reservationId: 'r', mission: 'M', quantity: 2, unit: null, ...NOT_MEASURED };
    expect(leftToMatch({ ...pledgeOf(of(2, 3)), matches: [match] }, pcrs2019)).toBe(1);
  });
});

describe('a strength', () => {
  it.each([
    [250, of(200, 300, 'troops'), false],
    [301, of(200, 300, 'troops'), true],
    [199, of(200, 300, 'Troops'), true],
    [900, of(450, null, 'persons'), false],
    [100, of(450, null, 'police officers'), true],
    [1, of(0, 300, 'persons'), false],
    [800, of(2, 3, 'units'), false],
    [120, of(2, 2, 'aircraft'), false],
    [120, of(3, 3, 'persons per year'), false],
    [120, null, false],
  ])('of %i against %j lies outside: %s', (strength, quantity, outside) => {
    expect(outsidePledged(strength, quantity)).toBe(outside);
  });
});

describe('two figures', () => {
  it.each([
    [of(1, 1, 'unit'), of(2, 2, 'units'), true],
    [of(1, 1, 'unit'), of(1, 1, 'units'), false],
    [of(1, 2), of(1, 3), true],
    [of(300, 300, 'troops'), of(1, 1, 'unit'), false],
    [of(null, null), of(1, 1), false],
    [null, of(1, 1), false],
  ])('%j and %j differ: %s', (one, other, differ) => {
    expect(figuresDiffer(one, other)).toBe(differ);
    expect(figuresDiffer(other, one)).toBe(differ);
  });
});
