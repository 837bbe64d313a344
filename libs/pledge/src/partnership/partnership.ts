/**
 * Several carry one pledge, and it counts once: rotations in turn, joint deployments, hand-overs, training in the mission,
 * triangular partnerships, joint pledges. Lifecycle page, section 5; seed systems, parts B and D.
 */
import {
  memberState,
  mustActFor,
  OPEN_STATUSES,
  ownerNamed,
  PARTS_OF_KIND,
  unknownState,
} from '@pledgeline/contracts';
import type { PartnerConfirmation, PledgeEvent } from '@pledgeline/contracts';
import type { CommandMeta, Rejected } from '@pledgeline/event-sourcing';
import { ANY_STATE, COMMON, OPEN, chapter, type Folds } from '../chapter.ts';
import type { Decision, Precondition } from '../decision-context.ts';
import { mustBeDay } from '../period.ts';
import { conflict, invalid, isBlank, missing, mustBeShare, mustSay } from '../refusal.ts';
import type { RuleSet } from '../rule-set.ts';
import type { Pledge } from '../state.ts';
import { statesOnlyNamed } from './credit.ts';
import {
  confirmedIn,
  leadOf,
  statesOf,
  unconfirmedIn,
  type ClosedProposal,
  type Partner,
  type PartnerProposal,
  type Partnership,
  type PartnershipCommands,
} from './partnership.state.ts';
import { withoutTurnsOf } from './turns-left.ts';

const evolve = {
  PartnershipDeclared: (pledge, { kind, lead, handoverTo, handoverOn }) => ({
    ...pledge,
    partnership: {
      ...(pledge.partnership ?? { partners: [], former: [] }),
      turns: kind === 'ROTATION' ? (pledge.partnership?.turns ?? null) : null,
      kind,
      lead,
      handoverTo,
      handoverOn,
      handedOverOn: null,
      partnerMissing: false,
    },
  }),
  PartnerJoined: (pledge, { pledgeId: _, leadConsentReference: _reference, ...joined }, { metadata }) => {
    const partner = { ...joined, confirmation: joined.confirmation ?? impliedIn(joined, pledge, metadata) };
    return {
      ...withPartnership(pledge, ({ partners, partnerMissing }) => ({
        partners: [...partners, partner],
        partnerMissing: partnerMissing && partner.confirmation === null,
      })),
      ...withoutProposals(pledge, (open) => isSame(open, joined), 'JOINED'),
    };
  },
  PartnerLeft: (pledge, left) =>
    withPartnership(pledge, (now) => {
      const going = now.partners.filter((partner) => isSame(partner, left));
      const partners = now.partners.filter((partner) => !isSame(partner, left));
      const isGone =
        left.state !== null && left.state !== now.lead && !partners.some(({ state }) => state === left.state);
      return {
        partners,
        former: [...now.former, ...going.map((partner) => ({ ...partner, leftOn: left.leftOn }))],
        partnerMissing: now.partnerMissing || going.some(({ confirmation }) => confirmation !== null),
        ...(isGone && {
          turns: now.turns && withoutTurnsOf(left.state, now.turns, left.leftOn),
          handoverTo: now.handoverTo === left.state ? null : now.handoverTo,
        }),
      };
    }),
  LeadNamed: (pledge, { lead }, { metadata }) =>
    withPartnership(pledge, ({ partners, handoverTo, handedOverOn, handoverOn }) => ({
      lead,
      partners: partners.map((partner) =>
        partner.state === lead && partner.confirmation === null
          ? { ...partner, confirmation: 'LEAD' }
          : partner,
      ),
      handedOverOn: lead === handoverTo ? (metadata.occurredOn ?? handoverOn) : handedOverOn,
    })),
} satisfies Partial<Folds>;

/** The lead needs no other; what a policy recorded was agreed to in a merger. */
const impliedIn = (
  { state }: Named,
  pledge: Pledge,
  { role }: { readonly role: string },
): PartnerConfirmation | null => {
  if (state !== null && state === leadOf(pledge)) return 'LEAD';
  return role === 'SYSTEM' ? 'MERGED' : null;
};

/** With a change to its partnership; unchanged where it has none. */
export const withPartnership = (
  pledge: Pledge,
  change: (now: Partnership) => Partial<Partnership>,
): Pledge => {
  const { partnership } = pledge;
  return { ...pledge, partnership: partnership && { ...partnership, ...change(partnership) } };
};

