/** Ways to read what one may not, each tried at the real process: named by what was tried, passed when nothing was found. */
import { guardedHistory, SHARED, takesIn } from './testing/a-guarded-history.ts';
import type { Guarded } from './testing/a-guarded-history.ts';
import { asker } from './testing/ask.ts';
import type { Ask } from './testing/ask.ts';
import type { Reply } from './testing/reply.ts';
import { startScenario } from './testing/scenario.ts';
import type { Body, Scenario } from './testing/scenario.ts';

let scenario: Scenario;
let at: Guarded;
let ask: Ask;

beforeAll(async () => {
  scenario = await startScenario();
  ask = asker(scenario.url);
  at = await guardedHistory(scenario);
});
afterAll(() => scenario.close());

interface Reader {
  readonly who: string;
  readonly role: string;
  readonly state?: string;
}

const READERS_OF_WHAT_IS_PUBLIC: readonly Reader[] = [
  { who: 'the public, with a state', role: 'PUBLIC', state: 'RWA' },
  { who: 'a subscriber, with a state', role: 'SUBSCRIBER', state: 'RWA' },
];
const KOREA: Reader = { who: 'another state', role: 'MS', state: 'KOR' };
const OUTSIDERS: readonly Reader[] = [
  ...READERS_OF_WHAT_IS_PUBLIC,
  KOREA,
  { who: 'a partner of other pledges', role: 'PARTNER', state: 'KOR' },
  { who: 'a partner without a state', role: 'PARTNER' },
  { who: 'an implementing body, with a state', role: 'IMPL', state: 'RWA' },
];
const CONCERNED: readonly Reader[] = [
  { who: 'the desk', role: 'DESK' },
  { who: 'the state concerned', role: 'MS', state: 'RWA' },
];

const headersOf = ({ role, state }: Reader): Record<string, string> => ({
  'x-pledgeline-actor': 'a.reader',
  'x-pledgeline-role': role,
  ...(state !== undefined && { 'x-pledgeline-state': state }),
});

const read = (path: string, reader: Reader): Promise<Reply> => ask(path, { headers: headersOf(reader) });
const told = async (path: string, reader: Reader): Promise<string> =>
  JSON.stringify((await read(path, reader)).body);
const send = (path: string, body: Body, reader: Reader, more: Record<string, string> = {}): Promise<Reply> =>
  ask(path, { method: 'POST', body, headers: { ...headersOf(reader), ...more } });

const history = async (pledgeId: string, reader: Reader): Promise<readonly Body[]> =>
  (await read(`/pledges/${pledgeId}/history?limit=200`, reader)).body.items as readonly Body[];
const fact = async (pledgeId: string, type: string, reader: Reader): Promise<unknown> =>
  (await history(pledgeId, reader)).find((event) => event.type === type)?.data;

const NOTHING = '01890a5d-ac96-774b-bcce-b302099a8057';
/** Without what names the question and the request. */
const alike = ({ status, body }: Reply): string =>
  `${status} ${JSON.stringify({ ...body, instance: '' }).replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID')}`;

describe('the data of an event that is for more readers than all that it says', () => {
  it.each(OUTSIDERS)('names neither approver nor accepted caveats to $who', async (reader) => {
    expect(await fact(at.unit, 'UnitDeployed', reader)).toMatchObject({ place: 'Bangui', approver: null });
    expect(await fact(at.unit, 'UnitSelected', reader)).toMatchObject({ acceptedCaveats: [] });
    const all = JSON.stringify(await history(at.unit, reader));
    for (const kept of [SHARED, at.caveatId]) expect(all).not.toContain(kept);
  });

  it.each(READERS_OF_WHAT_IS_PUBLIC)('tells $who no level that rests on a visit', async (reader) => {
    for (const pledgeId of [at.unit, at.whole, ...at.parts])
      expect(JSON.stringify(await history(pledgeId, reader))).not.toMatch(/"(L2|L3|RDL)"/);
    expect(await fact(at.whole, 'PledgeRenewed', reader)).toMatchObject({ level: null });
    expect(await fact(at.parts[0] ?? '', 'PledgeDerived', reader)).toMatchObject({ level: null });
  });

  it.each(READERS_OF_WHAT_IS_PUBLIC)('tells $who of no match that ended', async (reader) => {
    expect(await fact(at.whole, 'PledgeSplit', reader)).toMatchObject({ endedMatches: [] });
  });

  it.each(CONCERNED)('tells $who all of it', async (reader) => {
    expect(await fact(at.unit, 'UnitDeployed', reader)).toMatchObject({ approver: SHARED });
    expect(await fact(at.unit, 'UnitSelected', reader)).toMatchObject({ acceptedCaveats: [at.caveatId] });
    expect(await fact(at.whole, 'PledgeRenewed', reader)).toMatchObject({ level: 'L2' });
    expect(await fact(at.whole, 'PledgeSplit', reader)).not.toMatchObject({ endedMatches: [] });
  });
});

