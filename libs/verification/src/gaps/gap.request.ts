/** Bodies of the acts on a gap. */
import { GAP_READERS, PRIORITIES } from '@pledgeline/contracts';
import type { DataOf } from '@pledgeline/contracts';
import { Day, OccurredOn, OneOf, Part, Pattern, Text, Texts, Whole } from '@pledgeline/request-fields';
import { CODE } from '../requirements/requirement-set.request.ts';

type GapReaders = (typeof GAP_READERS)[number];

export class RequirementPlaceRequest {
  @Pattern(CODE, { example: 'uniformed-capability-requirements' })
  set!: string;

  @Pattern(CODE, { example: 'qrf-1', description: 'Of the newest edition.' })
  slot!: string;
}

export class PublishGapRequest {
  @Text({ max: 500, example: 'MINUSCA', description: 'The code of a mission, or any name that means it.' })
  mission!: string;

  @Text({ max: 100, example: 'INF-BN' })
  capabilityCode!: string;

  @Texts({
    optional: true,
    max: 100,
    example: ['COMPOSITE-BN'],
    description: 'Other codes that fill it as well.',
  })
  substitutes?: string[] | null;

  @Whole({ example: 1 })
  number!: number;

  @Text({ optional: true, max: 100, example: 'unit', description: 'What is counted; "unit" when left out.' })
  unit?: string | null;

  @Day({ optional: true, example: '2030-06-30' })
  neededBy?: string | null;

  @OneOf(PRIORITIES, { example: 'HIGH' })
  priority!: DataOf<'GapPublished'>['priority'];

  @OneOf(GAP_READERS, { optional: true, description: 'PUBLIC when left out.' })
  visibility?: GapReaders | null;

  @Part(RequirementPlaceRequest, {
    optional: true,
    description: 'The place in a set of requirements that it comes from.',
  })
  requirement?: RequirementPlaceRequest | null;

  @OccurredOn()
  occurredOn?: string | null;
}

/** A field that is left out stays as it is. */
export class ReviseGapRequest {
  @Whole({ optional: true, example: 2 })
  number?: number | null;

  @Day({ optional: true, description: 'Null: by no certain date any more.' })
  neededBy?: string | null;

  @OneOf(PRIORITIES, { optional: true, example: 'MEDIUM' })
  priority?: DataOf<'GapRevised'>['priority'] | null;

  @OneOf(GAP_READERS, {
    optional: true,
    description: 'Left out: as it is; a gap from before gaps were public is then made public.',
  })
  visibility?: GapReaders | null;

  @Text({ example: 'The mandate was extended', description: 'Not for the public.' })
  reason!: string;

  @OccurredOn()
  occurredOn?: string | null;
}

export class CloseGapRequest {
  @Text({ example: 'The mission has closed', description: 'Not for the public.' })
  reason!: string;

  @OccurredOn()
  occurredOn?: string | null;
}
