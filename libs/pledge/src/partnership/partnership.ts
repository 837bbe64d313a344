/**
 * Several carry one pledge, and it counts once: rotations in turn, joint deployments, hand-overs, training in the mission,
 * triangular partnerships, joint pledges. Lifecycle page, section 5; seed systems, parts B and D.
 */
import { memberState, mustActFor, OPEN_STATUSES, ownerNamed, unknownState } from '@pledgeline/contracts';
import type { CommandMeta } from '@pledgeline/event-sourcing';
import { ANY_STATE, COMMON, OPEN, chapter, type Folds } from '../chapter.ts';
import type { Decision, Precondition } from '../decision-context.ts';
import { mustBeDay } from '../period.ts';
import { conflict, invalid, isBlank, missing, mustBeShare, mustSay } from '../refusal.ts';
import type { Pledge } from '../state.ts';
import { leadOf, statesOf, type Partner, type Partnership } from './partnership.state.ts';

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
      partnerMissing: false,
      takenIn: partnersIn(pledge.partnership),
    },
  }),
  PartnerJoined: (pledge, { pledgeId: _, leadConsentReference: _reference, ...partner }, { metadata }) =>
    withPartnership(pledge, ({ partners, takenIn }) => ({
      partners: [...partners, partner],
      partnerMissing: false,
      takenIn:
        partner.state === null || metadata.onBehalfOf === partner.state
          ? takenIn
          : [...takenIn, partner.state],
    })),
  PartnerLeft: (pledge, left) =>
    withPartnership(pledge, ({ partners, former, takenIn }) => ({
      partners: partners.filter((partner) => !isSame(partner, left)),
      former: [
        ...former,
        ...partners
          .filter((partner) => isSame(partner, left))
          .map((partner) => ({ ...partner, leftOn: left.leftOn })),
      ],
      partnerMissing: true,
      takenIn: takenIn.filter((state) => state !== left.state),
    })),
  LeadNamed: (pledge, { lead }) => withPartnership(pledge, (now) => ({ lead, takenIn: partnersIn(now) })),
} satisfies Partial<Folds>;

/** The states among the partners. */
export const partnersIn = (partnership: Partnership | null): readonly string[] =>
  (partnership?.partners ?? []).flatMap(({ state }) => state ?? []);

/** With a change to its partnership; unchanged where it has none. */
export const withPartnership = (
  pledge: Pledge,
  change: (now: Partnership) => Partial<Partnership>,
): Pledge => {
  const { partnership } = pledge;
  return { ...pledge, partnership: partnership && { ...partnership, ...change(partnership) } };
};

type Named = Pick<Partner, 'state' | 'body' | 'role'>;

const isSame = (one: Named, other: Named): boolean =>
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

/** @throws {Rejected} FORBIDDEN, PARTNER_EXISTS, PART_MISSING, SHARE_OUT_OF_RANGE, SHARES_TOO_LARGE and for dates and texts. */
const joinPartnership: Decision<'JoinPartnership'> = ({ data, meta }, pledge) => {
  mustBeOwnPart(data, meta);
  mustSay('leadConsentReference', data.leadConsentReference);
  mustBeDay('from', data.from);
  if (data.to !== null) {
    mustBeDay('to', data.to);
    if (data.to <= data.from) {
      throw invalid('PERIOD_INVALID', `${data.to} is not after ${data.from}.`, { field: 'to' });
    }
  }
  if (find(data, pledge) !== undefined) {
    throw conflict('PARTNER_EXISTS', `${nameOf(data)} is a partner in this role.`, { field: 'role' });
  }
  if (pledge.partnership?.kind === 'TRIANGULAR' && data.part === null) {
    throw invalid('PART_MISSING', 'A triangular partnership has a trainer, a funder and a host.', {
      field: 'part',
    });
  }
  mustFit(data.share, pledge);
  return [{ type: 'PartnerJoined', data }];
};

