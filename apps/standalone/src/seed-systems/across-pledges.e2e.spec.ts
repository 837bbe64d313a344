/** What a person would gather from many pledges by hand: docs/coverage.md, section of that name. */
import { figuresOf } from '../testing/figures.ts';
import { announcePromise, registerPromise, startPromise } from '../testing/implementation-steps.ts';
import { startScenario, type Body, type Scenario, type Voice } from '../testing/scenario.ts';

let scenario: Scenario;
let anybody: Voice;
beforeAll(async () => {
  scenario = await startScenario('2026-11-23T09:00:00.000Z');
  anybody = scenario.as('PUBLIC');
});
afterAll(() => scenario.close());

const values = async (path: string, group: string, ...figures: readonly string[]) => {
  const made = await figuresOf(anybody, path, group);
  return figures.map((figure) => made.get(figure)?.value);
};

const idsOf = async (path: string, group: string, figure: string): Promise<number | undefined> =>
  (await figuresOf(anybody, path, group)).get(figure)?.counted.ids.length;

it('Measures of the action plan: counter-IED is one measure across units, training, technology, vehicles and medicine', async () => {
  for (const [category, capabilityCode, themes] of [
    ['ENABLER', 'EOD-COY', []],
    ['TRAINING', 'TRG-CIED', []],
    ['TECHNOLOGY', 'TEC-CIED', []],
    ['EQUIPMENT', 'EQP-MRAP', []],
    ['MEDICAL', 'MED-CAPACITY', ['counter-IED']],
    ['MEDICAL', 'MED-EVAC', ['C-IED']],
    ['MEDICAL', 'MED-COVID', []],
  ] as const)
    await announcePromise(scenario, 'ITA', { category, capabilityCode, themes, description: 'For safety' });
  const path = 'pledges-and-states?by=measure&memberState=ITA';
  expect(await values(path, 'AP-COUNTER-IED', 'promisesMade')).toEqual([6]);
  expect(await values(path, 'AP-MEDICAL', 'promisesMade')).toEqual([2]);
  for (const theme of ['AP-COUNTER-IED', 'c-ied'])
    expect(await anybody.get(`/pledges?memberState=ITA&theme=${theme}`)).toMatchObject({ total: 6 });
});

it('Compacts and principles: endorsed and reported under one name, whatever it was called', async () => {
  for (const [state, act, what] of [
    ['FIN', 'ENDORSEMENT', 'SEA compact'],
    ['CHE', 'ENDORSEMENT', 'Voluntary Compact'],
    ['CHE', 'REPORT', 'voluntary compact on SEA'],
  ] as const) {
    const said = { category: 'CONDUCT', capabilityCode: 'CON-COMPACT', description: `To sign: ${act}` };
    const pledgeId = await registerPromise(scenario, state, said);
    await scenario
      .as('MS', state)
      .post(`/pledges/${pledgeId}/political-acts`, { act, what, document: 'Copy' });
  }
  const figures = await figuresOf(anybody, 'endorsements', 'SEA-COMPACT');
  expect(figures.get('endorsed')?.counted.ids).toEqual(['CHE', 'FIN']);
  expect(figures.get('reported')?.counted.ids).toEqual(['CHE']);
});

it('Environment across pledges: what was measured is a range, the evaluator before the state', async () => {
  for (const [state, byState, byEvaluator] of [
    ['DNK', { low: 10, high: 20 }, null],
    ['SWE', { low: 70 }, { low: 30, high: 45 }],
    ['ISL', null, null],
  ] as const) {
    const said = { category: 'ENVIRONMENT', capabilityCode: 'ENV-SOLAR', description: 'Solar power' };
    const pledgeId = await startPromise(scenario, state, said, [{ text: 'Installed', dueOn: '2022-12-31' }]);
    const speaker = scenario.as('MS', state);
    await speaker.post(`/pledges/${pledgeId}/targets`, {
      indicator: 'RENEWABLE_ENERGY',
      target: state === 'DNK' ? 40 : 60,
      source: 'A note',
    });
    const path = `/pledges/${pledgeId}/measurements`;
    if (byEvaluator) await scenario.as('EVAL').post(path, { indicator: 'RENEWABLE_ENERGY', ...byEvaluator });
    if (byState) await speaker.post(path, { indicator: 'RENEWABLE_ENERGY', ...byState });
  }
  const asked = ['lowest', 'highest', 'lowestTarget', 'highestTarget', 'measured', 'notMeasured'];
  const path = 'measurements?category=ENVIRONMENT';
  expect(await values(path, 'RENEWABLE_ENERGY', ...asked)).toEqual([10, 45, 40, 60, 2, 1]);
  expect(await values(`${path}&by=memberState`, 'RENEWABLE_ENERGY SWE', 'lowest', 'highest')).toEqual([
    30, 45,
  ]);
});

