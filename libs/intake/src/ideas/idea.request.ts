/** Bodies of the acts on ideas. */
import { IDEA_KINDS } from '@pledgeline/contracts';
import type { DataOf } from '@pledgeline/contracts';
import { Day, OccurredOn, OneOf, PledgeId, Text, Texts, YesNo } from '@pledgeline/request-fields';

export class RaiseIdeaRequest {
  @OneOf(IDEA_KINDS, {
    example: 'IDEA',
    description: 'EXPECTED of a state by those who speak with it: for the Secretariat alone.',
  })
  kind!: DataOf<'PledgeIdeaRaised'>['kind'];

  @Text({
    optional: true,
    max: 200,
    example: 'Rwanda',
    description: 'Whose promise it would be; left out while that is open.',
  })
  memberState?: string | null;

  @Text({ optional: true, max: 100, example: '2021-prep-performance', description: 'Where it was raised.' })
  conference?: string | null;

  @Texts({
    optional: true,
    max: 200,
    example: ['a4p-women'],
    description: 'By their codes or by any name that a register knows.',
  })
  themes?: string[] | null;

  @Text({ example: 'A mobile team that trains contingents before a rotation' })
  text!: string;

  @Text({ max: 2000, example: 'Chairs’ summary, July 2021' })
  source!: string;

  @OccurredOn()
  occurredOn?: string | null;
}

export class LogContactRequest {
  @Day({ example: '2021-09-14' })
  contactOn!: string;

  @Text({
    max: 500,
    optional: true,
    example: 'Permanent mission, military adviser',
    description: 'An office; no names. Left out under the Chatham House Rule.',
  })
  with?: string | null;

  @Text({ example: 'A decision is expected before the ministerial' })
  note!: string;

  @YesNo({
    optional: true,
    description: 'True of a talk under the Chatham House Rule: nobody is named, not even who noted it.',
  })
  chathamHouse?: boolean | null;

  @OccurredOn()
  occurredOn?: string | null;
}

export class TakeUpIdeaRequest {
  @PledgeId({ example: '0199e1f2-5a3b-7c1d-9e2f-0123456789ab', description: 'The pledge that came of it.' })
  pledgeId!: string;

  @OccurredOn()
  occurredOn?: string | null;
}

export class DropIdeaRequest {
  @Text({ example: 'Another state offered the same' })
  reason!: string;

  @OccurredOn()
  occurredOn?: string | null;
}
