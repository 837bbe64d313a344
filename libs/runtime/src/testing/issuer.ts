/**
 * A real OpenID Connect issuer (oidc-provider, certified by the OpenID Foundation) in the test's own process, with its own
 * keys in the test's hands: it gives honest tokens over HTTP, and signs whatever a hostile test makes up.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose';
import type { CryptoKey, JWK, JWTHeaderParameters, JWTPayload } from 'jose';
import type { Provider } from 'oidc-provider';
import { oauthToken } from '../oauth-token.ts';
import { memoryAdapter } from './issuer-memory.ts';
import { peopleAtTheIssuer, TOKEN_LIFE_SECONDS } from './people-at-the-issuer.ts';
import type { IssuedClaims, IssuedPerson, PeopleAtTheIssuer } from './people-at-the-issuer.ts';

/** The client that people's browsers sign in with. */
export interface BrowserClient {
  readonly id: string;
  readonly redirectAddress: string;
}

export interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
  readonly publicPem: string;
}

export interface TestIssuer {
  /** As its tokens' `iss` has it. */
  readonly url: string;
  /** For whom its tokens are. */
  readonly audience: string;
  /** Known to every client of it. */
  readonly clientSecret: string;
  /** The key that it signs with now. */
  readonly key: () => SigningKey;
  /** How often the path was asked for, such as `/jwks`. */
  asked(path: string): number;
  /** A token as a client gets it over HTTP: client credentials for the audience. */
  tokenOf(client: string): Promise<string>;
  /** Signed by a key of the issuer, or one given; what is said takes the place of what an honest token says. */
  sign(claims?: JWTPayload, header?: Partial<JWTHeaderParameters>, key?: SigningKey): Promise<string>;
  /** Signs with a new key from now on; the old one stays among its keys, unless it is withdrawn. */
  rotate(old: 'kept' | 'withdrawn'): Promise<void>;
  /** Who sits at the issuer's page from now on and lets everything be: a subject with its claims; null says no. */
  signsIn(person: IssuedPerson | null): void;
  /** How long access tokens of people last from now on. */
  lastFor(seconds: number): void;
  /** Answers nothing any more, until it is back at the same address. */
  leave(): Promise<void>;
  back(): Promise<void>;
}

const AUDIENCE = 'https://pledgeline.example.org';
const CLIENT_SECRET = 'known-to-the-tests-and-worth-nothing-elsewhere';
const DAY_SECONDS = 86_400;
export const ALGORITHM = 'RS256';

export const newKey = async (kid: string): Promise<SigningKey> => {
  const { privateKey, publicKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  return { kid, privateKey, publicJwk: await exportJWK(publicKey), publicPem: await exportSPKI(publicKey) };
};

/** @param clients by their ids, which are the subjects of their tokens. @param browser null where no person signs in. */
export const startIssuer = async (
  clients: Readonly<Record<string, IssuedClaims>>,
  browser: BrowserClient | null = null,
): Promise<TestIssuer> => {
  const counted = new Map<string, number>();
  const people = peopleAtTheIssuer();
  let provider: Provider | undefined;
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    counted.set(path, (counted.get(path) ?? 0) + 1);
    if (provider === undefined) return;
    if (path.startsWith('/interaction/')) void people.answer(provider, request, response);
    else void provider.callback()(request, response);
  });
  const listen = async (port: number): Promise<void> => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;

  let keys: readonly [SigningKey, ...SigningKey[]] = [await newKey('key-1')];
  let made = 1;
  const serve = async (): Promise<void> => {
    const jwks = { keys: await Promise.all(keys.map(privateJwk)) };
    provider = await providerAt(url, clients, jwks, browser, people);
  };
  await serve();
  return {
    url,
    audience: AUDIENCE,
    clientSecret: CLIENT_SECRET,
    key: () => keys[0],
    asked: (path) => counted.get(path) ?? 0,
    tokenOf: (client) => tokenOf(url, client),
    sign: async (claims = {}, header = {}, key = keys[0]) => {
      const now = Math.floor(Date.now() / 1000);
      const honest = { iss: url, aud: AUDIENCE, sub: 'a.client', roles: ['DESK'], iat: now, exp: now + 600 };
      return new SignJWT({ ...honest, ...claims })
        .setProtectedHeader({ alg: ALGORITHM, kid: key.kid, typ: 'at+jwt', ...header })
        .sign(key.privateKey);
    },
    rotate: async (old) => {
      made += 1;
      keys = [await newKey(`key-${made}`), ...(old === 'kept' ? keys : [])];
      await serve();
    },
    signsIn: (person) => people.signsIn(person),
    lastFor: (seconds) => people.lastFor(seconds),
    leave: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
    back: () => listen(port),
  };
};

const privateJwk = async ({ kid, privateKey }: SigningKey): Promise<JWK> => ({
  ...(await exportJWK(privateKey)),
  kid,
  use: 'sig',
  alg: ALGORITHM,
});

const providerAt = async (
  url: string,
  clients: Readonly<Record<string, IssuedClaims>>,
  jwks: { readonly keys: JWK[] },
  browser: BrowserClient | null,
  people: PeopleAtTheIssuer,
): Promise<Provider> => {
  // Most tests that launch a service have no issuer, and need not wait for it to load.
  const { Provider } = await import('oidc-provider');
  return new Provider(url, {
    jwks,
    adapter: memoryAdapter(),
    // For what is left out it warns on the terminal.
    ttl: {
      AccessToken: () => people.tokenLifeSeconds(),
      ClientCredentials: TOKEN_LIFE_SECONDS,
      IdToken: TOKEN_LIFE_SECONDS,
      Interaction: TOKEN_LIFE_SECONDS,
      ...{ Grant: DAY_SECONDS, RefreshToken: DAY_SECONDS, Session: DAY_SECONDS },
    },
    cookies: { keys: ['signs the cookies of pages that nobody sees'] },
    clients: [
      ...Object.keys(clients).map((id) => ({
        client_id: id,
        client_secret: CLIENT_SECRET,
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
      })),
      ...(browser === null ? [] : [browserClient(browser)]),
    ],
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    issueRefreshToken: () => true,
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      revocation: { enabled: true, allowedPolicy: () => true },
      resourceIndicators: {
        enabled: true,
        useGrantedResource: () => true,
        getResourceServerInfo: (_context, audience) => ({
          scope: '',
          audience,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: ALGORITHM } },
        }),
      },
    },
    extraTokenClaims: (_context, token) =>
      'accountId' in token ? people.claimsOf(token.accountId) : { ...clients[token.clientId ?? ''] },
  });
};

const browserClient = ({ id, redirectAddress }: BrowserClient) => ({
  client_id: id,
  client_secret: CLIENT_SECRET,
  grant_types: ['authorization_code', 'refresh_token'],
  redirect_uris: [redirectAddress],
  response_types: ['code' as const],
});

const tokenOf = (url: string, client: string): Promise<string> =>
  oauthToken({ url: `${url}/token`, clientId: client, clientSecret: CLIENT_SECRET, resource: AUDIENCE })();
