/** The HTTP endpoints for operators of the log of proofs: how it stands, and comparing every event with its leaf. */
import { Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SERVED_LOG } from '@pledgeline/transparency';
import type { ProofLogStatus, ServedLog } from '@pledgeline/transparency';
import { proofStatusSchema } from './proof.schema.ts';
import { keptLog } from './signed-tree.ts';

@ApiTags('operations')
@Controller('operations/proof')
export class ProofOperationsController {
  constructor(@Inject(SERVED_LOG) private readonly log: ServedLog | null) {}

  @Get()
  @ApiOperation({
    operationId: 'getProofStatus',
    summary: 'How the log of proofs stands, and what its last scrub found',
    description:
      'Says how far the log is signed, what keeps it from being signed, and how far the comparison of all events with their leaves is.',
  })
  @ApiOkResponse({ schema: proofStatusSchema })
  status(): ProofLogStatus {
    return keptLog(this.log).status();
  }

  @Post('scrub')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'scrubProofLog',
    summary: 'Compare every event with its leaf now; answers at once how it stands',
    description:
      'Begins to read every event again and to compare it with what was signed of it. What it finds, the status says, and readiness.',
  })
  @ApiOkResponse({ schema: proofStatusSchema })
  scrub(): ProofLogStatus {
    const log = keptLog(this.log);
    log.scrub();
    return log.status();
  }
}
