/** The pages for people, under `/console/`: files that a build has made. Every address of a page is the first page, which shows it. */
import { Controller, Get, Inject, NotFoundException, Req, Res } from '@nestjs/common';
import { ApiExcludeController, ApiOperation } from '@nestjs/swagger';
import Negotiator from 'negotiator';
import { problem, PROBLEM_MEDIA_TYPE } from '../problem.ts';
import type { Problem } from '../problem.ts';
import { HTML, prefersPage } from '../start/prefers-page.ts';
import { START, startPage } from '../start/start-page.ts';
import type { Start } from '../start/start-page.ts';
import { ASSETS, ENCODINGS, SITE } from './site.ts';
import type { Encoding, Site, SiteFile } from './site.ts';

interface HttpRequest {
  readonly id: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

interface HttpReply {
  status(code: number): this;
  header(name: string, value: string): this;
  redirect(to: string, status: number): unknown;
}

const BELOW = '/console/';
const YEAR_SECONDS = 31_536_000;

@ApiExcludeController()
@Controller('console')
export class ConsoleController {
  constructor(
    @Inject(SITE) private readonly site: Site | null,
    @Inject(START) private readonly start: Start,
  ) {}

  /** Links within the pages are relative to `/console/`. */
  @Get()
  @ApiOperation({ operationId: 'getConsole' })
  first(@Res() reply: HttpReply): void {
    reply.redirect(BELOW, 302);
  }

  @Get('*')
  @ApiOperation({ operationId: 'getConsolePage' })
  page(
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Uint8Array | string | Problem {
    if (this.site === null) return notBuilt(this.start, request, reply);
    const [name = ''] = request.url.slice(BELOW.length).split('?', 1);
    const file = this.site.file(name);
    if (file === undefined && name.startsWith(ASSETS))
      throw new NotFoundException('The console has no such file; load its page again.');
    return sent(file ?? this.site.page, request, reply);
  }
}

const sent = (
  { mediaType, bytes, isImmutable }: SiteFile,
  request: HttpRequest,
  reply: HttpReply,
): Uint8Array => {
  const there = ENCODINGS.filter((encoding) => bytes[encoding] !== null);
  const wanted = new Negotiator(request).encoding([...there]) as Encoding | undefined;
  const encoding = wanted ?? 'identity';
  reply
    .header('content-type', mediaType)
    .header('vary', 'accept-encoding')
    .header('cache-control', isImmutable ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache');
  if (encoding !== 'identity') reply.header('content-encoding', encoding);
  return bytes[encoding] ?? new Uint8Array();
};

/** Everything else is served: who starts a server without a console may not want one. People are shown where the API is. */
const notBuilt = (start: Start, request: HttpRequest, reply: HttpReply): string | Problem => {
  reply.status(503).header('vary', 'accept');
  if (prefersPage(request)) {
    reply.header('content-type', `${HTML}; charset=utf-8`);
    return startPage(start, NOT_BUILT);
  }
  reply.header('content-type', PROBLEM_MEDIA_TYPE);
  return problem(503, 'CONSOLE_NOT_BUILT', `${NOT_BUILT} The API is at /docs.`, request.id);
};

const NOT_BUILT =
  'This server has no pages for people. Where it runs from its sources, `npm run console` builds them; then start it again.';
