import fc from 'fast-check';
import { asItStands, reportAddress, reportQuery, reportSearchIn } from './report-search.ts';

const text = fc.string({ minLength: 1, maxLength: 20 });
const asked = { by: text, conference: text, memberState: text, since: text, within: text, asOf: text };
const shown = { of: text, group: text, figure: text, cursor: text };

it('every question to a report comes back from its address', () => {
  fc.assert(
    fc.property(fc.record({ ...asked, ...shown }, { requiredKeys: [] }), (search) => {
      expect(reportSearchIn(reportAddress('money', search).split('?')[1] ?? '')).toEqual(search);
    }),
  );
});

it('the API is asked nothing of what only the page shows', () => {
  const search = {
    by: 'category',
    memberState: 'RWA',
    of: 'underWay',
    group: 'UNIT',
    figure: 'x',
    cursor: 'c',
  };
  expect(reportQuery(search)).toEqual({ by: 'category', memberState: 'RWA' });
});

it('what no report knows is dropped, and what is blank', () =>
  expect(reportSearchIn('colour=red&by=&since=2015-01-01')).toEqual({ since: '2015-01-01' }));

it('a report has an address without a question', () =>
  expect(reportAddress('what-became')).toBe('/reports/what-became'));

const at = { asOf: null, knownAt: null, computedAt: '2026-11-30T09:59:59.999Z' };
it.each([
  ['the day is over nowhere', at, '2026-11-30', at.computedAt],
  [
    'the next day has begun somewhere',
    { ...at, computedAt: '2026-11-30T10:00:00Z' },
    '2026-12-01',
    '2026-11-30T10:00:00Z',
  ],
  [
    'another past is kept',
    { ...at, asOf: '2016-06-17', knownAt: '2026-01-01T00:00:00Z' },
    '2016-06-17',
    '2026-01-01T00:00:00Z',
  ],
  ['one of both is kept', { ...at, asOf: '2016-06-17' }, '2016-06-17', at.computedAt],
])('to cite it as it stands: %s', (_, answered, asOf, knownAt) =>
  expect(asItStands({ by: 'category' }, answered)).toEqual({ by: 'category', asOf, knownAt }),
);
