/** Bodies of the acts on a plan, its milestones and their evidence. */
import { EVIDENCE_KINDS, type EvidenceKind } from '@pledgeline/contracts';
import { Day, Ids, OccurredOn, OneOf, Parts, Pattern, Text } from '@pledgeline/request-fields';

const EVIDENCE = '0190a5b2-7c1e-7d3f-8a45-1b2c3d4e5f62';

export class PlannedMilestoneRequest {
  @Text({ optional: true, example: '200 trained', description: 'That of the template when left out.' })
  text?: string | null;

  @Day({ example: '2030-06-01' })
  dueOn!: string;

  @Text({ optional: true, max: 500, example: '200 persons' })
  measure?: string | null;

  @Text({
    optional: true,
    max: 100,
    description: 'Key of a template of the pledge’s category: see GET /milestone-templates.',
  })
  template?: string | null;
}

export class PlanImplementationRequest {
  @Parts(PlannedMilestoneRequest)
  milestones!: PlannedMilestoneRequest[];

  @Text({ optional: true, max: 500, example: 'Peace Operations Training Centre' })
  implementingBody?: string | null;

  @OccurredOn()
  occurredOn?: string | null;
}

/** Terms left out stay as they are. */
export class ReviseMilestoneRequest {
  @Text({ optional: true })
  text?: string | null;

  @Day({ optional: true, example: '2030-09-01' })
  dueOn?: string | null;

  @Text({ optional: true, max: 500 })
  measure?: string | null;

  @Text({ example: 'The rooms are late' })
  reason!: string;

  @OccurredOn()
  occurredOn?: string | null;
}

export class StartImplementationRequest {
  @OccurredOn()
  occurredOn?: string | null;
}

export class MeetMilestoneRequest {
  @Ids({ example: [EVIDENCE], description: 'Evidence of this pledge that was not rejected.' })
  evidence!: string[];

  @OccurredOn()
  occurredOn?: string | null;
}

/** A document by its hash, an address, or both. */
export class SubmitEvidenceRequest {
  @OneOf(EVIDENCE_KINDS, { example: 'REPORT' })
  kind!: EvidenceKind;

  @Pattern(/^[0-9a-f]{64}$/, {
    optional: true,
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    description: 'SHA-256 of the file, in lower-case hexadecimal digits.',
  })
  sha256?: string | null;

  @Pattern(/^https?:\/\/\S{1,2000}$/, { optional: true, example: 'https://example.org/report' })
  url?: string | null;

  @OccurredOn()
  occurredOn?: string | null;
}

export class VerifyEvidenceRequest {
  @Text({ optional: true })
  note?: string | null;

  @OccurredOn()
  occurredOn?: string | null;
}

export class RejectEvidenceRequest {
  @Text({ example: 'The agreement is not signed' })
  reason!: string;

  @OccurredOn()
  occurredOn?: string | null;
}
