import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROLES } from '@pledgeline/contracts';
import { TooManyRequests } from '../hardening/too-many-requests.ts';
import { CannotStart } from '../settings.ts';
import { LOCAL_ACCOUNTS } from './local-accounts.ts';
import type { LocalAccount } from './local-accounts.ts';
import { LINK_MS, localSessions, SESSION_MS } from './local-sessions.ts';
import { signInAttempts } from './sign-in-attempts.ts';
import type { Attempt } from './sign-in-attempts.ts';
import { signInStore } from './sign-in-file.ts';

const BEGIN = Date.parse('2026-03-01T08:00:00Z');
const HOUR = 3_600_000;

let folder: string;
let now: number;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pledgeline-sign-in-'));
  now = BEGIN;
});
afterEach(() => rmSync(folder, { recursive: true }));

/** As a start of the server does. */
const opened = () => {
  const nowMs = (): number => now;
  return localSessions(signInStore(folder), signInAttempts(0, nowMs), nowMs);
};
const secretOf = async (sessions: ReturnType<typeof opened>, account: string): Promise<string> =>
  (await sessions.newLinks()).find(({ name }) => name === account)?.secret ?? '';
const signedIn = (account: string, state: string | null = null) => {
  const sessions = opened();
  return sessions.open(account, sessions.ownersSecret, state);
};
const REFUSED = { code: 'SIGN_IN_REFUSED' };

