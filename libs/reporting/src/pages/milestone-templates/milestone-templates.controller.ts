/** The HTTP endpoint of the milestones that a plan usually has. */
import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { QuestionRequest } from '@pledgeline/contracts';
import type { PreparedAnswer } from '@pledgeline/event-sourcing';
import { ApiListResponse } from '../../answers/format.request.ts';
import { READ_MODELS, type ReadModels } from '../../read-models/read-models.ts';
import { ListMilestoneTemplatesRequest } from './milestone-template.request.ts';
import { milestoneTemplateList } from './milestone-template.schema.ts';
import { listMilestoneTemplates } from './milestone-templates.ts';

@ApiTags('pledges')
@Controller('milestone-templates')
export class MilestoneTemplatesController {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  @Get()
  @ApiOperation({
    operationId: 'listMilestoneTemplates',
    summary: 'Milestones that a plan of a category usually has, in their order',
    description:
      'Lists the milestones that plans of a category usually have, in their order. A plan takes one over by its `key`. They are the same for every pledge.',
  })
  @ApiListResponse(milestoneTemplateList)
  list(
    @Query() query: ListMilestoneTemplatesRequest,
    @Req() request: QuestionRequest,
  ): Promise<PreparedAnswer> {
    return this.readModels.ask(listMilestoneTemplates, query, request);
  }
}
