import { Rejected } from '@pledgeline/event-sourcing';
import { mayActFor, mustActFor, ownerNamed, speaksForAState, type Owners } from './acting-for.ts';
import { ROLES, type Role } from './vocabulary.data.ts';

/** What is acted on, seen from Rwanda. */
const THINGS: Readonly<Record<string, Owners>> = {
  own: ownerNamed('RWA', null),
  'own among others': { states: ['KOR', 'RWA'], bodies: [] },
  "another's": ownerNamed('KOR', null),
  "several others'": { states: ['KOR', 'AUS'], bodies: [] },
  "a body's": ownerNamed(null, 'UNITAR'),
  "another's and a body's": { states: ['KOR'], bodies: ['UNITAR'] },
  "nobody's": ownerNamed(null, null),
  "the sender's": 'SENDER',
};
const ALL = Object.keys(THINGS).join(', ');

/** Written down from the lifecycle page, section 2, and not taken from the rule that is tested. */
const BY_STATE = "own, own among others, the sender's";
const WITH_STATE: Readonly<Record<Role, string>> = {
  MS: BY_STATE,
  DESK: ALL,
  SFGC: ALL,
  FGS: ALL,
  PD: ALL,
  DOS: ALL,
  MISSION: ALL,
  PARTNER: BY_STATE,
  IMPL: ALL,
  EVAL: ALL,
  ADMIN: ALL,
  SYSTEM: ALL,
  AUDITOR: ALL,
  SUBSCRIBER: ALL,
  PUBLIC: ALL,
};
const WITHOUT_STATE: Readonly<Record<Role, string>> = {
  ...WITH_STATE,
  MS: '',
  PARTNER: '',
};
const FOR_A_BODY: Readonly<Record<Role, string>> = {
  ...WITHOUT_STATE,
  PARTNER: "a body's, another's and a body's, the sender's",
};
const FOR_ANOTHER_BODY: Readonly<Record<Role, string>> = { ...WITHOUT_STATE, PARTNER: "the sender's" };

const mayActOn = (role: Role, state: string | null, body: string | null = null): string =>
  Object.entries(THINGS)
    .filter(([, owners]) => mayActFor({ role, state, body }, owners))
    .map(([thing]) => thing)
    .join(', ');

it.each(ROLES)('%s acts on what is its own to act on', (role) => {
  expect(mayActOn(role, 'RWA')).toBe(WITH_STATE[role]);
  expect(mayActOn(role, null)).toBe(WITHOUT_STATE[role]);
  expect(mayActOn(role, null, 'Unitar')).toBe(FOR_A_BODY[role]);
  expect(mayActOn(role, null, 'UNDP')).toBe(FOR_ANOTHER_BODY[role]);
  expect(mayActOn(role, 'RWA', 'UNITAR')).toBe(WITH_STATE[role]);
});

it('member states and partners speak for a state, and no others do', () => {
  expect(ROLES.filter(speaksForAState)).toEqual(['MS', 'PARTNER']);
});

describe('a refusal', () => {
  const refusal = (role: Role, onBehalfOf: string | null, owners: Owners): unknown => {
    try {
      mustActFor({ role, onBehalfOf }, owners, { field: 'memberState' });
      return 'none';
    } catch (error) {
      return error;
    }
  };

  it('is there exactly where the act is not allowed', () => {
    for (const role of ROLES) {
      for (const owners of Object.values(THINGS)) {
        for (const state of ['RWA', null]) {
          expect(refusal(role, state, owners) === 'none').toBe(mayActFor({ role, state }, owners));
        }
      }
    }
  });

  it('is FORBIDDEN and carries what the decision adds', () => {
    const error = refusal('PARTNER', 'NPL', ownerNamed('AUS', null)) as Rejected;
    expect(error).toBeInstanceOf(Rejected);
    expect(error).toMatchObject({ kind: 'forbidden', code: 'FORBIDDEN', details: { field: 'memberState' } });
  });

  it.each([
    [
      'PARTNER',
      'NPL',
      ownerNamed('AUS', null),
      'Nepal (NPL) acts for itself only and may not act for Australia (AUS).',
    ],
    ['MS', 'NPL', ownerNamed(null, 'UNITAR'), 'Nepal (NPL) acts for itself only and may not act for UNITAR.'],
    [
      'PARTNER',
      null,
      { states: ['NOR', 'PRT'], bodies: [] },
      'A partner whose sign-in names neither a state nor a body may not act for Norway (NOR) or Portugal (PRT).',
    ],
    ['MS', null, 'SENDER', 'A member state that the sign-in does not name may not act for anybody.'],
    [
      'MS',
      'NPL',
      ownerNamed('ATLANTIS', null),
      'Nepal (NPL) acts for itself only and may not act for ATLANTIS.',
    ],
  ] as const)('of %s for %s is a sentence', (role, state, owners, message) => {
    expect(refusal(role, state, owners)).toMatchObject({ message });
  });
});
