/** The root of a service, where a reader with only its address begins. */
import { Controller, Get, Header, Inject, Req, Res } from '@nestjs/common';
import { ApiExcludeController, ApiOperation } from '@nestjs/swagger';
import { SITE } from '../console/site.ts';
import type { Site } from '../console/site.ts';
import { HTML, prefersPage } from './prefers-page.ts';
import { PAGE_STYLE, START, startPage } from './start-page.ts';
import type { Start } from './start-page.ts';

interface HttpRequest {
  readonly headers: { readonly accept?: string };
}

interface HttpReply {
  status(code: number): this;
  header(name: string, value: string): this;
}

@ApiExcludeController()
@Controller()
export class StartController {
  constructor(
    @Inject(START) private readonly start: Start,
    @Inject(SITE) private readonly site: Site | null,
  ) {}

  /** For those who prefer a page, as browsers do, the console where there is one, else a page of links; links for programs. */
  @Get()
  @ApiOperation({ operationId: 'getStart' })
  @Header('vary', 'accept')
  root(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply): Start | string {
    if (!prefersPage(request)) return this.start;
    if (this.site !== null) reply.status(302).header('location', '/console/');
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
