/** Body of the act by which an edition of requirements is published. */
import { PRIORITIES } from '@pledgeline/contracts';
import type { DataOf } from '@pledgeline/contracts';
import { Day, OneOf, Parts, Pattern, Text, Whole } from '@pledgeline/request-fields';

/** The set and its slots are named by lower-case words with hyphens, slots also by numbers. */
export const CODE = /^(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*$/;

export class RequirementSlotRequest {
  @Pattern(CODE, { example: 'qrf-1', description: 'The same in every edition.' })
  slot!: string;

  @Text({ max: 100, example: 'QRF-COY' })
  capabilityCode!: string;

  @Text({ optional: true, max: 500, example: 'MINUSCA', description: 'A code, or any name that means it.' })
  mission?: string | null;

  @Whole({ example: 1 })
  number!: number;

  @OneOf(PRIORITIES, { example: 'HIGH' })
  priority!: DataOf<'RequirementSetPublished'>['slots'][number]['priority'];

  @Text({ optional: true, example: 'With medical support of its own' })
  note?: string | null;
}

export class PublishRequirementSetRequest {
  @Pattern(CODE, { example: 'uniformed-capability-requirements' })
  code!: string;

  @Day({
    example: '2021-06-01',
    description: 'Of a day that has no edition yet; the business date of the act.',
  })
  edition!: string;

  @Text({ max: 500, example: 'Current and emerging uniformed capability requirements' })
  title!: string;

  @Text({ max: 2000, example: 'https://pcrs.un.org' })
  source!: string;

  @Parts(RequirementSlotRequest)
  slots!: RequirementSlotRequest[];
}
