/** Sign-in by an OpenID Connect issuer as a whole: its tokens, and the sessions of browsers that sign in there. */
import { randomBytes } from 'node:crypto';
import { accessTokens } from './access-tokens.ts';
import { browserSessions } from './browser-sessions.ts';
import { KEY_BYTES } from './browser-sign-in-configuration.ts';
import type { OidcConfiguration } from './identity-configuration.ts';
import type { Identity } from './identity.ts';
import { issuerClient } from './issuer-client.ts';
import type { IssuerClient } from './issuer-client.ts';
import { fetchKeys } from './issuer-document.ts';
import { issuerKeys } from './issuer-keys.ts';
import { issuerSessions } from './issuer-sessions.ts';
import { oidcIdentity } from './oidc-identity.ts';
import { seals } from './seals.ts';
import type { Sessions, WayIn } from './sessions.ts';
import { signInFlow } from './sign-in-flow.ts';

/** @param description how to sign in, a sentence. @param nowMs the clock that tokens and sessions expire by. */
export const openOidcIdentity = (
  configuration: OidcConfiguration,
  description: string,
  nowMs: () => number = Date.now,
): { readonly identity: Identity; readonly sessions: Sessions } => {
  const { sessionKey, browser } = configuration;
  const tokens = accessTokens(
    configuration,
    issuerKeys(() => fetchKeys(configuration), nowMs),
    nowMs,
  );
  const client = browser === null ? null : issuerClient(configuration, browser, nowMs);
  const waysIn = async (): Promise<readonly WayIn[]> => [await wayIn(configuration, client, description)];
  // Without a key no browser has a session, and what one shows is opened by none.
  const sealed = seals(sessionKey ?? randomBytes(KEY_BYTES), nowMs);
  const cookies = browserSessions(sealed, nowMs);
  const sessions = issuerSessions(tokens, cookies, sealed, client, nowMs);
  const atIssuer = client === null ? null : signInFlow(client, sessions, sealed, nowMs);
  return {
    identity: oidcIdentity(tokens, cookies),
    sessions: { ...sessions, byLink: null, atIssuer, waysIn },
  };
};

const NOT_KNOWN = { authorizationEndpoint: null, tokenEndpoint: null };

/** Who asks how to sign in is answered also while the issuer is away. */
const wayIn = async (
  { issuer, browser }: OidcConfiguration,
  client: IssuerClient | null,
  description: string,
): Promise<WayIn> => ({
  kind: 'OPENID_CONNECT',
  page: browser === null ? null : '/session/sign-in',
  description,
  issuer,
  clientId: browser?.clientId ?? null,
  scope: browser?.scope ?? null,
  ...(client === null ? NOT_KNOWN : await client.endpoints().catch(() => NOT_KNOWN)),
});
