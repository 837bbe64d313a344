/** Bodies of what officers write into the file of a pledge. */
import { TASK_KINDS } from '@pledgeline/contracts';
import { OccurredOn, OneOf, Part, Pattern, Text } from '@pledgeline/request-fields';

class TaskRequest {
  @OneOf(TASK_KINDS, { example: 'SILENT' })
  kind!: string;

  @Text({
    optional: true,
    max: 200,
    description: 'As the work queue shows it, where there are several of a kind.',
  })
  about?: string | null;
}

export class AddNoteRequest {
  @Text({ example: 'The mission called: they answer next week' })
  text!: string;

  @Part(TaskRequest, {
    optional: true,
    description: 'The task it is about; the pledge as a whole when absent.',
  })
  task?: TaskRequest | null;

  @OccurredOn()
  occurredOn?: string | null;
}

export class AssignPledgeRequest {
  @Pattern(/^\S{1,100}$/, {
    optional: true,
    example: 'desk.officer',
    description: 'The subject of an officer; nobody in particular when null.',
  })
  assignee?: string | null;

  @Part(TaskRequest, { optional: true, description: 'The task; the pledge as a whole when absent.' })
  task?: TaskRequest | null;

  @OccurredOn()
  occurredOn?: string | null;
}
