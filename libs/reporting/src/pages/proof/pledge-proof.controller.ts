/** The HTTP endpoints that prove the events of a pledge to whoever may read them. */
import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { QuestionRequest } from '@pledgeline/contracts';
import type { PreparedAnswer } from '@pledgeline/event-sourcing';
import { revisionNumber, uuid } from '@pledgeline/request-fields';
import { examples } from '../../answers/path-parameters.ts';
import { READ_MODELS, type ReadModels } from '../../read-models/read-models.ts';
import { getEventProof, getPledgeProof } from './pledge-proof.ts';
import { PledgeProofRequest } from './proof.request.ts';
import { pledgeProofSchema } from './proof.schema.ts';

@ApiTags('proof')
@Controller('pledges/:pledgeId/proof')
export class PledgeProofController {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  @Get()
  @ApiOperation({
    operationId: 'getPledgeProof',
    summary: 'Proves the events of a pledge that the caller may read, under one signed head',
    description:
      'Answers an opening of each event, cut to what the history shows the caller, its place in the log and the hashes from there to the root of the checkpoint. What no head covers yet stands in `waiting`. Events that the caller may not read are left out.',
  })
  @ApiParam(examples.pledgeId)
  @ApiOkResponse({ schema: pledgeProofSchema })
  async pledge(
    @Param('pledgeId', uuid) pledgeId: string,
    @Query() { from, limit }: PledgeProofRequest,
    @Req() request: QuestionRequest,
  ): Promise<PreparedAnswer> {
    return this.readModels.ask(getPledgeProof, { pledgeId, from, limit }, request);
  }

  @Get(':revision')
  @ApiOperation({
    operationId: 'getEventProof',
    summary: 'Proves one event in one text, as C2SP tlog-proof',
    description:
      'Answers the place of the event in the log, the hashes from there to the root, and the signed head. The `extra` line is the opening of the event in base64, cut to what the history shows the caller. While no head covers the event yet it is 503: ask again.',
  })
  @ApiParam(examples.pledgeId)
  @ApiParam({ name: 'revision', schema: { type: 'integer', minimum: 0 }, example: 0 })
  @ApiOkResponse({ content: { 'text/plain': { schema: { type: 'string' } } } })
  async event(
    @Param('pledgeId', uuid) pledgeId: string,
    @Param('revision', revisionNumber) revision: string,
    @Req() request: QuestionRequest,
  ): Promise<PreparedAnswer> {
    return this.readModels.ask(getEventProof, { pledgeId, revision: Number(revision) }, request);
  }
}
