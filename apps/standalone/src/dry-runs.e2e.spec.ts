/** `?dryRun=true` at the real server: of every command, along a whole life, and of what must not be carried out by mistake. */
import { join } from 'node:path';
import { sqliteEventReader } from '@pledgeline/adapters/sqlite';
import { hasAddress } from '@pledgeline/contracts';
import { deployedUnit } from './testing/a-deployed-unit.ts';
import { asker, desk, offer, poster, type Ask } from './testing/ask.ts';
import { hostStandalone, type Hosted } from './testing/host-standalone.ts';
import type { Reply } from './testing/reply.ts';
import { exampleBody, posts } from './testing/request-examples.ts';
import { idIn, startScenario, type Body, type Scenario } from './testing/scenario.ts';
import { standaloneSlices } from './slices.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const folder = temporaryFolder();
let server: Hosted;
let ask: Ask;
let post: ReturnType<typeof poster>;
beforeAll(async () => {
  server = await hostStandalone({ PLEDGELINE_DATA: folder.path });
  ask = asker(server.url);
  post = poster(ask);
});
afterAll(async () => {
  await server.close();
  folder.remove();
});

const logNow = async (): Promise<string> => {
  const log = sqliteEventReader({ path: join(folder.path, 'events.sqlite') });
  try {
    return JSON.stringify(await log.readAll({ limit: 10_000 }));
  } finally {
    await log.close();
  }
};

/** Without what names the request. */
const refusal = ({ status, body: { instance: _, ...problem } }: Reply): object => ({ status, ...problem });

const roleOf = (command: string): string =>
  standaloneSlices.flatMap(({ access }) => access[command]?.roles ?? [])[0] ?? 'DESK';

const inRole = (role: string) => ({
  'x-pledgeline-actor': `dry.${role}`,
  'x-pledgeline-role': role,
  ...(role === 'MS' && { 'x-pledgeline-state': 'RWA' }),
});

const commands = posts.filter(({ command }) => hasAddress(command));

it('is offered by every command, and by nothing else', async () => {
  const document = await ask('/openapi.json');
  const { paths } = document.body as { readonly paths: Readonly<Record<string, Record<string, Body>>> };
  const offering = Object.values(paths).flatMap(({ post: operation }) => {
    const parameters = (operation?.parameters ?? []) as readonly Body[];
    return parameters.some(({ name }) => name === 'dryRun') ? [operation?.operationId] : [];
  });
  expect(offering.toSorted()).toEqual(commands.map(({ command }) => command).toSorted());
  expect(offering.length).toBeGreaterThan(110);
});

describe('of every command by its example', () => {
  let pledgeId: string;
  let gapId: string;
  beforeAll(async () => {
    pledgeId = idIn((await post('/pledges', offer('Met by every dry run'))).body);
    gapId = idIn((await post('/gaps', exampleBody('/gaps'), inRole('FGS'))).body);
  });

  const named: Readonly<Record<string, string>> = {
    mission: 'MINUSCA',
    register: 'texts',
    code: '2021-seoul',
  };
  const filled = (path: string): string =>
    path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      name === 'gapId' ? gapId : (named[name] ?? pledgeId),
    );

  it.each(commands)('$command ends as the command does, and the log stays as it is', async (one) => {
    const path = filled(one.path);
    const key = { ...inRole(roleOf(one.command)), 'idempotency-key': one.command };
    const bodies = [
      { ...exampleBody(one.path), dryRun: true },
      { ...exampleBody(one.path), occurredOn: '2999-01-01' },
      exampleBody(one.path),
    ];
    for (const [n, body] of bodies.entries()) {
      const headers = { ...key, 'idempotency-key': `${one.command}-${n}` };
      const before = await logNow();
      const foretold = await post(`${path}?dryRun=true`, body, headers);
      expect(await logNow()).toBe(before);
      const done = await post(path, body, headers);
      if (done.status >= 400) expect(refusal(foretold)).toEqual(refusal(done));
      else {
        const { stream, revision, location, repeated } = done.body;
        expect(foretold.status).toBe(200);
        expect(foretold.body).toMatchObject({ dryRun: true, stream, revision, location, repeated });
        expect(foretold.headers.get('etag')).toBeNull();
      }
    }
  });
});

