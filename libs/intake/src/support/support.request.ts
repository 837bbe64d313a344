/** Bodies of what a state asks of the Secretariat, and of the answers. */
import { SUPPORT_KINDS } from '@pledgeline/contracts';
import type { DataOf } from '@pledgeline/contracts';
import { Day, OccurredOn, OneOf, Text } from '@pledgeline/request-fields';

export class RequestSupportRequest {
  @OneOf(SUPPORT_KINDS, { example: 'STUDY' })
  kind!: DataOf<'SupportRequested'>['kind'];

  @Text({ example: 'Which engines run in the heat of the mission?' })
  text!: string;

  @Day({ optional: true, example: '2030-01-31', description: 'When it is needed; may lie ahead.' })
  neededBy?: string | null;

  @OccurredOn()
  occurredOn?: string | null;
}

export class AnswerSupportRequestRequest {
  @Text({ example: 'The study is on its way' })
  answer!: string;

  @Text({ optional: true, max: 500, example: 'DPO/2026/7' })
  reference?: string | null;

  @OccurredOn()
  occurredOn?: string | null;
}

export class DeclineSupportRequestRequest {
  @Text({ example: 'No team is free this year' })
  reason!: string;

  @OccurredOn()
  occurredOn?: string | null;
}
