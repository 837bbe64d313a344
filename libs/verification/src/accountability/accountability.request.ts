/** The body by which a promise is closed. */
import { CLOSINGS } from '@pledgeline/contracts';
import { OccurredOn, OneOf, Text, Texts } from '@pledgeline/request-fields';

export class FulfilPledgeRequest {
  @OneOf(CLOSINGS, {
    example: 'FULL',
    description:
      'FULL: at least 90 per cent of each number that was promised was delivered, as computed from what is recorded. PART: less, and the rest may still come.',
  })
  as!: (typeof CLOSINGS)[number];

  @Text({
    optional: true,
    example: 'The law was passed and published',
    description:
      'Needed where the delivery cannot be computed and is judged: no number was promised, or it is a political act.',
  })
  reason?: string | null;

  @Texts({ optional: true, example: ['Strength report 2023/05'] })
  evidence?: string[] | null;

  @OccurredOn()
  occurredOn?: string | null;
}
