/** Posts over HTTP: accountability page, sections 10 and 12. */
import { startScenario, type Body, type Scenario } from './testing/scenario.ts';
import { registerPromise } from './testing/implementation-steps.ts';

let scenario: Scenario;
beforeAll(async () => {
  scenario = await startScenario();
});
afterAll(() => scenario.close());

const planners = {
  category: 'EXPERTISE',
  capabilityCode: 'PLANNERS',
  description: 'Planners',
  unit: 'planners',
};
const tour = { post: 'Planner, U5', mission: 'UNMISS', from: '2022-03-01', to: '2023-03-01' };
const promise = (quantity: string, terms: Body = {}): Promise<string> =>
  registerPromise(scenario, 'NOR', {
    ...planners,
    quantity,
    terms: { mission: 'UNMISS', tourMonths: 24, ...terms },
  });
const announcement = {
  memberState: 'NOR',
  quantity: '3',
  announcedOn: '2021-12-07',
  source: 'Statement at the meeting',
};
const norway = () => scenario.as('MS', 'NOR');
const posts = async (pledgeId: string): Promise<Body> => {
  const { items } = await scenario.as('PUBLIC').get('/posts?memberState=NOR&mission=unmiss');
  return (items as readonly Body[]).find((one) => one.pledgeId === pledgeId) ?? {};
};

describe('the day from which posts are to be filled', () => {
  const postsOf = async (pledgeId: string, asOf: string): Promise<Body> => {
    const { items } = await scenario.as('PUBLIC').get(`/posts?memberState=NOR&asOf=${asOf}`);
    return (items as readonly Body[]).find((one) => one.pledgeId === pledgeId) ?? {};
  };
  const START = { postsFrom: '2022-09-01' };

  it('is announced, and they are vacant from then on; the state amends it', async () => {
    const pledgeId = await promise('3', START);
    expect(await postsOf(pledgeId, '2022-08-31')).toMatchObject({ ...START, open: 3, vacant: 0 });
    expect(await postsOf(pledgeId, '2022-09-01')).toMatchObject({
      open: 3,
      vacant: 3,
      postsUntil: '2024-08-31',
    });
    await norway().post(`/pledges/${pledgeId}/secondments`, {
      ...tour,
      persons: 1,
      occurredOn: '2022-02-15',
    });
    expect(await postsOf(pledgeId, '2022-08-31')).toMatchObject({
      open: 2,
      vacant: 0,
      held: 1,
      startsOn: tour.from,
    });
    const amendment = {
      changes: [{ field: 'terms.postsFrom', old: '2022-09-01', new: '2023-01-01' }],
      reason: 'The call came later',
      source: 'Note verbale 2022/40',
    };
    expect(
      await norway().isRefused(`/pledges/${pledgeId}/amendments`, {
        ...amendment,
        changes: [{ ...amendment.changes[0], new: 'January' }],
      }),
    ).toMatchObject({ status: 422, code: 'VALUE_INVALID', field: 'terms.postsFrom' });
    await norway().post(`/pledges/${pledgeId}/amendments`, { ...amendment, occurredOn: '2022-06-01' });
    const [before, after] = [await postsOf(pledgeId, '2022-05-31'), await postsOf(pledgeId, '2022-12-31')];
    expect([before, after]).toMatchObject([
      { postsFrom: '2022-09-01' },
      { postsFrom: '2023-01-01', vacant: 0 },
    ]);
    expect(await scenario.as('PUBLIC').get(`/pledges/${pledgeId}`)).toMatchObject({
      terms: { postsFrom: '2023-01-01' },
      announcement: { terms: START },
    });
  });

  it('is stated later, and goes with the parts of a split', async () => {
    const pledgeId = await promise('3');
    expect(await posts(pledgeId)).toMatchObject({ postsFrom: null, postsUntil: null, open: 3, vacant: 3 });
    const source = 'Note verbale 2022/41';
    await norway().post(`/pledges/${pledgeId}/terms`, { terms: START, source });
    await norway().post(`/pledges/${pledgeId}/split`, {
      children: [{ quantity: '1', description: 'The first planner' }],
      occurredOn: '2022-03-01',
    });
    const partsOf = (answer: Body): readonly Body[] =>
      (answer.items as readonly Body[]).filter(
        ({ status, ...one }) => status === 'REGISTERED' && one.postsFrom === START.postsFrom,
      );
    const found = await scenario
      .as('PUBLIC')
      .until('/posts?memberState=NOR', (answer) => partsOf(answer).length === 2);
    expect(partsOf(found).map(({ promised }) => promised)).toEqual(expect.arrayContaining([1, 2]));
  });

  it.each<[Body, Body]>([
    [{ terms: { postsFrom: 'January' } }, { pointer: '/terms/postsFrom' }],
    [{ terms: { postsFrom: '2027-02-30' } }, { pointer: '/terms/postsFrom' }],
    [{ terms: { postsFrom: '2027-01' } }, { pointer: '/terms/postsFrom' }],
  ])('is a day of the calendar, and not %j', async (said, fault) => {
    const refused = await norway().isRefused('/pledges', { ...planners, ...announcement, ...said });
    expect(refused).toMatchObject({ status: 400, errors: [fault] });
  });

  it.each<[Body, Body]>([
    [
      { terms: { postsFrom: '2027-01-01', validUntil: '2026-12-31' } },
      { code: 'PERIOD_INVALID', latest: '2026-12-31' },
    ],
    [
      { category: 'UNIT', capabilityCode: 'INF-BN', unit: 'units', terms: START },
      { code: 'NO_POSTS', allowed: ['EXPERTISE'] },
    ],
  ])('is refused by its name for %j', async (said, refusal) =>
    expect(await norway().isRefused('/pledges', { ...planners, ...announcement, ...said })).toMatchObject({
      status: 422,
      field: 'terms.postsFrom',
      ...refusal,
    }),
  );
});

