/** The HTTP endpoints that export proved events: as an archive, and leaf by leaf. */
import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { QuestionRequest } from '@pledgeline/contracts';
import type { StreamedAnswer } from '@pledgeline/event-sourcing';
import { READ_MODELS, type ReadModels } from '../../read-models/read-models.ts';
import { exportBundle } from './bundle.ts';
import { getOpenings } from './openings.ts';
import { BundleRequest, OpeningsRequest } from './proof.request.ts';

@ApiTags('proof')
@Controller('proof')
export class BundleController {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  @Get('bundle')
  @ApiOperation({
    operationId: 'exportBundle',
    summary: 'Proved events of pledges in one signed archive, to be checked offline',
    description:
      'Answers a ZIP archive with the events that the caller may read, cut to what the history shows him, the path of each, the signed head, and a signed list of what is in it. It is made while it is read: an answer that ends early is no archive. docs/audit.md says what each file is and how to check it. Who has not signed in is made one at a time, of at most 2,000 events; more than that, or than 200,000 for others, is refused (BUNDLE_TOO_LARGE).',
  })
  @ApiOkResponse({ content: { 'application/zip': { schema: { type: 'string', format: 'binary' } } } })
  async bundle(
    @Query() { pledge, conference, memberState, all, since }: BundleRequest,
    @Req() request: QuestionRequest,
  ): Promise<StreamedAnswer> {
    return this.readModels.stream(exportBundle, { pledge, conference, memberState, all, since }, request);
  }

  @Get('openings')
  @ApiOperation({
    operationId: 'getOpenings',
    summary: 'All that the events of the log say, leaf by leaf, for who checks every leaf',
    description:
      'Answers a line of JSON for each leaf, in their order: an opening with every part of the event. Each was held against its entry in the log. It is made while it is read: an answer that ends early has not all of the lines.',
  })
  @ApiOkResponse({ content: { 'application/jsonl': { schema: { type: 'string' } } } })
  async openings(
    @Query() { from, to }: OpeningsRequest,
    @Req() request: QuestionRequest,
  ): Promise<StreamedAnswer> {
    return this.readModels.stream(getOpenings, { from, to }, request);
  }
}
