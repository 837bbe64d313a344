import { formatCorrection } from './format-correction.ts';

const corrected = { field: 'quantity', reason: 'Misread', recordedAt: '2026-11-23T09:00:00.000Z' };

it.each([
  [
    { ...corrected, field: 'occurredOn', old: '2019-03-29', new: '2019-03-28' },
    'occurredOn was "2019-03-29", is "2019-03-28"',
  ],
  [{ ...corrected, old: null, new: 2 }, 'quantity was not stated, is 2'],
  [
    {
      ...corrected,
      old: { min: 1, max: 1, unit: 'unit', asStated: '1' },
      new: { min: 0, max: 2, unit: null, asStated: 'up to 2' },
    },
    'quantity was 1 unit, is up to 2',
  ],
  [
    {
      ...corrected,
      field: 'money',
      old: { asStated: '5', currency: 'USD' },
      new: { asStated: '5', currency: 'EUR' },
    },
    'money was 5 USD, is 5 EUR',
  ],
  [{ ...corrected, field: 'partners', old: [], new: ['Kenya'] }, 'partners was [], is ["Kenya"]'],
  [{ ...corrected, field: 'extended', old: false, new: true }, 'extended was false, is true'],
])('%j: %s', (change, words) => {
  expect(formatCorrection(change)).toBe(`corrected on 2026-11-23: ${words} (Misread)`);
});

it('no value begins a line', () => {
  expect(formatCorrection({ ...corrected, old: 'a\n#9 forged', new: 'b\u001B[2J' })).toBe(
    'corrected on 2026-11-23: quantity was "a #9 forged", is "b<U+001B>[2J" (Misread)',
  );
});
