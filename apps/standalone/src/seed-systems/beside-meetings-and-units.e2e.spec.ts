/** Beside the examples of the ministerial process and of force generation: other values, readers and orders. docs/coverage.md. */
import { figuresOf, valueOf } from '../testing/figures.ts';
import { announcePromise, registerPromise, startPromise } from '../testing/implementation-steps.ts';
import { announceUnit, registerConference } from '../testing/ministerial-steps.ts';
import { startScenario, type Body, type Scenario, type Voice } from '../testing/scenario.ts';
import { registerUnit } from '../testing/unit-steps.ts';

let scenario: Scenario;
let desk: Voice;
let anybody: Voice;
beforeAll(async () => {
  scenario = await startScenario('2026-11-23T09:00:00.000Z');
  [desk, anybody] = [scenario.as('DESK'), scenario.as('PUBLIC')];
});
afterAll(() => scenario.close());

const idsIn = async (path: string): Promise<readonly unknown[]> =>
  ((await anybody.get(path)).items as readonly Body[]).map(({ pledgeId }) => pledgeId);

it('Definition of a good pledge, beside: bare words lack everything, and what comes later is missing no more', async () => {
  const said = { category: 'UNIT', description: 'Support for peacekeeping' };
  const bare = await announcePromise(scenario, 'TGO', said);
  const { missing } = await anybody.get(`/pledges/${bare}`);
  expect(missing).toEqual(['WHAT', 'HOW_MANY', 'BY_WHEN']);
  const amended = await announcePromise(scenario, 'TGO', { ...said, quantity: '1', unit: 'battalion' });
  expect((await anybody.get(`/pledges/${amended}`)).missing).not.toContain('HOW_MANY');
  await scenario.as('MS', 'TGO').post(`/pledges/${amended}/amendments`, {
    changes: [{ field: 'timeframe', old: null, new: 'by 2028' }],
    reason: 'The parliament agreed',
    source: 'Note verbale 5',
  });
  expect(await idsIn('/pledges?memberState=TGO&missing=BY_WHEN')).toEqual([bare]);
});

it('Co-chairs and member-state drivers, beside: what a co-chair promised elsewhere or took back is not among them', async () => {
  const [conference, other] = ['2023-accra', '2021-prep'];
  await registerConference(scenario, other, { kind: 'preparatory', start: '2021-06-01' });
  const hosts = { hostsCoChairs: ['Ghana'] };
  const kept = await announceUnit(scenario, 'GHA', { conference, announcedOn: '2023-12-05' });
  const back = await announceUnit(scenario, 'GHA', { conference, announcedOn: '2023-12-05' });
  await announceUnit(scenario, 'GHA', { conference: other, announcedOn: '2021-06-01' });
  // Entered after the pledges that were made there.
  await registerConference(scenario, conference, { start: '2023-12-05', end: '2023-12-06', ...hosts });
  const withdrawal = { reason: 'Needed at home', occurredOn: '2023-12-06' };
  await scenario.as('MS', 'GHA').post(`/pledges/${back}/withdrawal`, withdrawal);
  const [ghana] = (await anybody.get(`/conferences/${conference}`)).roles as readonly Body[];
  expect(ghana).toMatchObject({ memberState: 'GHA', role: 'CO_CHAIR', pledges: 2 });
  expect(await idsIn(`${String(ghana?.href)}&status=ANNOUNCED`)).toEqual([kept]);
});

it('Peer encouragement by outreach, beside: once it is announced an expected offer counts, once', async () => {
  const idea = await desk.makes('/ideas', {
    kind: 'EXPECTED',
    memberState: 'Chile',
    text: 'Helicopters are reckoned with',
    source: 'seed:000',
  });
  const path = 'pledges-and-states?memberState=CHL';
  expect((await valueOf(anybody, path, 'promisesMade')) ?? 0).toBe(0);
  const said = { category: 'ENABLER', capabilityCode: 'HEL-UTL', description: 'Helicopters' };
  const source = 'Statement at the meeting';
  const announced = { memberState: 'CHL', announcedOn: '2021-12-07', source, ...said };
  // The state knows nothing of what was expected of it.
  const theirs = await scenario.as('MS', 'CHL').isRefused('/pledges', { ...announced, idea });
  expect(theirs.code).toBe('UNKNOWN_IDEA');
  const pledgeId = await desk.makes('/pledges', { ...announced, idea });
  await desk.until(`/ideas/${idea}`, ({ state }) => state === 'TAKEN_UP');
  expect(await valueOf(anybody, path, 'promisesMade')).toBe(1);
  expect(await desk.get(`/ideas/${idea}`)).toMatchObject({ pledges: [pledgeId] });
  expect((await scenario.as('MS', 'CHL').ask(`/ideas/${idea}`)).status).toBe(404);
});

