import { states, taxonomy } from './reference-lists.ts';

const codes = ({ items }: { readonly items: readonly { readonly code: string }[] }) =>
  items.map(({ code }) => code);

it('a state is found by any of its names and shows the others', () => {
  for (const memberState of ['TUR', 'Turkey', 'türkiye', ' Turquie ', 'Турция'])
    expect(codes(states({ memberState }))).toEqual(['TUR']);
  expect(states({ memberState: 'TUR' }).items[0]).toMatchObject({
    name: 'Türkiye',
    otherNames: expect.arrayContaining(['Turkey']) as unknown,
  });
});

it('of names none stands twice or repeats the name of today', () => {
  for (const { name, otherNames } of states({}).items) {
    expect(otherNames).not.toContain(name);
    expect(new Set(otherNames)).toHaveProperty('size', otherNames.length);
  }
});

it('there are 193 member states, and filters are combined', () => {
  expect(states({ kind: 'STATE' }).total).toBe(193);
  expect(states({ memberState: 'Ghana', region: 'AFRICA' }).total).toBe(1);
  expect(states({ memberState: 'Ghana', region: 'ASIA_PACIFIC' })).toEqual({ items: [], total: 0 });
});

it('the taxonomy is found by category, track and theme, together and alone', () => {
  const { items } = taxonomy({ category: 'UNIT', track: 'CAPABILITY', theme: 'rapid-deployment' });
  expect(codes({ items })).toEqual(expect.arrayContaining(['RDB', 'QRF-COY']));
  expect(codes({ items })).not.toContain('INF-BN');
  expect(taxonomy({ category: 'FINANCE', track: 'CAPABILITY' })).toEqual({ items: [], total: 0 });
});

it('a capability says what a unit usually has, or that nobody knows', () => {
  const strength = new Map(taxonomy({}).items.map((one) => [one.code, one.typicalStrength]));
  expect(strength.get('INF-BN')).toEqual({ min: 800, max: 850 });
  expect(strength.get('RDB')).toBeNull();
});
