/** Bodies of the acts by which a pledge rests, and goes on. */
import { OccurredOn, Text } from '@pledgeline/request-fields';

export class SuspendPledgeRequest {
  @Text({ example: 'The airport is closed' })
  reason!: string;

  @OccurredOn()
  occurredOn?: string | null;
}

export class ResumePledgeRequest {
  @OccurredOn()
  occurredOn?: string | null;
}
