/** The HTTP endpoints for operators: throw the read models away and make them again from the log. */
import { Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { READ_MODELS, type ReadModels, type ReadModelsStatus } from '../../read-models/read-models.ts';
import type { Rebuilt } from '../../read-models/rebuild.ts';
import { readModelsStatusSchema, rebuiltSchema } from './read-models.schema.ts';

@ApiTags('operations')
@Controller('operations/read-models')
export class ReadModelsController {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  @Get()
  @ApiOperation({
    operationId: 'getReadModels',
    summary: 'How old they are, and how far a rebuild has come',
    description: 'Says how far the read models have come with the log, and how far a rebuild is.',
  })
  @ApiOkResponse({ schema: readModelsStatusSchema })
  async status(): Promise<ReadModelsStatus> {
    return this.readModels.status();
  }

  @Post('rebuild')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'rebuildReadModels',
    summary: 'Make them again from the log; answers when done, queries go on meanwhile',
    description:
      'Makes the read models again from the log and puts right what differs. The answer comes when all is done; meanwhile questions are answered as before. Asked twice, it is done once.',
  })
  @ApiOkResponse({ schema: rebuiltSchema })
  async rebuild(): Promise<Rebuilt> {
    return this.readModels.rebuild();
  }
}
