/** Each part of a state's page has one address, and leads back to itself. */
import { INNER_TABS, OWN_TABS, tabAddress, tabIn, TABS } from './state-tabs.ts';

const ALL = [...TABS, ...INNER_TABS, ...OWN_TABS];

it.each(ALL.map((tab) => [tab] as const))('%s there and back', (tab) => {
  const address = tabAddress('RWA', tab);
  expect(address.split('?')[0]).toBe('/states/RWA');
  expect(tabIn(address.split('?')[1] ?? '', ALL)).toBe(tab);
});

it('no two have the same address, and the first has no search part', () => {
  expect(new Set(ALL.map((tab) => tabAddress('RWA', tab))).size).toBe(ALL.length);
  expect(tabAddress('RWA', 'pledges')).toBe('/states/RWA');
});

it.each(['tab=visits', 'tab=turns', 'tab=others', 'tab=nothing', 'tab=', 'asOf=2016-06-17'])(
  'who is not offered it is shown the first: %s',
  (search) => expect(tabIn(search, TABS)).toBe('pledges'),
);
