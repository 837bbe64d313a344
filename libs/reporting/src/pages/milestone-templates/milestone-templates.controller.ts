/** The HTTP endpoints of the milestones that a plan usually has. They are part of the code, so they need no read model. */
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  capabilities,
  capability,
  categories,
  milestoneTemplates,
  type MilestoneTemplate,
} from '@pledgeline/contracts';
import { milestoneTemplateList } from './milestone-template.schema.ts';
import { OneOfFilter } from '../../answers/filters.request.ts';

const CODES = capabilities.map(({ code }) => code);

export class ListMilestoneTemplatesRequest {
  @OneOfFilter(categories, { example: 'TRAINING' })
  category?: string;

  @OneOfFilter(CODES, { description: 'Those of its category.' })
  capabilityCode?: string;
}

@ApiTags('pledges')
@Controller('milestone-templates')
export class MilestoneTemplatesController {
  @Get()
  @ApiOperation({
    operationId: 'listMilestoneTemplates',
    summary: 'Milestones that a plan of a category usually has, in their order',
    description:
      'Lists the milestones that plans of a category usually have, in their order. A plan takes one over by its `key`. They are the same for every pledge.',
  })
  @ApiOkResponse({ schema: milestoneTemplateList })
  list(@Query() { category, capabilityCode }: ListMilestoneTemplatesRequest): {
    items: readonly MilestoneTemplate[];
  } {
    const ofCode = capabilityCode === undefined ? undefined : capability(capabilityCode)?.category;
    return {
      items: milestoneTemplates.filter(
        (template) =>
          (category === undefined || template.category === category) &&
          (ofCode === undefined || template.category === ofCode),
      ),
    };
  }
}
