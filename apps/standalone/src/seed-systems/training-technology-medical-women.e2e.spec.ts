/** Training, technology, medicine and women, as the source documents name them: docs/coverage.md, section of that name. */
import { deployedUnit } from '../testing/a-deployed-unit.ts';
import { figuresOf, valueOf } from '../testing/figures.ts';
import { announcePromise, registerPromise, startPromise } from '../testing/implementation-steps.ts';
import { startScenario, type Body, type Scenario, type Voice } from '../testing/scenario.ts';

let scenario: Scenario;
let anybody: Voice;
beforeAll(async () => {
  scenario = await startScenario();
  anybody = scenario.as('PUBLIC');
});
afterAll(() => scenario.close());

const page = (pledgeId: string): Promise<Body> => anybody.get(`/pledges/${pledgeId}`);

const trainingOf = (
  state: string,
  capabilityCode: string,
  years: readonly number[] = [2022],
): Promise<string> =>
  startPromise(
    scenario,
    state,
    { category: 'TRAINING', capabilityCode, description: 'Training for peacekeepers' },
    years.map((year) => ({ text: `Courses of ${year}`, dueOn: `${year}-12-31` })),
  );

const course = (pledgeId: string, more: Body): Promise<Body> =>
  scenario.as('IMPL').post(`/pledges/${pledgeId}/courses`, {
    trained: 30,
    place: 'Entebbe',
    from: '2022-05-02',
    to: '2022-05-13',
    ...more,
  });

it('Light Coordination Mechanism: the need for hospital staff training gets two offers, and one is chosen', async () => {
  const vietNam = scenario.as('MS', 'VNM');
  const text = 'Level II hospital staff training';
  const needId = await vietNam.makes('/needs', { kind: 'TRAINING', text, memberState: 'Viet Nam' });
  await scenario.as('MS', 'AUS').post(`/needs/${needId}/offers`, { memberState: 'AUS', text: 'Instructors' });
  await scenario.as('MS', 'GBR').post(`/needs/${needId}/offers`, { memberState: 'GBR', text: 'A course' });
  const { offers } = await vietNam.get(`/needs/${needId}`);
  const british = (offers as readonly Body[]).find(({ memberState }) => memberState === 'GBR');
  await vietNam.post(`/needs/${needId}/offers/${String(british?.offerId)}/choice`, {
    reason: 'Knows the hospital',
  });
  expect(await scenario.as('DESK').get(`/needs/${needId}`)).toMatchObject({
    state: 'ANSWERED',
    offers: [{ offerStatus: 'OFFERED' }, { memberState: 'GBR', offerStatus: 'CHOSEN' }],
  });
});

it('Triangular Partnership Programme: one course with three contributors is counted once', async () => {
  const pledgeId = await trainingOf('JPN', 'TRG-ENG');
  const contributors = [
    { party: 'JPN', part: 'FUNDER' },
    { party: 'KEN', part: 'HOST' },
    { party: 'BRA', part: 'TRAINER' },
  ];
  await course(pledgeId, { trained: 31, place: 'Nairobi', contributors });
  expect(await page(pledgeId)).toMatchObject({ delivered: { courses: [{ contributors }] } });
  const figures = await figuresOf(anybody, 'training?memberState=JPN');
  expect([figures.get('courses')?.value, figures.get('trained')?.value]).toEqual([1, 31]);
});

it('Network of training centres: numbers trained are reported by centre, women apart', async () => {
  const pledgeId = await trainingOf('GHA', 'TRG-CENTRE');
  await course(pledgeId, { trained: 40, women: 12, centre: 'Kofi Annan centre' });
  await course(pledgeId, {
    trained: 20,
    women: 8,
    centre: 'Kofi Annan centre',
    from: '2022-06-01',
    to: '2022-06-10',
  });
  const figures = await figuresOf(anybody, 'training?by=centre', 'KAIPTC');
  const values = ['courses', 'trained', 'women'].map((figure) => figures.get(figure)?.value);
  expect(values).toEqual([2, 60, 20]);
});

it('Sustained instead of one-off training: a pledge shows year 2 of 4', async () => {
  const year = new Date().getUTCFullYear();
  const years = [year - 1, year, year + 1, year + 2];
  const said = {
    category: 'TRAINING',
    capabilityCode: 'TRG-PEACEKEEPERS',
    description: 'Four years of courses',
  };
  const pledgeId = await registerPromise(scenario, 'GBR', said);
  const britain = scenario.as('MS', 'GBR');
  const milestones = years.map((each) => ({ text: `Courses of ${each}`, dueOn: `${each}-12-31` }));
  await britain.post(`/pledges/${pledgeId}/implementation-plan`, {
    milestones,
    occurredOn: `${year - 1}-01-10`,
  });
  await britain.post(`/pledges/${pledgeId}/implementation-start`, { occurredOn: `${year - 1}-01-15` });
  expect(await page(pledgeId)).toMatchObject({ implementation: { years: { year: 2, of: 4 } } });
});

it('Language and translation: offers in French are listed', async () => {
  const said = { category: 'TRAINING', capabilityCode: 'TRG-LANGUAGE', description: 'French for officers' };
  await announcePromise(scenario, 'BEL', { ...said, terms: { languages: ['fr'] } });
  await announcePromise(scenario, 'BEL', { ...said, description: 'English', terms: { languages: ['en'] } });
  const figures = await figuresOf(anybody, 'pledges-and-states?by=language&memberState=BEL', 'fr');
  expect(figures.get('promisesMade')?.counted.ids).toHaveLength(1);
});

