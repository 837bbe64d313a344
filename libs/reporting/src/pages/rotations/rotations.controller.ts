/** The HTTP endpoints of rotations of several states. */
import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { QuestionRequest } from '@pledgeline/contracts';
import type { PreparedAnswer } from '@pledgeline/event-sourcing';
import { ListRotationsRequest } from './rotation.request.ts';
import { rotationList } from './rotation.schema.ts';
import { ApiListResponse } from '../../answers/format.request.ts';
import { READ_MODELS, type ReadModels } from '../../read-models/read-models.ts';
import { listRotations } from './rotations.ts';

@ApiTags('rotations')
@Controller('rotations')
export class RotationsController {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  @Get()
  @ApiOperation({
    operationId: 'listRotations',
    summary: 'Capabilities that several states hold in turn, and where a turn is missing',
    description:
      'Lists the capabilities that several states hold in turn: who is in place, who follows, and in which time no state is there.',
  })
  @ApiListResponse(rotationList)
  async list(@Query() query: ListRotationsRequest, @Req() request: QuestionRequest): Promise<PreparedAnswer> {
    return this.readModels.ask(listRotations, query, request);
  }
}
