/** Body of the act by which a state takes its pledge back. */
import { OccurredOn, Text } from '@pledgeline/request-fields';

export class WithdrawPledgeRequest {
  @Text({ example: 'National commitments elsewhere' })
  reason!: string;

  @Text({ optional: true, max: 2000, example: 'Note verbale 2023/12' })
  source?: string | null;

  @OccurredOn()
  occurredOn?: string | null;
}
