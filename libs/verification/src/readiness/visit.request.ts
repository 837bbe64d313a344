/** Bodies of the acts on a visit. */
import { VISIT_MODES, VISIT_OUTCOMES, VISIT_PURPOSES } from '@pledgeline/contracts';
import type { DataOf, VisitOutcome } from '@pledgeline/contracts';
import { Day, OccurredOn, OneOf, Parts, PledgeId, PledgeIds, Text, Texts } from '@pledgeline/request-fields';

const PLEDGE = '0190a5b2-7c1e-7d3f-8a45-1b2c3d4e5f61';

export class ScheduleVisitRequest {
  @OneOf(VISIT_PURPOSES, { example: 'AAV' })
  purpose!: DataOf<'AavScheduled'>['purpose'];

  @Text({
    optional: true,
    max: 200,
    example: 'KOR',
    description: 'Name or code; must be the state of every unit.',
  })
  memberState?: string | null;

  @Day({ example: '2030-02-01', description: 'The first day; it may lie ahead.' })
  from!: string;

  @Day({ example: '2030-02-05' })
  to!: string;

  @OneOf(VISIT_MODES, { example: 'IN_PERSON' })
  mode!: DataOf<'AavScheduled'>['mode'];

  @PledgeIds({ example: [PLEDGE], description: 'Pledges of one state.' })
  units!: string[];

  @Texts({ optional: true, example: ['SFGC', 'DOS'] })
  team?: string[] | null;

  @OccurredOn()
  occurredOn?: string | null;
}

export class ConductVisitRequest {
  @Day({ example: '2022-02-01' })
  from!: string;

  @Day({ example: '2022-02-05' })
  to!: string;

  @Texts({ optional: true, example: ['general', 'COE'] })
  checklists?: string[] | null;

  @OccurredOn()
  occurredOn?: string | null;
}

export class UnitOutcome {
  @PledgeId({ example: PLEDGE })
  pledgeId!: string;

  @OneOf(VISIT_OUTCOMES, { example: 'SUCCESSFUL_WITH_RECOMMENDATIONS' })
  outcome!: VisitOutcome;

  @Texts({ optional: true, max: 10_000, example: ['Replace two water purifiers'] })
  recommendations?: string[] | null;
}

export class RecordVisitOutcomeRequest {
  @Parts(UnitOutcome)
  outcomes!: UnitOutcome[];

  @Text({ optional: true, max: 500, example: 'AAV/2022/9', description: 'Needed for an AAV.' })
  reportReference?: string | null;

  @Text({
    optional: true,
    max: 500,
    description: 'Of a verification for RDL, where an agreement was reached.',
  })
  agreementReference?: string | null;

  @OccurredOn()
  occurredOn?: string | null;
}
