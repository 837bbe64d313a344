/** The day of an assessment visit turns out to be wrong, long after the unit was deployed. Lifecycle page, section 9. */
import { deployedUnit } from '../testing/a-deployed-unit.ts';
import { idIn, startScenario, type Body, type Scenario, type Voice } from '../testing/scenario.ts';

let scenario: Scenario;
let pledge: string;
let corrects: string;
/** Records officers differ by the state in their names; they speak for none. */
let first: Voice;
let second: Voice;
beforeAll(async () => {
  scenario = await startScenario();
  first = scenario.as('ADMIN');
  second = scenario.as('ADMIN', 'CAN');
  pledge = `/pledges/${await deployedUnit(scenario)}`;
  const { items } = await first.get(`${pledge}/history`);
  corrects = String((items as readonly Body[]).find(({ type }) => type === 'VisitOutcomeNoted')?.id);
});
afterAll(() => scenario.close());

const visitOn = async (question = ''): Promise<unknown> => {
  const { internal } = await first.get(pledge + question);
  return ((internal as Body).lastAav as Body).conductedOn;
};
const dayAndEnd = (day: string, end: string) => [
  { field: 'occurredOn', old: '2025-03-14', new: day },
  { field: 'validUntil', old: '2027-03-14', new: end },
];
const proposal = (changes: readonly Body[]) => ({ corrects, changes, reason: 'The report has another day' });

it('what breaks later events is refused with the list of them', async () => {
  const refusal = await first.isRefused(
    `${pledge}/corrections`,
    proposal(dayAndEnd('2025-03-20', '2027-03-20')),
  );
  expect(refusal).toMatchObject({
    status: 409,
    code: 'CORRECTION_BREAKS',
    blocked: [{ event: 'LevelAttained', code: 'BEFORE_VISIT', revision: expect.any(Number) }],
  });
});

it('what follows from the day must be corrected with it', async () => {
  const [day] = dayAndEnd('2025-03-10', '2027-03-10');
  expect(await first.isRefused(`${pledge}/corrections`, proposal([day!]))).toMatchObject({
    code: 'CORRECTION_INCOMPLETE',
    lacking: [{ field: 'validUntil', expected: '2027-03-10' }],
  });
});

it('two records officers put it right; what was known before stays what it was', async () => {
  await first.post(`${pledge}/corrections`, proposal(dayAndEnd('2025-03-10', '2027-03-10')));
  const { internal, revision } = await first.get(pledge);
  const [asked] = (internal as Body).corrections as readonly Body[];
  expect(asked).toMatchObject({ corrects, correctedType: 'VisitOutcomeNoted', standing: 'PROPOSED' });
  expect(await visitOn()).toBe('2025-03-14');

  const { items } = await second.get('/work-queue?kind=CORRECTION_TO_DECIDE');
  expect(items).toMatchObject([{ waitsFor: ['ADMIN'], next: [{ command: 'CorrectEvent' }, {}] }]);

  const approval = `${pledge}/corrections/${String(asked?.correctionId)}/approval`;
  const refused = await first.isRefused(approval, {});
  expect(refused).toMatchObject({ status: 403, code: 'SAME_PERSON' });
  const { code, detail } = refused;
  expect((await first.get(pledge)).notNow).toContainEqual({ command: 'CorrectEvent', code, detail });
  const before = new Date().toISOString();
  const made = await second.post(approval, {});
  expect(made.revision).toBe(Number(revision) + 1);
  expect(await visitOn()).toBe('2025-03-10');
  expect(await visitOn(`?knownAt=${before}`)).toBe('2025-03-14');
  expect(await visitOn('?asOf=2025-06-01')).toBe('2025-03-10');
  expect(await second.isRefused(approval, {})).toMatchObject({ code: 'CORRECTION_CLOSED' });
});

