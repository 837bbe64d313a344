/** Signing in, and as whom each command then acts: several people of one machine, one server, one file of tokens. */
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { runInProcess } from './testing/run-in-process.ts';

interface Asked {
  readonly authorization: string | undefined;
  readonly role: string | string[] | undefined;
}

let folder: string;
let server: Server;
let url: string;
let asked: Asked[];
let until: string;
const given = { ...process.env };

/** Signs everybody in, and refuses everything else. */
beforeAll(async () => {
  server = createServer((request, response) => {
    void json(request)
      .catch(() => ({}))
      .then((body) => {
        const { account, state, secret } = body as { account: string; state: string | null; secret: string };
        if (request.url === '/session') {
          const subject = state === null ? account : `${account}.${state.toLowerCase()}`;
          const role = account === 'second-admin' ? 'ADMIN' : account.toUpperCase();
          const caller = { subject, role, state };
          response.end(JSON.stringify({ token: `token-of-${subject}-${secret}`, until, caller }));
          return;
        }
        const { authorization, 'x-pledgeline-role': asRole } = request.headers;
        asked.push({ authorization, role: asRole });
        response.writeHead(403).end('{"detail":"Not for you."}');
      });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pledgeline-cli-sign-in-'));
  writeFileSync(join(folder, 'sign-in-control.json'), JSON.stringify({ url, secret: 'owner' }));
  process.env = { ...given, XDG_CONFIG_HOME: folder, PLEDGELINE_DATA: folder, PLEDGELINE_URL: url };
  delete process.env['PLEDGELINE_TOKEN'];
  asked = [];
  until = new Date(Date.now() + 3_600_000).toISOString();
});
afterEach(() => {
  process.env = given;
  rmSync(folder, { recursive: true });
});

const cli = async (...args: readonly string[]) => {
  const { code, out, err } = await runInProcess(args);
  return { code, said: out + err };
};
const signIn = async (...names: readonly string[]): Promise<void> => {
  for (const name of names) expect((await cli('sign-in', '--as', name)).code).toBe(0);
};
const usage = (words: string) => ({ code: 2, said: expect.stringContaining(words) as string });
/** As whom a command acted. */
const actedAs = async (...args: readonly string[]): Promise<string | undefined> => {
  expect((await cli('rebuild', ...args)).code).toBe(4);
  return asked.at(-1)?.authorization;
};

describe('signing in', () => {
  it.each([
    [['--as', 'DESK'], 'desk'],
    [['--as', 'desk'], 'desk'],
    [['--as', 'MS', '--state', 'RWA'], 'ms.rwa'],
    [['--as', 'ms:rwa'], 'ms.rwa'],
    [['--as', 'MS:RWA', '--state', 'rwa'], 'ms.rwa'],
    [['--as', 'PARTNER'], 'partner'],
    [['--as', 'Second-Admin'], 'second-admin'],
  ])('%j is %s, by the secret in the data folder', async (args, subject) => {
    const { code, said } = await cli('sign-in', ...args);
    expect([code, said]).toEqual([0, expect.stringContaining(`signed in to ${url} as ${subject} (`)]);
    expect(await actedAs()).toBe(`Bearer token-of-${subject}-owner`);
  });

  it('by a link needs no folder, and keeps the token for its server', async () => {
    const link = `${url}/sign-in#account=ms&role=MS&secret=once`;
    expect((await cli('sign-in', link, '--state', 'RWA', '--data', '/nowhere')).code).toBe(0);
    expect(await actedAs()).toBe('Bearer token-of-ms.rwa-once');
  });

  it.each([
    [[], 'as whom?'],
    [['--as', 'KING'], 'Known are MS, DESK'],
    [['--as', 'SYSTEM'], 'Known are MS, DESK'],
    [['--as', 'MS:RWA:KOR'], 'with a state as in MS:RWA'],
    [['--as', 'MS:XXX'], 'no ISO 3166 alpha-3 code'],
    [['--as', 'MS', '--state', 'XXX'], 'no ISO 3166 alpha-3 code'],
    [['--as', 'MS:RWA', '--state', 'KOR'], '--as names RWA, and --state KOR'],
    [['--state', 'RWA'], 'give both'],
    [['http://127.0.0.1:1/'], 'not a sign-in link'],
    [['desk'], 'not a sign-in link'],
    [['http://127.0.0.1:1/#account=desk&secret=s', '--as', 'DESK'], 'a link says as whom'],
  ])('%j is wrong usage', async (args, words) => {
    expect(await cli('sign-in', ...args)).toEqual(usage(words));
  });

  it('says what is missing where no server runs', async () => {
    const { code, said } = await cli('sign-in', '--as', 'DESK', '--data', join(folder, 'none'));
    expect([code, said]).toEqual([3, expect.stringMatching(/no server with local sign-in runs.*--data/)]);
    writeFileSync(join(folder, 'sign-in-control.json'), '{"url":"http://127.0.0.1:9","secret":"s"}');
    expect((await cli('sign-in', '--as', 'DESK')).code).toBe(3);
  });
});

describe('of several who are signed in', () => {
  beforeEach(() => signIn('DESK', 'MS:RWA', 'MS:KOR', 'ADMIN', 'second-admin'));
  const ALL = 'DESK, MS:RWA, MS:KOR, ADMIN, second-admin';

  it.each([
    [['--as', 'DESK'], 'desk'],
    [['--as', 'MS:KOR'], 'ms.kor'],
    [['--as', 'MS', '--state', 'RWA'], 'ms.rwa'],
    [['--as', 'ADMIN'], 'admin'],
    [['--as', 'second-admin'], 'second-admin'],
  ])('%j chooses %s', async (args, subject) => {
    expect(await actedAs(...args)).toBe(`Bearer token-of-${subject}-owner`);
  });

  it.each([
    [[], `choose one of ${ALL} with --as`],
    [['--as', 'MS'], `several are signed in to URL as MS: choose one of ${ALL} with --as`],
    [['--as', 'SFGC'], `nobody is signed in to URL as SFGC (signed in: ${ALL})`],
    [['--as', 'MS:NPL'], `nobody is signed in to URL as MS:NPL (signed in: ${ALL})`],
    [['--state', 'RWA'], 'give both'],
  ])('%j is wrong usage, which lists them', async (args, words) => {
    expect(await cli('rebuild', ...args)).toEqual(usage(words.replace('URL', url)));
    expect(asked).toEqual([]);
  });

  it('one who signs in again has one token, the newer', async () => {
    writeFileSync(join(folder, 'sign-in-control.json'), JSON.stringify({ url, secret: 'later' }));
    await signIn('MS:RWA');
    expect(await actedAs('--as', 'MS:RWA')).toBe('Bearer token-of-ms.rwa-later');
    expect(await actedAs('--as', 'MS:KOR')).toBe('Bearer token-of-ms.kor-owner');
  });

  it('PLEDGELINE_TOKEN is used unless --as chooses', async () => {
    process.env['PLEDGELINE_TOKEN'] = 'of-the-issuer';
    expect(await actedAs()).toBe('Bearer of-the-issuer');
    expect(await actedAs('--as', 'DESK')).toBe('Bearer token-of-desk-owner');
  });

  it('those of another server count for nothing', async () => {
    expect(await cli('rebuild', '--url', 'http://127.0.0.1:9', '--as', 'DESK')).toEqual(
      usage('nobody is signed in to http://127.0.0.1:9 as DESK (signed in: nobody)'),
    );
  });
});

it('who has only one token that has not ended need not choose', async () => {
  until = new Date(Date.now() - 1).toISOString();
  await signIn('DESK', 'SFGC');
  until = 'no time';
  await signIn('FGS');
  until = new Date(Date.now() + 60_000).toISOString();
  await signIn('DOS');
  expect(await actedAs()).toBe('Bearer token-of-dos-owner');
});

it('nobody signed in: a server that believes its callers is told who acts', async () => {
  expect(await actedAs('--role', 'DESK')).toBeUndefined();
  expect(asked.at(-1)?.role).toBe('DESK');
});

it('tokens are kept for this user alone, and what is of an earlier version is as good as nothing', async () => {
  const file = join(folder, 'pledgeline', 'tokens.json');
  mkdirSync(join(folder, 'pledgeline'));
  writeFileSync(file, JSON.stringify({ [url]: { token: 'old', until } }), { mode: 0o644 });
  expect(await actedAs('--role', 'DESK')).toBeUndefined();
  await signIn('DESK');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file, 'utf8')).not.toContain('"old"');
});

