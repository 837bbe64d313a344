/** The HTTP endpoints of ideas. */
import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { QuestionRequest } from '@pledgeline/contracts';
import type { PreparedAnswer } from '@pledgeline/event-sourcing';
import { AsOfRequest } from '../../answers/page.request.ts';
import { uuid } from '@pledgeline/request-fields';
import { ApiListResponse } from '../../answers/format.request.ts';
import { READ_MODELS, type ReadModels } from '../../read-models/read-models.ts';
import { ListIdeasRequest } from './idea.request.ts';
import { ideaList, ideaPage } from './idea.schema.ts';
import { getIdea, listIdeas } from './ideas.ts';

@ApiTags('ideas')
@Controller('ideas')
export class IdeaListController {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  @Get()
  @ApiOperation({
    operationId: 'listIdeas',
    summary: 'What states might promise, and what became of it',
    description:
      'Lists what states might promise and what became of it. What the Secretariat expects of a state, and its contacts, are shown to the Secretariat alone.',
  })
  @ApiListResponse(ideaList)
  list(@Query() query: ListIdeasRequest, @Req() request: QuestionRequest): Promise<PreparedAnswer> {
    return this.readModels.ask(listIdeas, query, request);
  }

  @Get(':ideaId')
  @ApiOperation({
    operationId: 'getIdea',
    summary: 'One idea and the pledges that came of it',
    description:
      'Shows one idea with the pledges that came of it. To a state an idea that is only expected of it does not exist.',
  })
  @ApiParam({ name: 'ideaId', format: 'uuid' })
  @ApiOkResponse({ schema: ideaPage })
  one(
    @Param('ideaId', uuid) ideaId: string,
    @Query() asOf: AsOfRequest,
    @Req() request: QuestionRequest,
  ): Promise<PreparedAnswer> {
    return this.readModels.ask(getIdea, Object.assign({ ideaId }, asOf), request);
  }
}
