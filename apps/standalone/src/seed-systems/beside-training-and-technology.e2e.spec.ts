/** Beside the examples of training, technology, medicine, women and what is gathered across pledges: docs/coverage.md. */
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
  return figures.map((figure) => made.get(figure)?.value ?? null);
};

const withdraw = (state: string, pledgeId: string): Promise<Body> =>
  scenario
    .as('MS', state)
    .post(`/pledges/${pledgeId}/withdrawal`, { reason: 'Needed at home', occurredOn: '2022-05-01' });

it('Protection of civilians compact and capabilities, beside: an endorsement of another text, or of a pledge alone, is none', async () => {
  const said = { category: 'POLITICAL', capabilityCode: 'POL-PRINCIPLES', description: 'To endorse it' };
  await registerPromise(scenario, 'PRT', said);
  const other = await registerPromise(scenario, 'PRT', said);
  const endorse = (what: string): Promise<Body> =>
    scenario.as('MS', 'PRT').post(`/pledges/${other}/political-acts`, {
      ...{ act: 'ENDORSEMENT', what, link: 'https://example.org/text', occurredOn: '2022-05-17' },
    });
  await endorse('Kigali Principles');
  expect(await values('endorsements?memberState=PRT', 'POC-COMPACT', 'endorsed')).toEqual([null]);
  await endorse('POC compact');
  await endorse('Compact on the protection of civilians');
  expect(await values('endorsements?memberState=PRT', 'POC-COMPACT', 'endorsed')).toEqual([1]);
});

it('Environmental footprint, renewable energy, smart camp, beside: a range has its ends in order, and the newest stands', async () => {
  const said = { category: 'ENVIRONMENT', capabilityCode: 'ENV-SOLAR', description: 'Solar power' };
  const pledgeId = await startPromise(scenario, 'AUT', said, [{ text: 'Installed', dueOn: '2022-12-31' }]);
  const path = `/pledges/${pledgeId}/measurements`;
  const austria = scenario.as('MS', 'AUT');
  const energy = { indicator: 'RENEWABLE_ENERGY' };
  for (const wrong of [
    { low: 40, high: 30 },
    { low: 10, high: 101 },
  ])
    expect((await austria.isRefused(path, { ...energy, ...wrong })).code).toBe('MEASURE_OUT_OF_RANGE');
  await austria.post(path, { ...energy, low: 25, high: 30, occurredOn: '2024-06-30' });
  // Of an earlier year, and entered later.
  await austria.post(path, { ...energy, low: 5, occurredOn: '2023-06-30' });
  const asked = ['lowest', 'highest', 'measured'];
  expect(await values('measurements?memberState=AUT', 'RENEWABLE_ENERGY', ...asked)).toEqual([25, 30, 1]);
});

const COURSES = { category: 'TRAINING', capabilityCode: 'TRG-PEACEKEEPERS', description: 'Courses' };

it('Sustained instead of one-off training, beside: years count from the start in 2022, one year alone is none, and after the last it is in the last', async () => {
  const planned = async (years: readonly number[]): Promise<unknown> => {
    const milestones = years.map((year) => ({ text: `Courses of ${year}`, dueOn: `${year}-12-31` }));
    const pledgeId = await startPromise(scenario, 'LUX', COURSES, milestones);
    return ((await anybody.get(`/pledges/${pledgeId}`)).implementation as Body).years;
  };
  expect(await planned([2027, 2028, 2029])).toEqual({ year: 5, of: 8 });
  expect(await planned([2022, 2023])).toEqual({ year: 2, of: 2 });
  expect(await planned([2022])).toBeNull();
});

it('Sustained training by year, beside: what was never planned is not missed, and a withdrawn pledge misses nothing more', async () => {
  const plan = [2022, 2023].map((year) => ({ text: `Of ${year}`, dueOn: `${year}-12-31` }));
  const [kept, back] = [
    await startPromise(scenario, 'MLT', COURSES, plan),
    await startPromise(scenario, 'MLT', COURSES, plan),
  ];
  const course = { trained: 10, place: 'Valletta', from: '2024-03-01', to: '2024-03-05' };
  await scenario.as('IMPL').post(`/pledges/${kept}/courses`, course);
  await withdraw('MLT', back);
  const path = 'sustained-training?memberState=MLT&by=year';
  expect(await values(path, '2024', 'held', 'missed')).toEqual([1, 0]);
  const { reference } = await anybody.get(`/pledges/${kept}`);
  const asked = ['planned', 'held', 'missed'];
  expect(await values('sustained-training?memberState=MLT', String(reference), ...asked)).toEqual([2, 1, 2]);
});

it('Language and translation, beside: an offer in two languages is among both, and one without stays out', async () => {
  const said = { category: 'TRAINING', capabilityCode: 'TRG-LANGUAGE', description: 'For officers' };
  await announcePromise(scenario, 'CHE', { ...said, terms: { languages: ['fr', 'de'] } });
  const silent = await announcePromise(scenario, 'CHE', said);
  const path = 'pledges-and-states?by=language&memberState=CHE';
  const counts = async () => [
    ...(await values(path, 'fr', 'promisesMade')),
    ...(await values(path, 'de', 'promisesMade')),
  ];
  expect(await counts()).toEqual([1, 1]);
  // Stated only later.
  const terms = { terms: { languages: ['fr'] }, source: 'Note verbale 8' };
  await scenario.as('MS', 'CHE').post(`/pledges/${silent}/terms`, terms);
  expect(await counts()).toEqual([2, 1]);
  const wrong = { ...said, memberState: 'CHE', source: 's', terms: { languages: ['french'] } };
  expect((await scenario.as('MS', 'CHE').isRefused('/pledges', wrong)).status).toBe(400);
});

