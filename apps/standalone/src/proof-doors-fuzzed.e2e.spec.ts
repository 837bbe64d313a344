/**
 * Whatever is asked of the doors of the log of proofs, they answer it or say what is wrong with it: no 500, and no 503 that does not
 * say when to ask again. What is malformed in a path is nothing that there is; what is wrong in a query is named.
 */
import { ROLES } from '@pledgeline/contracts';
import fc from 'fast-check';
import { asker, offer, poster } from './testing/ask.ts';
import { hostStandalone } from './testing/host-standalone.ts';
import type { Hosted } from './testing/host-standalone.ts';
import { proofClient } from './testing/proof-client.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const COUNT = 5;
const NUM_RUNS = 300;

const folder = temporaryFolder();
let server: Hosted;
let pledge = '';
let reference = '';
beforeAll(async () => {
  server = await hostStandalone({
    ...{ PLEDGELINE_DATA: folder.path, PLEDGELINE_RATE_PER_ADDRESS: '0', PLEDGELINE_RATE_PER_SUBJECT: '0' },
    PLEDGELINE_RATE_TILES: '0',
  });
  const ask = asker(server.url);
  for (let n = 0; n < COUNT; n += 1) {
    const announced = await poster(ask)('/pledges', offer(`Battalion ${n}`));
    pledge = String(announced.headers.get('location')).slice('/pledges/'.length);
  }
  reference = String((await ask(`/pledges/${pledge}`)).body.reference);
  await proofClient(server.url, folder.path).covering(COUNT);
});
afterAll(async () => {
  await server.close();
  folder.remove();
});

interface Problem {
  readonly code: string;
  readonly detail: string;
  readonly field?: string;
  readonly errors?: readonly { readonly field?: string }[];
}

interface Asked {
  readonly status: number;
  readonly problem: Problem | null;
  readonly retryAfter: string | null;
}

const asked = async (path: string, headers: Readonly<Record<string, string>>): Promise<Asked> => {
  const answer = await fetch(server.url + path, { headers });
  const body = Buffer.from(await answer.arrayBuffer()).toString();
  const isProblem = answer.headers.get('content-type')?.startsWith('application/problem+json') === true;
  return {
    status: answer.status,
    problem: isProblem ? (JSON.parse(body) as Problem) : null,
    retryAfter: answer.headers.get('retry-after'),
  };
};

/** Of any other there is no route, and nothing to be named in it. */
const isDecodable = (path: string): boolean => {
  try {
    decodeURIComponent(new URL(path, server.url).pathname);
    return true;
  } catch {
    return false;
  }
};

/** What every answer has to be. */
const mustBeGood = (path: string, { status, problem, retryAfter }: Asked): void => {
  if (status === 200) return;
  expect([path, status, problem !== null]).toEqual([path, status, true]);
  if (status === 503) expect([path, retryAfter]).toEqual([path, expect.stringMatching(/^[1-9]\d*$/)]);
  else expect([path, problem?.code, status < 500]).toEqual([path, problem?.code, true]);
  const names = [problem?.field, ...(problem?.errors ?? []).map(({ field }) => field)];
  if (!isDecodable(path)) expect([path, status, problem?.code]).toEqual([path, 400, 'BAD_REQUEST']);
  else if (status === 400 || status === 422)
    expect([path, names.some((name) => name !== undefined && name !== '')]).toEqual([path, true]);
};

const anybody = fc.constantFrom(undefined, ...ROLES).map((role) =>
  role === undefined
    ? {}
    : {
        'x-pledgeline-actor': 'a.reader',
        'x-pledgeline-role': role,
        ...(role === 'MS' && { 'x-pledgeline-state': 'RWA' }),
      },
);

const numbers = fc.oneof(
  fc.integer({ min: -3, max: 12 }).map(String),
  fc.constantFrom(
    '256',
    '255',
    '00',
    '1e3',
    '0x1',
    '1.0',
    '-0',
    '+1',
    ' 1',
    '1 ',
    '',
    'NaN',
    'Infinity',
    'null',
  ),
  fc.constantFrom(
    '9007199254740991',
    '9007199254740992',
    '18446744073709551616',
    '1'.repeat(400),
    '٣',
    '1_0',
  ),
);
const words = fc.oneof(
  numbers,
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom(
    'true',
    'false',
    'none',
    '2021-seoul',
    'RWA',
    'Rwanda',
    '[object Object]',
    '__proto__',
    '../..',
  ),
);
/** As it stands in an address; also what no encoder would write. */
const segments = fc.oneof(
  words.map((text) => encodeURIComponent(text)),
  fc.constantFrom('%', '%zz', '%00', '%ff', '%2F', '%2e%2e', '.', '..', '000.p', 'x000', 'entries', '*'),
);