it('the cursor of another reader goes on with what is public', async () => {
  const path = `/pledges/${at.unit}/history?limit=3`;
  const { next } = (await read(path, CONCERNED[0]!)).body;
  for (const reader of READERS_OF_WHAT_IS_PUBLIC)
    expect(await told(`${path}&cursor=${String(next)}`, reader)).not.toMatch(/INTERNAL|MEMBER_STATES/);
});

it.each(['', `&knownAt=${new Date().toISOString()}`])(
  'a partner who left reads nothing as of a day on which it was one %s',
  async () => {
    const path = `/pledges/${at.joint}?asOf=2025-02-15`;
    expect(await told(path, CONCERNED[0]!)).toContain(SHARED);
    for (const role of ['MS', 'PARTNER']) {
      const { body } = await read(path, { who: 'a partner who left', role, state: 'KOR' });
      expect(body).toMatchObject({ partnership: { partners: [{ state: 'KOR' }] }, internal: null });
      expect(JSON.stringify(body)).not.toContain(SHARED);
    }
  },
);

it('a state that asks by its own hand for a part reads nothing, until the lead confirms it', async () => {
  const ghana: Reader = { who: 'a partner of its own making', role: 'MS', state: 'GHA' };
  const reads = async () => [
    (await told(`/pledges/${at.joint}`, ghana)).includes(SHARED),
    JSON.stringify(await history(at.joint, ghana)).includes(SHARED),
  ];
  expect(await reads()).toEqual([false, false]);
  const { after } = await takesIn(scenario, at.joint, 'GHA', '2025-03-03');
  await read(`/pledges?after=${encodeURIComponent(String(after))}`, ghana);
  expect(await reads()).toEqual([true, true]);
});

describe('a guessed id', () => {
  it.each(OUTSIDERS)('finds nothing for $who', async (reader) => {
    for (const path of ['/ideas/', '/visits/']) {
      const found = await read(path + (path === '/ideas/' ? at.expected : at.visitId), reader);
      expect([path, [401, 403, 404].includes(found.status)]).toEqual([path, true]);
      expect(alike(found)).toBe(alike(await read(path + NOTHING, reader)));
    }
  });

  it.each(['dropping', 'take-up'])('of what is expected tells a state nothing by %s', async (act) => {
    const body = act === 'dropping' ? { reason: 'x' } : { pledgeId: at.unit };
    const rwanda = CONCERNED[1]!;
    for (const more of [{}, { 'if-match': '"7"' }]) {
      const refused = await send(`/ideas/${at.expected}/${act}`, body, rwanda, more);
      expect(refused.status).toBe(404);
      expect(alike(refused)).toBe(alike(await send(`/ideas/${NOTHING}/${act}`, body, rwanda, more)));
    }
  });
});

