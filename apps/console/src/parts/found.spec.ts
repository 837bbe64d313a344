/** Whatever is typed of a thing, in whatever case, finds it. */
import { found } from './found.ts';

const entries = [
  { label: 'Côte d’Ivoire', code: 'CIV', to: '/states/CIV' },
  { label: 'Rwanda', code: 'RWA', to: '/states/RWA' },
  { label: 'Berlin 2025', code: '2025-berlin', to: '/conferences/2025-berlin' },
  { label: 'New Berlin Hall', to: '/x' },
];

it.each([
  ['cote', ['/states/CIV']],
  ["D'IVOIRE", ['/states/CIV']],
  ['rwa', ['/states/RWA']],
  ['2025 berlin', ['/conferences/2025-berlin']],
  ['berlin', ['/conferences/2025-berlin', '/x']],
  ['berlin rwanda', []],
])('%s finds %o', (typed, to) => expect(found(entries, typed).map((one) => one.to)).toEqual(to));

it('of many a few are shown', () => {
  const many = Array.from({ length: 50 }, (_, n) => ({ label: `Place ${n}`, to: `/${n}` }));
  expect(found(many, 'place')).toHaveLength(6);
  expect(found(many, '')).toHaveLength(6);
});
