/** An access token for this process, by OAuth 2.0 client credentials (RFC 6749, section 4.4). */
export interface OauthClient {
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope?: string;
  /** The API that the token is for (RFC 8707); an issuer that does not know it gives one for what the client is set up for. */
  readonly resource?: string;
}

const TIMEOUT_MS = 10_000;

/** @returns a function that asks for a new token; it rejects in words, without the secret. */
export const oauthToken =
  ({ url, clientId, clientSecret, scope, resource }: OauthClient): (() => Promise<string>) =>
  async () => {
    const credentials = Buffer.from(
      `${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`,
    ).toString('base64');
    const answer = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Basic ${credentials}` },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        ...(scope !== undefined && { scope }),
        ...(resource !== undefined && { resource }),
      }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!answer.ok) throw new Error(`${url} answered ${answer.status} instead of a token`);
    const { access_token: token } = (await answer.json()) as { readonly access_token?: unknown };
    if (typeof token !== 'string') throw new Error(`${url} answered without an access_token`);
    return token;
  };