describe('a link', () => {
  it('is there for each role of a person, and twice for records officers', async () => {
    const links = await opened().newLinks();
    const people = ROLES.filter((role) => role !== 'SYSTEM' && role !== 'PUBLIC');
    expect(links.map(({ role }) => role).sort()).toEqual([...people, 'ADMIN'].sort());
    expect(new Set(links.map(({ name }) => name)).size).toBe(links.length);
  });

  it('opens one session, and no second', async () => {
    const sessions = opened();
    const secret = await secretOf(sessions, 'desk');
    const { token, caller } = await sessions.open('desk', secret, null);
    expect(caller).toEqual({ subject: 'desk', role: 'DESK', state: null });
    expect(sessions.of(token)?.caller).toEqual(caller);
    await expect(sessions.open('desk', secret, null)).rejects.toMatchObject(REFUSED);
  });

  it('lets in one of those who use it at once', async () => {
    const sessions = opened();
    const secret = await secretOf(sessions, 'desk');
    const tries = await Promise.allSettled([1, 2, 3].map(() => sessions.open('desk', secret, null)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is not used up by a wrong secret, and opens no other account', async () => {
    const sessions = opened();
    const secret = await secretOf(sessions, 'desk');
    for (const [account, wrong] of [
      ['desk', `${secret}x`],
      ['desk', ''],
      ['admin', secret],
      ['nobody', secret],
    ] as const) {
      await expect(sessions.open(account, wrong, null)).rejects.toMatchObject(REFUSED);
    }
    await expect(sessions.open('desk', secret, null)).resolves.toBeDefined();
  });

  it.each([
    ['opens a session just within the hour', LINK_MS - 1, true],
    ['opens none when the hour is over', LINK_MS, false],
  ])('%s', async (_, after, opens) => {
    expect(LINK_MS).toBe(HOUR);
    const sessions = opened();
    const secret = await secretOf(sessions, 'desk');
    now += after;
    const tried = sessions.open('desk', secret, null);
    await (opens ? expect(tried).resolves.toBeDefined() : expect(tried).rejects.toMatchObject(REFUSED));
  });

  it('of an earlier start opens none', async () => {
    const old = await secretOf(opened(), 'admin');
    const after = opened();
    await after.newLinks();
    await expect(after.open('admin', old, null)).rejects.toMatchObject(REFUSED);
  });
});

it('beyond the limit wrong secrets of a link are not checked, and the right one opens its session, once', async () => {
  const nowMs = (): number => now;
  const sessions = localSessions(signInStore(folder), signInAttempts(1, nowMs), nowMs);
  const [secret, other] = (await sessions.newLinks()).map((link) => link.secret);
  const [{ name: account }, { name: another }] = LOCAL_ACCOUNTS as [LocalAccount, LocalAccount];
  await expect(sessions.open(account, 'wrong', 'RWA')).rejects.toMatchObject(REFUSED);
  for (const wrong of ['wrong', other ?? '', ''])
    await expect(sessions.open(account, wrong, 'RWA')).rejects.toThrow(TooManyRequests);
  await expect(sessions.open(account, secret ?? '', 'RWA')).resolves.toBeDefined();
  await expect(sessions.open(account, secret ?? '', 'RWA')).rejects.toThrow(TooManyRequests);
  await expect(sessions.open(another, other ?? '', 'RWA')).resolves.toBeDefined();
  await expect(sessions.open('king', 'wrong', null)).rejects.toMatchObject(REFUSED);
  await expect(sessions.open('king', 'wrong', null)).rejects.toThrow(TooManyRequests);
});

it('a secret is seen to fit without its slow hash: the one of the account’s link alone', async () => {
  const seen: boolean[] = [];
  const attempt: Attempt = (_, mayFit) => {
    seen.push(mayFit());
    return Promise.reject(new Error('not checked'));
  };
  const sessions = localSessions(signInStore(folder), attempt, () => now);
  const old = await secretOf(sessions, 'desk');
  const links = await sessions.newLinks();
  const secrets = {
    desk: '',
    admin: '',
    ...Object.fromEntries(links.map(({ name, secret }) => [name, secret])),
  };
  const { desk, admin } = secrets;
  for (const secret of [desk, admin, old, '', `${desk}x`])
    await expect(sessions.open('desk', secret, null)).rejects.toThrow('not checked');
  expect(seen).toEqual([true, false, false, false, false]);
});

describe('the owner’s secret', () => {
  it('opens any account, as often as it is used, and is another after each start', async () => {
    const sessions = opened();
    const { ownersSecret } = sessions;
    for (const [account, state, subject] of [
      ['ms', 'RWA', 'ms.rwa'],
      ['ms', 'KOR', 'ms.kor'],
      ['second-admin', null, 'second-admin'],
    ] as const) {
      expect((await sessions.open(account, ownersSecret, state)).caller.subject).toBe(subject);
    }
    await expect(sessions.open('king', ownersSecret, null)).rejects.toMatchObject(REFUSED);
    await expect(opened().open('desk', ownersSecret, null)).rejects.toMatchObject(REFUSED);
  });
});

describe('a session', () => {
  it('is named by the state that its person speaks for, and by none where it speaks for none', async () => {
    expect((await signedIn('ms', 'RWA')).caller).toEqual({ subject: 'ms.rwa', role: 'MS', state: 'RWA' });
    expect((await signedIn('desk', 'RWA')).caller).toEqual({ subject: 'desk', role: 'DESK', state: null });
  });

  it.each([
    ['lives just within twelve hours', SESSION_MS - 1, true],
    ['has ended after twelve', SESSION_MS, false],
  ])('%s, in its own process and after a new start', async (_, after, lives) => {
    expect(SESSION_MS).toBe(12 * HOUR);
    const sessions = opened();
    const { token, until } = await sessions.open('desk', sessions.ownersSecret, null);
    expect(until).toBe('2026-03-01T20:00:00.000Z');
    now += after;
    for (const each of [sessions, opened()]) {
      expect(each.of(token) !== undefined).toBe(lives);
      expect(each.csrfOf(token) !== undefined).toBe(lives);
    }
  });

  it('that has ended does not come back with an earlier clock, once another has been made', async () => {
    const { token } = await signedIn('desk');
    now += SESSION_MS;
    await signedIn('admin');
    now = BEGIN;
    expect(opened().of(token)).toBeUndefined();
  });

  it('is gone when it is closed, also after a new start', async () => {
    const sessions = opened();
    const { token } = await sessions.open('desk', sessions.ownersSecret, null);
    sessions.close(token);
    expect(sessions.of(token)).toBeUndefined();
    expect(opened().of(token)).toBeUndefined();
  });

  it('is known to a later version of what is kept: one without a csrf lives, and fits none', () => {
    // `hash('sha256', 'a token', 'base64url')`, in the file as it was written before sessions had a csrf of their own.
    const tokenHash = '4zFuK6_rthA6NBjod4wK3JYNQCE6A6fn9PzTQm7YB78';
    const session = { tokenHash, account: 'desk', state: null, until: BEGIN + HOUR };
    const secret = { account: 'desk', salt: 'c2FsdA', hash: 'aGFzaA' };
    writeFileSync(join(folder, 'sign-in.json'), JSON.stringify({ secrets: [secret], sessions: [session] }));
    const sessions = opened();
    expect(sessions.of('a token')?.caller.role).toBe('DESK');
    expect(sessions.isCsrfOf('a token', '')).toBe(false);
    expect(sessions.isCsrfOf('a token', sessions.csrfOf('a token') ?? '')).toBe(true);
  });
});

describe('the csrf of a session', () => {
  it('is random, of that session alone, and stays the same while the server runs', async () => {
    const sessions = opened();
    const [one, other] = [
      await sessions.open('desk', sessions.ownersSecret, null),
      await sessions.open('desk', sessions.ownersSecret, null),
    ];
    const csrf = sessions.csrfOf(one.token) ?? '';
    expect(csrf).toMatch(/^[\w-]{43}$/);
    expect(sessions.csrfOf(one.token)).toBe(csrf);
    expect(sessions.csrfOf(other.token)).not.toBe(csrf);
    expect([sessions.isCsrfOf(one.token, csrf), sessions.isCsrfOf(other.token, csrf)]).toEqual([true, false]);
    for (const wrong of ['', `${csrf}x`, one.token]) expect(sessions.isCsrfOf(one.token, wrong)).toBe(false);
  });

  it('does not follow from the token: a new start makes another, and until then the old one counts', async () => {
    const before = opened();
    const { token } = await before.open('desk', before.ownersSecret, null);
    const csrf = before.csrfOf(token) ?? '';
    const after = opened();
    expect(after.isCsrfOf(token, csrf)).toBe(true);
    const next = after.csrfOf(token) ?? '';
    expect(next).not.toBe(csrf);
    expect([after.isCsrfOf(token, csrf), after.isCsrfOf(token, next)]).toEqual([false, true]);
  });
});

it('the file holds neither secrets nor tokens, and is its owner’s alone, whatever was there before', async () => {
  const path = join(folder, 'sign-in.json');
  for (const name of [path, `${path}.new`])
    writeFileSync(name, '{"secrets":[],"sessions":[]}', { mode: 0o666 });
  const sessions = opened();
  const links = await sessions.newLinks();
  const [{ name, secret } = { name: '', secret: '' }] = links;
  const { token } = await sessions.open(name, secret, 'RWA');
  const csrf = sessions.csrfOf(token) ?? '';
  const kept = readFileSync(path, 'utf8');
  const words = [token, csrf, sessions.ownersSecret, ...links.map((link) => link.secret)];
  for (const word of words) expect(kept).not.toContain(word);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

it('a file that cannot be read hinders the start in words', () => {
  writeFileSync(join(folder, 'sign-in.json'), '{');
  expect(opened).toThrow(CannotStart);
});