/** Those that are closed now, with what became of them. */
export const withoutProposals = (
  { partnerProposals, closedProposals }: Pledge,
  isClosed: (open: PartnerProposal) => boolean,
  outcome: ClosedProposal['outcome'],
): Pick<Pledge, 'partnerProposals' | 'closedProposals'> => ({
  partnerProposals: partnerProposals.filter((open) => !isClosed(open)),
  closedProposals: [
    ...closedProposals,
    ...partnerProposals
      .filter(isClosed)
      .map(({ proposalId, kind, state, body, role }) => ({ proposalId, kind, state, body, role, outcome })),
  ],
});

export type Named = Pick<Partner, 'state' | 'body' | 'role'>;

export const isSame = (one: Named, other: Named): boolean =>
  one.state === other.state && one.body === other.body && one.role === other.role;

/** A hand-over says to whom and from when. Declared anew, it keeps its lead and its partners. */
const declarePartnership: Decision<'DeclarePartnership'> = ({ data }, pledge) => {
  const lead = leadOf(pledge);
  const { kind, handoverTo, handoverOn } = data;
  if (kind === 'HANDOVER') {
    mustBeState(mustSay('handoverTo', handoverTo), 'handoverTo');
    if (handoverTo === lead) {
      throw invalid('SAME_STATE', 'A state hands over to another.', { field: 'handoverTo' });
    }
    mustBeDay('handoverOn', mustSay('handoverOn', handoverOn));
  } else if (handoverTo !== null || handoverOn !== null) {
    throw invalid('NO_HANDOVER', `Nothing is handed over in ${kind}.`, {
      field: handoverTo === null ? 'handoverOn' : 'handoverTo',
    });
  }
  return [{ type: 'PartnershipDeclared', data: { ...data, lead } }];
};

/**
 * The lead joins its own pledge; another asks for its part, and the lead confirms. What the lead has offered already is accepted
 * (AcceptInvitation). Accountability page, section 6.
 * @throws {Rejected} FORBIDDEN, PROPOSAL_OPEN, and all that `mustFitIn` does.
 */
const joinPartnership: Decision<'JoinPartnership'> = ({ data, meta }, pledge, { rules }) => {
  mustBeOwnPart(data, meta);
  const isLead = data.state !== null && data.state === leadOf(pledge);
  const { proposalId: _, ...terms } = data;
  if (!rules.partnersAreConfirmed) mustSay('leadConsentReference', data.leadConsentReference);
  mustFitIn(data, pledge, rules);
  if (!rules.partnersAreConfirmed || isLead) {
    return [{ type: 'PartnerJoined', data: { ...terms, confirmation: isLead ? 'LEAD' : null } }];
  }
  mustBeFirstProposal(data, pledge);
  return [{ type: 'PartnershipRequested', data }];
};

/**
 * The parts, shares and days of who is to join, as the pledge stands now.
 * @throws {Rejected} PARTNER_EXISTS, PART_MISSING, PART_UNKNOWN, PERIOD_INVALID, SHARE_OUT_OF_RANGE, SHARES_TOO_LARGE
 */
export const mustFitIn = (
  data: Omit<Partner, 'confirmation'>,
  pledge: Pledge,
  rules: RuleSet,
  but?: Partner,
): void => {
  mustBeDay('from', data.from);
  if (data.to !== null) {
    mustBeDay('to', data.to);
    if (data.to <= data.from) {
      throw invalid('PERIOD_INVALID', `${data.to} is not after ${data.from}.`, { field: 'to' });
    }
  }
  if (but === undefined && find(data, pledge) !== undefined) {
    throw conflict('PARTNER_EXISTS', `${nameOf(data)} is a partner in this role.`, { field: 'role' });
  }
  mustHavePart(data.part, pledge, rules);
  mustFit(data.share, pledge, rules);
};

const mustHavePart = (part: Partner['part'], { partnership }: Pledge, rules: RuleSet): void => {
  const kind = partnership?.kind ?? 'ROTATION';
  const allowed = PARTS_OF_KIND[kind] ?? [];
  if (allowed.length > 0 && part === null) {
    throw invalid('PART_MISSING', `This partnership has parts: ${allowed.join(', ')}.`, {
      field: 'part',
      allowed,
    });
  }
  if (rules.partnersAreConfirmed && part !== null && !allowed.includes(part)) {
    throw invalid('PART_UNKNOWN', `${part} is no part of a partnership of the kind ${kind}.`, {
      field: 'part',
      allowed,
    });
  }
};

