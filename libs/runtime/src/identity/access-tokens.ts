/** Access tokens of an OpenID Connect issuer, checked against its keys: those of programs, and those that a sign-in brings. */
import { hash } from 'node:crypto';
import { errors, jwtVerify } from 'jose';
import type { JWTVerifyGetKey, JWTVerifyResult } from 'jose';
import { LRUCache } from 'lru-cache';
import { bearerFrom } from './claims.ts';
import type { Bearer } from './claims.ts';
import type { OidcConfiguration } from './identity-configuration.ts';
import type { IssuerKeys } from './issuer-keys.ts';
import { NotSignedIn } from './not-signed-in.ts';

/** Signatures by key pairs alone: with a shared secret the service that checks could also sign, and `none` is no signature. */
const ALGORITHMS = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
];

/** RFC 9068, and what issuers write who do not follow it yet. Signed for another purpose, such as a logout, is not for us. */
const TYPES: readonly (string | undefined)[] = ['at+jwt', 'jwt', undefined];

/** A token is longer than this only by mistake, or to keep us busy. */
const LONGEST_TOKEN = 16_384;

const REMEMBERED_TOKENS = 10_000;

/** What an accepted token says, and until when. */
export interface AcceptedToken {
  readonly bearer: Bearer;
  readonly expiresMs: number;
}

/**
 * At once for a token that was checked before.
 * @throws {NotSignedIn} or rejects with it. Rejects with `IssuerUnavailable` when its keys cannot be had, and with `Rejected` NO_ROLE.
 */
export type AccessTokens = (token: string) => AcceptedToken | Promise<AcceptedToken>;

/**
 * A checked token is accepted until it expires, but no longer than its key is sure to be the issuer's; then it is checked
 * again. The token of one person cannot be taken back before it expires; issuers make theirs short.
 *
 * @param keys of the issuer. @param nowMs as `Date.now`.
 */
export const accessTokens = (
  configuration: OidcConfiguration,
  keys: IssuerKeys,
  nowMs: () => number,
): AccessTokens => {
  const accepted = new LRUCache<string, AcceptedToken & { readonly untilMs: number }>({
    max: REMEMBERED_TOKENS,
  });

  const check = async (token: string, name: string): Promise<AcceptedToken> => {
    let keyUntilMs = 0;
    const keyOf: JWTVerifyGetKey = async (...of) => {
      const { key, untilMs } = await keys(...of);
      keyUntilMs = untilMs;
      return key;
    };
    const { payload, protectedHeader } = await jwtVerify(token, keyOf, {
      issuer: configuration.issuer,
      audience: configuration.audience,
      algorithms: ALGORITHMS,
      clockTolerance: configuration.clockSkewSeconds,
      currentDate: new Date(nowMs()),
      requiredClaims: ['exp'],
    }).catch((error: unknown) => {
      throw error instanceof errors.JOSEError ? whyNot(error) : error;
    });
    mustBeForBearers(protectedHeader.typ, payload);
    const bearer = bearerFrom(payload, configuration);
    const expiresMs = ((payload.exp ?? 0) + configuration.clockSkewSeconds) * 1000;
    const found = { bearer, expiresMs };
    accepted.set(name, { ...found, untilMs: Math.min(expiresMs, keyUntilMs) });
    return found;
  };

  return (token) => {
    if (token.length > LONGEST_TOKEN) throw notValid('It is too long.');
    const name = hash('sha256', token, 'base64');
    const known = accepted.get(name);
    return known !== undefined && nowMs() < known.untilMs ? known : check(token, name);
  };
};

/** @throws {NotSignedIn} for what the issuer has signed, but not so that its bearer may act. */
const mustBeForBearers = (typ: string | undefined, { cnf }: JWTVerifyResult['payload']): void => {
  if (!TYPES.includes(typ?.toLowerCase().replace(/^application\//, '')))
    throw notValid('Its typ is of no access token.');
  // RFC 7800: its bearer must also show that it has a key, which we do not ask for. It may be a stolen one.
  if (cnf !== undefined) throw notValid('It is bound to a key of its owner, which cannot be shown here.');
};

export const notValid = (why: string): NotSignedIn =>
  new NotSignedIn('TOKEN_NOT_VALID', `The token is not accepted. ${why}`);

/** Says which check failed, and nothing of what the token holds. */
const whyNot = (error: errors.JOSEError): NotSignedIn => {
  if (error instanceof errors.JWTExpired)
    return new NotSignedIn('TOKEN_EXPIRED', 'The token has expired: sign in again.');
  if (error instanceof errors.JWTClaimValidationFailed) return notValid(`Its claim ${error.claim} is wrong.`);
  if (error instanceof errors.JWKSNoMatchingKey) return notValid('The issuer has no such key.');
  if (error instanceof errors.JWKSMultipleMatchingKeys)
    return notValid('It does not say which key signed it.');
  if (error instanceof errors.JOSEAlgNotAllowed) return notValid('Its algorithm is not allowed.');
  if (error instanceof errors.JWSSignatureVerificationFailed) return notValid('Its signature is wrong.');
  return notValid('It is no signed JSON Web Token.');
};
