/** The root of a service, where a reader with only its address begins. */
import { Controller, Get, Header, Inject, Req, Res } from '@nestjs/common';
import { ApiExcludeController, ApiOperation } from '@nestjs/swagger';
import Negotiator from 'negotiator';
import { PAGE_STYLE, startPage } from './start-page.ts';
import type { Start } from './start-page.ts';

export const START = Symbol('Start');

interface HttpRequest {
  readonly headers: { readonly accept?: string };
}

interface HttpReply {
  header(name: string, value: string): this;
}

const HTML = 'text/html';

@ApiExcludeController()
@Controller()
export class StartController {
  constructor(@Inject(START) private readonly start: Start) {}

  /** A page for those who prefer one, as browsers do; links for programs. */
  @Get()
  @ApiOperation({ operationId: 'getStart' })
  @Header('vary', 'accept')
  root(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply): Start | string {
    if (new Negotiator(request).mediaType(['application/json', HTML]) !== HTML) return this.start;
    reply.header('content-type', `${HTML}; charset=utf-8`);
    return startPage(this.start);
  }

  @Get('page.css')
  @ApiOperation({ operationId: 'getPageStyle' })
  @Header('content-type', 'text/css; charset=utf-8')
  style(): string {
    return PAGE_STYLE;
  }
}
