/** Bodies of the acts by which pledges of several states become one. */
import { PARTNER_ROLES } from '@pledgeline/contracts';
import type { PartnerRole } from '@pledgeline/contracts';
import { Id, OccurredOn, OneOf, PerCent, PledgeIds, Stated, Text } from '@pledgeline/request-fields';

const MERGER = '0190a5b2-7c1e-7d3f-8a45-1b2c3d4e5f66';
const OTHER = '0190a5b2-7c1e-7d3f-8a45-1b2c3d4e5f67';

export class ConsentToMergeRequest {
  @Id({ optional: true, description: 'Of the merger; the first state that agrees leaves it out.' })
  mergeId?: string | null;

  @Text({ max: 200, example: 'NOR', description: 'Name or ISO 3166 alpha-3 code.' })
  leadState!: string;

  @OneOf(PARTNER_ROLES, { example: 'UNIT', description: 'What this state gives.' })
  role!: PartnerRole;

  @PerCent({ optional: true, example: 60 })
  share?: number | null;

  @Text({ max: 500, example: 'NV/2026/20' })
  consentReference!: string;

  @PledgeIds({
    optional: true,
    description: 'The pledges of the other states, which are asked to agree.',
  })
  others?: string[] | null;

  @OccurredOn()
  occurredOn?: string | null;
}

/** Sent to the pledge of the lead. */
export class MergePledgesRequest {
  @Id({ example: MERGER, description: 'To which each state agreed.' })
  mergeId!: string;

  @PledgeIds({ example: [OTHER], description: 'The pledges of the other states.' })
  others!: string[];

  @Text({ max: 100, example: 'HOSP-L2', description: 'What they are together.' })
  capabilityCode!: string;

  @Stated({ optional: true, example: '1' })
  quantity?: string | number | null;

  @Text({ optional: true, max: 100, example: 'unit' })
  unit?: string | null;

  @Stated({
    optional: true,
    example: '850',
    description: 'Persons in all units together; left out, those of all sources.',
  })
  strength?: string | number | null;

  @Stated({
    optional: true,
    example: '3',
    description: 'Aircraft in all units together; left out, those of all sources.',
  })
  aircraft?: string | number | null;

  @Text({ example: 'A field hospital of Norway and Serbia' })
  description!: string;

  @OccurredOn()
  occurredOn?: string | null;
}
