/** The HTTP endpoint that exports proved events. */
import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { QuestionRequest } from '@pledgeline/contracts';
import type { PreparedAnswer } from '@pledgeline/event-sourcing';
import { READ_MODELS, type ReadModels } from '../../read-models/read-models.ts';
import { exportBundle } from './bundle.ts';
import { BundleRequest } from './proof.request.ts';

@ApiTags('proof')
@Controller('proof/bundle')
export class BundleController {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  @Get()
  @ApiOperation({
    operationId: 'exportBundle',
    summary: 'Proved events of pledges in one signed archive, to be checked offline',
    description:
      'Answers a ZIP archive with the events that the caller may read, cut to what the history shows him, the path of each, the signed head, and a signed list of what is in it. docs/audit.md says what each file is and how to check it. More than 4,000 events, or 2,000 for who has not signed in, are refused (BUNDLE_TOO_LARGE).',
  })
  @ApiOkResponse({ content: { 'application/zip': { schema: { type: 'string', format: 'binary' } } } })
  async bundle(
    @Query() { pledge, all, since }: BundleRequest,
    @Req() request: QuestionRequest,
  ): Promise<PreparedAnswer> {
    return this.readModels.ask(exportBundle, { pledge, all, since }, request);
  }
}
