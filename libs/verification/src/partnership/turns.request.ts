/** Body of the command by which the states of a rotation agree on their turns. */
import { Day, OccurredOn, Parts, Text } from '@pledgeline/request-fields';

export class TurnRequest {
  @Text({ max: 200, example: 'NOR', description: 'Name or ISO 3166 alpha-3 code.' })
  state!: string;

  @Day({ example: '2030-01-01', description: 'The first day; it may lie ahead.' })
  from!: string;

  @Day({ example: '2030-06-30' })
  to!: string;
}

export class AgreeTurnsRequest {
  @Parts(TurnRequest, { description: 'The whole list, in the order in which the turns begin.' })
  turns!: TurnRequest[];

  @OccurredOn()
  occurredOn?: string | null;
}
