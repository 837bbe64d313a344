/** Sign-in by an OpenID Connect issuer as a whole: its tokens, checked with the keys that it serves. */
import type { OidcConfiguration } from './identity-configuration.ts';
import type { Identity } from './identity.ts';
import { fetchKeys } from './issuer-document.ts';
import { issuerKeys } from './issuer-keys.ts';
import { oidcIdentity } from './oidc-identity.ts';

/** @param nowMs the clock that tokens expire by. */
export const openOidcIdentity = (
  configuration: OidcConfiguration,
  nowMs: () => number = Date.now,
): Identity =>
  oidcIdentity(
    configuration,
    issuerKeys(() => fetchKeys(configuration), nowMs),
    nowMs,
  );
