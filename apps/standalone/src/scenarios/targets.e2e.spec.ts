/**
 * What a promise aims at: as numbers and as multiples, of women, energy and people, said by the state and measured by an evaluator,
 * in any order. Accountability page, section 7.
 */
import { announcePromise, startPromise } from '../testing/implementation-steps.ts';
import { startScenario, type Body, type Scenario } from '../testing/scenario.ts';

let scenario: Scenario;
beforeAll(async () => {
  scenario = await startScenario();
});
afterAll(() => scenario.close());

const MILESTONES = [{ text: 'Done', dueOn: '2027-12-31' }];
const promise = (capabilityCode: string, category: string): Promise<string> =>
  startPromise(scenario, 'NOR', { category, capabilityCode, description: 'A promise' }, MILESTONES);
const state = (pledgeId: string, body: Body): Promise<Body> =>
  scenario.as('MS', 'NOR').post(`/pledges/${pledgeId}/targets`, { source: 'Note verbale 9', ...body });
const measure = (role: string, pledgeId: string, indicator: string, low: number, on: string): Promise<Body> =>
  scenario
    .as(role, role === 'MS' ? 'NOR' : undefined)
    .post(`/pledges/${pledgeId}/measurements`, { indicator, low, high: low, occurredOn: on });
const standing = async (pledgeId: string, indicator: string): Promise<Body> => {
  const { targets } = await scenario.as('PUBLIC').get(`/pledges/${pledgeId}`);
  return (targets as readonly Body[]).find((one) => one.indicator === indicator) ?? {};
};

type Said = readonly ['EVAL' | 'MS', number, string];
const ENERGY = 'RENEWABLE_ENERGY';

it.each<[string, string, string, Body, readonly Said[], Body]>([
  [
    'women, nobody measured',
    'TRG-CIED',
    'WOMEN_TRAINED',
    { target: 30 },
    [],
    { target: 30, gap: null, gapBy: null },
  ],
  [
    'women, the state alone',
    'TRG-CIED',
    'WOMEN_TRAINED',
    { target: 30 },
    [['MS', 20, '2023-01-01']],
    { gap: 10, gapBy: 'STATE' },
  ],
  [
    'women, the state after the evaluator',
    'TRG-CIED',
    'WOMEN_TRAINED',
    { target: '30 per cent by 2027' },
    [
      ['EVAL', 12, '2023-01-01'],
      ['MS', 29, '2023-06-01'],
    ],
    { target: 30, year: 2027, gap: 18, gapBy: 'EVALUATOR' },
  ],
  [
    'energy, the state before the evaluator, over several years',
    'TRG-CIED',
    ENERGY,
    { target: 40, year: 2028 },
    [
      ['MS', 39, '2022-06-01'],
      ['EVAL', 10, '2022-06-01'],
      ['EVAL', 25, '2024-06-01'],
    ],
    { gap: 15, gapBy: 'EVALUATOR', evaluator: { low: 25 }, state: { low: 39 } },
  ],
  [
    'people, recorded out of order',
    'TRG-CIED',
    'PERSONS_TRAINED',
    { target: 200 },
    [
      ['EVAL', 150, '2024-06-01'],
      ['EVAL', 50, '2023-06-01'],
    ],
    { target: 200, gap: 50, evaluator: { low: 150 } },
  ],
  [
    'people, more than was aimed at',
    'TRG-CIED',
    'PERSONS_TRAINED',
    { target: 200 },
    [['EVAL', 240, '2024-06-01']],
    { gap: 0 },
  ],
])('of %s', async (_, code, indicator, said, measured, expected) => {
  const pledgeId = await promise(code, 'TRAINING');
  await state(pledgeId, { indicator, ...said });
  for (const [role, low, on] of measured) await measure(role, pledgeId, indicator, low, on);
  expect(await standing(pledgeId, indicator)).toMatchObject(expected);
});

