/** Body of a report on the progress of a pledge. */
import { Day, Id, OccurredOn, OneOf, PerCent, Text } from '@pledgeline/request-fields';

const AUDIENCES = ['PUBLIC', 'MEMBER_STATES', 'INTERNAL'] as const;

export class ReportProgressRequest {
  @Id({ optional: true, description: 'For imports: sent again with the same content, nothing changes.' })
  reportId?: string | null;

  @Text({ example: 'Half of the unit has finished its training' })
  text!: string;

  @Day({ example: '2022-01-01' })
  from!: string;

  @Day({ example: '2022-06-30' })
  to!: string;

  @PerCent({ optional: true, example: 50, description: 'Done so far, as the author sees it.' })
  share?: number | null;

  @OneOf(AUDIENCES, {
    optional: true,
    example: 'PUBLIC',
    description: 'Who may read it; everybody when left out.',
  })
  visibility?: (typeof AUDIENCES)[number] | null;

  @Id({ optional: true, description: 'The report of the same author that this one takes the place of.' })
  replaces?: string | null;

  @OccurredOn()
  occurredOn?: string | null;
}
