/** The addresses of local sign-in: the page behind a link, the session it makes, and its end. */
import { Body, Controller, Get, Header, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController, ApiOperation } from '@nestjs/swagger';
import { memberState, speaksForAState } from '@pledgeline/contracts';
import type { Caller, Role } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import { bearerOf } from './identity.ts';
import { isLoopback } from './identity-configuration.ts';
import { LOCAL_ACCOUNTS } from './local-accounts.ts';
import type { LocalSessions, Session } from './local-sessions.ts';
import { signInNeeded } from './not-signed-in.ts';
import { sessionCookie, sessionTokenIn } from './session-cookie.ts';
import type { CookieRequest } from './session-cookie.ts';
import { SIGN_IN_PAGE, SIGN_IN_SCRIPT } from './sign-in-page.ts';
import { SignInRequest } from './sign-in.request.ts';

export const LOCAL_SESSIONS = Symbol('LocalSessions');

interface HttpRequest extends CookieRequest {
  readonly method: string;
  readonly socket: { readonly remoteAddress?: string; readonly localPort?: number };
  readonly caller: Caller;
}

/** What a browser gets that keeps its session in a cookie. */
type BrowserSession = Session & { readonly csrf: string | undefined };

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

  /** Who is signed in here; null for nobody. */
  @Get('session')
  @ApiOperation({ operationId: 'getSession' })
  @Header('cache-control', 'no-store')
  current(@Req() request: HttpRequest): { readonly session: Session | BrowserSession | null } {
    const bearer = bearerOf(request);
    const token = bearer ?? sessionTokenIn(request);
    const session = token === undefined ? undefined : this.sessions.of(token);
    if (token === undefined || session === undefined) return { session: null };
    return { session: bearer === undefined ? { ...session, csrf: this.sessions.csrfOf(token) } : session };
  }

  @Post('session')
  @ApiOperation({ operationId: 'openSession' })
  @Header('cache-control', 'no-store')
  async open(
    @Body() { account, secret, state = null, body = null, as }: SignInRequest,
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<BrowserSession | (Session & { readonly token: string })> {
    mustBeHere(request);
    mustNameItsState(account, state);
    const { token, ...session } = await this.sessions.open(account, secret, state, body);
    if (as === 'TOKEN') return { ...session, token };
    reply.header('set-cookie', sessionCookie(request, token, new Date(session.until)));
    return { ...session, csrf: this.sessions.csrfOf(token) };
  }

  @Post('session/end')
  @ApiOperation({ operationId: 'endSession' })
  end(@Req() request: HttpRequest, @Res({ passthrough: true }) reply: HttpReply): { readonly session: null } {
    const token = bearerOf(request) ?? sessionTokenIn(request);
    if (token === undefined) throw signInNeeded();
    this.sessions.close(token);
    reply.header('set-cookie', sessionCookie(request, '', new Date(0)));
    return { session: null };
  }
}

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
  const problem = problemWithState(role, state);
  if (problem === undefined) return;
  throw new Rejected('invalid', 'STATE_NEEDED', `${account} ${problem}`, { field: 'state' });
};

const problemWithState = (role: Role, state: string | null): string | undefined => {
  if (!speaksForAState(role)) return state === null ? undefined : 'speaks for no state, and so names none.';
  if (state === null ? role !== 'MS' : memberState(state) !== undefined) return undefined;
  return 'names the state it speaks for, by ISO 3166 alpha-3 code.';
};
