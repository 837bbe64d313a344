/** The seam of sessions: what a browser is told of who has signed in with it, and how that begins, changes and ends. */
import type { Caller, Role } from '@pledgeline/contracts';
import type { IdentifiedRequest } from './identity.ts';
import type { CookieRequest } from './session-cookie.ts';

export interface OpenSession {
  readonly caller: Caller;
  /** Those that its owner may act in. */
  readonly roles: readonly Role[];
  /** What a page of ours sends along with what changes something; null for a bearer token, which needs none. */
  readonly csrf: string | null;
  /** RFC 3339. */
  readonly until: string;
  /** Whether it can be made longer without signing in again. */
  readonly renewable: boolean;
}

/** A way to sign in: a page to open in a browser, and what a program needs that asks the issuer itself. */
export type WayIn =
  | { readonly kind: 'LOCAL'; readonly page: string; readonly description: string }
  | {
      readonly kind: 'OPENID_CONNECT';
      /** Null where browsers do not sign in here, but send tokens. */
      readonly page: string | null;
      readonly description: string;
      readonly issuer: string;
      readonly clientId: string | null;
      readonly scope: string | null;
      /** Null while the issuer cannot be asked. */
      readonly authorizationEndpoint: string | null;
      readonly tokenEndpoint: string | null;
    }
  | { readonly kind: 'HEADERS'; readonly page: null; readonly description: string };

/** What became of a session, and what the browser is to keep of it. */
export interface Changed {
  readonly session: OpenSession | null;
  /** For `Set-Cookie`. */
  readonly cookies: readonly string[];
}

/** What a sign-in link and the person who follows it say. */
export interface FollowedLink {
  readonly account: string;
  readonly secret: string;
  readonly state?: string | null;
  readonly body?: string | null;
  /** A cookie is for browsers, a token for everything else. */
  readonly as: 'COOKIE' | 'TOKEN';
}

/** The session that a link opens: its csrf for a browser, or its token, shown once. */
export interface OpenedByLink extends Pick<OpenSession, 'caller' | 'until'> {
  readonly csrf?: string | undefined;
  readonly token?: string;
}

/** Where the browser goes next, and what it is to keep. */
export interface Onward {
  readonly to: string;
  /** For `Set-Cookie`. */
  readonly cookies: readonly string[];
}

export interface SignInFlow {
  /** @param next an address of ours to come back to; another one is left out. */
  begin(request: CookieRequest, next: string | undefined): Promise<Onward>;
  /** @param query of the address that the issuer sent the browser to. Rejects with `NotSignedIn`. */
  finish(request: CookieRequest, query: string): Promise<Onward>;
  /** Where the sign-in that this browser has begun is to lead: an address of ours, `/` where it has begun none. */
  leadsTo(request: CookieRequest): Promise<string>;
}

export interface Sessions {
  /** Null where there are no links. Rejects with `NotSignedIn` for one that is not good, and with `Rejected` for who may not use it. */
  readonly byLink:
    | ((
        request: IdentifiedRequest,
        link: FollowedLink,
      ) => Promise<{
        readonly session: OpenedByLink;
        readonly cookies: readonly string[];
      }>)
    | null;
  /** Null where browsers do not sign in at an issuer. */
  readonly atIssuer: SignInFlow | null;
  waysIn(): Promise<readonly WayIn[]>;
  /** Null for nobody. */
  of(request: IdentifiedRequest): Promise<OpenSession | null>;
  /** Rejects with `NotSignedIn` SIGN_IN_NEEDED for nobody, and with `Rejected` for a role that its owner has not. */
  inRole(request: IdentifiedRequest, role: Role): Promise<Changed>;
  /** Rejects with `NotSignedIn` when it cannot be made longer; `Changed` of it goes with the refusal. */
  renewed(request: IdentifiedRequest): Promise<Changed>;
  /** Ends it here, and says so to the issuer where there is one. Rejects with `NotSignedIn` for nobody. */
  ended(request: IdentifiedRequest): Promise<Changed>;
}
