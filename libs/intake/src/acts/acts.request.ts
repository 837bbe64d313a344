/** Bodies of the decisions on acts that were recorded for others. */
import { Text } from '@pledgeline/request-fields';

export class RejectActRequest {
  @Text({ example: 'The note is of another pledge' })
  reason!: string;
}
