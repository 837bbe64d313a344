/** Body of the decision whether an announcement repeats another. */
import { REPEAT_DECISIONS, type DataOf } from '@pledgeline/contracts';
import { OccurredOn, OneOf, PledgeId, Text } from '@pledgeline/request-fields';

export class DecideRepeatRequest {
  @OneOf(REPEAT_DECISIONS, { example: 'ADDITIONAL' })
  decision!: DataOf<'RepeatDecided'>['decision'];

  @PledgeId({ optional: true, description: 'The pledge that it repeats, of the same state.' })
  repeats?: string | null;

  @Text({ max: 2000, example: 'A second battalion: note verbale 2017/31' })
  reason!: string;

  @OccurredOn()
  occurredOn?: string | null;
}
