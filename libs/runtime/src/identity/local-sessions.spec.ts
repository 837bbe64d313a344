import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROLES } from '@pledgeline/contracts';
import { CannotStart } from '../settings.ts';
import { localSessions } from './local-sessions.ts';
import { signInAttempts } from './sign-in-attempts.ts';
import { signInStore } from './sign-in-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pledgeline-sign-in-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const opened = () => localSessions(signInStore(folder), signInAttempts(0, Date.now));
const secretOf = async (sessions: ReturnType<typeof opened>, account: string): Promise<string> =>
  (await sessions.newLinks()).find(({ name }) => name === account)?.secret ?? '';

it('each role of a person has a link, and records officers have two', async () => {
  const links = await opened().newLinks();
  const people = ROLES.filter((role) => role !== 'SYSTEM' && role !== 'PUBLIC');
  expect(links.map(({ role }) => role).sort()).toEqual([...people, 'ADMIN'].sort());
  expect(new Set(links.map(({ name }) => name)).size).toBe(links.length);
});

it('a link opens one session, and no second', async () => {
  const sessions = opened();
  const secret = await secretOf(sessions, 'desk');
  const { token, caller } = await sessions.open('desk', secret, null);
  expect(caller).toEqual({ subject: 'desk', role: 'DESK', state: null });
  expect(sessions.of(token)?.caller).toEqual(caller);
  await expect(sessions.open('desk', secret, null)).rejects.toMatchObject({ code: 'SIGN_IN_REFUSED' });
});

it('of two who use a link at once, one comes in', async () => {
  const sessions = opened();
  const secret = await secretOf(sessions, 'desk');
  const tries = await Promise.allSettled([1, 2, 3].map(() => sessions.open('desk', secret, null)));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

it('a wrong secret uses nothing up, and that of one account opens no other', async () => {
  const sessions = opened();
  const secret = await secretOf(sessions, 'desk');
  for (const [account, wrong] of [
    ['desk', `${secret}x`],
    ['desk', ''],
    ['admin', secret],
    ['nobody', secret],
  ] as const) {
    await expect(sessions.open(account, wrong, null)).rejects.toMatchObject({ code: 'SIGN_IN_REFUSED' });
  }
  await expect(sessions.open('desk', secret, null)).resolves.toBeDefined();
});

it('who speaks for a state is named by it; who does not has none', async () => {
  const sessions = opened();
  const links = await sessions.newLinks();
  const open = async (account: string) =>
    (await sessions.open(account, links.find(({ name }) => name === account)?.secret ?? '', 'RWA')).caller;
  expect(await open('ms')).toEqual({ subject: 'ms.rwa', role: 'MS', state: 'RWA' });
  expect(await open('desk')).toEqual({ subject: 'desk', role: 'DESK', state: null });
});

it('a session outlives a new start, its link does not; after its end it is gone', async () => {
  const before = opened();
  const [desk, admin] = [await secretOf(before, 'desk'), ''];
  const { token } = await before.open('desk', desk, null);
  const after = opened();
  expect(after.of(token)?.caller.role).toBe('DESK');
  const old = await secretOf(opened(), 'admin');
  await after.newLinks();
  await expect(after.open('admin', old, admin)).rejects.toMatchObject({ code: 'SIGN_IN_REFUSED' });
  after.close(token);
  expect(after.of(token)).toBeUndefined();
  expect(opened().of(token)).toBeUndefined();
});

it('the file holds neither secrets nor tokens, and is its owner’s alone', async () => {
  const sessions = opened();
  const links = await sessions.newLinks();
  const [{ name, secret } = { name: '', secret: '' }] = links;
  const { token, csrf } = await sessions.open(name, secret, 'RWA');
  const path = join(folder, 'sign-in.json');
  const kept = readFileSync(path, 'utf8');
  for (const word of [token, csrf, ...links.map((link) => link.secret)]) expect(kept).not.toContain(word);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

it('a file that cannot be read hinders the start in words', () => {
  writeFileSync(join(folder, 'sign-in.json'), '{');
  expect(opened).toThrow(CannotStart);
});