it('Rapid deployment, quick reaction, beside: not by other days, by no days, for another kind, nor for the public', async () => {
  const days = { acknowledged: '2026-10-01', registered: '2026-10-05' };
  const kind = { capabilityCode: 'QRF-COY' };
  for (const within of [61, 60, null]) {
    const pledgeId = await announceUnit(scenario, 'PER', { ...kind, announcedOn: '2026-09-25' });
    const said = within === null ? kind : { ...kind, deployWithinDays: within };
    await registerUnit(scenario, pledgeId, days, said);
  }
  const figures = (path: string, group: string) => figuresOf(scenario.as('SFGC'), path, group);
  const counted = async (within: number) =>
    (await figures(`rapid-deployment?within=${within}&memberState=PER`, 'QRF-COY')).get('newestDeployable')
      ?.counted.ids.length ?? 0;
  expect([await counted(60), await counted(61), await counted(59)]).toEqual([1, 2, 0]);
  expect((await figures('rapid-deployment?within=60&memberState=PER', 'HEL-UTL')).size).toBe(0);
  expect((await anybody.ask('/reports/rapid-deployment?within=60')).status).toBe(403);
});

it('Senior leadership pipeline, beside: leaders are told apart where somebody counted them, and are no more than were trained', async () => {
  const said = { category: 'TRAINING', capabilityCode: 'TRG-PEACEKEEPERS', description: 'Courses' };
  const pledgeId = await startPromise(scenario, 'NZL', said, [{ text: 'A course', dueOn: '2022-06-30' }]);
  const bodies = scenario.as('IMPL');
  const course = { trained: 12, place: 'Wellington', from: '2022-05-02', to: '2022-05-06' };
  const path = `/pledges/${pledgeId}/courses`;
  expect(await bodies.isRefused(path, { ...course, leaders: 13 })).toMatchObject({ field: 'leaders' });
  await bodies.post(path, course);
  expect((await valueOf(anybody, 'training?memberState=NZL', 'leaders')) ?? null).toBeNull();
  await bodies.post(path, { ...course, from: '2022-05-09', to: '2022-05-13', leaders: 0 });
  await bodies.post(path, { ...course, from: '2022-05-16', to: '2022-05-20', leaders: 12 });
  expect(await valueOf(anybody, 'training?memberState=NZL', 'leaders')).toBe(12);
  expect(await valueOf(anybody, 'training?memberState=NZL', 'trained')).toBe(36);
});

it('CPAS, beside: without the tag it is no support, and a post that ended was filled all the same', async () => {
  const said = {
    ...{ category: 'EXPERTISE', capabilityCode: 'PLANNERS', quantity: '3', unit: 'persons' },
    description: 'Analysts',
  };
  const [tagged, plain] = [
    await registerPromise(scenario, 'EST', said),
    await registerPromise(scenario, 'EST', said),
  ];
  await desk.post(`/pledges/${tagged}/themes`, { themes: ['cpas'] });
  const estonia = scenario.as('MS', 'EST');
  for (const [pledgeId, persons] of [
    [tagged, 1],
    [plain, 2],
  ] as const) {
    const tour = { persons, post: 'Analyst', mission: 'MINUSCA', from: '2024-01-01', to: '2026-12-31' };
    await estonia.post(`/pledges/${pledgeId}/secondments`, tour);
  }
  const [tour] = ((await estonia.get(`/pledges/${tagged}`)).delivered as Body).secondments as readonly Body[];
  const end = `/pledges/${tagged}/secondments/${String(tour?.secondmentId)}/end`;
  await estonia.post(end, { occurredOn: '2025-01-31' });
  const values = await figuresOf(anybody, 'posts?theme=CPAS&memberState=EST');
  expect(['postsFilled', 'postsVacant'].map((figure) => values.get(figure)?.value)).toEqual([1, 2]);
  expect(await idsIn('/pledges?theme=CPAS&memberState=EST')).toEqual([tagged]);
});

