/** Beside the examples of money and of the twelve options of the white paper: docs/coverage.md. */
import { figuresOf, valueOf } from '../testing/figures.ts';
import { announcePromise, registerPromise, startPromise } from '../testing/implementation-steps.ts';
import { startScenario, type Body, type Scenario, type Voice } from '../testing/scenario.ts';

let scenario: Scenario;
let anybody: Voice;
beforeAll(async () => {
  scenario = await startScenario('2026-11-23T09:00:00.000Z');
  anybody = scenario.as('PUBLIC');
});
afterAll(() => scenario.close());

const page = (pledgeId: string): Promise<Body> => anybody.get(`/pledges/${pledgeId}`);
const money = (capabilityCode: string, amount: number, more: Body = {}) => ({
  category: 'FINANCE',
  capabilityCode,
  money: { amount, currency: 'EUR', funding: 'VOLUNTARY' },
  description: 'Money',
  ...more,
});
const expert = (capabilityCode: string, more: Body = {}) => ({
  category: 'EXPERTISE',
  capabilityCode,
  quantity: '1',
  unit: 'persons',
  description: 'An expert',
  ...more,
});
const tasksOf = async (voice: Voice, kind: string, pledgeId: string): Promise<readonly Body[]> =>
  ((await voice.get(`/work-queue?kind=${kind}`)).items as readonly Body[]).filter(
    (task) => task.pledgeId === pledgeId,
  );

it('Programmatic funding, beside: a mission that goes on ends no money, whatever it is called, and a later pledge is tied too', async () => {
  const terms = { mission: 'UN mission in South Sudan', use: 'programmatic activities' };
  const pledgeId = await registerPromise(scenario, 'HRV', money('FIN-PROGRAMMATIC', 5, { terms }));
  expect(await anybody.get('/missions/UNMISS')).toMatchObject({
    programmaticMoneyUntil: null,
    pledges: [{ pledgeId, tie: 'TERMS', flagged: false }],
  });
  const closed = { mission: 'MINURCAT', use: 'programmatic activities' };
  const after = await announcePromise(scenario, 'HRV', money('FIN-PROGRAMMATIC', 6, { terms: closed }));
  expect(await anybody.get('/missions/MINURCAT')).toMatchObject({
    programmaticMoneyUntil: '2012-12-31',
    pledges: [{ pledgeId: after, flagged: true }],
  });
});

it('Resident coordinator office support, beside: the end that comes is a task, and a later end takes it away', async () => {
  const terms = { implementingBody: 'RCO', hostState: 'Liberia', validUntil: '2026-12-31' };
  const said = { category: 'EXPERTISE', capabilityCode: 'CIV-EXPERT', quantity: '4', unit: 'posts' };
  const pledgeId = await registerPromise(scenario, 'SVN', { ...said, description: 'Posts', terms });
  const slovenia = scenario.as('MS', 'SVN');
  const ends = await tasksOf(slovenia, 'VALIDITY_ENDS', pledgeId);
  expect(ends).toMatchObject([{ due: '2026-12-31' }]);
  await slovenia.post(`/pledges/${pledgeId}/amendments`, {
    changes: [{ field: 'terms.validUntil', old: '2026-12-31', new: '2028-12-31' }],
    reason: 'Kept for two more years',
    source: 'Note verbale 3',
  });
  expect(await tasksOf(slovenia, 'VALIDITY_ENDS', pledgeId)).toEqual([]);
});

it('Peacebuilding Commission, beside: no statement without its record, nor before the pledge is registered', async () => {
  const said = { category: 'POLITICAL', capabilityCode: 'POL-PBC', description: 'To speak' };
  const pledgeId = await announcePromise(scenario, 'BRB', said);
  const acts = `/pledges/${pledgeId}/political-acts`;
  const barbados = scenario.as('MS', 'BRB');
  const statement = { act: 'STATEMENT', what: 'Annual session', occurredOn: '2022-11-01' };
  const link = { link: 'https://example.org/statement' };
  expect((await barbados.isRefused(acts, { ...statement, ...link })).code).toBe('WRONG_ORDER');
  const registered = await registerPromise(scenario, 'BRB', said);
  const path = `/pledges/${registered}/political-acts`;
  expect((await barbados.isRefused(path, statement)).code).toBe('REFERENCE_MISSING');
  expect((await scenario.as('MS', 'TTO').isRefused(path, { ...statement, ...link })).code).toBe('FORBIDDEN');
  await barbados.post(path, { ...statement, ...link });
  expect(await page(registered)).toMatchObject({ delivered: { acts: [{ doneOn: '2022-11-01' }] } });
});

