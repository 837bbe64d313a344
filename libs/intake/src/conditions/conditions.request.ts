/** Bodies of the acts by which a promise depends on something, and by which that is settled. */
import { OccurredOn, Text } from '@pledgeline/request-fields';

export class DeclareConditionRequest {
  @Text({ example: 'If the peace process allows' })
  text!: string;

  @OccurredOn()
  occurredOn?: string | null;
}

export class SettleConditionRequest {
  @Text({ example: 'Resolution of Congress, 12 May 2026' })
  evidence!: string;

  @OccurredOn()
  occurredOn?: string | null;
}
