/** The keys of an OpenID Connect issuer: where its discovery document says, fetched again when a token names a new one. */
import { createRemoteJWKSet } from 'jose';
import type { JWTVerifyGetKey } from 'jose';
import type { OidcConfiguration } from './identity-configuration.ts';
import { IssuerUnavailable } from './issuer-unavailable.ts';

const PATIENCE_MS = 5000;
/** Tokens with made-up key ids cannot make us ask more often. */
const COOLDOWN_MS = 10_000;

/** @returns gets the key of a token; it rejects with {@link IssuerUnavailable} where the issuer cannot be asked. */
export const issuerKeys = ({ issuer, jwksUrl }: OidcConfiguration): JWTVerifyGetKey => {
  let keys: JWTVerifyGetKey | undefined = jwksUrl === null ? undefined : remote(jwksUrl);
  return async (header, token) => {
    keys ??= remote(await discovered(issuer));
    try {
      return await keys(header, token);
    } catch (error) {
      throw isAboutTheToken(error) ? error : new IssuerUnavailable({ cause: error });
    }
  };
};

const remote = (url: string): JWTVerifyGetKey =>
  createRemoteJWKSet(new URL(url), { timeoutDuration: PATIENCE_MS, cooldownDuration: COOLDOWN_MS });

/** No key of that name, or several that fit: what the token says is wrong, and the issuer has answered. */
const isAboutTheToken = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  ['ERR_JWKS_NO_MATCHING_KEY', 'ERR_JWKS_MULTIPLE_MATCHING_KEYS', 'ERR_JOSE_NOT_SUPPORTED'].includes(
    String(error.code),
  );

/** OpenID Connect Discovery 1.0, section 4. */
const discovered = async (issuer: string): Promise<string> => {
  try {
    const answer = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!answer.ok) throw new Error(`discovery was answered ${answer.status}`);
    const document = (await answer.json()) as { readonly issuer?: unknown; readonly jwks_uri?: unknown };
    if (document.issuer !== issuer) throw new Error('the discovery document is of another issuer');
    if (typeof document.jwks_uri !== 'string') throw new Error('the discovery document names no keys');
    return document.jwks_uri;
  } catch (error) {
    throw new IssuerUnavailable({ cause: error });
  }
};
