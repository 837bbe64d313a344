/** What an event of a partnership says, in one short line for people. */
import type { PledgeEvent } from '@pledgeline/contracts';
import { list, shortened, stateName, words } from './format-parts.ts';

type PartnershipEvent = Extract<
  PledgeEvent,
  {
    type:
      | `Partner${string}`
      | 'LeadNamed'
      | 'TurnsAgreed'
      | 'MergeConsented'
      | 'PledgesMerged'
      | 'PledgeMergedInto';
  }
>;

export const formatPartnership = (event: PartnershipEvent): string => {
  switch (event.type) {
    case 'PartnershipDeclared':
      return `${words(event.data.kind)}, led by ${stateName(event.data.lead)}`;
    case 'PartnerInvited':
    case 'PartnershipRequested':
    case 'PartnerJoined': {
      const { state, body, role, share } = event.data;
      return list([state === null ? body : stateName(state), words(role), share !== null && `${share} %`]);
    }
    case 'PartnerConfirmed': {
      const { state, body, role } = event.data;
      return list([state === null ? body : stateName(state), words(role)]);
    }
    case 'PartnerProposalEnded':
    case 'PartnerLeft': {
      const { state, body, reason } = event.data;
      return `${state === null ? body : stateName(state)}: ${shortened(reason)}`;
    }
    case 'MergeConsented':
      return `${words(event.data.role)}, led by ${stateName(event.data.leadState)}`;
    case 'PledgesMerged':
      return `${event.data.shares.map(({ state }) => stateName(state)).join(', ')}: ${shortened(event.data.description)}`;
    case 'PledgeMergedInto':
      return 'goes on in a joint pledge';
    case 'LeadNamed':
      return stateName(event.data.lead);
    case 'TurnsAgreed':
      return event.data.turns.map(({ state, from }) => `${stateName(state)} from ${from}`).join(', ');
  }
};