it('Partnership for Technology: a technology pledge is fulfilled when it is in use, and not before', async () => {
  const said = { category: 'TECHNOLOGY', capabilityCode: 'TEC-SMARTCAMP', description: 'A smart camp' };
  const plan = [{ template: 'IN_USE', dueOn: '2022-12-31' }];
  const pledgeId = await startPromise(scenario, 'KOR', said, plan);
  const korea = scenario.as('MS', 'KOR');
  await korea.post(`/pledges/${pledgeId}/evidence`, { kind: 'REPORT', url: 'https://example.org/camp' });
  const shown = (await korea.get(`/pledges/${pledgeId}`)).implementation as Record<string, readonly Body[]>;
  const evidenceId = shown.evidence?.[0]?.evidenceId;
  await scenario.as('EVAL').post(`/pledges/${pledgeId}/evidence/${String(evidenceId)}/verification`, {});
  const fulfilment = { as: 'FULL', reason: 'The camp is in use', evidence: [evidenceId] };
  const early = await scenario.as('DESK').isRefused(`/pledges/${pledgeId}/fulfilment`, fulfilment);
  expect(early.code).toBe('MILESTONES_OPEN');
  const milestone = String(shown.milestones?.[0]?.milestoneId);
  await korea.post(`/pledges/${pledgeId}/milestones/${milestone}/completion`, { evidence: [evidenceId] });
  await scenario.as('DESK').post(`/pledges/${pledgeId}/fulfilment`, fulfilment);
  expect(await page(pledgeId)).toMatchObject({ status: 'FULFILLED' });
});

it('Counter-IED needs: one view shows counter-IED across units, training and technology', async () => {
  for (const [category, capabilityCode] of [
    ['ENABLER', 'EOD-COY'],
    ['TRAINING', 'TRG-CIED'],
    ['TECHNOLOGY', 'TEC-CIED'],
  ] as const) {
    await announcePromise(scenario, 'KHM', {
      category,
      capabilityCode,
      description: 'Against explosive devices',
    });
  }
  const { items } = await anybody.get('/pledges?theme=counter-ied&memberState=KHM');
  expect((items as readonly Body[]).map(({ category }) => category)).toEqual([
    'ENABLER',
    'TECHNOLOGY',
    'TRAINING',
  ]);
});

it('Medical standards and evacuation: a hospital pledge carries its level and the date of its accreditation', async () => {
  const terms = { hospitalLevel: 2, accreditedOn: '2021-03-01' };
  const said = { category: 'ENABLER', capabilityCode: 'HOSP-L2', description: 'A hospital' };
  const pledgeId = await announcePromise(scenario, 'PAK', { ...said, terms });
  expect(await page(pledgeId)).toMatchObject({ announcement: { terms } });
});

it('COVID response: the supplies delivered are counted', async () => {
  const said = { category: 'MEDICAL', capabilityCode: 'MED-COVID', description: 'Protective equipment' };
  const pledgeId = await startPromise(scenario, 'CHN', said, [{ text: 'Delivered', dueOn: '2022-06-30' }]);
  for (const number of [10_000, 5_000]) {
    const delivery = { item: 'Masks', number, receiver: 'UNIFIL' };
    await scenario.as('MISSION').post(`/pledges/${pledgeId}/equipment-deliveries`, delivery);
  }
  expect(await page(pledgeId)).toMatchObject({
    delivered: { equipment: [{ item: 'Masks', receiver: 'UNIFIL', number: 15_000 }] },
  });
});

it("Elsie Initiative and women's targets: a unit with 12 per cent women shows the gap to its stated target", async () => {
  const pledgeId = await deployedUnit(scenario);
  const share = { indicator: 'WOMEN_IN_UNIT', low: 12, target: 15 };
  await scenario.as('EVAL').post(`/pledges/${pledgeId}/measurements`, share);
  const figures = await figuresOf(anybody, 'women?memberState=RWA');
  const values = ['measuredByEvaluators', 'target', 'gapJudged'].map((figure) => figures.get(figure)?.value);
  expect(values).toEqual([12, 15, 3]);
});

it('Vancouver and Kigali Principles: who endorsed and who reported is listed', async () => {
  for (const [state, act] of [
    ['NLD', 'ENDORSEMENT'],
    ['UGA', 'ENDORSEMENT'],
    ['UGA', 'REPORT'],
  ] as const) {
    const said = {
      category: 'POLITICAL',
      capabilityCode: 'POL-PRINCIPLES',
      description: 'The Kigali Principles',
    };
    const pledgeId = await registerPromise(scenario, state, said);
    const done = { act, what: 'Kigali Principles', link: 'https://example.org/kigali' };
    await scenario.as('MS', state).post(`/pledges/${pledgeId}/political-acts`, done);
  }
  const figures = await figuresOf(anybody, 'endorsements', 'KIGALI');
  expect(figures.get('endorsed')?.counted.ids).toEqual(['NLD', 'UGA']);
  expect(figures.get('reported')?.counted.ids).toEqual(['UGA']);
  expect(await valueOf(anybody, 'endorsements', 'actedOtherwise', 'KIGALI')).toBe(0);
});
