/** Where a sign-in link leads to: nothing that a link says leads out of this server. */
import fc from 'fast-check';
import { ROLES } from '@pledgeline/contracts';
import { pageAfterSignIn } from './first-page.ts';

it.each([
  ['MS', '/console/work-queue'],
  ['PARTNER', '/console/work-queue'],
  ['DESK', '/console/work-queue'],
  ['SFGC', '/console/work-queue'],
  ['FGS', '/console/work-queue'],
  ['PD', '/console/work-queue'],
  ['DOS', '/console/work-queue'],
  ['MISSION', '/console/work-queue'],
  ['IMPL', '/console/work-queue'],
  ['EVAL', '/console/work-queue'],
  ['ADMIN', '/console/work-queue'],
  ['AUDITOR', '/console/'],
  ['SUBSCRIBER', '/console/help'],
] as const)('%s begins at %s, and without pages for people at the root', (role, page) => {
  expect(pageAfterSignIn(undefined, role, true)).toBe(page);
  expect(pageAfterSignIn('/', role, true)).toBe(page);
  expect(pageAfterSignIn(undefined, role, false)).toBe('/');
});

it.each(['/console/pledges/2025-berlin/IND/QRF-COY?do=AcknowledgePledge', '/docs', '/pledges?limit=1#r12'])(
  'whoever was to go to %s goes there, in whatever role',
  (next) => {
    for (const role of ROLES)
      for (const hasPages of [true, false]) expect(pageAfterSignIn(next, role, hasPages)).toBe(next);
  },
);

it.each([
  'https://elsewhere.example/console/',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/\t/elsewhere.example',
  '/.//elsewhere.example',
  'javascript:alert(1)',
  'console/',
  '',
])('%j is none of our addresses', (next) => {
  expect(pageAfterSignIn(next, 'DESK', true)).toBe('/console/work-queue');
  expect(pageAfterSignIn(next, 'DESK', false)).toBe('/');
});

const hostile = fc
  .array(fc.constantFrom('/', '\\', '.', ':', '@', '\t', '\n', '?', '#', 'http', 'elsewhere.example', ' '), {
    maxLength: 8,
  })
  .map((parts) => parts.join(''));

it('wherever it leads, a browser stays on this server', () => {
  fc.assert(
    fc.property(fc.oneof(hostile, fc.webUrl(), fc.string()), fc.constantFrom(...ROLES), (next, role) => {
      const page = pageAfterSignIn(next, role, true);
      expect(page.startsWith('/')).toBe(true);
      expect(new URL(page, 'https://pledges.example').origin).toBe('https://pledges.example');
    }),
  );
});
