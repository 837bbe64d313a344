/**
 * The lead invites, or confirms who asked: nobody joins by his own word alone. Each side may take back or decline what is open.
 * Terms are judged when they are proposed and again when they are agreed, for the pledge may have moved. Accountability page,
 * section 6.
 */
import { mustActFor, OPEN_STATUSES, ownerNamed, speaksForAState } from '@pledgeline/contracts';
import type { DataOf, PledgeEvent } from '@pledgeline/contracts';
import type { CommandMeta } from '@pledgeline/event-sourcing';
import { chapter, type Folds } from '../chapter.ts';
import type { Decision, Precondition } from '../decision-context.ts';
import { conflict, invalid, missing, mustSay } from '../refusal.ts';
import type { Pledge } from '../state.ts';
import {
  AMONG_PARTNERS,
  BY_EACH,
  BY_THE_LEAD,
  find,
  isPartnership,
  isSame,
  mustBeFirstProposal,
  mustBeNamed,
  mustBeOwnPart,
  mustFitIn,
  mustNameConsent,
  nameOf,
  withoutProposals,
  withPartnership,
  type Named,
} from './partnership.ts';
import { leadOf, unconfirmedIn, type ClosedProposal, type PartnerProposal } from './partnership.state.ts';
import { openInvitations, openJoinRequests } from './proposals.state.ts';

const evolve = {
  PartnerInvited: (pledge, { pledgeId: _, consentReference: reference, ...terms }, { metadata }) =>
    withProposal(pledge, { ...terms, kind: 'INVITATION', reference, since: metadata.occurredOn }),
  PartnershipRequested: (pledge, { pledgeId: _, leadConsentReference: reference, ...terms }, { metadata }) =>
    withProposal(pledge, { ...terms, kind: 'REQUEST', lead: null, reference, since: metadata.occurredOn }),
  PartnerProposalEnded: (pledge, { proposalId, by }) => ({
    ...pledge,
    ...withoutProposals(pledge, (open) => open.proposalId === proposalId, by),
  }),
  PartnerConfirmed: (pledge, named) =>
    withPartnership(pledge, ({ partners }) => ({
      partners: partners.map((partner) =>
        isSame(partner, named) ? { ...partner, confirmation: partner.confirmation ?? 'LATER' } : partner,
      ),
      partnerMissing: false,
    })),
} satisfies Partial<Folds>;

const withProposal = (pledge: Pledge, proposal: PartnerProposal): Pledge => ({
  ...pledge,
  partnerProposals: [...pledge.partnerProposals, proposal],
});

/** @throws {Rejected} SAME_STATE, TEXT_MISSING, and all that `mustBeFirstProposal` and `mustFitIn` do. */
const invitePartner: Decision<'InvitePartner'> = ({ data, meta }, pledge, { rules }) => {
  mustBeNamed(data);
  const lead = leadOf(pledge);
  if (data.state === lead) {
    throw invalid('SAME_STATE', 'The lead invites another; a part of its own it takes (JoinPartnership).', {
      field: 'state',
    });
  }
  mustNameConsent(meta.role, data.consentReference, 'consentReference');
  mustBeFirstProposal(data, pledge);
  mustFitIn(data, pledge, rules);
  return [{ type: 'PartnerInvited', data: { ...data, lead } }];
};

/** By the hand of the invited alone. @throws {Rejected} FORBIDDEN, UNKNOWN_PROPOSAL, PROPOSAL_CLOSED, LEAD_CHANGED, and all that `mustFitIn` does. */
const acceptInvitation: Decision<'AcceptInvitation'> = ({ data, meta }, pledge, { rules }) => {
  const invitation = mustBeOpen(openInvitations(pledge), data.proposalId, pledge, meta);
  mustBeOwnPart(invitation, meta);
  const lead = leadOf(pledge);
  if (invitation.lead !== lead) {
    throw conflict(
      'LEAD_CHANGED',
      `The pledge is led by ${lead} by now, who has not invited anybody to this part.`,
      {
        field: 'proposalId',
        lead,
      },
    );
  }
  mustFitIn(invitation, pledge, rules);
  return [joined(data.pledgeId, invitation, 'INVITED', invitation.reference)];
};

/**
 * A request, or a partner that joined by its own word before partners were confirmed.
 * @throws {Rejected} UNKNOWN_PROPOSAL, PROPOSAL_CLOSED, ALREADY_CONFIRMED, TEXT_MISSING, and all that `mustFitIn` does.
 */
const confirmPartner: Decision<'ConfirmPartner'> = ({ data, meta }, pledge, { rules }) => {
  mustBeNamed(data);
  mustNameConsent(meta.role, data.consentReference, 'consentReference');
  const { pledgeId, state, body, role, proposalId, consentReference } = data;
  if (proposalId !== null) {
    const request = mustBeOpen(openJoinRequests(pledge), proposalId, pledge, meta);
    if (!isSame(request, data)) {
      throw invalid('UNKNOWN_PROPOSAL', `${nameOf(data)} did not ask for this part by this request.`, {
        field: 'proposalId',
      });
    }
    mustFitIn(request, pledge, rules);
    return [joined(pledgeId, request, 'REQUESTED', consentReference ?? request.reference)];
  }
  const partner = find(data, pledge);
  if (partner === undefined) {
    throw missing(
      'UNKNOWN_PROPOSAL',
      `${nameOf(data)} is no partner in this role: a request is named by its id.`,
      {
        field: 'proposalId',
        allowed: openJoinRequests(pledge).map((open) => open.proposalId),
      },
    );
  }
  if (partner.confirmation !== null) {
    throw conflict('ALREADY_CONFIRMED', `${nameOf(data)} was confirmed in this role.`, { field: 'role' });
  }
  mustFitIn(partner, pledge, rules, partner);
  return [
    {
      type: 'PartnerConfirmed',
      data: { pledgeId, state, body, role, lead: leadOf(pledge), consentReference },
    },
  ];
};