/** @throws {Rejected} PROPOSAL_ID_REUSED, or PROPOSAL_OPEN: one side spoke already, and the other answers that. */
export const mustBeFirstProposal = (
  named: Named & { readonly proposalId: string },
  { partnerProposals, closedProposals }: Pledge,
): void => {
  const known = [...partnerProposals, ...closedProposals];
  if (known.some(({ proposalId }) => proposalId === named.proposalId)) {
    throw conflict('PROPOSAL_ID_REUSED', 'Another invitation or request has this id.', {
      field: 'proposalId',
    });
  }
  const open = partnerProposals.find((asked) => isSame(asked, named));
  if (open !== undefined) throw proposalOpen(open);
};

const proposalOpen = ({ kind, proposalId, ...named }: PartnerProposal): Rejected => {
  const what =
    kind === 'INVITATION' ? 'an invitation that it may accept' : 'a request that the lead may confirm';
  return conflict('PROPOSAL_OPEN', `For ${nameOf(named)} there is ${what}; either side may end it.`, {
    field: 'role',
    proposalId,
  });
};

/** @throws {Rejected} LEAD_MISSING, and what `mustFind` and `ended` do. */
const leavePartnership: Decision<'LeavePartnership'> = ({ data, meta }, pledge, { on }) => {
  mustBeOwnPart(data, meta);
  const partner = mustFind(data, pledge);
  const keepsAPart = pledge.partnership?.partners.some(
    (other) => other !== partner && other.state === partner.state,
  );
  if (partner.state !== null && partner.state === leadOf(pledge) && keepsAPart !== true) {
    throw conflict('LEAD_MISSING', 'The lead names a new lead before it leaves (NameLead).', {
      field: 'state',
    });
  }
  return [ended(data, partner, 'PARTNER', pledge, on)];
};

/** The lead ends the part of another. @throws {Rejected} SAME_STATE, TEXT_MISSING, and what `mustFind` and `ended` do. */
const partFromPartner: Decision<'PartFromPartner'> = ({ data, meta }, pledge, { on }) => {
  const partner = mustFind(data, pledge);
  if (partner.state !== null && partner.state === leadOf(pledge)) {
    throw invalid(
      'SAME_STATE',
      'The lead parts from another; a part of its own it gives up (LeavePartnership).',
      {
        field: 'state',
      },
    );
  }
  mustNameConsent(meta.role, data.leadConsentReference, 'leadConsentReference');
  return [ended(data, partner, 'LEAD', pledge, on)];
};

/** The others go on: the pledge keeps its status, and its lead is asked. @throws {Rejected} DOS_NOTE_MISSING, TEXT_MISSING */
const ended = (
  data: PartnershipCommands['LeavePartnership'],
  { share }: Partner,
  endedBy: 'PARTNER' | 'LEAD',
  { mou }: Pledge,
  leftOn: string,
): PledgeEvent => {
  if (mou !== null && isBlank(data.dosNoteReference)) {
    throw conflict('DOS_NOTE_MISSING', 'After the memorandum a partner leaves with a note of DOS only.', {
      field: 'dosNoteReference',
    });
  }
  mustSay('reason', data.reason);
  return { type: 'PartnerLeft', data: { ...data, share, leftOn, endedBy } };
};

/** The desk acts for the lead, and says how the lead agreed. @throws {Rejected} TEXT_MISSING */
export const mustNameConsent = (role: string, reference: string | null, field: string): void => {
  if (role === 'DESK') mustSay(field, reference);
};

/** One of the states that carry it; said twice, done once. */
const nameLead: Decision<'NameLead'> = ({ data }, pledge, { rules }) => {
  const formerLead = leadOf(pledge);
  mustSay('consentReference', data.consentReference);
  if (data.lead === formerLead) return [];
  mustBePartner(data.lead, pledge, 'lead', rules);
  return [{ type: 'LeadNamed', data: { ...data, formerLead } }];
};

/** Before the rule set of 2026, also who joined by its own word alone. @throws {Rejected} UNKNOWN_PARTNER */
export const mustBePartner = (state: string, pledge: Pledge, field: string, rules: RuleSet): void => {
  const unconfirmed = rules.partnersAreConfirmed ? [] : unconfirmedIn(pledge.partnership);
  if (statesOf(pledge).includes(state) || unconfirmed.some((partner) => partner.state === state)) return;
  throw unknownPartner(state, pledge, field);
};

export const nameOf = ({ state, body }: Named): string => state ?? body ?? 'Nobody';

export const find = (named: Named, { partnership }: Pledge): Partner | undefined =>
  partnership?.partners.find((known) => isSame(known, named));