it('the page goes on from the corrected history, and the history keeps both', async () => {
  expect(await first.get(pledge)).toMatchObject({ status: 'DEPLOYED', level: 'L2' });
  const { items } = await first.get(`${pledge}/history`);
  const events = items as readonly Body[];
  expect(events.find(({ id }) => id === corrects)?.data).toMatchObject({ conductedOn: '2025-03-14' });
  expect(events.slice(-2).map(({ type }) => type)).toEqual(['CorrectionProposed', 'EventCorrected']);
});

it('the public sees neither the correction nor who made it', async () => {
  const shown = [
    await scenario.as('PUBLIC').get(pledge),
    await scenario.as('PUBLIC').get(`${pledge}/history`),
  ];
  expect(JSON.stringify(shown)).not.toMatch(/Correct|another day|admin/);
});

it('the corrected value is the present one: who saw the old one is told', async () => {
  expect(
    await first.isRefused(`${pledge}/corrections`, proposal(dayAndEnd('2025-03-12', '2027-03-12'))),
  ).toMatchObject({ code: 'STALE_VALUE', field: 'changes.0.old', current: '2025-03-10' });
});

it.each(['', '?dryRun=true'])(
  'a value of another kind is refused at its place in the body%s',
  async (dry) => {
    const { items } = await first.get(`${pledge}/history`);
    const deployed = (items as readonly Body[]).find(({ type }) => type === 'UnitDeployed');
    const { strength: old } = deployed?.data as Body;
    const body = {
      corrects: deployed?.id,
      changes: [{ field: 'strength', old, new: 'many' }],
      reason: 'Typo',
    };
    expect(await first.isRefused(`${pledge}/corrections${dry}`, body)).toMatchObject({
      ...{ status: 422, code: 'CORRECTION_INVALID', field: 'changes.0.new' },
      errors: [
        {
          ...{ field: 'changes.0.new', pointer: '/changes/0/new', rule: 'type', limit: 'integer' },
          message: 'strength must be a whole number',
        },
      ],
    });
  },
);

it('what everybody knew is put right for everybody', async () => {
  const { items } = await scenario.as('PUBLIC').get(`${pledge}/history`);
  const deployed = (items as readonly Body[]).find(({ type }) => type === 'UnitDeployed');
  const changes = [{ field: 'occurredOn', old: '2025-10-15', new: '2025-10-17' }];
  await first.post(`${pledge}/corrections`, { corrects: deployed?.id, changes, reason: 'Two days later' });
  const { commands } = await second.get(pledge);
  const approval = (commands as readonly Body[]).find(({ command }) => command === 'CorrectEvent');
  await second.post(String(approval?.href), {});
  const reader = scenario.as('PUBLIC');
  expect(await reader.get(pledge)).toMatchObject({ deployment: { deployedOn: '2025-10-17' } });
  const { items: after } = await reader.get(`${pledge}/history`);
  expect((after as readonly Body[]).at(-1)).toMatchObject({
    type: 'EventCorrected',
    data: { corrects: deployed?.id, changes },
  });
});

it('a proposal may be turned down', async () => {
  const change = [{ field: 'place', old: 'Bangui', new: 'Bria' }];
  const { items } = await first.get(`${pledge}/history`);
  const deployed = (items as readonly Body[]).find(({ type }) => type === 'UnitDeployed');
  const proposal = { corrects: deployed?.id, changes: change, reason: 'Not Bangui' };
  expect(idIn(await first.post(`${pledge}/corrections`, proposal))).toBe(pledge.split('/').at(-1));
  const { internal } = await second.get(pledge);
  const open = ((internal as Body).corrections as readonly Body[]).find(
    ({ standing }) => standing === 'PROPOSED',
  );
  await second.post(`${pledge}/corrections/${String(open?.correctionId)}/rejection`, { reason: 'It was' });
  expect((await second.get(`${pledge}/history`)).items).toContainEqual(
    expect.objectContaining({ type: 'CorrectionRejected' }),
  );
});
