import { ROLES } from '@pledgeline/contracts';
import { BadRequest } from '../bad-request.ts';
import { callerFrom } from './header-identity.ts';

const named = (role: string, more: Readonly<Record<string, string | string[]>> = {}) => ({
  'x-pledgeline-actor': 'a.diallo',
  'x-pledgeline-role': role,
  ...more,
});

it('a reader may be nobody: the public', () => {
  expect(callerFrom({}, false)).toEqual({ subject: 'anonymous', role: 'PUBLIC', state: null });
});

it('who writes says who it is', () => {
  expect(callerFrom(named('DESK'), true)).toEqual({ subject: 'a.diallo', role: 'DESK', state: null });
});

it('a member state names its state', () => {
  const caller = callerFrom(named('MS', { 'x-pledgeline-state': 'RWA' }), true);
  expect(caller).toEqual({ subject: 'a.diallo', role: 'MS', state: 'RWA' });
});

it.each(ROLES.filter((role) => role !== 'MS'))('%s speaks for no state unless it names one', (role) => {
  expect(callerFrom(named(role), true).state).toBeNull();
});

it('a partner without a state may name the body that it speaks for, and nobody else does', () => {
  const body = { 'x-pledgeline-body': ' UNITAR ' };
  const bodyOf = (role: string, more: Readonly<Record<string, string>> = body) =>
    callerFrom(named(role, more), true).body;
  expect(bodyOf('PARTNER')).toBe('UNITAR');
  expect(bodyOf('PARTNER', { ...body, 'x-pledgeline-state': 'RWA' })).toBeUndefined();
  expect(bodyOf('PARTNER', { 'x-pledgeline-body': ' ' })).toBeUndefined();
  for (const role of ROLES.filter((one) => one !== 'PARTNER' && one !== 'MS'))
    expect(bodyOf(role)).toBeUndefined();
});

const faults: readonly (readonly [string, string, Readonly<Record<string, string | string[]>>])[] = [
  ['nobody', 'x-pledgeline-actor', { 'x-pledgeline-role': 'DESK' }],
  ['a blank name', 'x-pledgeline-actor', named('DESK', { 'x-pledgeline-actor': '  ' })],
  [
    'a name of 300 characters',
    'x-pledgeline-actor',
    named('DESK', { 'x-pledgeline-actor': 'a'.repeat(300) }),
  ],
  ['a name with a control character', 'x-pledgeline-actor', named('DESK', { 'x-pledgeline-actor': 'a\tb' })],
  ['two names', 'x-pledgeline-actor', named('DESK', { 'x-pledgeline-actor': ['a', 'b'] })],
  ['no role', 'x-pledgeline-role', { 'x-pledgeline-actor': 'a.diallo' }],
  ['an unknown role', 'x-pledgeline-role', named('KING')],
  ['a role in lower case', 'x-pledgeline-role', named('desk')],
  ['a role named as a property of every object', 'x-pledgeline-role', named('constructor')],
  ['a member state without its state', 'x-pledgeline-state', named('MS')],
  ['a member state with an empty state', 'x-pledgeline-state', named('MS', { 'x-pledgeline-state': '' })],
  ['an unknown state', 'x-pledgeline-state', named('MS', { 'x-pledgeline-state': 'XXX' })],
  ['the name of a state', 'x-pledgeline-state', named('MS', { 'x-pledgeline-state': 'Rwanda' })],
];

it.each(faults)('%s is refused by header', (_what, field, headers) => {
  const call = (): unknown => callerFrom(headers, true);
  expect(call).toThrow(BadRequest);
  expect(call).toThrow(
    expect.objectContaining({ code: 'IDENTITY_HEADER', errors: [expect.objectContaining({ field })] }),
  );
});

it('a reader who gives a role says it right', () => {
  expect(() => callerFrom(named('KING'), false)).toThrow('x-pledgeline-role must be a role');
});

it('an unknown role is told which there are', () => {
  expect(() => callerFrom(named('KING'), true)).toThrow(
    expect.objectContaining({ errors: [expect.objectContaining({ allowed: ROLES })] }),
  );
});
