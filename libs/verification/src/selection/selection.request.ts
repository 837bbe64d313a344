/** Bodies of the acts by which a pledge meets a gap and is chosen for it. */
import { HOST_CONSENTS, LIQUIDATION } from '@pledgeline/contracts';
import type { DataOf } from '@pledgeline/contracts';
import { Id, Ids, OccurredOn, OneOf, Text, Whole } from '@pledgeline/request-fields';

const GAP = '0190a5b2-7c1e-7d3f-8a45-1b2c3d4e5f60';

export class MatchPledgeRequest {
  @Id({ example: GAP })
  gapId!: string;

  @Whole({ example: 1, description: 'In the unit of the gap; no more than is left of gap and pledge.' })
  quantity!: number;

  @Whole({
    optional: true,
    max: 100_000,
    example: 140,
    description:
      'How many persons a unit of the pledge is: asked where its figures and the usual strength leave it open.',
  })
  personsPerUnit?: number | null;

  @OccurredOn()
  occurredOn?: string | null;
}

export class ReleaseMatchRequest {
  @Text({ example: 'The mission chose another unit' })
  reason!: string;

  @OccurredOn()
  occurredOn?: string | null;
}

export class SelectUnitRequest {
  @Id({ example: GAP })
  gapId!: string;

  @Text({ max: 500, example: 'USG decision 2022/88' })
  decisionReference!: string;

  @OneOf(HOST_CONSENTS, { example: 'GIVEN' })
  hostConsent!: DataOf<'UnitSelected'>['hostConsent'];

  @Ids({ optional: true, description: 'Open caveats that the decision accepts in writing.' })
  acceptedCaveats?: string[] | null;

  @OneOf([LIQUIDATION], {
    optional: true,
    description: 'For a mission that has closed, or whose host does not consent.',
  })
  exception?: DataOf<'UnitSelected'>['exception'];

  @Text({ optional: true, max: 500 })
  approver?: string | null;

  @OccurredOn()
  occurredOn?: string | null;
}

export class DeclineSelectionRequest {
  @Text({ example: 'Parliament did not agree' })
  reason!: string;

  @OccurredOn()
  occurredOn?: string | null;
}
