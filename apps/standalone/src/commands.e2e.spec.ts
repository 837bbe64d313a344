/** Every POST of the API document at the real process: its examples are understood, and no body is too strange. */
import { CONSUMER_GROUPS } from '@pledgeline/contracts';
import type { Role } from '@pledgeline/contracts';
import fc from 'fast-check';
import { standaloneSlices } from './slices.ts';
import { asker, desk, offer, poster, sfgc, type Ask } from './testing/ask.ts';
import { hostStandalone } from './testing/host-standalone.ts';
import type { Hosted } from './testing/host-standalone.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';
import { exampleBody, posts } from './testing/request-examples.ts';

/** Always the same bodies; more of them, or others, by hand. */
const BODIES = { numRuns: 20, seed: 2019 };

const folder = temporaryFolder();
let server: Hosted;
let ask: Ask;
let ids: Readonly<Record<string, string>>;

const rolesFor = (command: string): readonly Role[] =>
  standaloneSlices.flatMap(({ access }) => access[command]?.roles ?? []);

const lastPart = (location: unknown): string => String(location).split('/').at(-1)!;

beforeAll(async () => {
  server = await hostStandalone({ PLEDGELINE_DATA: folder.path });
  ask = asker(server.url);
  const made = async (path: string, body: unknown, who = desk): Promise<string> => {
    const { body: answer } = await ask(path, { method: 'POST', headers: who, body });
    return lastPart(answer.location);
  };
  const pledgeId = await made('/pledges', offer('Met by every command'));
  ids = {
    pledgeId,
    gapId: await made('/gaps', exampleBody('/gaps'), { ...sfgc, 'x-pledgeline-role': 'FGS' }),
    visitId: pledgeId,
    clarificationId: pledgeId,
    milestoneId: pledgeId,
    evidenceId: pledgeId,
    caveatId: pledgeId,
    conditionId: pledgeId,
    correctionId: pledgeId,
    annulmentId: pledgeId,
    actId: pledgeId,
    requestId: pledgeId,
    proposalId: pledgeId,
    findingId: pledgeId,
    courseId: pledgeId,
    assessmentId: pledgeId,
    secondmentId: pledgeId,
    needId: pledgeId,
    ideaId: pledgeId,
    offerId: pledgeId,
    mission: 'MINUSCA',
    register: 'texts',
    code: '2021-seoul',
  };
});

afterAll(async () => {
  await server.close();
  folder.remove();
});

const filled = (path: string): string => path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name]!);

it('the example of an announcement makes a pledge', async () => {
  const answer = await poster(ask)('/pledges', exampleBody('/pledges'));
  expect(answer).toMatchObject({ status: 201, body: { revision: 0, repeated: false } });
});

/** The first role that may use it: what lies behind the rule of access is to be met. */
const inRole = (command: string, role = rolesFor(command)[0]) => ({
  'x-pledgeline-role': role ?? 'DESK',
  ...(role === 'MS' && { 'x-pledgeline-state': 'RWA' }),
});

it.each(posts)('the example of $command is understood', async ({ command, path }) => {
  const { status, body } = await poster(ask)(filled(path), exampleBody(path), inRole(command));
  expect([status, body.code]).not.toEqual([400, expect.anything()]);
  expect(status).not.toBe(422);
  expect(status).toBeLessThan(500);
});

const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(
    '',
    ' ',
    '0',
    '2021-02-30',
    '2021-12-07',
    'constructor',
    '__proto__',
    '\0',
    '\ud800',
    1e308,
    -0,
    0.1,
  ),
  fc.string({ unit: 'binary' }),
);

/** Some members of the example replaced, so that what lies behind the validation is met as well. */
const bodies = (path: string): fc.Arbitrary<unknown> => {
  const example = exampleBody(path);
  const names = Object.keys(example);
  const changed = fc
    .dictionary(names.length === 0 ? fc.string() : fc.constantFrom(...names), anything, {
      minKeys: 1,
      maxKeys: 2,
    })
    .map((changes) => ({ ...example, ...changes }));
  return fc.oneof({ weight: 3, arbitrary: changed }, { weight: 1, arbitrary: fc.jsonValue() });
};

it.each(posts)('$command answers any body without a fault of ours', async ({ command, path }) => {
  const send = fc.asyncProperty(
    bodies(path),
    fc.constantFrom(...rolesFor(command), 'DESK' as const),
    async (body, role) => {
      const { status, type } = await poster(ask)(filled(path), JSON.stringify(body), inRole(command, role));
      expect(status).toBeLessThan(500);
      if (status >= 400) expect(type).toContain('application/problem+json');
    },
  );
  await fc.assert(send, BODIES);
});

it('after all of that no consumer stumbles, and every list can be read', async () => {
  const last = await poster(ask)('/pledges', offer('The last one'));
  expect((await ask(`/pledges?after=${String(last.body.after)}`)).status).toBe(200);
  for (const path of ['/pledges', '/gaps', '/visits', '/conferences', '/work-queue', '/reports/progress']) {
    expect([path, (await ask(path, { headers: sfgc })).status]).toEqual([path, 200]);
  }
  const { body } = await ask('/health/ready', { headers: sfgc });
  expect(body.status).toBe('ready');
  const groups = body.groups as readonly { group: string; failure: unknown }[];
  // Those that an operator can name; the relay is a process of the other shape.
  const named = CONSUMER_GROUPS.filter((group) => group !== 'relay');
  expect(groups.map(({ group }) => group).toSorted()).toEqual(named);
  expect(groups.filter(({ failure }) => failure !== null)).toEqual([]);
});