it('Option 4, beside: who is sent there needs no mission either, and the person is in a post of the body', async () => {
  const pledgeId = await registerPromise(
    scenario,
    'LTU',
    expert('ROL-EXPERT', { terms: { implementingBody: 'GFP' } }),
  );
  const tour = { persons: 1, post: 'Corrections expert', hostInstitution: 'GFP' };
  const days = { from: '2026-01-01', to: '2026-12-31' };
  await scenario.as('MS', 'LTU').post(`/pledges/${pledgeId}/secondments`, { ...tour, ...days });
  expect(await anybody.get('/posts?memberState=LTU')).toMatchObject({
    items: [{ pledgeId, mission: null, institution: 'GFP', promised: 1, open: 0, held: 1 }],
  });
});

it('Option 5, beside: money that is over by the day is a late entry or refused, and its end comes as a task', async () => {
  const terms = { mission: 'UNMISS', use: 'programmatic activities', validUntil: '2022-12-31' };
  const pledgeId = await announcePromise(
    scenario,
    'GRC',
    money('FIN-PROGRAMMATIC', 1, { terms: { ...terms, validUntil: '2027-01-31' } }),
  );
  expect(await tasksOf(scenario.as('MS', 'GRC'), 'MONEY_VALIDITY_ENDS', pledgeId)).toHaveLength(1);
  const said = {
    memberState: 'GRC',
    announcedOn: '2021-12-07',
    source: 'S',
    additional: true,
    additionalReason: 'Of another year',
  };
  const over = { ...said, ...money('FIN-PROGRAMMATIC', 1, { terms }) };
  const greece = scenario.as('MS', 'GRC');
  expect((await greece.isRefused('/pledges', over)).code).toBe('ALREADY_EXPIRED');
  await greece.post('/pledges', { ...over, lateEntry: true });
});

it('Option 7, beside: the agreement of the host is open until it is there, and again when it is turned down', async () => {
  const said = { category: 'POLITICAL', capabilityCode: 'POL-ASSET', description: 'Spot checks' };
  const pledgeId = await startPromise(scenario, 'ESP', said, [{ text: 'Visits', dueOn: '2027-06-30' }]);
  const spain = scenario.as('MS', 'ESP');
  const missing = async () => (await tasksOf(spain, 'HOST_AGREEMENT_MISSING', pledgeId)).length;
  expect(await missing()).toBe(1);
  await spain.post(`/pledges/${pledgeId}/evidence`, { kind: 'REPORT', url: 'https://example.org/r' });
  expect(await missing()).toBe(1);
  await spain.post(`/pledges/${pledgeId}/evidence`, { kind: 'AGREEMENT', url: 'https://example.org/a' });
  expect(await missing()).toBe(0);
  const { evidence } = (await spain.get(`/pledges/${pledgeId}`)).implementation as Body;
  const agreement = (evidence as readonly Body[]).find(({ kind }) => kind === 'AGREEMENT');
  const turnedDown = `/pledges/${pledgeId}/evidence/${String(agreement?.evidenceId)}/rejection`;
  await scenario.as('EVAL').post(turnedDown, { reason: 'Not signed' });
  expect(await missing()).toBe(1);
});

it('Option 8, beside: an adviser without an end date is asked for one, and the end is stated later', async () => {
  const terms = { implementingBody: 'RCO', hostState: 'Liberia', post: 'Political analyst' };
  const pledgeId = await registerPromise(scenario, 'CHE', money('FIN-RCO', 180_000, { terms }));
  expect((await page(pledgeId)).missing).toContain('BY_WHEN');
  const end = { terms: { validUntil: '2028-06-30' }, source: 'Note verbale 11' };
  await scenario.as('MS', 'CHE').post(`/pledges/${pledgeId}/terms`, end);
  expect((await page(pledgeId)).missing).not.toContain('BY_WHEN');
  const before = { terms: { validUntil: '2021-01-01' }, source: 'S' };
  const other = await registerPromise(scenario, 'CHE', money('FIN-RCO', 1, { terms }));
  expect(await scenario.as('MS', 'CHE').isRefused(`/pledges/${other}/terms`, before)).toMatchObject({
    code: 'PERIOD_INVALID',
    field: 'terms.validUntil',
  });
});

