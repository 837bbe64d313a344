/** A partner joins as accountability page, section 6, has it: the lead invites, and the invited accepts. */
import type { Body, Scenario } from './scenario.ts';

interface Invited {
  readonly pledgeId: string;
  /** ISO 3166 alpha-3 codes. */
  readonly lead: string;
  readonly state: string;
}

export const joinsInvited = async (
  scenario: Scenario,
  { pledgeId, lead, state }: Invited,
  terms: Readonly<Record<string, unknown>>,
): Promise<Body> => {
  const { occurredOn } = terms;
  await scenario.as('MS', lead).post(`/pledges/${pledgeId}/partners/invitations`, { state, ...terms });
  const invited = scenario.as('MS', state);
  const [invitation] = proposalsOn(await invited.get(`/pledges/${pledgeId}`));
  const path = `/pledges/${pledgeId}/partners/proposals/${String(invitation?.proposalId)}/acceptance`;
  return invited.post(path, { occurredOn });
};

export const proposalsOn = (page: Body): readonly Body[] =>
  (page.partnership as { readonly proposals: readonly Body[] }).proposals;