it('A4P and A4P+, beside: each priority counts the pledge once, and what was taken back is still a promise made', async () => {
  const said = { category: 'TRAINING', capabilityCode: 'TRG-CENTRE', description: 'A centre' };
  const pledgeId = await announcePromise(scenario, 'TZA', said);
  await announcePromise(scenario, 'TZA', said);
  await desk.post(`/pledges/${pledgeId}/themes`, { themes: ['A4P safety', 'a4p-safety'] });
  const withdrawal = { reason: 'No room', occurredOn: '2022-01-05' };
  await scenario.as('MS', 'TZA').post(`/pledges/${pledgeId}/withdrawal`, withdrawal);
  const path = 'pledges-and-states?by=theme&memberState=TZA';
  expect(await valueOf(anybody, path, 'promisesMade', 'a4p-safety')).toBe(1);
  expect(await valueOf(anybody, path, 'promisesMade', 'a4p-plus-capabilities')).toBeUndefined();
});

it('Action plan on security of peacekeepers, beside: a promise without the measure is in none, and counts in it from the tag on', async () => {
  const said = { category: 'MEDICAL', capabilityCode: 'MED-COVID', description: 'Masks' };
  const pledgeId = await announcePromise(scenario, 'MNG', said);
  const ids = async () =>
    (await figuresOf(anybody, 'pledges-and-states?by=measure&memberState=MNG', 'AP-COUNTER-IED')).get(
      'promisesMade',
    )?.value ?? 0;
  expect(await ids()).toBe(0);
  await desk.post(`/pledges/${pledgeId}/themes`, { themes: ['C-IED'] });
  expect(await ids()).toBe(1);
  expect(await idsIn('/pledges?theme=AP-COUNTER-IED&memberState=MNG')).toEqual([pledgeId]);
});

it('Conduct and the compact on sexual exploitation and abuse, beside: a report without a signature endorses nothing', async () => {
  const said = { category: 'CONDUCT', capabilityCode: 'CON-COMPACT', description: 'To report' };
  const pledgeId = await registerPromise(scenario, 'JOR', said);
  const acts = `/pledges/${pledgeId}/political-acts`;
  const jordan = scenario.as('MS', 'JOR');
  const report = { act: 'REPORT', what: 'SEA compact', document: 'Report', occurredOn: '2023-01-10' };
  await jordan.post(acts, report);
  const figures = () => figuresOf(anybody, 'endorsements?memberState=JOR', 'SEA-COMPACT');
  expect([(await figures()).get('endorsed')?.value, (await figures()).get('reported')?.value]).toEqual([
    0, 1,
  ]);
  // The signature was earlier and is entered only now.
  await jordan.post(acts, { ...report, act: 'ENDORSEMENT', document: 'Copy', occurredOn: '2022-03-01' });
  expect([(await figures()).get('endorsed')?.value, (await figures()).get('reported')?.value]).toEqual([
    1, 1,
  ]);
});

it('Justice for crimes against peacekeepers, beside: a milestone that was missed is late, and met only with its evidence', async () => {
  const said = { category: 'CONDUCT', capabilityCode: 'CON-CRIMES', description: 'Investigators' };
  const plan = ['2023-06-30', '2027-06-30'].map((dueOn) => ({ text: `A case by ${dueOn}`, dueOn }));
  const pledgeId = await startPromise(scenario, 'RWA', said, plan);
  const rwanda = scenario.as('MS', 'RWA');
  const late = async () =>
    ((await rwanda.get('/work-queue?kind=MILESTONE_DUE&overdue=true')).items as readonly Body[]).filter(
      (task) => task.pledgeId === pledgeId,
    ).length;
  expect(await late()).toBe(1);
  const { milestones } = (await rwanda.get(`/pledges/${pledgeId}`)).implementation as Record<
    string,
    readonly Body[]
  >;
  const completion = `/pledges/${pledgeId}/milestones/${String(milestones?.[0]?.milestoneId)}/completion`;
  expect((await rwanda.isRefused(completion, { evidence: [] })).status).toBe(400);
  await rwanda.post(`/pledges/${pledgeId}/evidence`, { kind: 'REPORT', url: 'https://example.org/case' });
  const { evidence } = (await rwanda.get(`/pledges/${pledgeId}`)).implementation as Record<
    string,
    readonly Body[]
  >;
  await rwanda.post(completion, { evidence: [evidence?.[0]?.evidenceId], occurredOn: '2026-11-20' });
  expect(await late()).toBe(0);
  expect(await anybody.get(`/pledges/${pledgeId}`)).toMatchObject({
    implementation: { milestonesMet: 1, milestones: [{ metOn: '2026-11-20' }, { metOn: null }] },
  });
});
