/** Who is shown the log of proofs, by door and by role: where it is open to all, and where an installation keeps it. */
import { READERS_OF_ALL, ROLES } from '@pledgeline/contracts';
import type { Role } from '@pledgeline/contracts';
import { until } from '@pledgeline/event-sourcing/testing';
import { leafHash, readOpening, rootOf } from '@pledgeline/transparency';
import { asker, offer, poster } from './testing/ask.ts';
import { hostStandalone } from './testing/host-standalone.ts';
import type { Hosted } from './testing/host-standalone.ts';
import { proofClient } from './testing/proof-client.ts';
import { runCli } from './testing/run-cli.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

type Headers = Readonly<Record<string, string>>;

const COUNT = 6;
const as = (role: Role): Headers => ({
  'x-pledgeline-actor': 'a.reader',
  'x-pledgeline-role': role,
  ...(role === 'MS' && { 'x-pledgeline-state': 'RWA' }),
});

/** Without a pledge of its own; `PLEDGE` stands for one. What each answers to who may ask. */
const DOORS: readonly (readonly [string, number])[] = [
  ['/proof/checkpoint', 200],
  ['/proof/log', 200],
  // No witnesses, and the key that it began with.
  ['/proof/cosigned', 404],
  ['/proof/keys', 404],
  ['/proof/tile/0/000.p/1', 200],
  ['/proof/tile/entries/000.p/1', 200],
  ['/proof/tile/0/999', 404],
  ['/proof/inclusion?leaf=0', 200],
  ['/proof/consistency?from=1', 200],
  ['/proof/bundle?pledge=PLEDGE', 200],
  ['/pledges/PLEDGE/proof', 200],
  ['/pledges/PLEDGE/proof/0', 200],
];

const hosted = async (env: Readonly<Record<string, string>>) => {
  const folder = temporaryFolder();
  const server = await hostStandalone({ PLEDGELINE_DATA: folder.path, ...env });
  const post = poster(asker(server.url));
  let pledge = '';
  for (let n = 0; n < COUNT; n += 1) {
    const announced = await post('/pledges', offer(`Battalion ${n}`));
    pledge = String(announced.headers.get('location')).slice('/pledges/'.length);
  }
  const status = async (door: string, headers: Headers = {}): Promise<Response> => {
    const answer = await fetch(server.url + door.replace('PLEDGE', pledge), { headers });
    await answer.arrayBuffer();
    return answer;
  };
  return { folder, server, status, pledge };
};

const signed = (server: Hosted, dataFolder: string) => proofClient(server.url, dataFolder).covering(COUNT);

describe('a log that is open to all', () => {
  let opened: Awaited<ReturnType<typeof hosted>>;
  beforeAll(async () => {
    opened = await hosted({});
    await signed(opened.server, opened.folder.path);
  });
  afterAll(async () => {
    await opened.server.close();
    opened.folder.remove();
  });

  it.each(DOORS)('%s is answered %i to who has not signed in, and to every role', async (door, expected) => {
    expect((await opened.status(door)).status).toBe(expected);
    for (const role of ROLES)
      expect([role, (await opened.status(door, as(role))).status]).toEqual([role, expected]);
  });

  it.each(ROLES)('%s is handed openings only where he reads all', async (role) => {
    const isReader = READERS_OF_ALL.includes(role);
    expect((await opened.status('/proof/openings', as(role))).status).toBe(isReader ? 200 : 403);
  });

  it('who has not signed in is asked to, for openings', async () => {
    const answer = await opened.status('/proof/openings');
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
  });

  it('openings are every leaf with all of its parts, in order, and make the root', async () => {
    const { server, folder } = opened;
    const head = await proofClient(server.url, folder.path).checkpoint();
    const answer = await fetch(`${server.url}/proof/openings`, { headers: as('AUDITOR') });
    expect(answer.headers.get('content-type')).toBe('application/jsonl; charset=utf-8');
    const text = await answer.text();
    const events = text
      .split('\n')
      .slice(0, -1)
      .map((line) => readOpening(JSON.parse(line)));
    expect(text.endsWith('\n')).toBe(true);
    expect(events.map(({ leaf }) => leaf)).toEqual(Array.from({ length: head.size }, (_, n) => n));
    expect(events.every(({ keptBack }) => keptBack === 0)).toBe(true);
    const root = rootOf(events.map(({ entry }) => leafHash(entry)));
    expect(Buffer.from(root).equals(head.root)).toBe(true);
  });

  it.each<[string, readonly number[]]>([
    ['from=0&to=0', []],
    ['from=0&to=1', [0]],
    ['from=2&to=5', [2, 3, 4]],
    ['to=2', [0, 1]],
    ['from=4&to=6', [4, 5]],
  ])('openings?%s are these leaves', async (query, leaves) => {
    const answer = await fetch(`${opened.server.url}/proof/openings?${query}`, { headers: as('DESK') });
    const lines = (await answer.text()).split('\n').slice(0, -1);
    expect(lines.map((line) => (JSON.parse(line) as { leaf: number }).leaf)).toEqual(leaves);
  });
});

describe('a log that is kept for who has signed in', () => {
  let kept: Awaited<ReturnType<typeof hosted>>;
  beforeAll(async () => {
    kept = await hosted({ PLEDGELINE_PROOF_DOORS: 'signed-in', PLEDGELINE_PROOF_CHECKPOINT_MS: '0' });
    await until('all of it is signed', async () => {
      const answer = await fetch(`${kept.server.url}/proof/log`, { headers: as('DESK') });
      return ((await answer.json()) as { readonly size?: number }).size === COUNT;
    });
  });
  afterAll(async () => {
    await kept.server.close();
    kept.folder.remove();
  });

  it.each([...DOORS, ['/proof/openings', 200] as const])(
    '%s is 401 to who has not signed in, and to nobody else',
    async (door, expected) => {
      const refused = await kept.status(door);
      expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
      for (const role of ROLES) {
        const isFor = door !== '/proof/openings' || READERS_OF_ALL.includes(role);
        expect([role, (await kept.status(door, as(role))).status]).toEqual([role, isFor ? expected : 403]);
      }
    },
  );

  it.each(DOORS.filter(([, expected]) => expected === 200))(
    '%s is for no other origin, and for no cache that others read',
    async (door) => {
      const { headers } = await kept.status(door, as('AUDITOR'));
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('cache-control')).toMatch(/^(private\b|no-store)/);
      expect(headers.get('vary')).toContain('authorization');
    },
  );

  it('a monitor that signs in looks at it, and one that does not is told to', async () => {
    const monitor = async (...more: readonly string[]) =>
      runCli([
        ...['audit', 'monitor', `${kept.server.url}/proof`, '--once'],
        ...['--key', `${kept.folder.path}/proof-keys/signing.vkey`],
        ...['--state', `${kept.folder.path}/heads`, ...more],
      ]);
    const refused = await monitor();
    expect([refused.code, refused.err]).toEqual([4, expect.stringContaining('signed in')]);
    expect((await monitor('--role', 'AUDITOR')).code).toBe(0);
    const opened = await monitor('--open');
    expect([opened.code, opened.out]).toEqual([0, expect.stringContaining(`opened ${COUNT}`)]);
    const own = await monitor('--open', '--role', 'PUBLIC', '--state', `${kept.folder.path}/others`);
    expect([own.code, own.err]).toEqual([4, expect.stringContaining('no openings')]);
  });
});
