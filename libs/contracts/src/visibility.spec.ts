import { ROLES, type Role } from './vocabulary.data.ts';
import { isOneOf, mayRead, readsInternalOf } from './visibility.ts';

const by = (role: Role, state: string | null = null) => ({ subject: 'somebody', role, state });

/** Written down role by role, and not taken from the lists that are tested. */
const WHAT_OTHERS_READ: Readonly<Record<Role, string>> = {
  MS: 'PUBLIC MEMBER_STATES',
  DESK: 'PUBLIC MEMBER_STATES INTERNAL',
  SFGC: 'PUBLIC MEMBER_STATES INTERNAL',
  FGS: 'PUBLIC MEMBER_STATES INTERNAL',
  PD: 'PUBLIC MEMBER_STATES INTERNAL',
  DOS: 'PUBLIC MEMBER_STATES INTERNAL',
  MISSION: 'PUBLIC MEMBER_STATES INTERNAL',
  PARTNER: 'PUBLIC MEMBER_STATES',
  IMPL: 'PUBLIC MEMBER_STATES',
  EVAL: 'PUBLIC MEMBER_STATES INTERNAL',
  ADMIN: 'PUBLIC MEMBER_STATES INTERNAL',
  SYSTEM: 'PUBLIC MEMBER_STATES INTERNAL',
  AUDITOR: 'PUBLIC MEMBER_STATES INTERNAL',
  SUBSCRIBER: 'PUBLIC',
  PUBLIC: 'PUBLIC',
};

const readBy = (role: Role, state: string | null, sharedWith: readonly string[]): string =>
  (['PUBLIC', 'MEMBER_STATES', 'INTERNAL'] as const)
    .filter((visibility) => mayRead(by(role, state), visibility, sharedWith))
    .join(' ');

it.each(ROLES)('%s reads of what is not its own', (role) => {
  expect(readBy(role, 'KOR', ['RWA'])).toBe(WHAT_OTHERS_READ[role]);
  expect(readBy(role, null, ['RWA'])).toBe(WHAT_OTHERS_READ[role]);
});

it.each(['MS', 'PARTNER'] as const)('%s reads all that is shared with the state it speaks for', (role) => {
  expect(readBy(role, 'RWA', ['KOR', 'RWA'])).toBe('PUBLIC MEMBER_STATES INTERNAL');
  expect(readBy(role, 'RWA', [])).toBe('PUBLIC MEMBER_STATES');
});

it.each(['PUBLIC', 'SUBSCRIBER', 'IMPL'] as const)(
  '%s has nothing of its own, whatever state it names',
  (role) => {
    expect(readBy(role, 'RWA', ['RWA'])).toBe(WHAT_OTHERS_READ[role]);
    expect(readsInternalOf(by(role, 'RWA'), ['RWA'])).toBe(false);
  },
);

it('nobody is one of no states', () => {
  expect(isOneOf([], by('MS', 'RWA'))).toBe(false);
  expect(isOneOf(['RWA'], by('MS'))).toBe(false);
});