/** The others go on: the pledge keeps its status, and its lead is asked. @throws {Rejected} UNKNOWN_PARTNER, LEAD_MISSING, DOS_NOTE_MISSING */
const leavePartnership: Decision<'LeavePartnership'> = ({ data, meta }, pledge, { on }) => {
  mustBeOwnPart(data, meta);
  const partner = find(data, pledge);
  if (partner === undefined) throw unknownPartner(nameOf(data), pledge, 'role');
  const keepsAPart = pledge.partnership?.partners.some(
    (other) => other !== partner && other.state === partner.state,
  );
  if (partner.state === leadOf(pledge) && keepsAPart !== true) {
    throw conflict('LEAD_MISSING', 'The lead names a new lead before it leaves (NameLead).', {
      field: 'state',
    });
  }
  if (pledge.mou !== null && isBlank(data.dosNoteReference)) {
    throw conflict('DOS_NOTE_MISSING', 'After the memorandum a partner leaves with a note of DOS only.', {
      field: 'dosNoteReference',
    });
  }
  mustSay('reason', data.reason);
  return [{ type: 'PartnerLeft', data: { ...data, share: partner.share, leftOn: on } }];
};

/** One of the states that carry it; said twice, done once. */
const nameLead: Decision<'NameLead'> = ({ data }, pledge) => {
  const formerLead = leadOf(pledge);
  mustSay('consentReference', data.consentReference);
  if (data.lead === formerLead) return [];
  if (!statesOf(pledge).includes(data.lead)) throw unknownPartner(data.lead, pledge, 'lead');
  return [{ type: 'LeadNamed', data: { ...data, formerLead } }];
};

/** @throws {Rejected} UNKNOWN_PARTNER */
export const mustBePartner = (state: string, pledge: Pledge, field: string): void => {
  if (!statesOf(pledge).includes(state)) throw unknownPartner(state, pledge, field);
};

const nameOf = ({ state, body }: Named): string => state ?? body ?? 'Nobody';

const find = ({ state, body, role }: Named, { partnership }: Pledge): Partner | undefined =>
  partnership?.partners.find((known) => known.state === state && known.body === body && known.role === role);

const unknownPartner = (name: string, pledge: Pledge, field: string) =>
  missing(
    'UNKNOWN_PARTNER',
    `${name} is no partner in this; the states are ${statesOf(pledge).join(', ')}.`,
    { field, allowed: statesOf(pledge) },
  );

/** A state joins and leaves by its own hand, and so does a body that is no state. */
const mustBeOwnPart = ({ state, body, role: _ }: Named, meta: CommandMeta): void => {
  if ((state === null) === (body === null)) {
    throw invalid('PARTNER_UNCLEAR', 'A partner is a state or another body, by name.', { field: 'state' });
  }
  if (state !== null) mustBeState(state, 'state');
  else mustSay('body', body);
  mustActFor(meta, ownerNamed(state, body), { field: state === null ? 'body' : 'state' });
};

const mustFit = (share: number | null, { partnership }: Pledge): void => {
  if (share === null) return;
  const field = 'share';
  mustBeShare(share);
  const taken = (partnership?.partners ?? []).reduce((sum, partner) => sum + (partner.share ?? 0), 0);
  if (taken + share <= 100) return;
  throw conflict('SHARES_TOO_LARGE', `The partners carry ${taken} per cent already.`, {
    field,
    allowed: 100 - taken,
  });
};

const mustBeState = (state: string, field: string): void => {
  if (memberState(state) === undefined) throw unknownState(field, state);
};

const isPartnership: Precondition<'JoinPartnership' | 'LeavePartnership' | 'NameLead'> = ({ partnership }) =>
  partnership === null
    ? conflict('NO_PARTNERSHIP', 'The pledge is carried by one state: declare the partnership first.')
    : undefined;

const AMONG_PARTNERS = {
  ...COMMON,
  from: OPEN_STATUSES,
  needs: 'a partnership',
  precondition: isPartnership,
} as const;
const BY_EACH = { ...AMONG_PARTNERS, roles: ['MS', 'PARTNER'], stateOf: () => ANY_STATE } as const;
const BY_THE_LEAD = { roles: ['MS', 'DESK'], stateOf: leadOf } as const;

export const partnership = chapter({
  evolve,
  commands: {
    DeclarePartnership: {
      ...OPEN,
      ...BY_THE_LEAD,
      decide: declarePartnership,
      events: ['PartnershipDeclared'],
    },
    JoinPartnership: { ...BY_EACH, decide: joinPartnership, events: ['PartnerJoined'] },
    LeavePartnership: { ...BY_EACH, decide: leavePartnership, events: ['PartnerLeft'] },
    NameLead: { ...AMONG_PARTNERS, ...BY_THE_LEAD, decide: nameLead, events: ['LeadNamed'] },
  },
});
