/** Bodies of the acts that say how a promise is to be counted. */
import { TOTAL_KINDS } from '@pledgeline/contracts';
import type { DataOf } from '@pledgeline/contracts';
import { Day, OccurredOn, OneOf, Parts, PledgeId, Stated, Text, YesNo } from '@pledgeline/request-fields';

export class CountAgainstRequest {
  @PledgeId({
    example: '0199e1f2-5a3b-7c1d-9e2f-0123456789ab',
    description: 'The earlier total of the same state.',
  })
  totalId!: string;

  @OneOf(TOTAL_KINDS, {
    example: 'CEILING',
    description: 'Of both counts what the parts leave; a package is to be itemised.',
  })
  kind!: DataOf<'PledgeCountedAgainst'>['kind'];

  @Stated({
    optional: true,
    example: '200',
    description: 'How much of it, also of money; as much as promised when left out.',
  })
  quantity?: string | number | null;

  @Text({ optional: true, max: 100, example: 'troops', description: 'Or a currency.' })
  unit?: string | null;

  @OccurredOn()
  occurredOn?: string | null;
}

export class PhaseRequest {
  @Text({ max: 100, example: 'year 1' })
  name!: string;

  @Stated({ example: '500' })
  quantity!: string | number;

  @Stated({ optional: true, example: '850', description: 'Persons in all units of the phase together.' })
  strength?: string | number | null;

  @Stated({ optional: true, example: '3', description: 'Aircraft in all units of the phase together.' })
  aircraft?: string | number | null;

  @Day({ optional: true })
  from?: string | null;

  @Day({ optional: true })
  to?: string | null;

  @Text({ optional: true, example: 'If the Congress agrees' })
  condition?: string | null;
}

export class DeclarePhasesRequest {
  @Parts(PhaseRequest)
  phases!: PhaseRequest[];

  @Text({ optional: true, max: 100, example: 'personnel', description: 'Of all phases.' })
  unit?: string | null;

  @YesNo({ example: true, description: 'Each phase includes those before it.' })
  cumulative!: boolean;

  @OccurredOn()
  occurredOn?: string | null;
}
