/** Bodies of the acts by which an offer stays valid and climbs or falls in readiness. */
import { DOWNGRADE_REASONS } from '@pledgeline/contracts';
import type { DataOf, Level } from '@pledgeline/contracts';
import { OccurredOn, OneOf, Text, Whole } from '@pledgeline/request-fields';

export class AttainLevelRequest {
  @OneOf(['L2', 'L3', 'RDL'], { example: 'L2', description: 'The level above the present one.' })
  level!: Exclude<Level, 'L1'>;

  @Text({ optional: true, max: 500, example: 'SUR 2020/INF-BN' })
  surReference?: string | null;

  @Text({ optional: true, max: 500, example: 'FGS/ALIGN/2022/17' })
  alignmentReference?: string | null;

  @Text({
    optional: true,
    max: 500,
    example: 'RDL/2022/5',
  })
  agreementReference?: string | null;

  @Whole({ optional: true, max: 3650, example: 60 })
  deployWithinDays?: number | null;

  @Text({
    optional: true,
    max: 500,
    example: 'FGS memo 44',
  })
  confirmedBy?: string | null;

  @OccurredOn()
  occurredOn?: string | null;
}

export class DowngradeLevelRequest {
  @OneOf(['L1', 'L2', 'L3'], { example: 'L1', description: 'Below the present one.' })
  level!: Level;

  @OneOf(DOWNGRADE_REASONS, { example: 'EQUIPMENT_CHANGED' })
  reason!: DataOf<'LevelDowngraded'>['reason'];

  @Text({
    optional: true,
    max: 500,
    description: 'Consent of FGS or PD, while the unit is selected or later.',
  })
  consentReference?: string | null;

  @OccurredOn()
  occurredOn?: string | null;
}
