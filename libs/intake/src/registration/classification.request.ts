/** Bodies of the acts by which the desk says what a pledge is, and what it is about. */
import { TAGS } from '@pledgeline/contracts';
import { OccurredOn, OneOf, Text, Texts } from '@pledgeline/request-fields';

export class ProposeReclassificationRequest {
  @Text({ max: 100, example: 'FPU', description: 'Code of the taxonomy; it decides the track.' })
  capabilityCode!: string;

  @Text({ example: 'The note verbale speaks of police' })
  reason!: string;

  @OccurredOn()
  occurredOn?: string | null;
}

export class ReclassifyPledgeRequest {
  @Text({ max: 100, example: 'FPU', description: 'As proposed by another person.' })
  capabilityCode!: string;

  @OccurredOn()
  occurredOn?: string | null;
}

export class TagThemesRequest {
  @Texts({
    max: 100,
    example: ['a4p-women'],
    description: 'All that hold from now on; an empty list takes them away.',
  })
  themes!: string[];

  @OneOf(TAGS, { optional: true, example: 'a4p-women' })
  mainTheme?: string | null;

  @OccurredOn()
  occurredOn?: string | null;
}
