/** Bodies of the acts on a mission's calendar. */
import { HOST_STANDS, MISSION_KINDS } from '@pledgeline/contracts';
import type { DataOf } from '@pledgeline/contracts';
import { Day, OccurredOn, OneOf, Pattern, Text, Texts } from '@pledgeline/request-fields';
import { MISSION_CODE } from './mission-code.ts';

export class RegisterMissionRequest {
  @Pattern(MISSION_CODE, { example: 'UNAMID', description: 'As gaps and pledges name it.' })
  code!: string;

  @Text({ max: 500, example: 'African Union-United Nations Hybrid Operation in Darfur' })
  name!: string;

  @Texts({ optional: true, max: 500, example: ['MINUAD'], description: 'Other names that mean it.' })
  aliases?: string[] | null;

  @OneOf(MISSION_KINDS, {
    optional: true,
    example: 'PEACEKEEPING',
    description: 'As the register has it where it is left out; PEACEKEEPING for a new mission.',
  })
  kind?: DataOf<'MissionRegistered'>['kind'] | null;

  @Texts({ max: 200, example: ['Sudan'], description: 'Names or ISO 3166 alpha-3 codes.' })
  hostStates!: string[];

  @Day({ optional: true, example: '2020-12-31' })
  mandatedUntil?: string | null;

  @Text({ max: 2000, example: 'Security Council resolution 2559 (2020)' })
  source!: string;

  @OccurredOn()
  occurredOn?: string | null;
}

export class AddMissionAliasRequest {
  @Text({ max: 500, example: 'UN force in Darfur' })
  alias!: string;

  @Text({ max: 2000, example: 'Speech of 2021-12-07' })
  source!: string;

  @OccurredOn()
  occurredOn?: string | null;
}

export class ScheduleMissionClosureRequest {
  @Day({ example: '2020-12-31' })
  closesOn!: string;

  @Text({ max: 2000, example: 'Security Council resolution 2559 (2020)' })
  source!: string;

  @OccurredOn()
  occurredOn?: string | null;
}

export class ChangeHostConsentRequest {
  @OneOf(HOST_STANDS, { example: 'WITHDRAWN' })
  consent!: DataOf<'HostConsentChanged'>['consent'];

  @Day({ example: '2023-06-16' })
  changedOn!: string;

  @Text({ max: 2000, example: 'Letter to the Security Council' })
  source!: string;

  @OccurredOn()
  occurredOn?: string | null;
}
