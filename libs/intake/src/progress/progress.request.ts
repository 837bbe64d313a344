/** Body of the command that replaces the themes of a pledge. */
import { TAGS } from '@pledgeline/contracts';
import { OccurredOn, OneOf, Texts } from '@pledgeline/request-fields';

export class TagThemesRequest {
  @Texts({
    max: 100,
    example: ['a4p-women'],
    description: 'All that hold from now on; an empty list takes them away.',
  })
  themes!: string[];

  @OneOf(TAGS, { optional: true, example: 'a4p-women' })
  mainTheme?: string | null;

  @OccurredOn()
  occurredOn?: string | null;
}
