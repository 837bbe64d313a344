/** Bodies of the acts on the light-coordination board. */
import { LANGUAGES, NEED_KINDS } from '@pledgeline/contracts';
import type { DataOf } from '@pledgeline/contracts';
import { Day, OccurredOn, OneOf, PledgeId, SomeOf, Text, Whole } from '@pledgeline/request-fields';

export class PublishNeedRequest {
  @OneOf(NEED_KINDS, { example: 'TRAINING' })
  kind!: DataOf<'NeedPublished'>['kind'];

  @Text({ example: 'Training of the staff of a level II hospital' })
  text!: string;

  @Text({ optional: true, max: 100, example: 'MED-TRAINING' })
  capabilityCode?: string | null;

  @Text({
    optional: true,
    max: 200,
    example: 'Viet Nam',
    description: 'The state whose need it is; or name a body.',
  })
  memberState?: string | null;

  @Text({
    optional: true,
    max: 200,
    description: 'The mission or body whose need it is, where it is no state.',
  })
  body?: string | null;

  @Whole({ optional: true, example: 70, description: 'Persons, courses or things.' })
  number?: number | null;

  @Day({ optional: true, example: '2030-06-30' })
  neededBy?: string | null;

  @SomeOf(LANGUAGES, { optional: true, example: ['fr'] })
  languages?: string[] | null;

  @Text({ optional: true, max: 100, example: '2021-seoul' })
  conference?: string | null;

  @PledgeId({ optional: true, description: 'The pledge whose performance led to it.' })
  followsPledge?: string | null;

  @Text({ optional: true, max: 2000, example: 'Light Coordination Mechanism, July 2021' })
  source?: string | null;

  @OccurredOn()
  occurredOn?: string | null;
}

export class MakeOfferRequest {
  @Text({ optional: true, max: 200, example: 'Australia', description: 'Who offers; or name a body.' })
  memberState?: string | null;

  @Text({ optional: true, max: 200 })
  body?: string | null;

  @Text({ example: 'Two instructors and a simulation laboratory for six weeks' })
  text!: string;

  @Whole({ optional: true, example: 35 })
  number?: number | null;

  @PledgeId({ optional: true, description: 'The pledge that promised it, of the one who offers.' })
  pledgeId?: string | null;

  @OccurredOn()
  occurredOn?: string | null;
}

export class ChooseOfferRequest {
  @Whole({
    optional: true,
    example: 40,
    description: 'How many of the need it answers, at most what was offered; left out: all that was.',
  })
  number?: number | null;

  @Text({ optional: true, example: 'It covers the whole staff' })
  reason?: string | null;

  @OccurredOn()
  occurredOn?: string | null;
}

/** Also of a refusal and of a closure: each says why. */
export class NeedReasonRequest {
  @Text({ example: 'The need is met by another offer' })
  reason!: string;

  @OccurredOn()
  occurredOn?: string | null;
}
