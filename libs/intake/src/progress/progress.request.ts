/** Body of the command that replaces the themes of a pledge. */
import { OccurredOn, Text, Texts } from '@pledgeline/request-fields';

export class TagThemesRequest {
  @Texts({
    max: 200,
    example: ['a4p-women'],
    description: 'All that hold from now on; an empty list takes them away.',
  })
  themes!: string[];

  @Text({ optional: true, max: 200, example: 'a4p-women' })
  mainTheme?: string | null;

  @OccurredOn()
  occurredOn?: string | null;
}
