/** The body of an acknowledgement of several pledges. */
import { OccurredOn, Text, Texts } from '@pledgeline/request-fields';
import { ArrayMinSize, ArrayUnique } from 'class-validator';

export class AcknowledgePledgesRequest {
  @Texts({ example: ['2021-seoul/KOR/INF-BN-7F3K2'], description: 'Each by its id or reference, and once.' })
  @ArrayMinSize(1)
  @ArrayUnique()
  pledges!: readonly string[];

  @Text({ max: 500, example: 'DPO/2021/4471' })
  acknowledgementReference!: string;

  @OccurredOn()
  occurredOn?: string | null;
}
