/** Bodies of the decisions on acts that were recorded for others. */
import { AnyValue, Parts, Text, YesNo } from '@pledgeline/request-fields';

export class RejectActRequest {
  @Text({ example: 'The note is of another pledge' })
  reason!: string;
}

class AskedFieldRequest {
  @Text({ max: 100, example: 'text', description: 'A field of the act, or `occurredOn` for its day.' })
  field!: string;

  @AnyValue({ optional: true, description: 'What it should say; null where nothing was said.' })
  new?: unknown;
}

export class ObjectToActRequest {
  @YesNo({
    example: true,
    description: 'The state did nothing of it. Otherwise `changes` says what the act should say instead.',
  })
  wholeAct!: boolean;

  @Text({ example: 'The note is of another pledge' })
  reason!: string;

  @Parts(AskedFieldRequest, { min: 0, optional: true })
  changes?: AskedFieldRequest[] | null;
}
