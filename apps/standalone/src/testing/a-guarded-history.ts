/**
 * A history with something to find for readers who may not: caveats that are kept back and accepted, levels that rest on visits,
 * parts of a split, partners who came and went. Each text that is for few is marked by whom it is for.
 */
import { proposalsOn } from './a-partner.ts';
import type { Body, Scenario } from './scenario.ts';
import { assess, matchUnit, registerUnit } from './unit-steps.ts';

/** Between the Secretariat and the states concerned; of the Secretariat alone. */
export const [SHARED, SECRET] = ['zz-shared', 'zz-secret'] as const;

export interface Guarded {
  /** Of Rwanda, deployed by way of an exception, with a caveat that it keeps between itself and the Secretariat. */
  readonly unit: string;
  readonly caveatId: string;
  readonly visitId: string;
  /** Of Rwanda at Level 2, renewed, then split. */
  readonly whole: string;
  readonly parts: readonly string[];
  /** Of Rwanda, with others: Korea has joined and left again, Ghana has joined by its own hand. */
  readonly joint: string;
  /** What is expected of Rwanda. */
  readonly expected: string;
}

const REGISTERED = { acknowledged: '2025-01-08', registered: '2025-01-15' };
const INFANTRY = { capabilityCode: 'INF-BN' };

const registered = async (scenario: Scenario, description: string, quantity = '1'): Promise<string> => {
  const pledgeId = await scenario.as('MS', 'RWA').makes('/pledges', {
    memberState: 'RWA',
    category: 'UNIT',
    ...INFANTRY,
    quantity,
    unit: 'units',
    description,
    announcedOn: '2025-01-05',
    source: description,
    additional: true,
    additionalReason: 'One of several',
  });
  await registerUnit(scenario, pledgeId, REGISTERED, INFANTRY);
  return pledgeId;
};

const deployed = async (scenario: Scenario): Promise<Pick<Guarded, 'unit' | 'caveatId' | 'visitId'>> => {
  const unit = await registered(scenario, 'A battalion');
  await assess(scenario, unit, 'RWA', '2025-03-14');
  const caveat = { text: SHARED, kind: 'TASK', blocking: true, internal: true };
  await scenario.as('MS', 'RWA').post(`/pledges/${unit}/caveats`, caveat);
  const [found] = (await scenario.as('SFGC').get(`/pledges/${unit}`)).caveats as readonly Body[];
  const caveatId = String(found?.caveatId);
  const gapId = await matchUnit(scenario, unit, { mission: 'MINUSCA', ...INFANTRY }, '2025-04-01');
  await scenario.as('FGS').post(`/pledges/${unit}/selection`, {
    gapId,
    decisionReference: 'SEL-1',
    hostConsent: 'GIVEN',
    acceptedCaveats: [caveatId],
    occurredOn: '2025-05-02',
  });
  await scenario.as('MISSION').post(`/pledges/${unit}/deployment`, {
    place: 'Bangui',
    strength: 750,
    exception: 'LETTER_OF_ASSIST',
    approver: SHARED,
    occurredOn: '2025-06-10',
  });
  const [visit] = (await scenario.as('SFGC').get('/visits')).items as readonly Body[];
  return { unit, caveatId, visitId: String(visit?.visitId) };
};

const split = async (scenario: Scenario): Promise<Pick<Guarded, 'whole' | 'parts'>> => {
  const rwanda = scenario.as('MS', 'RWA');
  const whole = await registered(scenario, 'Two battalions', '2');
  await assess(scenario, whole, 'RWA', '2025-03-20');
  await rwanda.post(`/pledges/${whole}/renewals`, { occurredOn: '2025-05-01' });
  await matchUnit(scenario, whole, { mission: 'UNMISS', ...INFANTRY }, '2025-05-02');
  await rwanda.post(`/pledges/${whole}/split`, {
    children: [{ quantity: 1, description: 'The first of two' }],
    occurredOn: '2025-06-01',
  });
  const { children } = await rwanda.until(`/pledges/${whole}`, (page) =>
    (page.children as readonly Body[]).every(({ status }) => status === 'REGISTERED'),
  );
  return { whole, parts: (children as readonly Body[]).map(({ pledgeId }) => String(pledgeId)) };
};

/** Asked by the state's own hand, with a consent of the lead that it names itself. */
const joins = (scenario: Scenario, joint: string, state: string, occurredOn: string): Promise<Body> =>
  scenario.as('MS', state).post(`/pledges/${joint}/partners`, {
    state,
    role: 'UNIT',
    from: '2030-01-01',
    leadConsentReference: 'Made up',
    occurredOn,
  });

/** The lead confirms who asked. */
export const takesIn = async (
  scenario: Scenario,
  joint: string,
  state: string,
  occurredOn: string,
): Promise<Body> => {
  const rwanda = scenario.as('MS', 'RWA');
  const asked = proposalsOn(await rwanda.get(`/pledges/${joint}`)).find((open) => open.state === state);
  const confirmed = { state, role: 'UNIT', proposalId: asked?.proposalId, occurredOn };
  return rwanda.post(`/pledges/${joint}/partners/confirmations`, confirmed);
};

const together = async (scenario: Scenario): Promise<string> => {
  const joint = await registered(scenario, 'A joint battalion');
  const kind = { kind: 'JOINT_DEPLOYMENT', occurredOn: '2025-01-20' };
  await scenario.as('MS', 'RWA').post(`/pledges/${joint}/partnership`, kind);
  await joins(scenario, joint, 'KOR', '2025-02-01');
  await takesIn(scenario, joint, 'KOR', '2025-02-02');
  await scenario.as('MS', 'KOR').post(`/pledges/${joint}/partners/departures`, {
    state: 'KOR',
    role: 'UNIT',
    reason: 'Needed at home',
    occurredOn: '2025-03-01',
  });
  await joins(scenario, joint, 'GHA', '2025-03-02');
  const question = { question: SHARED, dueOn: '2099-01-31', blocking: false, occurredOn: '2025-02-02' };
  await scenario.as('DESK').post(`/pledges/${joint}/clarifications`, question);
  return joint;
};

export const guardedHistory = async (scenario: Scenario): Promise<Guarded> => {
  const expected = await scenario.as('DESK').makes('/ideas', {
    kind: 'EXPECTED',
    memberState: 'RWA',
    conference: '2021-prep-performance',
    source: 'x',
    text: SECRET,
  });
  return {
    ...(await deployed(scenario)),
    ...(await split(scenario)),
    joint: await together(scenario),
    expected,
  };
};
