/** Bodies of the commands that assess a unit or a course, and of what follows from them. */
import { COURSE_RESULTS, PERFORMANCE_RESULTS, PERFORMANCE_TOOLS } from '@pledgeline/contracts';
import type { DataOf, PerformanceResult } from '@pledgeline/contracts';
import { Day, Id, OccurredOn, OneOf, Part, PledgeId, Text, Texts, YesNo } from '@pledgeline/request-fields';

export class ImprovementPlanRequest {
  @Text({ example: 'A course in night driving' })
  text!: string;

  @Day({ example: '2030-06-30' })
  dueOn!: string;
}

export class AssessPerformanceRequest {
  @Text({
    max: 200,
    example: 'COMMANDER_EVALUATION',
    description: `With what it was judged (IPPAF): any name that the register knows of ${PERFORMANCE_TOOLS.join(', ')}.`,
  })
  tool!: string;

  @Text({ max: 500, example: 'FC/2023/118' })
  reportReference!: string;

  @OneOf(PERFORMANCE_RESULTS, { example: 'NEEDS_IMPROVEMENT' })
  result!: PerformanceResult;

  @Texts({ optional: true, max: 2000, example: ['Drivers lack training at night'] })
  findings?: string[] | null;

  @Part(ImprovementPlanRequest, { optional: true })
  improvementPlan?: ImprovementPlanRequest | null;

  @OccurredOn()
  occurredOn?: string | null;
}

/** At least one of the two. */
export class FollowUpFindingRequest {
  @Id({ optional: true, example: '0190a5b2-7c1e-7d3f-8a45-1b2c3d4e5f65', description: 'A training need.' })
  needId?: string | null;

  @PledgeId({ optional: true, description: 'A pledge that answers the need.' })
  ledToPledgeId?: string | null;

  @OccurredOn()
  occurredOn?: string | null;
}

export class CloseImprovementPlanRequest {
  @Text({ example: 'Course report 12' })
  evidence!: string;

  @OccurredOn()
  occurredOn?: string | null;
}

/** Whose trainers are meant: states, bodies, or both. */
export class TrainersRequest {
  @Texts({ optional: true, max: 200, example: ['Canada'], description: 'Names or ISO 3166 alpha-3 codes.' })
  states?: string[] | null;

  @Texts({
    optional: true,
    max: 200,
    example: ['UNITAR'],
    description: 'Training centres and other bodies that are no state, by name.',
  })
  bodies?: string[] | null;

  @OccurredOn()
  occurredOn?: string | null;
}

export class EvaluateCourseRequest {
  @OneOf(COURSE_RESULTS, { example: 'PARTLY_EFFECTIVE' })
  result!: DataOf<'CourseEvaluated'>['result'];

  @Text({ example: 'Convoys move at night; two of three drivers pass the test' })
  text!: string;

  @Text({ optional: true, max: 500, example: 'ITS/2026/12' })
  reportReference?: string | null;

  @YesNo({ optional: true, description: 'Keeps it from states that have no part in the pledge.' })
  internal?: boolean | null;

  @OccurredOn()
  occurredOn?: string | null;
}
