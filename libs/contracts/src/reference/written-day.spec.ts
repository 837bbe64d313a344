/** found.md, B7: days are read as people write them, where only one day can be meant. */
import fc from 'fast-check';
import { readDay } from './written-day.ts';

it.each([
  '2021-12-07',
  '2021-12-7',
  '2021/12/07',
  '2021/12/7',
  '2021.12.07',
  '20211207',
  '7 Dec 2021',
  '07 Dec 2021',
  '7-Dec-2021',
  '7. Dec. 2021',
  '7 December 2021',
  '7th December 2021',
  '7 DECEMBER, 2021',
  'December 7, 2021',
  'Dec 7 2021',
  'Dec. 7th, 2021',
  '7 décembre 2021',
  '7 déc. 2021',
  '7 de diciembre de 2021',
  ' 7\u00a0Dec\u202f2021 ',
  '2021–12–07',
  '2021-12-07T00:00:00',
  '2021-12-07 00:00:00.000',
])('%s is 7 December 2021', (written) =>
  expect(readDay(written)).toEqual({ kind: 'DAY', day: '2021-12-07' }),
);

it.each([
  ['25/12/2021', '2021-12-25'],
  ['12/25/2021', '2021-12-25'],
  ['25.12.2021', '2021-12-25'],
  ['25-12-2021', '2021-12-25'],
  ['05/05/2021', '2021-05-05'],
  ['1er août 2021', '2021-08-01'],
  ['29 Feb 2024', '2024-02-29'],
  ['0999-12-31', '0999-12-31'],
])('%s can only be %s', (written, day) => expect(readDay(written)).toEqual({ kind: 'DAY', day }));

it.each([
  ['07/12/2021', ['2021-12-07', '2021-07-12']],
  ['7.12.2021', ['2021-12-07', '2021-07-12']],
  ['1-2-2021', ['2021-02-01', '2021-01-02']],
])('%s may be either of two days, and is not guessed', (written, candidates) =>
  expect(readDay(written)).toEqual({ kind: 'AMBIGUOUS', candidates }),
);

it.each([
  '',
  'soon',
  '2021',
  '2021-12',
  'December 2021',
  '7 Dec 21',
  '07/12/21',
  '2021-02-30',
  '31 Apr 2021',
  '29 February 2023',
  '32/13/2021',
  '2021-13-01',
  '44537',
  '2021-12-07T00:00:00Z',
  '2021-12-07T00:00:00+03:00',
  '2021-12-07T09:30:00',
  '7 Brumaire 2021',
  '7 constructor 2021',
  '20211307',
  '2021-12/07',
  '-2021-12-07',
  '1638835200',
])('%s is no day', (written) => expect(readDay(written)).toEqual({ kind: 'UNREADABLE' }));

it('every day is read in every way that names its month, and by its year first', () => {
  const days = fc.date({
    min: new Date('1948-05-29T00:00:00Z'),
    max: new Date('2100-01-01T00:00:00Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(
      days,
      fc.constantFrom('en', 'fr', 'es'),
      fc.constantFrom('long', 'short'),
      (date, language, style) => {
        const day = date.toISOString().slice(0, 10);
        const month = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' }).format(date);
        const [year, , dayOfMonth] = day.split('-');
        for (const written of [`${Number(dayOfMonth)} ${month} ${year}`, `${month} ${dayOfMonth}, ${year}`]) {
          expect([written, readDay(written)]).toEqual([written, { kind: 'DAY', day }]);
        }
        for (const written of [
          day,
          day.replaceAll('-', '/'),
          day.replaceAll('-', '.'),
          day.replaceAll('-', ''),
        ]) {
          expect([written, readDay(written)]).toEqual([written, { kind: 'DAY', day }]);
        }
      },
    ),
  );
});

it('with the year last a day is read only if it reads the same both ways, or one way is none', () => {
  const figure = fc.integer({ min: 1, max: 31 });
  fc.assert(
    fc.property(figure, figure, fc.constantFrom('/', '-', '.'), (one, other, sign) => {
      const read = readDay(`${one}${sign}${other}${sign}2021`);
      const both = one <= 12 && other <= 12;
      if (both) expect(read.kind).toBe(one === other ? 'DAY' : 'AMBIGUOUS');
      else expect(read.kind).not.toBe('AMBIGUOUS');
    }),
  );
});
