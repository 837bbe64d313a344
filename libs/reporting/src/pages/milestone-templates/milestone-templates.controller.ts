/** The door to the milestones that a plan usually has. They are part of the code, so they need no read model. */
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import {
  capabilities,
  capability,
  categories,
  milestoneTemplates,
  type MilestoneTemplate,
} from '@pledgeline/contracts';
import { IsIn, IsOptional } from 'class-validator';
import { milestoneTemplateList } from './milestone-template.schema.ts';

const CODES = capabilities.map(({ code }) => code);

export class ListMilestoneTemplatesRequest {
  @ApiPropertyOptional({ enum: categories, example: 'TRAINING' })
  @IsOptional()
  @IsIn(categories)
  category?: string;

  @ApiPropertyOptional({ enum: CODES, description: 'Those of its category.' })
  @IsOptional()
  @IsIn(CODES)
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
