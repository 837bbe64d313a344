/** The doors of local sign-in: the page behind a link, the session it makes, and its end. */
import { Body, Controller, Get, Header, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController, ApiOperation } from '@nestjs/swagger';
import { stringifySetCookie } from 'cookie';
import { memberState } from '@pledgeline/contracts';
import type { Caller } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import { bearerOf } from './identity.ts';
import { isLoopback } from './identity-configuration.ts';
import { LOCAL_ACCOUNTS, speaksForAState } from './local-accounts.ts';
import { cookieOf } from './local-identity.ts';
import { SESSION_COOKIE } from './proof-headers.ts';
import type { LocalSessions, Session } from './local-sessions.ts';
import { signInNeeded } from './not-signed-in.ts';
import { SIGN_IN_PAGE, SIGN_IN_SCRIPT, SIGN_IN_STYLE } from './sign-in-page.ts';
import { SignInRequest } from './sign-in.request.ts';

export const LOCAL_SESSIONS = Symbol('LocalSessions');

interface HttpRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly socket: { readonly remoteAddress?: string };
  readonly caller: Caller;
}

interface HttpReply {
  header(name: string, value: string): this;
}

@ApiExcludeController()
@Controller()
export class SignInController {
  constructor(@Inject(LOCAL_SESSIONS) private readonly sessions: LocalSessions) {}

  @Get('sign-in')
  @ApiOperation({ operationId: 'getSignInPage' })
  @Header('content-type', 'text/html; charset=utf-8')
  page(): string {
    return SIGN_IN_PAGE;
  }

  @Get('sign-in.js')
  @ApiOperation({ operationId: 'getSignInScript' })
  @Header('content-type', 'text/javascript; charset=utf-8')
  script(): string {
    return SIGN_IN_SCRIPT;
  }

  @Get('sign-in.css')
  @ApiOperation({ operationId: 'getSignInStyle' })
  @Header('content-type', 'text/css; charset=utf-8')
  style(): string {
    return SIGN_IN_STYLE;
  }

  /** Who is signed in here; null for nobody. */
  @Get('session')
  @ApiOperation({ operationId: 'getSession' })
  @Header('cache-control', 'no-store')
  current(@Req() request: HttpRequest): { readonly session: Session | null } {
    const token = bearerOf(request) ?? cookieOf(request);
    return { session: (token === undefined ? undefined : this.sessions.of(token)) ?? null };
  }

  @Post('session')
  @ApiOperation({ operationId: 'openSession' })
  @Header('cache-control', 'no-store')
  async open(
    @Body() { account, secret, state = null, as }: SignInRequest,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<Session & { readonly token?: string }> {
    mustBeHere(request);
    mustNameItsState(account, state);
    const { token, ...session } = await this.sessions.open(account, secret, state);
    if (as === 'TOKEN') return { ...session, token };
    reply.header('set-cookie', sessionCookie(token, new Date(session.until)));
    return session;
  }

  @Post('session/end')
  @ApiOperation({ operationId: 'endSession' })
  end(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply): { readonly session: null } {
    const token = bearerOf(request) ?? cookieOf(request);
    if (token === undefined) throw signInNeeded();
    this.sessions.close(token);
    reply.header('set-cookie', sessionCookie('', new Date(0)));
    return { session: null };
  }
}

/** Not Secure: a loopback address has no TLS, and browsers keep Secure cookies from it. */
const sessionCookie = (value: string, expires: Date): string =>
  stringifySetCookie({ name: SESSION_COOKIE, value, expires, path: '/', httpOnly: true, sameSite: 'strict' });

/** Also where something on this machine hands on what comes from others, or a name of theirs leads here. */
const mustBeHere = ({ socket, headers }: HttpRequest): void => {
  const from = (socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  const host = URL.parse(`http://${String(headers['host'])}`)?.hostname.replace(/^\[(.*)\]$/, '$1') ?? '';
  if (isLoopback(from) && isLoopback(host)) return;
  throw new Rejected('forbidden', 'LOOPBACK_ONLY', 'Sign-in links work on this machine only.');
};

const mustNameItsState = (account: string, state: string | null): void => {
  const role = LOCAL_ACCOUNTS.find(({ name }) => name === account)?.role;
  if (role === undefined) return;
  const known = state !== null && memberState(state) !== undefined;
  if (known || (state === null && role !== 'MS')) return;
  const whose = speaksForAState(role) ? 'the state it speaks for' : 'no state that is not listed';
  throw new Rejected('invalid', 'STATE_NEEDED', `${account} names ${whose}, by ISO 3166 alpha-3 code.`, {
    field: 'state',
  });
};
