/** The two questions an orchestrator asks: restart me? send me work? */
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import { readsAll } from '@pledgeline/contracts';
import type { Caller } from '@pledgeline/contracts';
import { liveness, readinessAnswer } from './health-answers.ts';
import { inShort, READINESS } from './health.ts';
import type { Readiness, ReadinessAnswer } from './health.ts';
import { PROBLEM_MEDIA_TYPE, problem } from './problem.ts';
import type { Problem } from './problem.ts';

interface HttpRequest {
  readonly id: string;
  readonly caller: Caller;
}

interface HttpReply {
  status(code: number): this;
  header(name: string, value: string): this;
}

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(@Inject(READINESS) private readonly readiness: () => Promise<Readiness>) {}

  @Get('live')
  @ApiOperation({
    operationId: 'live',
    summary: 'The process runs',
    description:
      'Answers as soon as the process takes requests, and asks nothing else. An orchestrator restarts a process that does not answer.',
  })
  @ApiOkResponse({ description: 'It does.', schema: liveness })
  live(): { readonly status: 'live' } {
    return { status: 'live' };
  }

  @Get('ready')
  @ApiOperation({
    operationId: 'ready',
    summary: 'The process does its work',
    description:
      'Answers whether the process has caught up with the log, can read it and has no stopped group. An orchestrator sends work only to a process that is ready.',
  })
  @ApiOkResponse({
    description: 'It does; the delivery groups, and where they are for those who may read everything.',
    schema: readinessAnswer,
  })
  @ApiServiceUnavailableResponse({
    description: 'It does not; `because` says why, and at which event to those who may read everything.',
  })
  async ready(
    @Req() { id, caller }: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<ReadinessAnswer | Problem> {
    const readiness = await this.readiness();
    const { inShort: _, ...inFull } = readiness;
    const answer: ReadinessAnswer = readsAll(caller) ? inFull : inShort(readiness);
    const { status, because, groups, logEnd, relay } = answer;
    if (status !== 'not-ready') return answer;
    // Not thrown: the log would repeat it at every question.
    reply.status(503).header('content-type', PROBLEM_MEDIA_TYPE);
    return problem(503, 'NOT_READY', because.join('; '), id, {
      because,
      groups,
      ...(logEnd !== undefined && { logEnd }),
      ...(relay !== undefined && { relay }),
    });
  }
}
