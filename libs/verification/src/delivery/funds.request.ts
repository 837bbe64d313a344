/** The body of money pledged, committed or received. */
import { FUNDING_KINDS } from '@pledgeline/contracts';
import type { DataOf } from '@pledgeline/contracts';
import { Amount, OccurredOn, OneOf, Pattern, Text, Whole } from '@pledgeline/request-fields';

export class FundsRequest {
  @Amount({ example: 2_500_000 })
  amount!: number;

  @Pattern(/^[A-Z]{3}$/, { example: 'USD' })
  currency!: string;

  @Text({ optional: true, max: 500, example: 'PBF', description: 'Where it goes: code or name.' })
  fund?: string | null;

  @Text({ optional: true, max: 500, description: 'Who gives it, where not the state of the pledge.' })
  funder?: string | null;

  @OneOf(FUNDING_KINDS, { optional: true, example: 'VOLUNTARY' })
  funding?: DataOf<'FundsPledged'>['funding'];

  @Whole({ optional: true, min: 1945, max: 2200, example: 2026 })
  trancheYear?: number | null;

  @Text({ optional: true, max: 500, example: 'PBF/2026/1', description: 'Needed for a commitment.' })
  agreementReference?: string | null;

  @Text({ optional: true, description: 'Why more is received than was committed.' })
  note?: string | null;

  @OccurredOn()
  occurredOn?: string | null;
}