describe('along the life of a unit, from its announcement to its deployment', () => {
  interface Foretold {
    readonly stream: string;
    readonly type: string;
    readonly revision: number;
  }
  const foretold: Foretold[] = [];
  let scenario: Scenario;
  afterAll(() => scenario.close());

  /** The same people, who try each act before they do it. */
  const trying = (told: Scenario): Scenario => ({
    ...told,
    as: (...who) => {
      const voice = told.as(...who);
      const act = async (path: string, body: Body): Promise<Body> => {
        const tried = await voice.post(`${path}?dryRun=true`, body);
        const done = await voice.post(path, body);
        expect(tried).toMatchObject({ dryRun: true, revision: done.revision });
        // Without a key, the id of what is made is drawn anew.
        if (done.revision !== 0) expect(tried.stream).toBe(done.stream);
        foretold.push(...(tried.events as readonly Foretold[]));
        return done;
      };
      return { ...voice, post: act, makes: async (path, body) => idIn(await act(path, body)) };
    },
  });

  it('each act is foretold, with the events that it then records', async () => {
    scenario = await startScenario();
    const pledgeId = await deployedUnit(trying(scenario));
    const { items } = await scenario.as('AUDITOR').get(`/pledges/${pledgeId}/history?limit=200`);
    const recorded = (items as readonly Body[]).map(({ stream, type, revision }) => ({
      stream,
      type,
      revision,
    }));
    const own = foretold.filter(({ stream }) => stream === `pledge-${pledgeId}`);
    expect(recorded).toEqual(expect.arrayContaining(own));
    expect(own.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['PledgeAnnounced', 'PledgeRegistered', 'PledgeMatched', 'UnitDeployed']),
    );
    // A match is recorded on two streams.
    expect(foretold.map(({ type }) => type)).toContain('GapReserved');
  });

  it('a correction that would break later events lists them, and one that would not is foretold', async () => {
    const [first, second] = [scenario.as('ADMIN'), scenario.as('ADMIN', 'CAN')];
    const pledge = `/pledges/${foretold.find(({ stream }) => stream.startsWith('pledge-'))?.stream.slice(7) ?? ''}`;
    const { items } = await first.get(`${pledge}/history?limit=200`);
    const corrects = (items as readonly Body[]).find(({ type }) => type === 'VisitOutcomeNoted')?.id;
    const to = (day: string, end: string) => ({
      corrects,
      reason: 'The report has another day',
      changes: [
        { field: 'occurredOn', old: '2025-03-14', new: day },
        { field: 'validUntil', old: '2027-03-14', new: end },
      ],
    });
    const address = `${pledge}/corrections`;
    expect(await first.isRefused(`${address}?dryRun=true`, to('2025-03-20', '2027-03-20'))).toMatchObject({
      code: 'CORRECTION_BREAKS',
      blocked: [{ event: 'LevelAttained', code: 'BEFORE_VISIT', revision: expect.any(Number) }],
    });
    await first.post(address, to('2025-03-10', '2027-03-10'));
    const { internal } = await first.get(pledge);
    const [asked] = (internal as Body).corrections as readonly Body[];
    const approval = `${address}/${String(asked?.correctionId)}/approval?dryRun=true`;
    expect(await first.isRefused(approval, {})).toMatchObject({ status: 403, code: 'SAME_PERSON' });
    expect(await second.post(approval, {})).toMatchObject({ events: [{ type: 'EventCorrected' }] });
    expect((await first.get(pledge)).internal).toEqual(internal);
  });
});

describe('what is not understood is not carried out', () => {
  it.each([
    ['?dryRun=maybe', 'dryRun'],
    ['?dryRun', 'dryRun'],
    ['?dryRun=true&dryRun=true', 'dryRun'],
    ['?dryrun=true', 'dryrun'],
    ['?dry-run=true', 'dry-run'],
    ['?dryRun=true&limit=1', 'limit'],
  ])('%s', async (query, field) => {
    const before = await logNow();
    const { status, body } = await post(`/pledges${query}`, offer('Not understood'));
    expect([status, body.code]).toEqual([400, 'VALIDATION_FAILED']);
    expect(body.errors).toMatchObject([{ field, allowed: expect.any(Array) }]);
    expect(await logNow()).toBe(before);
  });

  it.each(['/acknowledgements', '/announcement-checks'])('of %s, which is no command', async (path) => {
    const { status, body } = await post(`${path}?dryRun=true`, exampleBody(path));
    expect([status, body.code]).toEqual([400, 'NO_DRY_RUN']);
  });

  it('false is as if it had been left out', async () => {
    const { status, body } = await post('/pledges?dryRun=false', offer('Carried out'));
    expect([status, body.repeated]).toEqual([201, false]);
  });
});

it('counts for the rate limit as the command does', async () => {
  const limited = temporaryFolder();
  const few = await hostStandalone({ PLEDGELINE_DATA: limited.path, PLEDGELINE_RATE_PER_SUBJECT: '3' });
  const send = () => poster(asker(few.url))('/pledges?dryRun=true', offer('Tried too often'), desk);
  const statuses: number[] = [];
  for (let n = 0; n < 4; n += 1) statuses.push((await send()).status);
  expect(statuses).toEqual([200, 200, 200, 429]);
  await few.close();
  limited.remove();
});

it('a key that was tried is free, and one that was used is answered as the first time', async () => {
  const key = { 'idempotency-key': 'tried-first' };
  const tried = await post('/pledges?dryRun=true', offer('Under a key'), key);
  const done = await post('/pledges', offer('Under a key'), key);
  expect([done.status, done.body.location]).toEqual([201, tried.body.location]);
  const again = await post('/pledges?dryRun=true', offer('Under a key'), key);
  expect(again.body).toMatchObject({ repeated: true, revision: 0, events: [] });
  expect(again.headers.get('idempotency-replayed')).toBe('true');
  const other = await post('/pledges?dryRun=true', offer('Another body'), key);
  expect([other.status, other.body.code]).toEqual([422, 'COMMAND_ID_REUSED']);
});
