/** The HTTP endpoints of the taxonomy and of the states. */
import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { QuestionRequest } from '@pledgeline/contracts';
import type { PreparedAnswer } from '@pledgeline/event-sourcing';
import { ApiListResponse } from '../../answers/format.request.ts';
import { READ_MODELS, type ReadModels } from '../../read-models/read-models.ts';
import { ListStatesRequest, ListTaxonomyRequest } from './reference-list.request.ts';
import { stateList, taxonomyList } from './reference-list.schema.ts';
import { listStates, listTaxonomy } from './reference-lists.ts';

@ApiTags('pledges')
@Controller()
export class ReferenceListsController {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  /** Accountability page, section 15. */
  @Get('taxonomy')
  @ApiOperation({
    operationId: 'listTaxonomy',
    summary: 'What can be pledged: the capabilities, in the order of the taxonomy',
    description:
      'Lists the capabilities with their category, the track that each sends a pledge down and their themes. `total` counts those that fit the filters. They are all in one answer.',
  })
  @ApiListResponse(taxonomyList)
  taxonomy(@Query() query: ListTaxonomyRequest, @Req() request: QuestionRequest): Promise<PreparedAnswer> {
    return this.readModels.ask(listTaxonomy, query, request);
  }

  /** Accountability page, section 15. */
  @Get('states')
  @ApiOperation({
    operationId: 'listStates',
    summary: 'Who can announce: states, observers and organisations, with every name that is taken for each',
    description:
      'Lists states, observers and organisations by their code, with every name that is taken for each. `memberState` finds the one that a name means; a name that two bear is refused. `total` counts those that fit the filters. They are all in one answer.',
  })
  @ApiListResponse(stateList)
  states(@Query() query: ListStatesRequest, @Req() request: QuestionRequest): Promise<PreparedAnswer> {
    return this.readModels.ask(listStates, query, request);
  }
}
