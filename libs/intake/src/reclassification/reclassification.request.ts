/** Bodies of the commands that put a pledge under another code. */
import { OccurredOn, Text } from '@pledgeline/request-fields';

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