const named = (names: readonly string[]) =>
  fc
    .array(fc.tuple(fc.constantFrom(...names, ...names, ...names, 'x', 'from[]', 'constructor'), segments), {
      maxLength: 4,
    })
    .map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join('&'));

const QUERIES: Readonly<Record<string, readonly string[]>> = {
  inclusion: ['leaf', 'size'],
  consistency: ['from', 'to'],
  openings: ['from', 'to'],
  bundle: ['pledge', 'conference', 'memberState', 'all', 'since'],
  log: [],
  checkpoint: [],
  cosigned: [],
  keys: [],
};

it.each(Object.entries(QUERIES))('/proof/%s answers whatever it is asked by %j', async (door, names) => {
  await fc.assert(
    fc.asyncProperty(named(names), anybody, async (query, headers) => {
      const path = `/proof/${door}?${query}`;
      mustBeGood(path, await asked(path, headers));
    }),
    { numRuns: NUM_RUNS },
  );
});

it('bundles answer whatever they are asked about pledges that there are', async () => {
  const known = fc.constantFrom(
    'pledge=ID',
    'pledge=REFERENCE',
    'all=true',
    'conference=none',
    'memberState=RWA',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(known, { maxLength: 3 }),
      named(['since']),
      anybody,
      async (parts, more, headers) => {
        const query = [...parts, more].join('&');
        const path = `/proof/bundle?${query.replaceAll('ID', pledge).replaceAll('REFERENCE', encodeURIComponent(reference))}`;
        mustBeGood(path, await asked(path, headers));
      },
    ),
    { numRuns: NUM_RUNS },
  );
});

/** By the page: groups of three digits, all but the last with an x; a width of 1 to 255; levels up to 63. */
const isTilePath = (path: string): boolean =>
  /^(entries|\d|[1-5]\d|6[0-3])\/(x\d{3}\/)*\d{3}(\.p\/([1-9]|[1-9]\d|1\d\d|2[0-4]\d|25[0-5]))?$/.test(
    path,
  ) && !/^(entries|\d+)\/x000/.test(path);

it('a path of tiles that is malformed is 404, and so is what the tree does not have', async () => {
  const groups = fc.array(
    fc.oneof(fc.constantFrom('000', 'x000', 'x001', '001', '0', '0000', 'x00', 'X000'), segments),
    {
      maxLength: 3,
    },
  );
  const levels = fc.oneof(
    fc.constantFrom('0', '1', '8', '63', '64', '00', 'entries', 'Entries', '-1'),
    segments,
  );
  const widths = fc.oneof(
    fc.constant(''),
    fc.constantFrom('1', '5', '6', '0', '255', '256', '01', '1.0').map((width) => `.p/${width}`),
    segments.map((width) => `.p/${width}`),
  );
  await fc.assert(
    fc.asyncProperty(levels, groups, widths, anybody, async (level, between, width, headers) => {
      const tile = `${level}/${between.join('/')}${width}`;
      const path = `/proof/tile/${tile}`;
      const answer = await asked(path, headers);
      mustBeGood(path, answer);
      // What URLs mean by dots is made of them before it is sent.
      const isSent = new URL(path, server.url).pathname === path;
      if (isSent && isDecodable(path) && !isTilePath(tile) && answer.problem?.code !== 'PATH_NOT_USABLE')
        expect([path, answer.status]).toEqual([path, 404]);
    }),
    { numRuns: NUM_RUNS },
  );
});

it('proofs of pledges and of their events answer whatever they are asked', async () => {
  const ids = fc.oneof(fc.constantFrom('ID', 'REFERENCE'), segments);
  const rest = fc.oneof(
    fc.constant(''),
    segments.map((revision) => `/${revision}`),
    named(['from', 'limit']).map((query) => `?${query}`),
  );
  await fc.assert(
    fc.asyncProperty(ids, rest, anybody, async (id, more, headers) => {
      const one = id.replace('ID', pledge).replace('REFERENCE', encodeURIComponent(reference));
      const path = `/pledges/${one}/proof${more}`;
      mustBeGood(path, await asked(path, headers));
    }),
    { numRuns: NUM_RUNS },
  );
});