it('Languages of units, beside: a unit of no language is in no group, and a state by its own language neither', async () => {
  const unit = { category: 'UNIT', capabilityCode: 'FPU', description: 'A police unit' };
  await announcePromise(scenario, 'CIV', unit);
  const path = 'pledges-and-states?by=language&memberState=CIV';
  expect(await values(path, 'fr', 'promisesMade')).toEqual([null]);
  await announcePromise(scenario, 'CIV', { ...unit, capabilityCode: 'FPU-FR', terms: { languages: ['en'] } });
  expect(await values(path, 'fr', 'promisesMade')).toEqual([1]);
  expect(await values(path, 'en', 'promisesMade')).toEqual([1]);
});

it('Partnership for Technology, beside: evidence that was turned down opens the milestone, and the camp is not in use', async () => {
  const said = { category: 'TECHNOLOGY', capabilityCode: 'TEC-SMARTCAMP', description: 'A smart camp' };
  const pledgeId = await startPromise(scenario, 'SGP', said, [{ template: 'IN_USE', dueOn: '2022-12-31' }]);
  const at = `/pledges/${pledgeId}`;
  const singapore = scenario.as('MS', 'SGP');
  await singapore.post(`${at}/evidence`, { kind: 'PHOTO', url: 'https://example.org/boxes' });
  type Shown = Record<string, readonly Body[]>;
  const { evidence, milestones } = (await singapore.get(at)).implementation as Shown;
  const evidenceId = String(evidence?.[0]?.evidenceId);
  const met = { evidence: [evidenceId] };
  await singapore.post(`${at}/milestones/${String(milestones?.[0]?.milestoneId)}/completion`, met);
  expect(await anybody.get(at)).toMatchObject({ implementation: { milestonesMet: 1 } });
  const reason = { reason: 'The boxes are still closed' };
  await scenario.as('EVAL').post(`${at}/evidence/${evidenceId}/rejection`, reason);
  expect(await anybody.get(at)).toMatchObject({ implementation: { milestonesMet: 0 } });
  const full = { as: 'FULL', reason: 'In use', evidence: [evidenceId] };
  expect((await scenario.as('DESK').isRefused(`${at}/fulfilment`, full)).code).toBe('NOTHING_DELIVERED');
});

it('Counter-IED needs, beside: other states and other themes stay out, and what was taken back says so', async () => {
  const said = { category: 'TRAINING', capabilityCode: 'TRG-CIED', description: 'Drills' };
  const kept = await announcePromise(scenario, 'ALB', said);
  const back = await announcePromise(scenario, 'ALB', said);
  await announcePromise(scenario, 'BGR', said);
  await announcePromise(scenario, 'ALB', { ...said, capabilityCode: 'TRG-ENG' });
  await withdraw('ALB', back);
  const found = async (more: string) =>
    ((await anybody.get(`/pledges?theme=c-ied&memberState=ALB${more}`)).items as readonly Body[]).map(
      ({ pledgeId }) => pledgeId,
    );
  expect((await found('')).toSorted()).toEqual([back, kept].sort());
  expect(await found('&status=ANNOUNCED')).toEqual([kept]);
});

it('Measures of the action plan, beside: a pledge in two measures counts in each and once in all', async () => {
  const said = { category: 'MEDICAL', capabilityCode: 'MED-EVAC', description: 'Evacuation' };
  await announcePromise(scenario, 'SVK', { ...said, themes: ['C-IED', 'AP-COUNTER-IED', 'counter-IED'] });
  const path = 'pledges-and-states?by=measure&memberState=SVK';
  expect(await values(path, 'AP-COUNTER-IED', 'promisesMade')).toEqual([1]);
  expect(await values(path, 'AP-MEDICAL', 'promisesMade')).toEqual([1]);
  expect(await values('pledges-and-states?memberState=SVK', 'all', 'promisesMade')).toEqual([1]);
});

it('First-time contributors, beside: the order of entry does not matter, what was taken back was pledged, and courses are no units', async () => {
  const unit = { category: 'ENABLER', capabilityCode: 'ENG-COY', description: 'Engineers' };
  // The older one is entered last.
  await announcePromise(scenario, 'BTN', unit, '2019-03-29');
  await announcePromise(scenario, 'BTN', unit, '2014-09-26');
  await withdraw('CYP', await announcePromise(scenario, 'CYP', unit, '2019-03-29'));
  await announcePromise(scenario, 'MDG', { ...unit, category: 'TRAINING', capabilityCode: 'TRG-ENG' });
  const figures = await figuresOf(anybody, 'first-time-contributors?since=2015-01-01');
  const ids = figures.get('firstTimeContributors')?.counted.ids ?? [];
  expect(ids.filter((id) => ['BTN', 'CYP', 'MDG'].includes(id))).toEqual(['CYP']);
  const earlier = await figuresOf(anybody, 'first-time-contributors?since=2014-01-01');
  expect(earlier.get('firstTimeContributors')?.counted.ids).toContain('BTN');
});

it('Standing capacities, beside: money for one is found under it too, and an expert for a mission is not', async () => {
  const terms = { implementingBody: 'standing police capacity' };
  const money = { category: 'FINANCE', money: { amount: 2, currency: 'EUR' }, description: 'Money' };
  const expert = { category: 'EXPERTISE', capabilityCode: 'ROL-EXPERT', description: 'An expert' };
  await announcePromise(scenario, 'CZE', { ...money, terms });
  await announcePromise(scenario, 'CZE', { ...expert, terms: { mission: 'UNMISS' } });
  const path = 'pledges-and-states?by=implementingBody&memberState=CZE';
  expect(await values(path, 'SPC', 'promisesMade', 'states')).toEqual([1, 1]);
});
