/** Bodies of the acts about limits on the use of a unit. */
import { CAVEAT_KINDS } from '@pledgeline/contracts';
import type { CaveatKind } from '@pledgeline/contracts';
import { Day, OccurredOn, OneOf, Text, YesNo } from '@pledgeline/request-fields';

const WRITTEN = 'Whether the unit can be selected only where a decision accepts it in writing.';

export class DeclareCaveatRequest {
  @Text({ example: 'The battalion does not operate north of the river' })
  text!: string;

  @OneOf(CAVEAT_KINDS, { example: 'GEOGRAPHIC' })
  kind!: CaveatKind;

  @YesNo({ example: true, description: WRITTEN })
  blocking!: boolean;

  @YesNo({
    optional: true,
    description:
      'True keeps it between the state and the Secretariat; otherwise all member states may read it.',
  })
  internal?: boolean | null;

  @OccurredOn()
  occurredOn?: string | null;
}

export class DiscoverCaveatRequest {
  @Text({ example: 'The unit refused patrols after dark' })
  text!: string;

  @OneOf(CAVEAT_KINDS, { example: 'TASK' })
  kind!: CaveatKind;

  @YesNo({ example: true, description: WRITTEN })
  blocking!: boolean;

  @Day({ example: '2023-04-17' })
  incidentOn!: string;

  @Text({ max: 500, example: 'Incident report 2023/118' })
  source!: string;

  @OccurredOn()
  occurredOn?: string | null;
}

export class LiftCaveatRequest {
  @Text({
    max: 500,
    example: 'Note verbale 2023/12',
    description: 'The paper by which the state gives it up. Who confirms it names his own.',
  })
  confirmationReference!: string;

  @OccurredOn()
  occurredOn?: string | null;
}

export class ConfirmCaveatLiftingRequest {
  @Text({ max: 500, example: 'FGS note 2023/12', description: 'The own paper of who confirms.' })
  confirmationReference!: string;

  @OccurredOn()
  occurredOn?: string | null;
}

export class RefuseCaveatLiftingRequest {
  @Text({ example: 'The unit still refused two patrols last week', description: 'For the state.' })
  reason!: string;

  @OccurredOn()
  occurredOn?: string | null;
}

export class NoteCaveatTalkRequest {
  @Text({ example: 'There is room for a shorter list' })
  text!: string;

  @YesNo({
    optional: true,
    description:
      'True of a talk under the Chatham House Rule: what was said is kept, without any name, and nobody sees who noted it.',
  })
  chathamHouse?: boolean | null;

  @OccurredOn()
  occurredOn?: string | null;
}
