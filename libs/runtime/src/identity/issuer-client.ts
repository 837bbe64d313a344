/** Signing in at the issuer by the authorization code flow with PKCE (OpenID Connect Core 1.0; RFC 7636, 9207, 9700), as its client. */
import * as oidc from 'openid-client';
import type { BrowserSignIn } from './browser-sign-in-configuration.ts';
import type { OidcConfiguration } from './identity-configuration.ts';
import { IssuerUnavailable } from './issuer-unavailable.ts';
import { NotSignedIn } from './not-signed-in.ts';
import { SignInRefused } from './sign-in-refused.ts';
import type { SignInRefusal } from './sign-in-refused.ts';

/** What only we and the browser that begins a sign-in know of it. */
export interface BegunSignIn {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** What the issuer gives for a sign-in or its renewal. */
export interface IssuedTokens {
  readonly accessToken: string;
  /** Null where the issuer renews none. */
  readonly refreshToken: string | null;
}

/** Everything rejects with {@link IssuerUnavailable} when the issuer cannot be asked. */
export interface IssuerClient {
  /** Addresses of the issuer, for programs that sign in there themselves. */
  endpoints(): Promise<{ readonly authorizationEndpoint: string; readonly tokenEndpoint: string }>;
  /** The page of the issuer to send the browser to. */
  begin(): Promise<{ readonly begun: BegunSignIn; readonly page: string }>;
  /** @param query of the address that the issuer sent the browser back to. Rejects with {@link NotSignedIn} SIGN_IN_REFUSED. */
  finish(query: string, begun: BegunSignIn): Promise<IssuedTokens>;
  /** Rejects with {@link NotSignedIn} TOKEN_EXPIRED when the issuer renews it no longer. */
  renew(refreshToken: string): Promise<IssuedTokens>;
  /** Tells the issuer that it is not used any more, where the issuer takes that. */
  revoke(refreshToken: string): Promise<void>;
}

const TIMEOUT_SECONDS = 5;
/** An issuer may move its addresses. */
const HELD_FOR_MS = 300_000;

/** @param nowMs as `Date.now`. */
export const issuerClient = (
  { issuer, clockSkewSeconds }: Pick<OidcConfiguration, 'issuer' | 'clockSkewSeconds'>,
  { clientId, clientSecret, redirectAddress, scope, resource }: BrowserSignIn,
  nowMs: () => number,
): IssuerClient => {
  const forApi = resource === null ? {} : { resource };
  let held: { readonly config: Promise<oidc.Configuration>; readonly untilMs: number } | undefined;

  const discover = async (): Promise<oidc.Configuration> => {
    const config = await oidc.discovery(
      new URL(issuer),
      clientId,
      { [oidc.clockTolerance]: clockSkewSeconds },
      clientSecret === null ? oidc.None() : oidc.ClientSecretBasic(clientSecret),
      { timeout: TIMEOUT_SECONDS, execute: issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [] },
    );
    // Not only by TLS: also the signature of what says who has signed in.
    oidc.enableNonRepudiationChecks(config);
    return config;
  };
  const configuration = (): Promise<oidc.Configuration> => {
    if (held !== undefined && nowMs() < held.untilMs) return held.config;
    const config = discover().catch((error: unknown) => {
      held = undefined;
      throw new IssuerUnavailable({ cause: error });
    });
    held = { config, untilMs: nowMs() + HELD_FOR_MS };
    return config;
  };

  return {
    endpoints: async () => {
      const { authorization_endpoint = '', token_endpoint = '' } = (await configuration()).serverMetadata();
      return { authorizationEndpoint: authorization_endpoint, tokenEndpoint: token_endpoint };
    },
    begin: async () => {
      const config = await configuration();
      const begun = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
      };
      const page = oidc.buildAuthorizationUrl(config, {
        ...{ redirect_uri: redirectAddress, scope, ...forApi, state: begun.state, nonce: begun.nonce },
        code_challenge: await oidc.calculatePKCECodeChallenge(begun.verifier),
        code_challenge_method: 'S256',
      });
      return { begun, page: page.href };
    },
    finish: async (query, { state, nonce, verifier }) => {
      const config = await configuration();
      const checks = {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      };
      const tokens = await oidc
        .authorizationCodeGrant(config, new URL(`${redirectAddress}?${query}`), checks, forApi)
        .catch(because(refused));
      return { accessToken: tokens.access_token, refreshToken: tokens.refresh_token ?? null };
    },
    renew: async (refreshToken) => {
      const config = await configuration();
      const tokens = await oidc.refreshTokenGrant(config, refreshToken, forApi).catch(because(ended));
      // An issuer that gives no new one goes on with the old (RFC 6749, section 6).
      return { accessToken: tokens.access_token, refreshToken: tokens.refresh_token ?? refreshToken };
    },
    revoke: async (refreshToken) => {
      const config = await configuration();
      if (config.serverMetadata().revocation_endpoint === undefined) return;
      await oidc
        .tokenRevocation(config, refreshToken, { token_type_hint: 'refresh_token' })
        .catch(because(ended));
    },
  };
};

/** Words of the issuer's error codes alone: its descriptions may be long, and of anything. */
const refused = (error: string | null): SignInRefused =>
  new SignInRefused(
    whyOf(error),
    `The issuer did not sign you in${error === null ? '' : `: ${error}`}. Begin again.`,
  );

/** By the error of RFC 6749, null where what came back does not fit what was begun. */
const whyOf = (error: string | null): SignInRefusal => {
  if (error === null) return 'NOT_OURS';
  // A code of before, or that was used; the person has nothing to do with it.
  if (error === 'invalid_grant') return 'EXPIRED';
  return error === 'access_denied' ? 'DENIED' : 'ISSUER_REFUSED';
};

const ended = (): NotSignedIn =>
  new NotSignedIn(
    'TOKEN_EXPIRED',
    'The sign-in has ended, and the issuer renews it no longer: sign in again.',
  );

/** What the issuer refuses is the person's matter; that it cannot be asked, or does not know us, is not. */
const because =
  (refusal: (error: string | null) => NotSignedIn) =>
  (error: unknown): never => {
    if (error instanceof oidc.AuthorizationResponseError) throw refusal(codeOf(error.error));
    if (error instanceof oidc.ResponseBodyError && error.status < 500 && error.error !== 'invalid_client')
      throw refusal(codeOf(error.error));
    if (error instanceof oidc.ClientError && DOES_NOT_FIT.includes(error.code)) throw refusal(null);
    throw new IssuerUnavailable({ cause: error });
  };

/** What came back was answered to somebody else, or made up: its state, its nonce, its issuer or its time is another. */
const DOES_NOT_FIT: readonly (string | undefined)[] = [
  'OAUTH_INVALID_RESPONSE',
  'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
  'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED',
  'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
];

/** RFC 6749, section 5.2: letters, and the like. */
const codeOf = (error: string): string =>
  /^[\x21\x23-\x5b\x5d-\x7e]{1,60}$/.test(error) ? error : 'no reason';
