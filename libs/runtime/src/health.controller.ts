/** The two questions an orchestrator asks: restart me? send me work? */
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import { READINESS } from './health.ts';
import type { Readiness } from './health.ts';
import { PROBLEM_MEDIA_TYPE, problem } from './problem.ts';
import type { Problem } from './problem.ts';

interface HttpRequest {
  readonly id: string;
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
  @ApiOperation({ operationId: 'live', summary: 'The process runs' })
  @ApiOkResponse({ description: 'It does.' })
  live(): { readonly status: 'live' } {
    return { status: 'live' };
  }

  @Get('ready')
  @ApiOperation({ operationId: 'ready', summary: 'The process does its work' })
  @ApiOkResponse({ description: 'It does; the delivery groups and where they are.' })
  @ApiServiceUnavailableResponse({
    description: 'It does not; `because` says why.',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  })
  async ready(
    @Req() { id }: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<Readiness | Problem> {
    const readiness = await this.readiness();
    if (readiness.status !== 'not-ready') return readiness;
    const { because, groups, relay } = readiness;
    // Not thrown: the log would repeat it at every question.
    reply.status(503).header('content-type', PROBLEM_MEDIA_TYPE);
    return problem(503, 'NOT_READY', because.join('; '), id, {
      because,
      groups,
      ...(relay !== undefined && { relay }),
    });
  }
}
