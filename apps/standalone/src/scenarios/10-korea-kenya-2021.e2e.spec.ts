/**
 * Korea, Kenya and the United States, 2021: helicopters given by one, the unit raised by another, money from a third. Lifecycle
 * page, section 8.10: a merged joint pledge with three kinds of share. The shares in per cent and most days are ours.
 * Source: https://cm.asiae.co.kr/en/article/2021120907062464568
 */
import { figuresOf, valueOf } from '../testing/figures.ts';
import { startScenario, type Body, type Scenario, type Voice } from '../testing/scenario.ts';
import { registerUnit } from '../testing/unit-steps.ts';

const SHARES = [
  { state: 'KEN', role: 'UNIT', share: 40, description: 'A helicopter unit' },
  { state: 'KOR', role: 'EQUIPMENT', share: 40, description: 'Sixteen helicopters' },
  { state: 'USA', role: 'MONEY', share: 20, description: 'Training and support for the unit' },
] as const;

let scenario: Scenario;
let anybody: Voice;
const JOINT = 'A helicopter unit of Kenya with aircraft of Korea and support of the United States';

let sources: readonly string[];
beforeAll(async () => {
  scenario = await startScenario();
  anybody = scenario.as('PUBLIC');
  const made: string[] = [];
  for (const { state, description } of SHARES) made.push(await registered(state, description));
  sources = made;
  const mergeId = await agree();
  const [lead = '', ...others] = sources;
  await scenario.as('DESK').post(`/pledges/${lead}/merger`, {
    mergeId,
    others,
    capabilityCode: 'HEL-UTL',
    quantity: '1',
    unit: 'unit',
    description: JOINT,
    occurredOn: '2022-03-20',
  });
  for (const { state } of SHARES) {
    // Until the policy has merged the sources and opened the joint pledge, each state still shows its own.
    await anybody.until(
      `/pledges?memberState=${state}&status=REGISTERED`,
      ({ items }) => (items as readonly Body[]).map(({ description }) => description).join() === JOINT,
    );
  }
});
afterAll(() => scenario.close());

const registered = async (state: string, description: string): Promise<string> => {
  const pledgeId = await scenario.as('MS', state).makes('/pledges', {
    conference: '2021-seoul',
    memberState: state,
    category: 'ENABLER',
    capabilityCode: 'HEL-UTL',
    quantity: '1',
    unit: 'unit',
    description,
    announcedOn: '2021-12-07',
    source: 'https://cm.asiae.co.kr/en/article/2021120907062464568',
  });
  const days = { acknowledged: '2022-01-10', registered: '2022-02-01' };
  await registerUnit(scenario, pledgeId, days, { capabilityCode: 'HEL-UTL' });
  return pledgeId;
};

/** Each consents on its own pledge, the lead first. @returns the id of the merger. */
const agree = async (): Promise<string> => {
  let mergeId: string | undefined;
  for (const [n, { state, role, share }] of SHARES.entries()) {
    const path = `/pledges/${sources[n] ?? ''}`;
    await scenario.as('MS', state).post(`${path}/merge-consents`, {
      ...(mergeId !== undefined && { mergeId }),
      leadState: 'Kenya',
      role,
      share,
      consentReference: `NV/${state}`,
      occurredOn: '2022-03-10',
    });
    const { items } = await scenario.as('DESK').get(`${path}/history`);
    const consent = (items as readonly Body[]).find(({ type }) => type === 'MergeConsented')?.data as Body;
    mergeId = String(consent.mergeId);
  }
  return mergeId ?? '';
};

