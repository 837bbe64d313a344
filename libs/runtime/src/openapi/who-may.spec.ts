import { EVERYBODY } from '@pledgeline/contracts';
import type { AccessRule } from '@pledgeline/contracts';
import { whoMay } from './who-may.ts';

it.each<[string, AccessRule | undefined, string]>([
  ['nothing where nobody has decided', undefined, ''],
  ['everybody', { roles: EVERYBODY, reach: 'SAME' }, 'For everybody, signed in or not.'],
  ['the roles, without that of jobs', { roles: ['ADMIN', 'SYSTEM'], reach: 'SAME' }, 'Roles: ADMIN.'],
  [
    'a state',
    { roles: ['MS', 'DESK'], reach: 'OWN' },
    'Roles: MS, DESK. A member state acts for itself alone.',
  ],
  [
    'a state or partner',
    { roles: ['MS', 'PARTNER'], reach: 'OWN' },
    'Roles: MS, PARTNER. A member state or partner acts for itself alone.',
  ],
  [
    'rows of its own',
    { roles: ['MS', 'DESK'], reach: 'OWN_ROWS' },
    'Roles: MS, DESK. A member state finds what concerns its own pledges alone.',
  ],
  [
    'what else must hold',
    { roles: ['DOS'], reach: 'SAME', when: 'Statuses: SELECTED.' },
    'Roles: DOS.\n\nStatuses: SELECTED.',
  ],
])('says of %s', (_, rule, expected) => {
  expect(whoMay(rule)).toBe(expected);
});
