/** What an OpenID Connect issuer says of itself, over the network: its keys, where its discovery document says they are. */
import { createLocalJWKSet } from 'jose';
import type { JSONWebKeySet, JWTVerifyGetKey } from 'jose';
import { isSafeAddress } from './safe-address.ts';
import type { OidcConfiguration } from './identity-configuration.ts';
import { IssuerUnavailable } from './issuer-unavailable.ts';

const TIMEOUT_MS = 5000;

/** @throws {IssuerUnavailable} when it cannot be asked, or what it says cannot be used. */
export const fetchKeys = async ({
  issuer,
  jwksUrl,
}: Pick<OidcConfiguration, 'issuer' | 'jwksUrl'>): Promise<JWTVerifyGetKey> => {
  try {
    // Asked for each time: an issuer may move its keys.
    const url = jwksUrl ?? (await discovered(issuer));
    return createLocalJWKSet((await documentAt(url)) as JSONWebKeySet);
  } catch (error) {
    throw new IssuerUnavailable({ cause: error });
  }
};

/** OpenID Connect Discovery 1.0, section 4. */
const discovered = async (issuer: string): Promise<string> => {
  const document = await documentAt(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  const { issuer: ofIssuer, jwks_uri: url } = document as { issuer?: unknown; jwks_uri?: unknown };
  if (ofIssuer !== issuer) throw new Error('the discovery document is of another issuer');
  if (typeof url !== 'string' || !isSafeAddress(url))
    throw new Error('the discovery document names no https address of keys');
  return url;
};

/** A redirection is not followed: it could lead away from TLS, and issuers have no need of it. */
const documentAt = async (url: string): Promise<object> => {
  const answer = await fetch(url, {
    headers: { accept: 'application/json' },
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!answer.ok) throw new Error(`${url} was answered ${answer.status}`);
  const document: unknown = await answer.json();
  if (typeof document === 'object' && document !== null) return document;
  throw new Error(`${url} was answered with no JSON object`);
};
