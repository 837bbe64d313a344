/** The settings by which people sign in at the issuer with a browser, and keep a session in a cookie. */
import { CannotStart, secretOf, textOf } from '../settings.ts';
import type { Environment } from '../settings.ts';
import { isSafeAddress } from './safe-address.ts';

/** Who we are to the issuer. */
export interface BrowserSignIn {
  readonly clientId: string;
  /** Null for a client without one: PKCE (RFC 7636) then alone ties the code to us. */
  readonly clientSecret: string | null;
  /** Where the issuer sends browsers back to, as it is registered there. */
  readonly redirectAddress: string;
  /** What is asked of the issuer; with `offline_access`, or as the issuer has it, sessions can be renewed. */
  readonly scope: string;
  /** RFC 8707: asked of an issuer that makes the API's tokens only when it is named. */
  readonly resource: string | null;
}

export interface SessionConfiguration {
  /** Seals the sessions, 32 bytes, the same in every service; null where no browser keeps one. */
  readonly sessionKey: Uint8Array | null;
  /** Null in a service that browsers do not sign in at. */
  readonly browser: BrowserSignIn | null;
}

export const KEY_BYTES = 32;
const CALLBACK_PATH = '/session/callback';

/** @throws {CannotStart} naming what is missing or wrong. */
export const sessionsFrom = (env: Environment): SessionConfiguration => {
  const sessionKey = keyFrom(secretOf(env, 'PLEDGELINE_SESSION_KEY'));
  const clientId = env['OIDC_CLIENT_ID'];
  if (clientId === undefined) return { sessionKey, browser: null };
  if (sessionKey === null) throw needed('PLEDGELINE_SESSION_KEY', 'seals the sessions of browsers');
  const browser: BrowserSignIn = {
    clientId: textOf('OIDC_CLIENT_ID', clientId),
    clientSecret: secretOf(env, 'OIDC_CLIENT_SECRET') ?? null,
    redirectAddress: `${addressFrom(env['PLEDGELINE_ADDRESS'])}${CALLBACK_PATH}`,
    scope: scopeFrom(env['OIDC_SCOPE'] ?? 'openid'),
    resource: env['OIDC_RESOURCE'] === undefined ? null : textOf('OIDC_RESOURCE', env['OIDC_RESOURCE']),
  };
  return { sessionKey, browser };
};

const needed = (name: string, why: string): CannotStart =>
  new CannotStart(`OIDC_CLIENT_ID is set and ${name} is not: it ${why}`);

const keyFrom = (text: string | undefined): Uint8Array | null => {
  if (text === undefined) return null;
  const key = Buffer.from(text, 'base64');
  // Base64 that is no base64 reads as something shorter, or as nothing.
  if (key.length === KEY_BYTES) return new Uint8Array(key);
  throw new CannotStart(
    `PLEDGELINE_SESSION_KEY is not ${KEY_BYTES} bytes in base64: make one with openssl rand -base64 ${KEY_BYTES}`,
  );
};

/** Where people find this server, without a path: the host that a request names may be anybody's. */
const addressFrom = (value: string | undefined): string => {
  if (value === undefined) throw needed('PLEDGELINE_ADDRESS', 'is the address that people find us at');
  const url = URL.parse(value);
  if (url !== null && isSafeAddress(value) && url.origin === value.replace(/\/$/, '')) return url.origin;
  throw new CannotStart(
    `PLEDGELINE_ADDRESS=${value} is no https address without a path (http is for a loopback address only)`,
  );
};

const scopeFrom = (scope: string): string => {
  if (scope.split(' ').includes('openid')) return scope;
  throw new CannotStart(`OIDC_SCOPE=${scope} does not ask for openid`);
};