it('Option 9, beside: of two aircraft one was handed over, and half of the promise is kept', async () => {
  const said = {
    ...{ category: 'EQUIPMENT', capabilityCode: 'EQP-AIRCRAFT', quantity: '2', unit: 'aircraft' },
    ...{ description: 'Aircraft', terms: { implementingBody: 'UNHAS' } },
  };
  const pledgeId = await startPromise(scenario, 'ROU', said, [{ text: 'Both', dueOn: '2022-12-31' }]);
  const delivery = { item: 'Aircraft', number: 1, receiver: 'UNHAS', inUse: true };
  await scenario.as('IMPL').post(`/pledges/${pledgeId}/equipment-deliveries`, delivery);
  expect(await page(pledgeId)).toMatchObject({
    accountability: { share: 50, dimensions: [{ promised: 2, delivered: 1 }] },
    delivered: { equipment: [{ receiver: 'UNHAS', number: 1 }] },
  });
});

it('Option 11, beside: a secondment that ended early served what it served, and leaves no mission behind', async () => {
  const said = expert('CIV-EXPERT', { terms: { implementingBody: 'OHCHR', tourMonths: 12 } });
  const pledgeId = await registerPromise(scenario, 'DNK', said);
  const denmark = scenario.as('MS', 'DNK');
  const tour = { persons: 1, post: 'Human rights officer', hostInstitution: 'OHCHR' };
  await denmark.post(`/pledges/${pledgeId}/secondments`, { ...tour, from: '2025-01-01', to: '2025-12-31' });
  const { secondments } = (await denmark.get(`/pledges/${pledgeId}`)).delivered as Body;
  const [held] = secondments as readonly Body[];
  const end = `/pledges/${pledgeId}/secondments/${String(held?.secondmentId)}/end`;
  expect((await denmark.isRefused(end, { occurredOn: '2024-12-31' })).status).toBeGreaterThanOrEqual(400);
  await denmark.post(end, { occurredOn: '2025-06-30' });
  expect(await anybody.get('/posts?memberState=DNK')).toMatchObject({
    items: [{ mission: null, postMonthsPromised: 12, postMonthsServed: 6, held: 0 }],
  });
});

it('Option 12, beside: without the agreement it waits, and a report is none', async () => {
  const said = expert('HOST-SECOND', { terms: { hostState: 'Liberia' } });
  const pledgeId = await startPromise(scenario, 'FIN', said, [{ text: 'Arrived', dueOn: '2027-06-30' }]);
  const finland = scenario.as('MS', 'FIN');
  const missing = async () => (await tasksOf(finland, 'HOST_AGREEMENT_MISSING', pledgeId)).length;
  await finland.post(`/pledges/${pledgeId}/evidence`, { kind: 'REPORT', url: 'https://example.org/r' });
  expect(await missing()).toBe(1);
  await finland.post(`/pledges/${pledgeId}/evidence`, { kind: 'AGREEMENT', url: 'https://example.org/h' });
  expect(await missing()).toBe(0);
});

it('Money fund by fund, beside: a fund that nobody knows is a group of its own, and currencies stay apart', async () => {
  const given = (currency: string, implementingBody: string) =>
    announcePromise(scenario, 'POL', {
      ...money('FIN-TRUSTFUND', 0, { terms: { implementingBody } }),
      money: { amount: 4, currency },
    });
  await given('PLN', 'Fund of the Baltic');
  await given('PLN', 'fund of the  baltic');
  await given('SEK', 'Fund of the Baltic');
  const values = async (group: string) =>
    (await figuresOf(anybody, 'funds?memberState=POL', group)).get('pledged')?.value;
  expect(await values('Fund of the Baltic PLN')).toBe(8);
  expect(await values('Fund of the Baltic SEK')).toBe(4);
});

it('Three clusters, beside: units are in none of the three, and what was taken back stays a promise made', async () => {
  const vehicles = { category: 'EQUIPMENT', capabilityCode: 'EQP-MRAP', description: 'Vehicles' };
  const pledgeId = await announcePromise(scenario, 'KWT', vehicles);
  await announcePromise(scenario, 'KWT', {
    category: 'UNIT',
    capabilityCode: 'INF-BN',
    description: 'A unit',
  });
  await scenario
    .as('MS', 'KWT')
    .post(`/pledges/${pledgeId}/withdrawal`, { reason: 'Sold', occurredOn: '2022-01-05' });
  const made = (cluster: string) =>
    valueOf(anybody, 'pledges-and-states?by=cluster&memberState=KWT', 'promisesMade', cluster);
  expect([await made('indirect'), await made('expertise'), await made('funding')]).toEqual([
    1,
    undefined,
    undefined,
  ]);
});
