/** The steps of a promise that is no unit: announced, registered, planned, under way. */
import type { Body, Scenario } from './scenario.ts';

export interface PromiseDays {
  readonly announced: string;
  readonly registered: string;
}

const DAYS: PromiseDays = { announced: '2021-12-07', registered: '2022-02-01' };

/** Promises in the same words are different ones here. */
let promises = 0;

/** @returns the pledge's id. @param said what the announcement says besides its date and source. */
export const announcePromise = (
  scenario: Scenario,
  state: string,
  said: Body,
  announcedOn = DAYS.announced,
): Promise<string> =>
  scenario.as('MS', state).makes('/pledges', {
    memberState: state,
    announcedOn,
    source: 'Statement at the meeting',
    additional: true,
    additionalReason: `Promise ${(promises += 1)} of this test`,
    ...said,
  });

/** Announced and registered on the implementation track. */
export const registerPromise = async (
  scenario: Scenario,
  state: string,
  said: Body & { readonly capabilityCode: string },
  target = 'As announced',
): Promise<string> => {
  const pledgeId = await announcePromise(scenario, state, said);
  const desk = scenario.as('DESK');
  await desk.post(`/pledges/${pledgeId}/acknowledgement`, {
    acknowledgementReference: 'ACK-1',
    occurredOn: '2021-12-20',
  });
  await desk.post(`/pledges/${pledgeId}/registration`, {
    capabilityCode: said.capabilityCode,
    registrationReference: 'REG-1',
    target,
    occurredOn: DAYS.registered,
  });
  return pledgeId;
};

/** The same, planned by its state and under way. @param milestones due days, with a text or a template each. */
export const startPromise = async (
  scenario: Scenario,
  state: string,
  said: Body & { readonly capabilityCode: string },
  milestones: readonly Body[],
): Promise<string> => {
  const pledgeId = await registerPromise(scenario, state, said);
  const speaker = scenario.as('MS', state);
  await speaker.post(`/pledges/${pledgeId}/implementation-plan`, { milestones, occurredOn: '2022-03-01' });
  await speaker.post(`/pledges/${pledgeId}/implementation-start`, { occurredOn: '2022-03-10' });
  return pledgeId;
};
