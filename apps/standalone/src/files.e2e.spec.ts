/** Notes of officers and an assignee on a pledge and on a task: accountability page, section 15. */
import { announcePromise } from './testing/implementation-steps.ts';
import { startScenario, type Body, type Scenario } from './testing/scenario.ts';

let scenario: Scenario;
let one: string;
let two: string;

const battalion = { category: 'UNIT', capabilityCode: 'INF-BN', quantity: 1 };

beforeAll(async () => {
  scenario = await startScenario();
  one = await announcePromise(scenario, 'RWA', { ...battalion, description: 'One' }, '2025-01-05');
  two = await announcePromise(scenario, 'GHA', { ...battalion, description: 'Two' }, '2025-01-05');
});
afterAll(() => scenario.close());

const found = async (path: string) =>
  ((await scenario.as('DESK').get(path)).items as Body[]).map(({ pledgeId }) => pledgeId);

it('officers note for each other, and say who deals with what', async () => {
  const desk = scenario.as('DESK');
  const task = { kind: 'ACKNOWLEDGEMENT' };
  await desk.post(`/pledges/${one}/notes`, { text: 'They answer next week', occurredOn: '2025-01-10' });
  await scenario
    .as('SFGC')
    .post(`/pledges/${one}/notes`, { text: 'Ask again', task, occurredOn: '2025-01-11' });
  await desk.post(`/pledges/${one}/assignee`, { assignee: 'officer.a' });
  await desk.post(`/pledges/${one}/assignee`, { assignee: 'officer.b', task });
  await desk.post(`/pledges/${two}/assignee`, { assignee: 'officer.b' });
  expect((await desk.get(`/pledges/${one}`)).file).toEqual({
    assignee: 'officer.a',
    notes: [
      {
        noteId: expect.any(String) as unknown,
        text: 'They answer next week',
        task: null,
        on: '2025-01-10',
        by: 'DESK',
      },
      {
        noteId: expect.any(String) as unknown,
        text: 'Ask again',
        task: { ...task, about: null },
        on: '2025-01-11',
        by: 'SFGC',
      },
    ],
    tasks: [{ ...task, about: null, assignee: 'officer.b' }],
  });
  expect(await found('/pledges?assignee=officer.a')).toEqual([one]);
  expect((await found('/pledges?assignee=officer.b')).toSorted()).toEqual([one, two].toSorted());
  expect(await found('/pledges?assignee=officer.c')).toEqual([]);
});

it('the queue shows who deals with a task: who was named for it, or else for the pledge', async () => {
  const { items } = await scenario.as('DESK').get('/work-queue?limit=200');
  const of = (items as Body[]).map(({ pledgeId, kind, assignee }) => [pledgeId, kind, assignee]);
  expect(of).toContainEqual([one, 'ACKNOWLEDGEMENT', 'officer.b']);
  expect(of).toContainEqual([two, 'ACKNOWLEDGEMENT', 'officer.b']);
  for (const [pledgeId, kind, assignee] of of) {
    if (pledgeId === one && kind !== 'ACKNOWLEDGEMENT') expect(assignee).toBe('officer.a');
  }
  expect(new Set(await found('/work-queue?assignee=officer.b'))).toEqual(new Set([one, two]));
  expect(await found('/work-queue?assignee=officer.b&kind=SILENT')).toEqual(
    [two].filter(() => of.some(([, kind]) => kind === 'SILENT')),
  );
});

it('is taken back by null, and moves neither the pledge nor its revision', async () => {
  const desk = scenario.as('DESK');
  const { revision } = await desk.get(`/pledges/${one}`);
  await desk.post(`/pledges/${one}/assignee`, { assignee: null });
  const page = await desk.get(`/pledges/${one}`);
  expect([page.revision, (page.file as Body).assignee]).toEqual([revision, null]);
  expect(await found('/pledges?assignee=officer.a')).toEqual([]);
});

it.each([
  ['MS', 'RWA'],
  ['PARTNER', 'RWA'],
  ['IMPL', undefined],
  ['PUBLIC', undefined],
  ['SUBSCRIBER', undefined],
] as const)('%s of %s reads nothing of it and writes nothing to it', async (role, state) => {
  const voice = scenario.as(role, state);
  if (role !== 'IMPL') expect((await voice.get(`/pledges/${one}`)).file).toBeNull();
  expect((await voice.ask(`/pledges?assignee=officer.b`)).status).toBe(403);
  expect(await voice.isRefused(`/pledges/${one}/notes`, { text: 'x' })).toMatchObject({ code: 'FORBIDDEN' });
  expect(await voice.isRefused(`/pledges/${one}/assignee`, {})).toMatchObject({ code: 'FORBIDDEN' });
});

it.each([
  ['notes', { text: ' ' }, 'text'],
  ['notes', { text: 'x', task: { kind: 'NOTHING' } }, 'kind'],
  ['notes', { text: 'x', task: 'SILENT' }, 'task'],
  ['assignee', { assignee: 'two words' }, 'assignee'],
  ['assignee', { assignee: 'x'.repeat(101) }, 'assignee'],
  ['assignee', { assignee: ['a'] }, 'assignee'],
])('%s with %j is refused and names the field', async (path, body, field) => {
  const problem = await scenario.as('DESK').isRefused(`/pledges/${one}/${path}`, body);
  expect([problem.status, JSON.stringify(problem)]).toEqual([400, expect.stringContaining(field)]);
});

it('a pledge that there is not has no file', async () => {
  const nobody = '01890a5d-ac96-774b-bcce-b302099a8057';
  expect(await scenario.as('DESK').isRefused(`/pledges/${nobody}/notes`, { text: 'x' })).toMatchObject({
    status: 404,
    code: 'PLEDGE_NOT_FOUND',
  });
});
