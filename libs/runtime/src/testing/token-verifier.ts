/** An identity that accepts the tokens of a test's issuer, by a clock that the test holds, and is asked as a request would. */
import type { Caller } from '@pledgeline/contracts';
import type { OidcConfiguration } from '../identity/identity-configuration.ts';
import { openOidcIdentity } from '../identity/open-oidc-identity.ts';
import type { TestIssuer } from './issuer.ts';

export interface TokenVerifier {
  /** @param role that the request names. */
  callerOf(token: string, role?: string): Promise<Caller>;
  /** The time by which it judges moves on. */
  later(seconds: number): void;
}

export const CLOCK_SKEW_SECONDS = 30;

export const tokenVerifierOf = (
  { url, audience }: Pick<TestIssuer, 'url' | 'audience'>,
  settings: Partial<OidcConfiguration> = {},
): TokenVerifier => {
  let ahead = 0;
  const configuration: OidcConfiguration = {
    kind: 'oidc',
    issuer: url,
    audience,
    jwksUrl: null,
    subjectClaim: 'sub',
    roleClaim: 'roles',
    rolePrefix: '',
    stateClaim: 'state',
    bodyClaim: 'body',
    clockSkewSeconds: CLOCK_SKEW_SECONDS,
    sessionKey: null,
    browser: null,
    ...settings,
  };
  const { identity } = openOidcIdentity(configuration, 'Send a token.', () => Date.now() + ahead);
  return {
    callerOf: async (token, role) =>
      identity.callerOf({
        method: 'GET',
        headers: {
          authorization: `Bearer ${token}`,
          ...(role !== undefined && { 'x-pledgeline-role': role }),
        },
      }),
    later: (seconds) => {
      ahead += seconds * 1000;
    },
  };
};
