/** Body of an amendment. */
import { Day, Figure, OccurredOn, Part, Parts, Said, Text } from '@pledgeline/request-fields';

export class AmendedFieldRequest {
  @Text({
    max: 100,
    example: 'quantity',
    description:
      'description, timeframe, quantity, strength, aircraft, money, deployWithinDays, or a term, such as terms.mission.',
  })
  field!: string;

  @Said({
    optional: true,
    example: 'up to 300',
    description: 'What it says now; left out where nothing is stated.',
  })
  old?: string | number | null;

  @Said({ optional: true, example: 'up to 250', description: 'Left out to take the statement back.' })
  new?: string | number | null;

  @Text({
    optional: true,
    max: 100,
    example: 'troops',
    description: 'Of a quantity, or the currency of money; as before when left out.',
  })
  unit?: string | null;
}

export class ConversionRequest {
  @Figure({ min: 0, example: 0.735, description: 'Units of the new currency for one of the old.' })
  rate!: number;

  @Day({ description: 'The day of the rate.' })
  on!: string;
}

export class AmendPledgeRequest {
  @Parts(AmendedFieldRequest)
  changes!: AmendedFieldRequest[];

  @Text({ example: 'The Parliament voted for fewer' })
  reason!: string;

  @Text({ max: 2000, example: 'Note verbale 2022/14' })
  source!: string;

  @Text({ optional: true, max: 500, example: 'FGS/2022/4', description: 'Consent of FGS, PD or DOS.' })
  consentReference?: string | null;

  @Part(ConversionRequest, { optional: true, description: 'Where money comes into another currency.' })
  conversion?: ConversionRequest | null;

  @OccurredOn()
  occurredOn?: string | null;
}
