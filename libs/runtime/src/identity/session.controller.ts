/** The addresses of sessions, the same whoever says who is who: who I am here, in which role, for how long, and the end of it. */
import { Body, Controller, Get, Header, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { ApiFoundResponse, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { CLOCK, Rejected } from '@pledgeline/event-sourcing';
import type { Clock } from '@pledgeline/event-sourcing';
import { SITE } from '../console/site.ts';
import type { Site } from '../console/site.ts';
import { prefersPage } from '../start/prefers-page.ts';
import { ToldOnPage } from '../told-on-page.ts';
import { pageAfterSignIn } from './first-page.ts';
import type { IdentifiedRequest } from './identity.ts';
import { changedSession, currentSession, openedSession } from './session-answers.ts';
import { RoleRequest } from './role.request.ts';
import type { Changed, OpenedByLink, Onward, OpenSession, Sessions, SignInFlow, WayIn } from './sessions.ts';
import { ownPath } from './own-path.ts';
import { pageOfRefusal, refusalForPeople } from './sign-in-refused.ts';
import { SignInRequest } from './sign-in.request.ts';

export const SESSIONS = Symbol('Sessions');

interface HttpReply {
  header(name: string, value: string): this;
}

interface Redirecting extends HttpReply {
  redirect(to: string, status: number): unknown;
}

type SessionAnswer = Pick<Changed, 'session'>;

@ApiTags('session')
@Controller('session')
export class SessionController {
  constructor(
    @Inject(SESSIONS) private readonly sessions: Sessions,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SITE) private readonly site: Site | null,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'getSession',
    summary: 'Who has signed in, and how one does',
    description:
      'For a browser, which keeps a session in a cookie, and for who shows a token. Null for nobody.',
  })
  @ApiOkResponse({ description: 'The session, the ways to sign in, and the clock.', schema: currentSession })
  @Header('cache-control', 'no-store')
  async current(@Req() request: IdentifiedRequest): Promise<{
    readonly session: OpenSession | null;
    readonly now: string;
    readonly waysIn: readonly WayIn[];
  }> {
    const [session, waysIn] = await Promise.all([this.sessions.of(request), this.sessions.waysIn()]);
    return { session, now: this.clock(), waysIn };
  }

  @Post()
  @ApiOperation({
    operationId: 'openSession',
    summary: 'Sign in by a link',
    description: 'On the machine of a server that has made links; 404 elsewhere. A link works once.',
  })
  @ApiOkResponse({ description: 'The session that it opened.', schema: openedSession })
  @Header('cache-control', 'no-store')
  async open(
    @Body() link: SignInRequest,
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<OpenedByLink & { readonly next: string }> {
    if (this.sessions.byLink === null) throw noSuchWay('There are no links to sign in with here.');
    const { session, cookies } = await this.sessions.byLink(request, link);
    keep(reply, cookies);
    const { role } = session.caller;
    return { ...session, next: pageAfterSignIn(link.next ?? undefined, role, this.site !== null) };
  }

  @Get('sign-in')
  @ApiOperation({
    operationId: 'startSignIn',
    summary: 'Sign in at the issuer, with a browser',
    description:
      'Sends the browser to the page of the OpenID Connect issuer, and after that to `next`. 404 where browsers do not sign in so.',
  })
  @ApiQuery({
    name: 'next',
    required: false,
    description: 'Where to go afterwards: an address of this server, from its root.',
    schema: { type: 'string', example: '/docs' },
  })
  @ApiFoundResponse({
    description:
      'To the issuer. While it cannot be asked, a browser is sent to the page of the console that says so, where there is one.',
  })
  async startSignIn(
    @Query('next') next: unknown,
    @Req() request: IdentifiedRequest,
    @Res() reply: Redirecting,
  ) {
    const wanted = typeof next === 'string' ? next : undefined;
    const begun = this.flow().begin(request, wanted);
    await redirect(reply, begun.catch(this.toldOnPage(request, () => ownPath(wanted))));
  }

  @Get('callback')
  @ApiOperation({
    operationId: 'finishSignIn',
    summary: 'Where the issuer sends the browser back to',
    description:
      'Takes the code of the issuer once, in the browser that began within ten minutes, and opens the session.',
  })
  @ApiQuery({ name: 'code', required: false, description: 'Of the issuer.', schema: { type: 'string' } })
  @ApiQuery({
    name: 'state',
    required: false,
    description: 'As it was sent to the issuer.',
    schema: { type: 'string' },
  })
  @ApiFoundResponse({
    description:
      'Signed in: to where the sign-in was to lead. A browser that is not: to the page of the console that says why, where there is one.',
  })
  async finishSignIn(
    @Req() request: IdentifiedRequest & { readonly url: string },
    @Res() reply: Redirecting,
  ) {
    const flow = this.flow();
    const finished = flow.finish(request, request.url.split('?', 2)[1] ?? '');
    await redirect(reply, finished.catch(this.toldOnPage(request, () => flow.leadsTo(request))));
  }

  @Post('role')
  @ApiOperation({
    operationId: 'changeRole',
    summary: 'Act in another of my roles',
    description: 'Of a session in a cookie. Who shows a token says his role in `x-pledgeline-role` instead.',
  })
  @ApiOkResponse({ description: 'The session, in that role.', schema: changedSession })
  async changeRole(
    @Body() { role }: RoleRequest,
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<SessionAnswer> {
    return kept(reply, await this.sessions.inRole(request, role));
  }

  @Post('renewal')
  @ApiOperation({
    operationId: 'renewSession',
    summary: 'Make the session longer',
    description:
      'Asks the issuer, also for a session that has run out; what the issuer says of roles now counts from here. Null when the issuer renews it no longer. 401 where there is nothing to renew it with.',
  })
  @ApiOkResponse({ description: 'The session as it is now.', schema: changedSession })
  async renew(
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<SessionAnswer> {
    return kept(reply, await this.sessions.renewed(request));
  }

  @Post('end')
  @ApiOperation({
    operationId: 'endSession',
    summary: 'Sign out',
    description: 'Ends the session here; an issuer is told that its token is not used any more.',
  })
  @ApiOkResponse({ description: 'There is no session any more.', schema: changedSession })
  async end(
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<SessionAnswer> {
    return kept(reply, await this.sessions.ended(request));
  }

  /** A person in a browser would see JSON: where there is a page that says it, he is sent there, and may begin again. */
  private toldOnPage(request: IdentifiedRequest, next: () => string | Promise<string>) {
    return async (error: unknown): Promise<never> => {
      const refusal = this.site !== null && prefersPage(request) ? refusalForPeople(error) : null;
      if (refusal === null) throw error;
      throw new ToldOnPage(error, pageOfRefusal(refusal, await next()));
    };
  }

  /** @throws {Rejected} NO_SUCH_WAY_IN */
  private flow(): SignInFlow {
    if (this.sessions.atIssuer !== null) return this.sessions.atIssuer;
    throw noSuchWay('Browsers do not sign in at an issuer here.');
  }
}

const kept = (reply: HttpReply, { session, cookies }: Changed): SessionAnswer => {
  keep(reply, cookies);
  return { session };
};

const keep = (reply: HttpReply, cookies: readonly string[]): void => {
  for (const cookie of cookies) reply.header('set-cookie', cookie);
};

const redirect = async (reply: Redirecting, onward: Promise<Onward>): Promise<void> => {
  const { to, cookies } = await onward;
  keep(reply, cookies);
  reply.redirect(to, 302);
};

const noSuchWay = (why: string): Rejected =>
  new Rejected('missing', 'NO_SUCH_WAY_IN', `${why} GET /session says how one signs in.`);
