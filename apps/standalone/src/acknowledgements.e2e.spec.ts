/** One request acknowledges several pledges, and each has a result of its own: accountability page, section 15. */
import { announcePromise } from './testing/implementation-steps.ts';
import { startScenario, type Scenario } from './testing/scenario.ts';

let scenario: Scenario;
let ids: readonly string[];
let references: readonly string[];

const battalion = { category: 'UNIT', capabilityCode: 'INF-BN', quantity: 1 };
const notice = { acknowledgementReference: 'DPO/2025/1', occurredOn: '2025-02-01' };
const NOBODY = '01890a5d-ac96-774b-bcce-b302099a8057';

beforeAll(async () => {
  scenario = await startScenario();
  const announced: string[] = [];
  for (const description of ['One', 'Two', 'Three', 'Four', 'Five']) {
    announced.push(await announcePromise(scenario, 'RWA', { ...battalion, description }, '2025-01-05'));
  }
  ids = announced;
  const { items } = await scenario.as('DESK').get('/pledges');
  const named = new Map(
    (items as { pledgeId: string; reference: string }[]).map((one) => [one.pledgeId, one.reference]),
  );
  references = ids.map((id) => named.get(id) ?? '');
});
afterAll(() => scenario.close());

const send = async (body: object, headers: Readonly<Record<string, string>> = {}, role = 'DESK') => {
  const answer = await fetch(`${scenario.url}/acknowledgements`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-pledgeline-actor': `officer.${role.toLowerCase()}`,
      'x-pledgeline-role': role,
      ...(role === 'MS' && { 'x-pledgeline-state': 'RWA' }),
      ...headers,
    },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};
const statusOf = async (pledgeId = '') => (await scenario.as('DESK').get(`/pledges/${pledgeId}`)).status;

it('acknowledges what it can, by id and by reference, and says why not of the rest', async () => {
  await scenario
    .as('MS', 'RWA')
    .post(`/pledges/${ids[2]}/withdrawal`, { reason: 'No longer', occurredOn: '2025-01-20' });
  const pledges = [ids[0], references[1], NOBODY, 'no-conference/RWA/INF-BN-00000', 'nonsense', ids[2]];
  const { status, body } = await send({ ...notice, pledges });
  expect(status).toBe(200);
  expect(body).toMatchObject({ acknowledged: 2, refused: 4 });
  expect(body['results']).toEqual([
    {
      pledge: ids[0],
      pledgeId: ids[0],
      outcome: 'ACKNOWLEDGED',
      after: expect.stringMatching(/@\d+$/) as unknown,
      problem: null,
    },
    {
      pledge: references[1],
      pledgeId: ids[1],
      outcome: 'ACKNOWLEDGED',
      after: expect.stringMatching(/@\d+$/) as unknown,
      problem: null,
    },
    ...[
      [NOBODY, NOBODY, 'PLEDGE_NOT_FOUND'],
      ['no-conference/RWA/INF-BN-00000', null, 'PLEDGE_NOT_FOUND'],
      ['nonsense', null, 'PLEDGE_NOT_FOUND'],
      [ids[2], ids[2], 'WRONG_ORDER'],
    ].map(([pledge, pledgeId, code]) => ({
      ...{ pledge, pledgeId, outcome: 'REFUSED', after: null },
      problem: { code, detail: expect.any(String) as unknown },
    })),
  ]);
  expect([await statusOf(ids[0]), await statusOf(ids[1]), await statusOf(ids[2])]).toEqual([
    'ACKNOWLEDGED',
    'ACKNOWLEDGED',
    'WITHDRAWN',
  ]);
});

it('sent again under its key repeats what was done and does what is left; under a new key it is refused', async () => {
  const key = { 'idempotency-key': 'notice-7' };
  const pledges = [ids[3], ids[4]];
  const outcomes = ({ body }: Awaited<ReturnType<typeof send>>) =>
    (body['results'] as { outcome: string }[]).map(({ outcome }) => outcome);
  expect(outcomes(await send({ ...notice, pledges }, key))).toEqual(['ACKNOWLEDGED', 'ACKNOWLEDGED']);
  expect(outcomes(await send({ ...notice, pledges }, key))).toEqual(['REPEATED', 'REPEATED']);
  expect(outcomes(await send({ ...notice, pledges }, { 'idempotency-key': 'notice-8' }))).toEqual([
    'REFUSED',
    'REFUSED',
  ]);
});

it.each([
  ['nothing', { ...notice, pledges: [] }, 'pledges'],
  ['one twice', { ...notice, pledges: ['a', 'a'] }, 'pledges'],
  ['more than 100', { ...notice, pledges: Array.from({ length: 101 }, (_, n) => `p${n}`) }, 'pledges'],
  ['a blank', { ...notice, pledges: [' '] }, 'pledges'],
  ['an object', { ...notice, pledges: [{ id: 1 }] }, 'pledges'],
  ['no notice', { pledges: ['a'] }, 'acknowledgementReference'],
])('%s is refused as a whole', async (_, body, field) => {
  const { status, body: problem } = await send(body);
  expect([status, JSON.stringify(problem)]).toEqual([400, expect.stringContaining(field)]);
});

it('takes no If-Match', async () => {
  const { status, body } = await send({ ...notice, pledges: ['a'] }, { 'if-match': '"3"' });
  expect([status, body['code']]).toEqual([422, 'IF_MATCH_OF_SEVERAL']);
});

it.each(['MS', 'PD', 'AUDITOR', 'EVAL'])('is not for %s', async (role) =>
  expect((await send({ ...notice, pledges: [ids[0]] }, {}, role)).status).toBe(403),
);