it('what was announced apart goes on as one joint pledge with three kinds of share', async () => {
  for (const source of sources) {
    expect(await scenario.as('DESK').get(`/pledges/${source}`)).toMatchObject({ status: 'MERGED' });
  }
  const { items } = await anybody.get('/pledges?memberState=KOR&status=REGISTERED');
  const [joint] = items as readonly Body[];
  const page = await anybody.get(`/pledges/${String(joint?.pledgeId)}`);
  expect(page).toMatchObject({ memberState: 'KEN', status: 'REGISTERED', partnership: { lead: 'KEN' } });
  const { partners } = page.partnership as { readonly partners: readonly Body[] };
  expect(partners.map(({ state, role, share }) => [state, role, share])).toEqual(
    SHARES.map(({ state, role, share }) => [state, role, share]),
  );
  expect((page.parents as readonly Body[]).map(({ pledgeId }) => pledgeId).sort()).toEqual(
    [...sources].sort(),
  );
});

it('each of the three shows it, and the total counts one', async () => {
  for (const { state } of SHARES) {
    expect(await valueOf(anybody, `capabilities?memberState=${state}`, 'newestUnitsAtMost')).toBe(1);
  }
  const figures = await figuresOf(anybody, 'capabilities');
  expect(figures.get('newestUnitsAtMost')?.value).toBe(1);
  expect(figures.get('newestUnitsAtMost')?.counted.ids).toHaveLength(1);
});

it('a state whose pledge another names is asked to agree, until it does', async () => {
  const [sweden, finland, norway] = [
    await registered('SWE', 'A helicopter unit'),
    await registered('FIN', 'Helicopters'),
    await registered('NOR', 'Money for both'),
  ];
  const asked = async (state: string): Promise<readonly Body[]> =>
    (await scenario.as('MS', state).get('/work-queue?kind=MERGER_TO_CONSENT')).items as readonly Body[];
  const consent = (state: string, pledge: string, more: Body = {}) =>
    scenario.as('MS', state).post(`/pledges/${pledge}/merge-consents`, {
      ...{ leadState: 'Sweden', role: 'UNIT', share: 30, consentReference: `NV/${state}` },
      ...more,
    });
  await consent('SWE', sweden, { others: [finland, norway] });
  const { items } = await scenario.as('DESK').get(`/pledges/${sweden}/history`);
  const { mergeId } = (items as readonly Body[]).find(({ type }) => type === 'MergeConsented')?.data as Body;
  for (const [state, pledge] of [['FIN', finland] as const, ['NOR', norway] as const]) {
    expect(await asked(state)).toMatchObject([
      {
        pledgeId: pledge,
        waitsFor: ['MS'],
        states: [state],
        due: null,
        todo: expect.stringContaining(String(mergeId)),
        next: [{ command: 'ConsentToMerge' }, { command: 'ReportProgress' }],
      },
    ]);
  }
  for (const state of ['SWE', 'DNK']) expect(await asked(state)).toEqual([]);
  await consent('FIN', finland, { mergeId });
  expect(await asked('FIN')).toEqual([]);
  expect(await asked('NOR')).toHaveLength(1);
  const itself = { leadState: 'Norway', role: 'MONEY', consentReference: 'NV', others: [norway] };
  const refused = await scenario.as('MS', 'NOR').isRefused(`/pledges/${norway}/merge-consents`, itself);
  expect(refused).toMatchObject({ code: 'MERGED_WITH_ITSELF', field: 'others' });
});

it('without the consent of a state nothing is merged', async () => {
  const [france, italy] = [
    await registered('FRA', 'A helicopter unit'),
    await registered('ITA', 'Helicopters'),
  ];
  const terms = { leadState: 'France', role: 'UNIT', share: 50, consentReference: 'NV/FRA' };
  await scenario.as('MS', 'FRA').post(`/pledges/${france}/merge-consents`, terms);
  const { items } = await scenario.as('DESK').get(`/pledges/${france}/history`);
  const consent = (items as readonly Body[]).find(({ type }) => type === 'MergeConsented')?.data as Body;
  const refused = await scenario.as('DESK').isRefused(`/pledges/${france}/merger`, {
    mergeId: consent.mergeId,
    others: [italy],
    capabilityCode: 'HEL-UTL',
    description: 'Italy was not asked',
  });
  expect(refused.code).toBe('CONSENT_MISSING');
});