const asksForBaseline = async (pledgeId: string): Promise<readonly unknown[]> => {
  const { items } = await scenario.as('MS', 'NOR').get('/work-queue?kind=BASELINE_MISSING');
  const { toAsk } = await scenario.as('PUBLIC').get(`/pledges/${pledgeId}`);
  return [
    (items as readonly Body[]).some((task) => task.pledgeId === pledgeId),
    (toAsk as readonly Body[]).some(({ part }) => part === 'BASELINE'),
  ];
};

it.each<[string, Body, string, Body]>([
  ['in a unit', { category: 'UNIT', capabilityCode: 'INF-BN' }, 'WOMEN_IN_UNIT', { factor: 2, year: 2027 }],
  [
    'in a police unit',
    { category: 'UNIT', capabilityCode: 'FPU' },
    'WOMEN_POLICE_UNIT',
    { factor: 2, year: 2027 },
  ],
  [
    'in training',
    { category: 'TRAINING', capabilityCode: 'TRG-CIED' },
    'WOMEN_TRAINED',
    { factor: 2, year: 2027 },
  ],
])(
  '"double by 2027" %s, at the announcement: taken, asked for its baseline, then a number',
  async (_, said, indicator, aimed) => {
    const pledgeId = await announcePromise(scenario, 'NOR', {
      ...said,
      description: 'Double the share of women',
      terms: { womenShareTarget: 'double by 2027' },
    });
    expect(await standing(pledgeId, indicator)).toMatchObject({
      ...aimed,
      target: null,
      baselineMissing: true,
    });
    expect(await asksForBaseline(pledgeId)).toEqual([true, true]);
    await state(pledgeId, { indicator, baseline: 7.5, baselineYear: 2024 });
    expect(await standing(pledgeId, indicator)).toMatchObject({
      ...aimed,
      target: 15,
      baselineMissing: false,
    });
    expect(await asksForBaseline(pledgeId)).toEqual([false, false]);
  },
);

it('"double" among terms that are stated later', async () => {
  const pledgeId = await promise('TRG-CIED', 'TRAINING');
  const terms = `/pledges/${pledgeId}/terms`;
  const norway = scenario.as('MS', 'NOR');
  await norway.post(terms, { terms: { womenShareTarget: 'double' }, source: 'Note 10' });
  expect(await standing(pledgeId, 'WOMEN_TRAINED')).toMatchObject({ factor: 2, baselineMissing: true });
  expect(await asksForBaseline(pledgeId)).toEqual([true, true]);
  const triple = { terms: { womenShareTarget: 'triple' }, source: 'Note 11' };
  expect(await norway.isRefused(terms, triple)).toMatchObject({ code: 'TERM_STATED' });
  const unclear = { terms: { womenShareTarget: 'plenty' }, source: 'Note 11' };
  expect(await norway.isRefused(terms, unclear)).toMatchObject({
    code: 'TARGET_UNCLEAR',
    field: 'terms.womenShareTarget',
  });
});

it('a quantity of "double" is taken in its words, counts as no number, and is asked about', async () => {
  const pledgeId = await announcePromise(scenario, 'NOR', {
    category: 'EXPERTISE',
    capabilityCode: 'IPO',
    quantity: 'double',
    unit: 'women officers',
    description: 'Twice as many women officers',
  });
  const { quantity, missing, toAsk } = await scenario.as('PUBLIC').get(`/pledges/${pledgeId}`);
  expect(quantity).toEqual({ min: null, max: null, unit: 'women officers', asStated: 'double' });
  expect(missing).toContain('HOW_MANY');
  expect(toAsk).toContainEqual({
    part: 'HOW_MANY',
    ask: expect.stringContaining('what it starts from') as string,
  });
});

it('an announcement that is only checked says that the baseline will be asked for', async () => {
  const { rows, ...rest } = await scenario.as('MS', 'NOR').post('/announcement-checks', {
    memberState: 'NOR',
    category: 'UNIT',
    capabilityCode: 'INF-BN',
    description: 'Double the share of women',
    source: 'Statement',
    additional: true,
    additionalReason: 'Checked',
    terms: { womenShareTarget: 'double' },
  });
  expect(JSON.stringify([rows, rest])).toContain('"BASELINE"');
});
