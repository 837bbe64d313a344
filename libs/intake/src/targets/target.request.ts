/** Body of what a promise aims at. */
import { indicators } from '@pledgeline/contracts';
import { Figure, OccurredOn, OneOf, Stated, Text, Whole } from '@pledgeline/request-fields';

export class StateTargetRequest {
  @OneOf(indicators.map(({ code }) => code), { example: 'WOMEN_IN_UNIT' })
  indicator!: string;

  @Stated({
    optional: true,
    example: 'double by 2027',
    description: 'A number, or a multiple in words. Left out where only what is missing is added.',
  })
  target?: string | number | null;

  @Figure({
    optional: true,
    min: 0,
    example: 2,
    description: 'The multiple of a relative target, in figures.',
  })
  factor?: number | null;

  @Figure({ optional: true, min: 0, example: 7.5, description: 'What a relative target starts from.' })
  baseline?: number | null;

  @Whole({ optional: true, max: 2100, example: 2025 })
  baselineYear?: number | null;

  @Whole({ optional: true, max: 2100, example: 2027 })
  year?: number | null;

  @Text({ max: 2000, example: 'Note verbale 2025/90' })
  source!: string;

  @Text({ optional: true, max: 2000, description: 'Needed where something that was stated changes.' })
  reason?: string | null;

  @OccurredOn()
  occurredOn?: string | null;
}
