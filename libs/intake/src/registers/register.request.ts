/** Bodies of what the desk adds to a register of names. */
import { OccurredOn, Pattern, Text, Texts, VagueDay } from '@pledgeline/request-fields';

/** As reports will group by it. */
const REGISTER_CODE = /^[A-Z][A-Z0-9-]{1,39}$/;

export class AddNameRequest {
  @Pattern(REGISTER_CODE, { example: 'ACCRA-2023', description: 'As reports will group by it.' })
  code!: string;

  @Text({ max: 500, example: 'Accra Declaration on the Protection of Civilians' })
  name!: string;

  @Texts({
    optional: true,
    max: 500,
    example: ['Accra Declaration'],
    description: 'Other names that mean it.',
  })
  aliases?: string[] | null;

  @Text({
    optional: true,
    max: 100,
    example: 'DECLARATION',
    description: 'In the words of the register: PRINCIPLES, FUND; of a training centre its country.',
  })
  kind?: string | null;

  @VagueDay({ optional: true, example: '2023-12-06', description: 'A day, a month or a year.' })
  from?: string | null;

  @VagueDay({ optional: true, example: '2030', description: 'A day, a month or a year.' })
  to?: string | null;

  @Text({ max: 2000, example: 'Ministerial of December 2023, Accra' })
  source!: string;

  @OccurredOn()
  occurredOn?: string | null;
}

export class AddAliasRequest {
  @Text({ max: 500, example: 'Principles of Kigali' })
  alias!: string;

  @Text({ max: 2000, example: 'Speech of 2021-12-07' })
  source!: string;

  @OccurredOn()
  occurredOn?: string | null;
}

export class WithdrawAliasRequest {
  @Text({ max: 500, example: 'Principles of Kigali' })
  alias!: string;

  @Text({ max: 2000, example: 'It means another text' })
  reason!: string;

  @OccurredOn()
  occurredOn?: string | null;
}
