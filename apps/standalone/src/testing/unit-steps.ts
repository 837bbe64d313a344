/** The steps that a unit takes from its announcement to the field, each on its day. */
import { createHash } from 'node:crypto';
import type { Body, Scenario } from './scenario.ts';

/** Days of the steps; the history names those it needs. */
export interface UnitDays {
  readonly acknowledged: string;
  readonly registered: string;
}

/** From the announcement to Level 1. @param body what the registration says besides its reference. */
export const registerUnit = async (
  scenario: Scenario,
  pledgeId: string,
  { acknowledged, registered }: UnitDays,
  body: Body,
): Promise<void> => {
  const [desk, sfgc] = [scenario.as('DESK'), scenario.as('SFGC')];
  await desk.post(`/pledges/${pledgeId}/acknowledgement`, {
    acknowledgementReference: 'ACK-1',
    occurredOn: acknowledged,
  });
  for (const kind of ['NOTE_VERBALE', 'TABLE_OF_ORGANIZATION', 'MAJOR_EQUIPMENT', 'SELF_SUSTAINMENT']) {
    await documentArrives(scenario, pledgeId, kind, registered);
  }
  await sfgc.post(`/pledges/${pledgeId}/registration`, {
    registrationReference: 'PCRS-1',
    occurredOn: registered,
    // Stories of long ago are entered only now.
    lateEntry: true,
    ...body,
  });
};

export const documentArrives = (
  scenario: Scenario,
  pledgeId: string,
  kind: string,
  on: string,
): Promise<Body> =>
  scenario.as('SFGC').post(`/pledges/${pledgeId}/documents`, {
    kind,
    version: 1,
    sha256: createHash('sha256').update(`${pledgeId} ${kind}`).digest('hex'),
    datedOn: on,
    occurredOn: on,
  });

/** A successful assessment and advisory visit, and Level 2 on it. */
export const assess = async (
  scenario: Scenario,
  pledgeId: string,
  state: string,
  on: string,
): Promise<void> => {
  const sfgc = scenario.as('SFGC');
  const visitId = await sfgc.makes('/visits', {
    purpose: 'AAV',
    memberState: state,
    from: on,
    to: on,
    mode: 'IN_PERSON',
    units: [pledgeId],
    team: ['SFGC', 'FGS'],
    occurredOn: on,
  });
  await sfgc.post(`/visits/${visitId}/conduct`, {
    from: on,
    to: on,
    checklists: ['GENERAL'],
    occurredOn: on,
  });
  await sfgc.post(`/visits/${visitId}/outcomes`, {
    outcomes: [{ pledgeId, outcome: 'SUCCESSFUL', recommendations: [] }],
    reportReference: `AAV/${state}`,
    occurredOn: on,
  });
  await sfgc.until(`/pledges/${pledgeId}`, ({ internal }) => (internal as Body).lastAav !== null);
  await sfgc.post(`/pledges/${pledgeId}/levels`, { level: 'L2', occurredOn: on });
};

/** A gap of the mission, and the pledge matched to it. @returns the gap's id. */
export const matchUnit = async (
  scenario: Scenario,
  pledgeId: string,
  gap: {
    readonly mission: string;
    readonly capabilityCode: string;
    readonly number?: number;
    readonly unit?: string;
  },
  on: string,
  quantity = 1,
): Promise<string> => {
  const gapId = await scenario.as('MISSION').makes('/gaps', {
    number: quantity,
    neededBy: '2027-12-31',
    priority: 'HIGH',
    ...gap,
    occurredOn: on,
  });
  await scenario.as('SFGC').post(`/pledges/${pledgeId}/matches`, { gapId, quantity, occurredOn: on });
  return gapId;
};

export interface DeploymentDays {
  readonly selected: string;
  readonly signed: string;
  readonly visited: string;
  readonly deployed: string;
  /** End of the memorandum. */
  readonly until: string;
}

/** From the selection for a matched gap to the field. */
export const deployUnit = async (
  scenario: Scenario,
  pledgeId: string,
  { gapId, strength, place }: { readonly gapId: string; readonly strength: number; readonly place: string },
  { selected, signed, visited, deployed, until }: DeploymentDays,
): Promise<void> => {
  await scenario.as('FGS').post(`/pledges/${pledgeId}/selection`, {
    gapId,
    decisionReference: 'SEL-1',
    hostConsent: 'GIVEN',
    occurredOn: selected,
  });
  await scenario.as('DOS').post(`/pledges/${pledgeId}/mou`, {
    mouReference: 'MOU-1',
    strength,
    equipmentAnnexVersion: '1',
    from: signed,
    to: until,
    occurredOn: signed,
  });
  await scenario.as('FGS').post(`/pledges/${pledgeId}/pdv`, {
    from: visited,
    to: visited,
    result: 'PASSED',
    dosReference: 'DOS-1',
    occurredOn: visited,
  });
  await scenario
    .as('MISSION')
    .post(`/pledges/${pledgeId}/deployment`, { place, strength, occurredOn: deployed });
};