it('Sustained training by year: the years that were missed are shown', async () => {
  const said = { category: 'TRAINING', capabilityCode: 'TRG-PEACEKEEPERS', description: 'Every year' };
  const plan = [2022, 2023, 2024, 2026].map((year) => ({ text: `Of ${year}`, dueOn: `${year}-12-31` }));
  const pledgeId = await startPromise(scenario, 'IRL', said, plan);
  const { reference } = await anybody.get(`/pledges/${pledgeId}`);
  for (const from of ['2022-05-01', '2022-09-01', '2024-02-01', '2025-03-01']) {
    const course = { trained: 20, place: 'The Curragh', from, to: `${from.slice(0, 8)}20` };
    await scenario.as('IMPL').post(`/pledges/${pledgeId}/courses`, course);
  }
  const asked = ['planned', 'held', 'missed', 'courses', 'trained'];
  const path = 'sustained-training?memberState=IRL';
  expect(await values(path, String(reference), ...asked)).toEqual([4, 3, 1, 4, 80]);
  expect(await values(`${path}&by=year`, '2023', ...asked)).toEqual([1, 0, 1, 0, null]);
  expect(await values(`${path}&by=year`, '2026', 'planned', 'missed')).toEqual([1, 0]);
});

it('Languages of units: a French-speaking police unit is among the offers in French', async () => {
  const unit = { category: 'UNIT', capabilityCode: 'FPU-FR', description: 'A police unit' };
  await announcePromise(scenario, 'SEN', unit);
  await announcePromise(scenario, 'SEN', { ...unit, terms: { languages: ['fr', 'wo'] } });
  await announcePromise(scenario, 'SEN', { ...unit, capabilityCode: 'FPU', description: 'Another' });
  const path = 'pledges-and-states?by=language&memberState=SEN';
  expect(await values(path, 'fr', 'promisesMade')).toEqual([2]);
  expect(await values(path, 'wo', 'promisesMade')).toEqual([1]);
});

it('Supplies across pledges: an item is counted over all pledges, by receiver too', async () => {
  for (const [state, item, number, receiver, inUse] of [
    ['CHN', 'Masks', 1000, 'UNIFIL', true],
    ['VNM', 'masks', 500, 'monusco', null],
    ['VNM', 'Ventilators', 3, 'MONUSCO', true],
  ] as const) {
    const said = { category: 'MEDICAL', capabilityCode: 'MED-COVID', description: `Gives ${item}` };
    const pledgeId = await startPromise(scenario, state, said, [{ text: 'Given', dueOn: '2022-06-30' }]);
    await scenario
      .as('MISSION')
      .post(`/pledges/${pledgeId}/equipment-deliveries`, { item, number, receiver, inUse });
  }
  expect(await values('supplies', 'Masks', 'delivered', 'inUse')).toEqual([1500, 1000]);
  expect(await values('supplies?by=receiver', 'MONUSCO', 'delivered')).toEqual([503]);
  expect(await values('supplies?by=memberState&memberState=VNM', 'VNM', 'delivered')).toEqual([503]);
});

const finance = (amount: number, currency: string, more: Body = {}) => ({
  category: 'FINANCE',
  money: { amount, currency },
  description: `${amount} of ${currency}`,
  ...more,
});

const receives = (pledgeId: string, amount: number, currency: string, more: Body = {}): Promise<Body> =>
  scenario
    .as('IMPL')
    .post(`/pledges/${pledgeId}/funds-received`, { amount, currency, note: 'Paid at once', ...more });

