/** Which kind of identity a service accepts, checked before anything starts: what is unsafe does not start. */
import { CannotStart, oneOf, textOf, wholeNumber } from '../settings.ts';
import type { Environment } from '../settings.ts';
import { sessionsFrom } from './browser-sign-in-configuration.ts';
import type { SessionConfiguration } from './browser-sign-in-configuration.ts';
import { isLoopback, isSafeAddress } from './safe-address.ts';

export interface OidcConfiguration extends SessionConfiguration {
  readonly kind: 'oidc';
  /** Exactly as the tokens' `iss` has it. */
  readonly issuer: string;
  readonly audience: string;
  /** Where the issuer's keys are; null asks its discovery document. */
  readonly jwksUrl: string | null;
  /** Path of the claim that tells people apart; `sub`, unless the issuer gives one person several. */
  readonly subjectClaim: string;
  /** Path of the claim with the roles, a list or one word; dots go into objects. */
  readonly roleClaim: string;
  /** What the issuer writes before the names of our roles, such as `pledgeline-`. */
  readonly rolePrefix: string;
  /** Path of the claim with the state that the caller speaks for: ISO 3166 alpha-3. */
  readonly stateClaim: string;
  /** Path of the claim with the name of the body that a partner without a state speaks for. */
  readonly bodyClaim: string;
  /** How far the issuer's clock may be from ours, in seconds. */
  readonly clockSkewSeconds: number;
}

export type IdentityConfiguration =
  { readonly kind: 'nobody' } | { readonly kind: 'headers' } | { readonly kind: 'local' } | OidcConfiguration;

/** What decides whether a kind of identity is safe. */
export interface Exposure {
  /** False for a process that serves its health only and asks nobody. */
  readonly servesHttp: boolean;
  readonly host: string;
  readonly distributed: boolean;
}

const KINDS = ['local', 'oidc', 'headers'] as const;

/** @throws {CannotStart} saying why, and what to do instead. */
export const identityFrom = (env: Environment, exposure: Exposure): IdentityConfiguration => {
  if (!exposure.servesHttp) return { kind: 'nobody' };
  const kind = oneOf('PLEDGELINE_IDENTITY', env['PLEDGELINE_IDENTITY'] ?? usual(env, exposure), KINDS);
  if (kind === 'oidc') return oidcFrom(env);
  const production = env['NODE_ENV'] === 'production';
  if (kind === 'headers') {
    if (!production) return { kind };
    throw new CannotStart(
      'PLEDGELINE_IDENTITY=headers is refused where NODE_ENV is production: callers name themselves and are believed. Set OIDC_ISSUER and OIDC_AUDIENCE',
    );
  }
  const instead = 'Set OIDC_ISSUER and OIDC_AUDIENCE';
  if (exposure.distributed)
    throw new CannotStart(`local sign-in is for the standalone shape only. ${instead}`);
  if (production)
    throw new CannotStart(
      `local sign-in is refused where NODE_ENV is production: its accounts are for one machine. ${instead}`,
    );
  if (!isLoopback(exposure.host))
    throw new CannotStart(
      `HOST=${exposure.host} is not a loopback address, and local sign-in is for this machine only. ${instead}, or listen on 127.0.0.1`,
    );
  return { kind };
};

const usual = (env: Environment, { distributed }: Exposure): string =>
  distributed || env['OIDC_ISSUER'] !== undefined ? 'oidc' : 'local';

const oidcFrom = (env: Environment): OidcConfiguration => ({
  kind: 'oidc',
  issuer: addressOf('OIDC_ISSUER', env['OIDC_ISSUER'] ?? missing('OIDC_ISSUER')),
  audience: textOf('OIDC_AUDIENCE', env['OIDC_AUDIENCE'] ?? missing('OIDC_AUDIENCE')),
  jwksUrl: env['OIDC_JWKS_URL'] === undefined ? null : addressOf('OIDC_JWKS_URL', env['OIDC_JWKS_URL']),
  subjectClaim: textOf('OIDC_SUBJECT_CLAIM', env['OIDC_SUBJECT_CLAIM'] ?? 'sub'),
  roleClaim: textOf('OIDC_ROLE_CLAIM', env['OIDC_ROLE_CLAIM'] ?? 'roles'),
  rolePrefix: env['OIDC_ROLE_PREFIX'] ?? '',
  stateClaim: textOf('OIDC_STATE_CLAIM', env['OIDC_STATE_CLAIM'] ?? 'state'),
  bodyClaim: textOf('OIDC_BODY_CLAIM', env['OIDC_BODY_CLAIM'] ?? 'body'),
  clockSkewSeconds: wholeNumber('OIDC_CLOCK_SKEW_SECONDS', env['OIDC_CLOCK_SKEW_SECONDS'] ?? '30', 0, 300),
  ...sessionsFrom(env),
});

const missing = (name: string): never => {
  throw new CannotStart(
    `${name} is not set: callers prove who they are by tokens of an OpenID Connect issuer, OIDC_ISSUER, made for OIDC_AUDIENCE`,
  );
};

const addressOf = (name: string, value: string): string => {
  if (isSafeAddress(value)) return value;
  throw new CannotStart(`${name}=${value} is no https address (http is for a loopback address only)`);
};
