/** The least that Nest does with Fastify and its ValidationPipe: the announcement is checked, and an id is made up for it. */
import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Module, Post } from '@nestjs/common';
import { AnnouncementRequest } from './announcement.request.ts';
import { serve } from './serve.ts';

@Controller()
class PlainController {
  @Get('health/ready')
  ready(): object {
    return { status: 'ready' };
  }

  @Post('pledges')
  announce(@Body() { memberState }: AnnouncementRequest): object {
    return { pledgeId: randomUUID(), memberState };
  }
}

@Module({ controllers: [PlainController] })
class PlainModule {}

await serve(PlainModule);
