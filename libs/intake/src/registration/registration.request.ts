/** Bodies of the acts between the acknowledgement of a promise and its place in the register. */
import { DECLINE_REASONS, DOCUMENT_KINDS } from '@pledgeline/contracts';
import type { DataOf } from '@pledgeline/contracts';
import { Day, OccurredOn, OneOf, Pattern, Stated, Text, Whole, YesNo } from '@pledgeline/request-fields';

export class RequestClarificationRequest {
  @Text({ example: 'From which date can the unit deploy?' })
  question!: string;

  @Text({ optional: true, max: 100, example: 'timeframe', description: 'The field asked about.' })
  field?: string | null;

  @Day({ example: '2030-01-31', description: 'When the answer is due; may lie ahead.' })
  dueOn!: string;

  @YesNo({ example: true, description: 'True holds up the registration until it is answered.' })
  blocking!: boolean;

  @OccurredOn()
  occurredOn?: string | null;
}

export class ProvideClarificationRequest {
  @Text({ example: 'From 1 March 2022' })
  answer!: string;

  @OccurredOn()
  occurredOn?: string | null;
}

export class ReceiveDocumentationRequest {
  @OneOf(DOCUMENT_KINDS, { example: 'NOTE_VERBALE' })
  kind!: DataOf<'DocumentationReceived'>['kind'];

  @Whole({ max: 10_000, example: 1 })
  version!: number;

  @Pattern(/^[0-9a-f]{64}$/, {
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    description: 'SHA-256 of the file, in lower-case hexadecimal digits.',
  })
  sha256!: string;

  @Day({
    optional: true,
    example: '2021-12-20',
    description:
      'The day that the paper bears: the registration or the level that rests on it is not before that day. Unknown when left out.',
  })
  datedOn?: string | null;

  @Text({ optional: true, max: 500, example: 'NV/2021/118' })
  reference?: string | null;

  @OccurredOn()
  occurredOn?: string | null;
}

export class RegisterPledgeRequest {
  @Text({ max: 100, example: 'INF-BN', description: 'Code of the taxonomy; it decides the track.' })
  capabilityCode!: string;

  @Stated({ optional: true, example: '1', description: 'As announced when left out.' })
  quantity?: string | number | null;

  @Text({ optional: true, max: 100, example: 'unit' })
  unit?: string | null;

  @Stated({
    optional: true,
    example: '850',
    description: 'Persons in all units together; left out, as announced for as many units.',
  })
  strength?: string | number | null;

  @Stated({
    optional: true,
    example: '3',
    description: 'Aircraft in all units together; left out, as announced for as many units.',
  })
  aircraft?: string | number | null;

  @Text({ optional: true, max: 500, example: 'within 60 days of a request' })
  timeframe?: string | null;

  @Whole({ optional: true, max: 3650, example: 60 })
  deployWithinDays?: number | null;

  @Text({ max: 500, example: 'PCRS/2022/031' })
  registrationReference!: string;

  @Text({
    optional: true,
    max: 500,
    example: 'FGS note 2022/12',
    description:
      'Of FGS, PD, DOS or the desk, where less is registered than was announced: without it the delivery is measured by what was announced.',
  })
  consentReference?: string | null;

  @Text({ optional: true, example: '120 officers trained by the end of 2027' })
  target?: string | null;

  @YesNo({
    optional: true,
    description: 'On its true dates the offer is over already: its history is entered only now.',
  })
  lateEntry?: boolean | null;

  @YesNo({ optional: true, description: 'For an implementation pledge without a measurable target.' })
  notMeasurable?: boolean | null;

  @OccurredOn()
  occurredOn?: string | null;
}

export class DeclineRegistrationRequest {
  @OneOf(DECLINE_REASONS, { example: 'INCOMPLETE' })
  reason!: DataOf<'RegistrationDeclined'>['reason'];

  @Text({ example: 'No table of organization arrived within a year' })
  text!: string;

  @OccurredOn()
  occurredOn?: string | null;
}