it('Arrears of all states: owed, paid and remaining, currency by currency', async () => {
  for (const [state, currency, owed, paid] of [
    ['BRA', 'USD', 100, 40],
    ['ARG', 'USD', 30, 35],
    ['NOR', 'NOK', 7, 0],
  ] as const) {
    const said = {
      ...finance(owed, currency, { terms: { arrearsOwed: owed } }),
      capabilityCode: 'FIN-ARREARS',
    };
    const pledgeId = await registerPromise(scenario, state, said);
    if (paid > 0) await receives(pledgeId, paid, currency, { funding: 'ASSESSED' });
  }
  const asked = ['owed', 'paid', 'remaining', 'settled'];
  expect(await values('arrears', 'USD', ...asked)).toEqual([130, 75, 60, 1]);
  expect(await values('arrears', 'BRA USD', ...asked)).toEqual([100, 40, 60, 0]);
  expect(await values('arrears', 'NOK', ...asked)).toEqual([7, 0, 7, 0]);
});

it('Money fund by fund: one fund under all of its names, and by the setting it is for', async () => {
  for (const [state, amount, body, mission, paid] of [
    ['DEU', 70, 'PBF', 'MONUSCO', 20],
    ['NLD', 30, 'UN Peacebuilding Fund', 'MINUSMA', 5],
    ['JPN', 10, 'Elsie Initiative', null, 0],
  ] as const) {
    const terms = { implementingBody: body, ...(mission !== null && { mission }) };
    const said = { ...finance(amount, 'EUR', { terms }), capabilityCode: 'FIN-PBF' };
    const pledgeId = await registerPromise(scenario, state, said);
    if (paid > 0) await receives(pledgeId, paid, 'EUR', { fund: 'peacebuilding fund' });
  }
  const asked = ['pledged', 'received'];
  expect(await values('funds', 'PBF EUR', ...asked)).toEqual([100, 25]);
  expect(await values('funds', 'ELSIE EUR', ...asked)).toEqual([10, null]);
  expect(await values('funds?by=setting', 'mission EUR', ...asked)).toEqual([70, 20]);
  expect(await values('funds?by=setting', 'transition EUR', ...asked)).toEqual([30, 5]);
  expect(await values('funds?by=setting', 'none EUR', ...asked)).toEqual([10, null]);
  expect(await values('funds?by=mission', 'MINUSMA EUR', ...asked)).toEqual([30, 5]);
  expect(await idsOf('funds', 'PBF EUR', 'received')).toBe(2);
});

it('First-time contributors: those whose troops served before are told apart', async () => {
  for (const state of ['GHA', 'LVA', 'PNG'])
    await announcePromise(scenario, state, {
      ...{ category: 'ENABLER', capabilityCode: 'ENG-COY', description: 'Engineers' },
    });
  const figures = await figuresOf(anybody, 'first-time-contributors?since=2015-01-01');
  const idsIn = (figure: string) => figures.get(figure)?.counted.ids ?? [];
  expect(idsIn('firstTimeContributors')).toEqual(expect.arrayContaining(['GHA', 'LVA', 'PNG']));
  expect(idsIn('notDeployedBefore')).toEqual(expect.arrayContaining(['LVA', 'PNG']));
  expect(idsIn('deployedBefore')).toContain('GHA');
  expect([...idsIn('notDeployedBefore'), ...idsIn('deployedBefore')].sort()).toEqual(
    idsIn('firstTimeContributors'),
  );
});

it('Standing capacities: those who help by one are found under it', async () => {
  for (const [state, implementingBody] of [
    ['AUS', 'Standing Police Capacity'],
    ['CAN', 'UNPOL standing police capacity'],
    ['CAN', 'JCSC'],
  ] as const) {
    const said = { category: 'EXPERTISE', capabilityCode: 'ROL-EXPERT', description: 'An expert' };
    await announcePromise(scenario, state, { ...said, terms: { implementingBody } });
  }
  const path = 'pledges-and-states?by=implementingBody';
  expect(await values(path, 'SPC', 'promisesMade', 'states')).toEqual([2, 2]);
  expect(await values(path, 'JCSC', 'promisesMade')).toEqual([1]);
});
