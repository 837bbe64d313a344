/** Body of a skip: the event that the log of a stopped group names, and the reason to skip it. */
import { CONSUMER_GROUPS } from '@pledgeline/contracts';
import { Id, OneOf, Pattern, Text, Whole } from '@pledgeline/request-fields';

export class SkipEventRequest {
  @OneOf(CONSUMER_GROUPS, { example: 'reporting' })
  group!: string;

  @Id({ example: '0199f2c6-5a10-7c3e-9d51-3f2b8a6c4e01' })
  eventId!: string;

  @Pattern(/^[a-z]+-\S{1,200}$/, { example: 'pledge-0199f2c6-5a10-7c3e-9d51-3f2b8a6c4e02' })
  stream!: string;

  @Whole({ min: 0, example: 3 })
  revision!: number;

  @Text({ max: 2000, example: 'Its date is of another calendar; the pledge is put right by a correction.' })
  reason!: string;
}