describe('a question that would tell by what it leaves out', () => {
  it.each([
    'level=L2',
    'caveat=TASK',
    'withoutCaveat=TASK',
    'caveat=none',
    'due=2099-12-31',
    'level=L2&level=L3',
  ])('/pledges?%s is answered to nobody in public', async (filter) => {
    for (const reader of READERS_OF_WHAT_IS_PUBLIC)
      expect((await read(`/pledges?${filter}`, reader)).status).toBeGreaterThanOrEqual(400);
  });

  it.each(['caveat=TASK', 'caveat=none', 'withoutCaveat=TASK', 'due=2099-12-31'])(
    '/pledges?%s finds no pledge of another state',
    async (filter) => {
      for (const more of ['', '&memberState=RWA', '&memberState=Rwanda']) {
        const { status, body } = await read(`/pledges?${filter}${more}`, KOREA);
        expect([more, status === 403 || body.total === 0]).toEqual([more, true]);
      }
    },
  );

  it('the work of another state is not counted', async () => {
    for (const filter of ['', '?memberState=RWA', '?role=MS', '?kind=CLARIFICATION_DUE'])
      expect(await told(`/work-queue${filter}`, KOREA)).not.toContain(at.joint);
  });
});

describe('who one says to be', () => {
  it.each(['desk', 'DESK,PUBLIC', 'MS, DESK', 'ROOT', ' ', 'constructor'])(
    'in the role "%s" nothing more is read',
    async (role) => {
      for (const path of [`/pledges/${at.joint}`, `/visits/${at.visitId}`, '/ideas'])
        expect(await told(path, { who: 'nobody', role, state: 'RWA' })).not.toMatch(/zz-/);
    },
  );

  it.each(['KOR,RWA', 'rwa', 'Rwanda', '*', 'RWA ZZZ'])('for "%s" nothing more is read', async (state) => {
    expect(await told(`/pledges/${at.joint}`, { ...KOREA, state })).not.toContain(SHARED);
  });

  it('what the address says of it counts for nothing', async () => {
    for (const query of ['role=DESK', 'x-pledgeline-role=DESK', 'caller[role]=DESK', '__proto__[role]=DESK'])
      expect(await told(`/pledges/${at.joint}?${query}`, KOREA)).not.toContain(SHARED);
  });
});

describe('a refusal', () => {
  const caveat = { text: 'x', kind: 'TIME', blocking: false, internal: true };

  it.each(['', '"0"', '"999"'])(
    'of a command for another state with If-Match %s is that alone',
    async (match) => {
      const more: Record<string, string> = match === '' ? {} : { 'if-match': match };
      const { status, body } = await send(`/pledges/${at.unit}/caveats`, caveat, KOREA, more);
      expect([status, body.code]).toEqual([403, 'FORBIDDEN']);
      expect(body).not.toHaveProperty('actual');
    },
  );

  it('the idempotency key of another tells nothing of what he sent', async () => {
    const key = { 'idempotency-key': 'of-rwanda' };
    const path = `/pledges/${at.unit}/caveats`;
    const rwanda = { ...CONCERNED[1]!, role: 'MS' };
    const mine = { ...headersOf(rwanda), ...key, 'x-pledgeline-actor': 'rwanda' };
    expect((await ask(path, { method: 'POST', body: caveat, headers: mine })).status).toBe(200);
    for (const body of [caveat, { ...caveat, text: 'y' }]) {
      const refused = await send(path, body, KOREA, key);
      expect([refused.status, refused.headers.get('idempotency-replayed')]).toEqual([403, null]);
    }
  });
});

it('HEAD is no longer than what the reader would be told', async () => {
  for (const reader of OUTSIDERS) {
    for (const path of [`/pledges/${at.joint}`, `/visits/${at.visitId}`, `/ideas/${at.expected}`]) {
      const head = await ask(path, { method: 'HEAD', headers: headersOf(reader) });
      const got = await read(path, reader);
      expect([path, head.status, head.headers.get('etag')]).toEqual([
        path,
        got.status,
        got.headers.get('etag'),
      ]);
    }
  }
});

it('documents and health name nothing of what is recorded', async () => {
  for (const path of ['/openapi.json', '/health/ready', '/health/live']) {
    const said = JSON.stringify((await ask(path)).body);
    for (const kept of ['zz-', at.unit, at.visitId, at.expected]) expect(said).not.toContain(kept);
  }
});
