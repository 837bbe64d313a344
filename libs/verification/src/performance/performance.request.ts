/** Bodies of the commands that assess a unit, and of their follow-up. */
import { PERFORMANCE_RESULTS, PERFORMANCE_TOOLS } from '@pledgeline/contracts';
import type { PerformanceResult, PerformanceTool } from '@pledgeline/contracts';
import { Day, Id, OccurredOn, OneOf, Part, PledgeId, Text, Texts } from '@pledgeline/request-fields';

export class ImprovementPlanRequest {
  @Text({ example: 'A course in night driving' })
  text!: string;

  @Day({ example: '2030-06-30', description: 'May lie ahead.' })
  dueOn!: string;
}

export class AssessPerformanceRequest {
  @OneOf(PERFORMANCE_TOOLS, {
    example: 'COMMANDER_EVALUATION',
    description: 'With what it was judged (IPPAF).',
  })
  tool!: PerformanceTool;

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
