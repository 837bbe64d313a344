/** How the milestones look that plans can take over. */
import { categories, type MilestoneTemplate } from '@pledgeline/contracts';
import { list, object, oneOf, text, whole } from '../../answers/answer-schema.ts';

export const milestoneTemplateList = object<{ readonly items: readonly MilestoneTemplate[] }>(
  'MilestoneTemplateList',
  {
    items: list(
      object<MilestoneTemplate>('MilestoneTemplate', {
        category: oneOf(categories),
        key: text,
        text,
        order: whole,
      }),
    ),
  },
);
