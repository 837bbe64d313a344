/** How the milestones look that plans can take over. */
import { categories, type MilestoneTemplate } from '@pledgeline/contracts';
import { list, object, oneOf, said, text, whole, type Properties } from '../../answers/answer-schema.ts';

export const milestoneTemplateList = object('MilestoneTemplateList', {
  items: list(
    object('MilestoneTemplate', {
      category: oneOf(categories),
      key: text,
      text,
      order: whole,
    } satisfies Properties<MilestoneTemplate>),
  ),
  total: said(whole, 'how many there are under the filters'),
});
