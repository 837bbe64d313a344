/** Bodies of the acts by which several carry one pledge. */
import { PARTNER_PARTS, PARTNER_ROLES, PARTNERSHIP_KINDS } from '@pledgeline/contracts';
import type { PartnerPart, PartnerRole, PartnershipKind } from '@pledgeline/contracts';
import { Day, Id, OccurredOn, OneOf, PerCent, Text } from '@pledgeline/request-fields';

const STATE = 'Name or ISO 3166 alpha-3 code.';

export class DeclarePartnershipRequest {
  @OneOf(PARTNERSHIP_KINDS, { example: 'ROTATION' })
  kind!: PartnershipKind;

  @Text({ optional: true, max: 200, description: `${STATE} For a hand-over only.` })
  handoverTo?: string | null;

  @Day({ optional: true, description: 'For a hand-over only; may lie ahead.' })
  handoverOn?: string | null;

  @OccurredOn()
  occurredOn?: string | null;
}

/** A state by `state`, another body by `body`. */
class PartnerNamed {
  @Text({ optional: true, max: 200, example: 'PRT', description: STATE })
  state?: string | null;

  @Text({ optional: true, max: 200, description: 'Name of a body that is no state.' })
  body?: string | null;

  @OneOf(PARTNER_ROLES, { example: 'UNIT' })
  role!: PartnerRole;

  @OccurredOn()
  occurredOn?: string | null;
}

class PartnerTerms extends PartnerNamed {
  @OneOf(PARTNER_PARTS, {
    optional: true,
    description: 'In a kind of partnership that has parts: TRIANGULAR or TRAIN_EQUIP_MENTOR.',
  })
  part?: PartnerPart | null;

  @PerCent({ optional: true, example: 20 })
  share?: number | null;

  @Day({ example: '2030-01-01', description: 'The first day; it may lie ahead.' })
  from!: string;

  @Day({ optional: true })
  to?: string | null;
}

const CONSENT = { optional: true, max: 500, example: 'NV/2026/12' } as const;
const BY_DESK = 'How the lead agreed; needed from the desk.';

export class JoinPartnershipRequest extends PartnerTerms {
  @Text({ ...CONSENT, description: 'How the lead agreed, as the one who asks says.' })
  leadConsentReference?: string | null;
}

export class InvitePartnerRequest extends PartnerTerms {
  @Text({ ...CONSENT, description: BY_DESK })
  consentReference?: string | null;
}

export class AcceptInvitationRequest {
  @OccurredOn()
  occurredOn?: string | null;
}

export class ConfirmPartnerRequest extends PartnerNamed {
  @Id({
    optional: true,
    description: 'Of the request; left out for who joined before partners were confirmed.',
  })
  proposalId?: string | null;

  @Text({ ...CONSENT, description: BY_DESK })
  consentReference?: string | null;
}

export class DeclinePartnerRequest {
  @Text({ example: 'No unit is free' })
  reason!: string;

  @Text({ ...CONSENT, description: BY_DESK })
  consentReference?: string | null;

  @OccurredOn()
  occurredOn?: string | null;
}

export class LeavePartnershipRequest extends PartnerNamed {
  @Text({ example: 'The aircraft are needed at home' })
  reason!: string;

  @Text({ optional: true, max: 500 })
  leadConsentReference?: string | null;

  @Text({ optional: true, max: 500, description: 'Needed after the memorandum of understanding.' })
  dosNoteReference?: string | null;
}

/** How the lead agreed is needed from the desk. */
export class PartFromPartnerRequest extends LeavePartnershipRequest {}

export class NameLeadRequest {
  @Text({ max: 200, example: 'PRT', description: `${STATE} A state of the partnership.` })
  lead!: string;

  @Text({ max: 500, example: 'NV/2026/13' })
  consentReference!: string;

  @OccurredOn()
  occurredOn?: string | null;
}
