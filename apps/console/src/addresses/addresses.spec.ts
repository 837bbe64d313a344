import fc from 'fast-check';
import { ownPath, pastIn, pledgeAddress, signInAddress, withSearch } from './addresses.ts';
import { filtersOn, MANY, registerAddress, registerSearchIn } from './register-search.ts';

it('the address of a pledge is its reference', () =>
  expect(pledgeAddress('2025-berlin/IND/QRF-COY-2HP4N')).toBe('/pledges/2025-berlin/IND/QRF-COY-2HP4N'));

it.each([
  ['/console/work-queue?at=2', '/console/work-queue?at=2'],
  ['/docs', '/docs'],
  [null, '/console/'],
  ['', '/console/'],
  ['https://example.org/', '/console/'],
  ['//example.org/', '/console/'],
  ['/\\example.org', '/console/'],
  ['/a\\b', '/console/'],
  ['javascript:alert(1)', '/console/'],
  ['/ a', '/console/'],
])('after signing in, next=%s leads to %s', (next, to) => expect(ownPath(next)).toBe(to));

it('wherever signing in leads to is on this server', () => {
  fc.assert(
    fc.property(fc.string(), (next) => {
      const to = new URL(ownPath(next), 'http://here.example');
      expect(to.origin).toBe('http://here.example');
    }),
  );
});

it('where to go afterwards is kept whole', () => {
  const next = '/console/pledges?q=a%20b&status=READY';
  expect(new URLSearchParams(signInAddress(next).split('?')[1]).get('next')).toBe(next);
});

it('the past goes along', () => expect(pastIn('?asOf=2016-06-17&x=1')).toEqual({ asOf: '2016-06-17' }));

it('one view has one address', () => {
  expect(withSearch('/p', { b: ['2', '1'], a: 'x', c: undefined, d: '' })).toBe('/p?a=x&b=2&b=1');
  expect(withSearch('/p', {})).toBe('/p');
});

const text = fc.string({ minLength: 1, maxLength: 20 });
const searches = fc.record(
  {
    ...Object.fromEntries(MANY.map((name) => [name, fc.array(text, { minLength: 1, maxLength: 3 })])),
    q: text,
    sort: text,
    cursor: text,
    lastWordTo: text,
    asOf: text,
  },
  { requiredKeys: [] },
);

it('every selection comes back from its address', () => {
  fc.assert(
    fc.property(searches, (search) => {
      expect(registerSearchIn(registerAddress(search).split('?')[1] ?? '')).toEqual(search);
    }),
  );
});

it('each filter can be taken away by itself, and with it the page', () => {
  const search = { status: ['READY', 'DEPLOYED'], q: 'hospital', cursor: 'abc', sort: '-dueOn' };
  expect(filtersOn(search)).toEqual([
    { name: 'q', value: 'hospital', without: { status: ['READY', 'DEPLOYED'], sort: '-dueOn' } },
    { name: 'status', value: 'READY', without: { q: 'hospital', status: ['DEPLOYED'], sort: '-dueOn' } },
    { name: 'status', value: 'DEPLOYED', without: { q: 'hospital', status: ['READY'], sort: '-dueOn' } },
  ]);
});

it('what no page knows is dropped', () => expect(registerSearchIn('colour=red&q=')).toEqual({}));
