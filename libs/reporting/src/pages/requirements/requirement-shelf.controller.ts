/** The HTTP endpoints of sets of requirements. */
import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { QuestionRequest } from '@pledgeline/contracts';
import type { PreparedAnswer } from '@pledgeline/event-sourcing';
import { AsOfRequest } from '../../answers/page.request.ts';
import { ApiListResponse } from '../../answers/format.request.ts';
import { READ_MODELS, type ReadModels } from '../../read-models/read-models.ts';
import { DifferenceRequest, ListRequirementSetsRequest } from './requirement-set.request.ts';
import {
  differencePage,
  editionPage,
  requirementSetList,
  requirementSetPage,
} from './requirement-set.schema.ts';
import {
  getRequirementSet,
  getRequirementSetDifference,
  getRequirementSetEdition,
  listRequirementSets,
} from './requirement-sets.ts';

const CODE = { name: 'code', example: 'uniformed-capability-requirements' };

@ApiTags('requirement-sets')
@Controller('requirement-sets')
export class RequirementShelfController {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  @Get()
  @ApiOperation({
    operationId: 'listRequirementSets',
    summary: 'What is needed, in dated editions',
    description: 'Lists the sets of what is needed, each with its editions.',
  })
  @ApiListResponse(requirementSetList)
  list(@Query() query: ListRequirementSetsRequest, @Req() request: QuestionRequest): Promise<PreparedAnswer> {
    return this.readModels.ask(listRequirementSets, query, request);
  }

  @Get(':code')
  @ApiOperation({
    operationId: 'getRequirementSet',
    summary: 'One set of requirements and its editions',
    description: 'Shows one set of requirements with its editions, the newest last.',
  })
  @ApiParam(CODE)
  @ApiOkResponse({ schema: requirementSetPage })
  one(
    @Param('code') code: string,
    @Query() asOf: AsOfRequest,
    @Req() request: QuestionRequest,
  ): Promise<PreparedAnswer> {
    return this.readModels.ask(getRequirementSet, Object.assign({ code }, asOf), request);
  }

  // Before the editions, whose address it would otherwise be.
  @Get(':code/difference')
  @ApiOperation({
    operationId: 'getRequirementSetDifference',
    summary: 'What was added, removed and changed from one edition to another',
    description:
      'Compares two editions of a set by their slots: what was added, removed and changed from the one to the other.',
  })
  @ApiParam(CODE)
  @ApiOkResponse({ schema: differencePage })
  difference(
    @Param('code') code: string,
    @Query() query: DifferenceRequest,
    @Req() request: QuestionRequest,
  ): Promise<PreparedAnswer> {
    return this.readModels.ask(getRequirementSetDifference, Object.assign({ code }, query), request);
  }

  @Get(':code/:edition')
  @ApiOperation({
    operationId: 'getRequirementSetEdition',
    summary: 'One edition with what it asks for',
    description:
      'Shows what one edition asks for, slot by slot: the gaps and posts that a slot leads to, the pledges that fill them as far as their reader may know, and which edition replaced it.',
  })
  @ApiParam(CODE)
  @ApiParam({ name: 'edition', format: 'date', example: '2021-06-01' })
  @ApiOkResponse({ schema: editionPage })
  edition(
    @Param('code') code: string,
    @Param('edition') edition: string,
    @Query() asOf: AsOfRequest,
    @Req() request: QuestionRequest,
  ): Promise<PreparedAnswer> {
    return this.readModels.ask(getRequirementSetEdition, Object.assign({ code, edition }, asOf), request);
  }
}
