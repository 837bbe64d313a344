/** Bearer tokens of an OpenID Connect issuer, checked against its keys. */
import { hash } from 'node:crypto';
import { errors, jwtVerify } from 'jose';
import type { JWTVerifyGetKey } from 'jose';
import { LRUCache } from 'lru-cache';
import { bearerFrom, callerOfBearer } from './claims.ts';
import type { Bearer } from './claims.ts';
import type { OidcConfiguration } from './identity-configuration.ts';
import { bearerOf, NOBODY } from './identity.ts';
import type { Identity } from './identity.ts';
import { NotSignedIn } from './not-signed-in.ts';

/** Signatures by key pairs alone: with a shared secret whoever checks could also sign, and `none` is no signature. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];

/** A token is longer than this only by mistake, or to keep us busy. */
const LONGEST_TOKEN = 16_384;

const REMEMBERED_TOKENS = 10_000;
/**
 * A checked token is believed until it expires, but no longer than this: so long a key may go on counting that its issuer
 * has withdrawn. The token of one person cannot be taken back before it expires; issuers make theirs short.
 */
const BELIEVED_FOR_MS = 300_000;

/** @param keys of the issuer. */
export const oidcIdentity = (configuration: OidcConfiguration, keys: JWTVerifyGetKey): Identity => {
  const believed = new LRUCache<string, { readonly bearer: Bearer; readonly untilMs: number }>({
    max: REMEMBERED_TOKENS,
  });

  const check = async (token: string, name: string): Promise<Bearer> => {
    const { payload } = await jwtVerify(token, keys, {
      issuer: configuration.issuer,
      audience: configuration.audience,
      algorithms: ALGORITHMS,
      clockTolerance: configuration.clockSkewSeconds,
      requiredClaims: ['sub', 'exp'],
    }).catch((error: unknown) => {
      throw error instanceof errors.JOSEError ? whyNot(error) : error;
    });
    const bearer = bearerFrom(payload, configuration);
    const expiresMs = ((payload.exp ?? 0) + configuration.clockSkewSeconds) * 1000;
    believed.set(name, { bearer, untilMs: Math.min(expiresMs, Date.now() + BELIEVED_FOR_MS) });
    return bearer;
  };

  return {
    callerOf: (request) => {
      const token = bearerOf(request);
      const role = request.headers['x-pledgeline-role'];
      if (token === undefined) {
        if (request.headers['authorization'] !== undefined) throw notValid('It is no bearer token.');
        return NOBODY;
      }
      if (token.length > LONGEST_TOKEN) throw notValid('It is too long.');
      const name = hash('sha256', token, 'base64');
      const known = believed.get(name);
      if (known !== undefined && Date.now() < known.untilMs) return callerOfBearer(known.bearer, role);
      return check(token, name).then((bearer) => callerOfBearer(bearer, role));
    },
  };
};

const notValid = (why: string): NotSignedIn =>
  new NotSignedIn('TOKEN_NOT_VALID', `The token is not accepted. ${why}`);

/** Says which check failed, and nothing of what the token holds. */
const whyNot = (error: errors.JOSEError): NotSignedIn => {
  if (error instanceof errors.JWTExpired)
    return new NotSignedIn('TOKEN_EXPIRED', 'The token has expired: sign in again.');
  if (error instanceof errors.JWTClaimValidationFailed) return notValid(`Its claim ${error.claim} is wrong.`);
  if (error instanceof errors.JWKSNoMatchingKey) return notValid('The issuer has no such key.');
  if (error instanceof errors.JOSEAlgNotAllowed) return notValid('Its algorithm is not allowed.');
  if (error instanceof errors.JWSSignatureVerificationFailed) return notValid('Its signature is wrong.');
  return notValid('It is no signed JSON Web Token.');
};
