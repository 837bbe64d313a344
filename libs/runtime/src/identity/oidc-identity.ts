/** Who calls where an OpenID Connect issuer says who is who: programs by its tokens, browsers by the session that a sign-in there made. */
import type { AccessTokens } from './access-tokens.ts';
import { notValid } from './access-tokens.ts';
import type { BrowserSessions } from './browser-sessions.ts';
import { callerOfBearer } from './claims.ts';
import { bearerOf, mustBeOurPage, NOBODY } from './identity.ts';
import type { Identity } from './identity.ts';
import { ROLE_HEADER } from './proof-headers.ts';

/** A token goes before a cookie: it is shown on purpose. */
export const oidcIdentity = (tokens: AccessTokens, sessions: BrowserSessions): Identity => ({
  callerOf: (request) => {
    const role = request.headers[ROLE_HEADER];
    const token = bearerOf(request);
    if (token !== undefined) {
      const accepted = tokens(token);
      return accepted instanceof Promise
        ? accepted.then(({ bearer }) => callerOfBearer(bearer, role))
        : callerOfBearer(accepted.bearer, role);
    }
    if (request.headers['authorization'] !== undefined) throw notValid('It is no bearer token.');
    if (!sessions.isShownBy(request)) return NOBODY;
    return sessions.of(request).then((session) => {
      // An old cookie is no reason to keep the public from reading.
      if (session === null) return NOBODY;
      mustBeOurPage(request, (given) => given === session.csrf);
      return callerOfBearer(session.bearer, role ?? session.role);
    });
  },
});