/** @throws {Rejected} UNKNOWN_PARTNER, PROPOSAL_OPEN, ALREADY_LEFT */
const mustFind = (named: Named, pledge: Pledge): Partner => {
  const partner = find(named, pledge);
  if (partner !== undefined) return partner;
  const open = pledge.partnerProposals.find((asked) => isSame(asked, named));
  if (open !== undefined) throw proposalOpen(open);
  const left = pledge.partnership?.former.findLast((former) => isSame(former, named));
  if (left === undefined) throw unknownPartner(nameOf(named), pledge, 'role');
  throw conflict('ALREADY_LEFT', `${nameOf(named)} has left this part, on ${left.leftOn}.`, {
    field: 'role',
  });
};

const unknownPartner = (name: string, pledge: Pledge, field: string) =>
  missing(
    'UNKNOWN_PARTNER',
    `${name} is no partner in this; the states are ${statesOf(pledge).join(', ')}.`,
    { field, allowed: statesOf(pledge) },
  );

/** A state joins and leaves by its own hand, and so does a body that is no state. */
export const mustBeOwnPart = (named: Named, meta: CommandMeta): void => {
  mustBeNamed(named);
  const { state, body } = named;
  mustActFor(meta, ownerNamed(state, body), { field: state === null ? 'body' : 'state' });
};

/** @throws {Rejected} PARTNER_UNCLEAR, UNKNOWN_STATE, TEXT_MISSING */
export const mustBeNamed = ({ state, body }: Named): void => {
  if ((state === null) === (body === null)) {
    throw invalid('PARTNER_UNCLEAR', 'A partner is a state or another body, by name.', { field: 'state' });
  }
  if (state !== null) mustBeState(state, 'state');
  else mustSay('body', body);
};

const mustFit = (share: number | null, { partnership }: Pledge, rules: RuleSet): void => {
  if (share === null) return;
  const field = 'share';
  mustBeShare(share);
  const counted = rules.partnersAreConfirmed ? confirmedIn(partnership) : (partnership?.partners ?? []);
  const taken = counted.reduce((sum, partner) => sum + (partner.share ?? 0), 0);
  if (taken + share <= 100) return;
  throw conflict('SHARES_TOO_LARGE', `The partners carry ${taken} per cent already.`, {
    field,
    allowed: 100 - taken,
  });
};

const mustBeState = (state: string, field: string): void => {
  if (memberState(state) === undefined) throw unknownState(field, state);
};

export const isPartnership: Precondition = ({ partnership }) =>
  partnership === null
    ? conflict('NO_PARTNERSHIP', 'The pledge is carried by one state: declare the partnership first.')
    : undefined;

/**
 * Whom others name as a partner is asked, and may ask for its part before the lead has declared a partnership. Asked without a
 * command, it says whether anybody may.
 */
const mayJoin: Precondition<'JoinPartnership'> = (pledge, context, command) => {
  const isOpen = context.rules.partnersAreConfirmed && mayAsk(pledge, command?.data ?? null);
  return isOpen ? undefined : isPartnership(pledge, context, command);
};

const mayAsk = (pledge: Pledge, asker: { readonly state: string | null } | null): boolean => {
  const named = statesOnlyNamed(pledge);
  return asker === null ? named.length > 0 : asker.state !== null && named.includes(asker.state);
};

export const AMONG_PARTNERS = {
  ...COMMON,
  from: OPEN_STATUSES,
  needs: 'a partnership',
  precondition: isPartnership,
} as const;
export const BY_EACH = { ...AMONG_PARTNERS, roles: ['MS', 'PARTNER'], stateOf: () => ANY_STATE } as const;
export const BY_THE_LEAD = { roles: ['MS', 'DESK'], stateOf: leadOf } as const;

export const partnership = chapter({
  evolve,
  commands: {
    DeclarePartnership: {
      ...OPEN,
      ...BY_THE_LEAD,
      decide: declarePartnership,
      events: ['PartnershipDeclared'],
    },
    JoinPartnership: {
      ...BY_EACH,
      needs: 'a partnership, or to be named as a partner',
      precondition: mayJoin,
      decide: joinPartnership,
      events: ['PartnershipRequested', 'PartnerJoined'],
    },
    LeavePartnership: { ...BY_EACH, decide: leavePartnership, events: ['PartnerLeft'] },
    PartFromPartner: {
      ...AMONG_PARTNERS,
      ...BY_THE_LEAD,
      decide: partFromPartner,
      events: ['PartnerLeft'],
    },
    NameLead: { ...AMONG_PARTNERS, ...BY_THE_LEAD, decide: nameLead, events: ['LeadNamed'] },
  },
});
