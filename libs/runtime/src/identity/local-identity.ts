/** Sessions of this machine: a cookie for browsers, with a proof that the page is ours; a bearer token for the rest. */
import { bearerOf, mustBeOurPage, NOBODY } from './identity.ts';
import type { Identity } from './identity.ts';
import type { LocalSessions } from './local-sessions.ts';
import { NotSignedIn } from './not-signed-in.ts';
import { sessionTokenIn } from './session-cookie.ts';

/** Its `callerOf` throws `NotSignedIn` for a token of no session, and `Rejected` for a cookie that another page sent along. */
export const localIdentity = (sessions: LocalSessions): Identity => ({
  callerOf: (request) => {
    const bearer = bearerOf(request);
    const token = bearer ?? sessionTokenIn(request);
    const session = token === undefined ? undefined : sessions.of(token);
    if (token !== undefined && session !== undefined) {
      if (bearer === undefined) mustBeOurPage(request, (given) => sessions.isCsrfOf(token, given));
      return session.caller;
    }
    // An old cookie is no reason to keep the public from reading; a token is given on purpose.
    if (request.headers['authorization'] !== undefined)
      throw new NotSignedIn('TOKEN_NOT_VALID', 'The token is of no session, or of one that has ended.');
    return NOBODY;
  },
});
