/** The two questions an orchestrator asks: restart me? send me work? */
import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import { READINESS } from './health.ts';
import type { Readiness } from './health.ts';

interface HttpReply {
  status(code: number): this;
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
  @ApiServiceUnavailableResponse({ description: 'It does not; `because` says why.' })
  async ready(@Res({ passthrough: true }) reply: HttpReply): Promise<Readiness> {
    const readiness = await this.readiness();
    if (readiness.status !== 'ready') reply.status(503);
    return readiness;
  }
}
