import fc from 'fast-check';
import { guardedCell, unguardedCell } from './csv-cell.ts';

it.each([
  '=1+1',
  '=HYPERLINK("http://x.example","Kenya")',
  '+41 22 917 1234',
  '-2+3',
  '-',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '  =1+1',
  '＝1',
  "'=1+1",
  '-1e5',
  '+1;=2',
])('%j begins like a formula and gets an apostrophe', (text) => {
  expect(guardedCell(text)).toBe(`'${text}`);
});

it.each([
  '',
  '-2',
  '+3.5',
  '-1,234,567.89',
  '0',
  '-.5',
  '12',
  'Kenya',
  'a=b',
  "'s-Hertogenbosch",
  "'quoted'",
  '2-3',
])('%j stays as it is', (text) => {
  expect(guardedCell(text)).toBe(text);
  expect(unguardedCell(text)).toBe(text);
});

const likely = fc
  .array(fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', ' ', '1', ',', '.', 'a'))
  .map((all) => all.join(''));

it('what was guarded reads back as it was, and no cell written begins a formula', () => {
  fc.assert(
    fc.property(fc.oneof(likely, fc.string({ unit: 'binary' })), (text) => {
      const cell = guardedCell(text);
      expect(unguardedCell(cell)).toBe(text);
      expect(/^[=@\t\r\n]/.test(cell)).toBe(false);
      if (/^\s*[+-]/.test(cell)) expect(Number(cell.replaceAll(',', ''))).not.toBeNaN();
    }),
  );
});
