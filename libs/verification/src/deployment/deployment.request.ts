/** Bodies of the acts from the memorandum of understanding to the end of a deployment. */
import { DEPLOYMENT_EXCEPTIONS, LIQUIDATION, PDV_RESULTS, REPATRIATION_REASONS } from '@pledgeline/contracts';
import type { DataOf } from '@pledgeline/contracts';
import { Day, OccurredOn, OneOf, PerCent, Text, Whole } from '@pledgeline/request-fields';

export class SignMouRequest {
  @Text({ max: 500, example: 'MOU/2022/KOR/7' })
  mouReference!: string;

  @Whole({ example: 850 })
  strength!: number;

  @Text({ max: 100, example: '1.0' })
  equipmentAnnexVersion!: string;

  @Text({ optional: true, max: 500 })
  caveatsAnnex?: string | null;

  @Day({ example: '2022-06-01' })
  from!: string;

  @Day({ example: '2023-05-31' })
  to!: string;

  @Text({ optional: true, description: 'Why it was signed for a time before the selection.' })
  retroactiveReason?: string | null;

  @OneOf([LIQUIDATION], {
    optional: true,
    description: 'For a mission that has closed, or whose host does not consent.',
  })
  exception?: DataOf<'MouSigned'>['exception'];

  @Text({ optional: true, max: 500 })
  approver?: string | null;

  @OccurredOn()
  occurredOn?: string | null;
}

/** Terms left out stay as they are. */
export class AmendMouRequest {
  @Text({ max: 500, example: 'MOU/2022/KOR/7/A1' })
  amendmentReference!: string;

  @Whole({ optional: true, example: 860 })
  strength?: number | null;

  @Text({ optional: true, max: 100, example: '1.1' })
  equipmentAnnexVersion?: string | null;

  @Day({ optional: true })
  from?: string | null;

  @Day({ optional: true, example: '2023-08-31' })
  to?: string | null;

  @OccurredOn()
  occurredOn?: string | null;
}

export class ConductPdvRequest {
  @Day({ example: '2022-05-02' })
  from!: string;

  @Day({ example: '2022-05-04' })
  to!: string;

  @OneOf(PDV_RESULTS, { example: 'PASSED' })
  result!: DataOf<'PdvConducted'>['result'];

  @Text({ optional: true, example: 'Two water purifiers to be replaced' })
  findings?: string | null;

  @Text({ max: 500, example: 'DOS/2022/310', description: 'The part of DOS in the visit.' })
  dosReference!: string;

  @OccurredOn()
  occurredOn?: string | null;
}

export class DeployUnitRequest {
  @Text({ max: 500, example: 'Bangassou' })
  place!: string;

  @Whole({ example: 850 })
  strength!: number;

  @PerCent({ optional: true, example: 80 })
  equipmentArrivalShare?: number | null;

  @OneOf(DEPLOYMENT_EXCEPTIONS, {
    optional: true,
    description:
      'REHATTING or LETTER_OF_ASSIST for a unit that is not READY; LIQUIDATION for a mission that has closed, or whose host does not consent.',
  })
  exception?: DataOf<'UnitDeployed'>['exception'];

  @Text({ optional: true, max: 500 })
  approver?: string | null;

  @OccurredOn()
  occurredOn?: string | null;
}

export class RotateUnitRequest {
  @Whole({ example: 850 })
  strengthIn!: number;

  @Whole({ example: 850 })
  strengthOut!: number;

  @Text({
    optional: true,
    max: 200,
    description: 'Name or ISO 3166 alpha-3 code, in a multinational rotation.',
  })
  nextState?: string | null;

  @Text({ optional: true, description: 'Why another state comes than the list of turns says.' })
  outOfTurnReason?: string | null;

  @OccurredOn()
  occurredOn?: string | null;
}

export class RepatriateUnitRequest {
  @OneOf(REPATRIATION_REASONS, { example: 'END_OF_TOUR' })
  reason!: DataOf<'UnitRepatriated'>['reason'];

  @OccurredOn()
  occurredOn?: string | null;
}
