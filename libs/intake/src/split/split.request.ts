/** Body of the act by which one pledge goes on as several. */
import { OccurredOn, Parts, Stated, Text, YesNo } from '@pledgeline/request-fields';

export class SplitChildRequest {
  @Stated({
    optional: true,
    example: '1',
    description:
      'Needed where the pledge states how many, unless the strength says how much of it this part is.',
  })
  quantity?: string | number | null;

  @Text({ optional: true, max: 100, example: 'unit', description: 'As pledged when left out.' })
  unit?: string | null;

  @Stated({
    optional: true,
    example: '850',
    description:
      'Persons; left out, the share that its units have of what was stated. A part that is no whole unit, such as a platoon, states them.',
  })
  strength?: string | number | null;

  @Stated({
    optional: true,
    example: '3',
    description: 'Aircraft; left out, the share that its units have of what was stated.',
  })
  aircraft?: string | number | null;

  @Stated({
    optional: true,
    example: '2000000',
    description: 'Its share of the money, in the currency of the pledge; needed where it states money alone.',
  })
  amount?: string | number | null;

  @Text({ optional: true, max: 100, example: 'INF-BN', description: 'As pledged when left out.' })
  capabilityCode?: string | null;

  @Text({ example: 'The first of two battalions' })
  description!: string;

  @YesNo({ optional: true, example: false, description: 'The AAV named this part: it keeps Level 2.' })
  coveredByAav?: boolean | null;
}

export class SplitPledgeRequest {
  @Parts(SplitChildRequest, { description: 'What they leave becomes a child too.' })
  children!: SplitChildRequest[];

  @Text({
    optional: true,
    max: 500,
    example: 'NV/2022/8',
    description: 'For SFGC: the consent of the state.',
  })
  consentReference?: string | null;

  @OccurredOn()
  occurredOn?: string | null;
}
