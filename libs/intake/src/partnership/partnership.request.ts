/** Bodies of the acts by which several carry one pledge. */
import { PARTNER_PARTS, PARTNER_ROLES, PARTNERSHIP_KINDS } from '@pledgeline/contracts';
import type { PartnerPart, PartnerRole, PartnershipKind } from '@pledgeline/contracts';
import { Day, OccurredOn, OneOf, PerCent, Text } from '@pledgeline/request-fields';

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
export class JoinPartnershipRequest {
  @Text({ optional: true, max: 200, example: 'PRT', description: STATE })
  state?: string | null;

  @Text({ optional: true, max: 200, description: 'Name of a body that is no state.' })
  body?: string | null;

  @OneOf(PARTNER_ROLES, { example: 'UNIT' })
  role!: PartnerRole;

  @OneOf(PARTNER_PARTS, { optional: true, description: 'In a triangular partnership.' })
  part?: PartnerPart | null;

  @PerCent({ optional: true, example: 20 })
  share?: number | null;

  @Day({ example: '2030-01-01', description: 'May lie ahead.' })
  from!: string;

  @Day({ optional: true })
  to?: string | null;

  @Text({ max: 500, example: 'NV/2026/12', description: 'How the lead agreed.' })
  leadConsentReference!: string;

  @OccurredOn()
  occurredOn?: string | null;
}

export class LeavePartnershipRequest {
  @Text({ optional: true, max: 200, example: 'PRT', description: STATE })
  state?: string | null;

  @Text({ optional: true, max: 200, description: 'Name of a body that is no state.' })
  body?: string | null;

  @OneOf(PARTNER_ROLES, { example: 'UNIT' })
  role!: PartnerRole;

  @Text({ example: 'The aircraft are needed at home' })
  reason!: string;

  @Text({ optional: true, max: 500 })
  leadConsentReference?: string | null;

  @Text({ optional: true, max: 500, description: 'Needed after the memorandum of understanding.' })
  dosNoteReference?: string | null;

  @OccurredOn()
  occurredOn?: string | null;
}

export class NameLeadRequest {
  @Text({ max: 200, example: 'PRT', description: `${STATE} A state of the partnership.` })
  lead!: string;

  @Text({ max: 500, example: 'NV/2026/13' })
  consentReference!: string;

  @OccurredOn()
  occurredOn?: string | null;
}