describe('a token is sent over https or to this machine', () => {
  beforeEach(() => {
    process.env['PLEDGELINE_TOKEN'] = 'secret';
  });

  it.each([
    'http://example.org',
    'http://192.168.1.7:3000',
    'http://10.0.0.1',
    'http://0.0.0.0:3000',
    'http://127.0.0.1.example.org',
    'http://localhost.example.org',
    'http://[::ffff:10.0.0.1]:3000',
    'http://user@127.0.0.1@example.org',
    'HTTP://EXAMPLE.ORG',
  ])('and not to %s', async (to) => {
    const commands = [['history', 'x'], ['report'], ['rebuild'], ['import', 'none.csv']];
    for (const command of commands)
      expect(await cli(...command, '--url', to)).toEqual(
        usage('a token is sent over https only, or to this machine'),
      );
  });

  it.each([
    'http://127.0.0.1:9',
    'http://127.1:9',
    'http://localhost:9',
    'http://[::1]:9',
    'https://127.0.0.1:9',
  ])('as to %s, where nobody listens', async (to) => {
    expect((await cli('rebuild', '--url', to)).code).toBe(3);
  });

  it('a link of another machine is not followed without TLS', async () => {
    const link = 'http://example.org/sign-in#account=desk&secret=s';
    expect(await cli('sign-in', link)).toEqual(
      usage('a sign-in is sent over https only, or to this machine'),
    );
  });
});
