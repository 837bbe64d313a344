/** What one side of a partnership says first, and the other answers. Kept as `partnerProposals`. */
import type { DataOf, PartnerRole } from '@pledgeline/contracts';
import { statePart } from '../state-part.ts';
import type { PartnerProposal, PartnershipState } from './partnership.state.ts';

export interface ProposalCommands {
  InvitePartner: Omit<DataOf<'PartnerInvited'>, 'lead'>;
  AcceptInvitation: { readonly pledgeId: string; readonly proposalId: string };
  ConfirmPartner: {
    readonly pledgeId: string;
    readonly state: string | null;
    readonly body: string | null;
    readonly role: PartnerRole;
    /** Of the request; null for who joined before partners were confirmed. */
    readonly proposalId: string | null;
    /** How the lead agreed, where the desk sends it. */
    readonly consentReference: string | null;
  };
  DeclinePartner: {
    readonly pledgeId: string;
    readonly proposalId: string;
    readonly reason: string;
    readonly consentReference: string | null;
  };
}

export const proposalsState = statePart<object, ProposalCommands>({});

export const openInvitations = ({ partnerProposals }: PartnershipState): readonly PartnerProposal[] =>
  partnerProposals.filter(({ kind }) => kind === 'INVITATION');

export const openJoinRequests = ({ partnerProposals }: PartnershipState): readonly PartnerProposal[] =>
  partnerProposals.filter(({ kind }) => kind === 'REQUEST');
