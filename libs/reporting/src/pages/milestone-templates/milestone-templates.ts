/** Which milestones does a plan usually have? They are part of the code, so no read model is asked. */
import { capability, milestoneTemplates } from '@pledgeline/contracts';
import type { Static } from '../../answers/answer-schema.ts';
import { asList } from '../../read-models/as-list.ts';
import type { ListMilestoneTemplatesRequest } from './milestone-template.request.ts';
import { milestoneTemplateList } from './milestone-template.schema.ts';

export const usualMilestones = ({
  category,
  capabilityCode,
}: ListMilestoneTemplatesRequest): Static<typeof milestoneTemplateList> => {
  const ofCode = capabilityCode === undefined ? undefined : capability(capabilityCode)?.category;
  const items = milestoneTemplates.filter(
    (template) =>
      (category === undefined || template.category === category) &&
      (ofCode === undefined || template.category === ofCode),
  );
  return { items, total: items.length };
};

export const listMilestoneTemplates = asList<ListMilestoneTemplatesRequest>(
  {
    name: 'listMilestoneTemplates',
    cost: 'ROW',
    answer: (filters) => Promise.resolve({ content: usualMilestones(filters) }),
  },
  { name: 'milestone-templates', schema: milestoneTemplateList },
);