/** Either side ends what is open: it declines, refuses or takes back. @throws {Rejected} FORBIDDEN, UNKNOWN_PROPOSAL, PROPOSAL_CLOSED, TEXT_MISSING */
const declinePartner: Decision<'DeclinePartner'> = ({ data, meta }, pledge) => {
  const open = mustBeOpen(pledge.partnerProposals, data.proposalId, pledge, meta);
  const by = sideOf(meta, open, pledge);
  if (by === 'LEAD') mustNameConsent(meta.role, data.consentReference, 'consentReference');
  mustSay('reason', data.reason);
  const { state, body, role } = open;
  return [{ type: 'PartnerProposalEnded', data: { ...data, state, body, role, by } }];
};

/** @throws {Rejected} FORBIDDEN for who is on neither side. */
const sideOf = (meta: CommandMeta, { state, body }: Named, pledge: Pledge): 'LEAD' | 'PARTNER' => {
  const lead = leadOf(pledge);
  const isOfLead = meta.role === 'MS' ? meta.onBehalfOf === lead : !speaksForAState(meta.role);
  if (isOfLead) return 'LEAD';
  mustActFor(meta, ownerNamed(state, body), { field: 'proposalId' });
  return 'PARTNER';
};

const joined = (
  pledgeId: string,
  {
    proposalId: _,
    kind: _kind,
    lead: _lead,
    reference: _reference,
    since: _since,
    ...terms
  }: PartnerProposal,
  confirmation: DataOf<'PartnerJoined'>['confirmation'],
  leadConsentReference: string | null,
): PledgeEvent => ({
  type: 'PartnerJoined',
  data: { pledgeId, ...terms, leadConsentReference, confirmation },
});

/** Who may not answer is told no more of a closed one than of an open one. @throws {Rejected} UNKNOWN_PROPOSAL, PROPOSAL_CLOSED, FORBIDDEN */
const mustBeOpen = (
  open: readonly PartnerProposal[],
  id: string,
  pledge: Pledge,
  meta: CommandMeta,
): PartnerProposal => {
  const found = open.find(({ proposalId }) => proposalId === id);
  if (found !== undefined) return found;
  const closed = pledge.closedProposals.find(({ proposalId }) => proposalId === id);
  if (closed !== undefined) {
    sideOf(meta, closed, pledge);
    throw conflict('PROPOSAL_CLOSED', `${nameOf(closed)} ${WHAT_CLOSED_IT[closed.outcome]}.`, {
      field: 'proposalId',
      outcome: closed.outcome,
    });
  }
  throw missing('UNKNOWN_PROPOSAL', 'No such invitation or request is open on this pledge.', {
    field: 'proposalId',
  });
};

const WHAT_CLOSED_IT: Readonly<Record<ClosedProposal['outcome'], string>> = {
  JOINED: 'has joined by this invitation or request, or beside it',
  LEAD: 'is not to join: the lead declined or took it back',
  PARTNER: 'does not join: it declined or took it back itself',
};

/** Asked without a command, it says whether there is anything to answer. */
const isOpen =
  (waits: (pledge: Pledge) => boolean): Precondition =>
  (pledge, _, command) =>
    command !== null || waits(pledge)
      ? undefined
      : missing('UNKNOWN_PROPOSAL', 'Nothing is open between the lead and another on this pledge.');

const isWaiting =
  (waits: (pledge: Pledge) => boolean): Precondition =>
  (pledge, context, command) =>
    isPartnership(pledge, context, command) ?? isOpen(waits)(pledge, context, command);

/** Also where no partnership is declared: who is named as a partner may have asked. */
const hasProposal = isOpen(({ partnerProposals }) => partnerProposals.length > 0);

export const proposals = chapter({
  evolve,
  commands: {
    InvitePartner: {
      ...AMONG_PARTNERS,
      ...BY_THE_LEAD,
      decide: invitePartner,
      events: ['PartnerInvited'],
    },
    AcceptInvitation: {
      ...BY_EACH,
      needs: 'an invitation of the lead',
      precondition: isWaiting((pledge) => openInvitations(pledge).length > 0),
      decide: acceptInvitation,
      events: ['PartnerJoined'],
    },
    ConfirmPartner: {
      ...AMONG_PARTNERS,
      ...BY_THE_LEAD,
      needs: 'a partner that asked',
      precondition: isWaiting(
        (pledge) => openJoinRequests(pledge).length > 0 || unconfirmedIn(pledge.partnership).length > 0,
      ),
      decide: confirmPartner,
      events: ['PartnerJoined', 'PartnerConfirmed'],
    },
    DeclinePartner: {
      ...BY_EACH,
      roles: ['MS', 'PARTNER', 'DESK'],
      from: OPEN_STATUSES,
      needs: 'an invitation or a request that is open',
      precondition: hasProposal,
      decide: declinePartner,
      events: ['PartnerProposalEnded'],
    },
  },
});
