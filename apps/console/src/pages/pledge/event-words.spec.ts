import { inShort, valueInWords } from './event-words.ts';
import type { PledgeEvent } from './pledge-event.ts';

it.each([
  [null, ''],
  ['', ''],
  [true, 'Yes'],
  [false, ''],
  [8000, '8,000'],
  [0, '0'],
  ['2026-11-28', '28 November 2026'],
  ['ACKNOWLEDGED', 'Acknowledged'],
  ['END_OF_TOUR', 'End of tour'],
  ['RWA', 'RWA'],
  ['a word', 'a word'],
  [['L2', 'READY'], 'Level 2; Ready'],
  [{ min: 250, max: 300, asStated: '250-300' }, '250-300'],
  [{ mission: 'MINUSCA', gapId: 'x', quantity: 2 }, 'Mission: MINUSCA, Quantity: 2'],
  [[], ''],
  [{}, ''],
])('%j is said as %j', (value, words) => expect(valueInWords(value)).toBe(words));

const event = (data: object): PledgeEvent => ({ data }) as unknown as PledgeEvent;

it('the line of an event says what most wants to be known, and no more than fits', () => {
  expect(inShort(event({ reason: 'why', description: 'what' }))).toBe('what');
  expect(inShort(event({ pledgeId: 'p' }))).toBe('');
  expect(inShort(event({ description: 'x'.repeat(100) }))).toBe(`${'x'.repeat(90)} …`);
});