it('3 planners promised, 1 sent: 2 are open; more than that is said', async () => {
  const pledgeId = await promise('3');
  const path = `/pledges/${pledgeId}/secondments`;
  await norway().post(path, { ...tour, persons: 1 });
  expect(await posts(pledgeId)).toMatchObject({ promised: 3, filled: 1, open: 2, postMonthsServed: 12 });
  expect(await norway().isRefused(path, { ...tour, persons: 3 })).toMatchObject({
    code: 'MORE_THAN_POSTS',
    field: 'persons',
    promised: 3,
    open: 2,
  });
  await norway().post(path, { ...tour, persons: 2 });
  await norway().post(path, { ...tour, persons: 1, beyondPledge: true });
  expect(await posts(pledgeId)).toMatchObject({ filled: 4, open: 0, postMonthsServed: 48 });
  expect(await norway().get(`/pledges/${pledgeId}`)).toMatchObject({
    delivered: { secondments: [{ beyondPledge: false }, { beyondPledge: false }, { beyondPledge: true }] },
  });
});

it('a handover of 30 days is in one post, of 31 days it is not', async () => {
  const pledgeId = await promise('1');
  const path = `/pledges/${pledgeId}/secondments`;
  await norway().post(path, { ...tour, persons: 1 });
  const next = { ...tour, persons: 1, to: '2024-03-01' };
  expect((await norway().isRefused(path, { ...next, from: '2023-01-29' })).code).toBe('MORE_THAN_POSTS');
  await norway().post(path, { ...next, from: '2023-01-30' });
  expect(await posts(pledgeId)).toMatchObject({ promised: 1, filled: 1, open: 0 });
});

it('a batch of 12 fills 12 posts of one title', async () => {
  const pledgeId = await promise('12');
  await norway().post(`/pledges/${pledgeId}/secondments`, { ...tour, persons: 12 });
  expect(await posts(pledgeId)).toMatchObject({ promised: 12, filled: 12, open: 0 });
});

it('a post is in a mission that is open, with the consent of its host, by the register', async () => {
  const pledgeId = await promise('5');
  const path = `/pledges/${pledgeId}/secondments`;
  const late = { ...tour, mission: 'UNAMID', persons: 1 }; // closed on 2020-12-31
  const refused = await norway().isRefused(path, late);
  expect(refused).toMatchObject({ code: 'MISSION_CLOSED', allowed: ['LIQUIDATION'] });
  expect((await norway().isRefused(path, { ...late, exception: 'LIQUIDATION' })).code).toBe(
    'APPROVER_MISSING',
  );
  await norway().post(path, { ...late, exception: 'LIQUIDATION', approver: 'Controller' });
  for (const reader of [scenario.as('PUBLIC'), scenario.as('MS', 'KOR')])
    for (const page of [`/pledges/${pledgeId}`, `/pledges/${pledgeId}/history`])
      expect(JSON.stringify(await reader.get(page))).not.toContain('Controller');
  const word = { consent: 'WITHDRAWN', changedOn: '2022-02-01', source: 'A letter' };
  await scenario.as('DESK').post('/missions/UNSMIL/host-consent', word);
  const without = { ...tour, mission: 'UNSMIL', persons: 1 };
  expect((await norway().isRefused(path, without)).code).toBe('HOST_CONSENT_MISSING');
  await scenario
    .as('DESK')
    .post('/missions/UNSMIL/host-consent', { ...word, consent: 'GIVEN', changedOn: '2022-02-20' });
  await norway().post(path, without);
});

it('reports say how many are vacant, mission by mission', async () => {
  const { groups } = await scenario.as('PUBLIC').get('/reports/posts?by=mission&memberState=NOR');
  const codes = (groups as readonly Body[]).map(({ code }) => code);
  expect(codes).toEqual(expect.arrayContaining(['all', 'UNMISS', 'UNAMID']));
});
