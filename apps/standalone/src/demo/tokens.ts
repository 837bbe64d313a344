/**
 * How the people of the demo show who they are to a server of an OpenID Connect issuer: each is a client of it, by the name
 * of the person, and gets a token by client credentials.
 */
import type { Person } from './person.ts';
import type { Identify } from './identity.ts';

export interface IssuerOfTokens {
  readonly issuer: string;
  /** The API that the tokens are for. */
  readonly audience: string;
  /** Of each of the people. */
  readonly clientSecret: string;
}

/** Asks for each person's token once; the demo is over before one expires. */
export const tokensOf = (from: IssuerOfTokens): Identify => {
  const tokens = new Map<string, Promise<string>>();
  return async (person) => {
    const token = tokens.get(person.actor) ?? tokenOf(from, person);
    tokens.set(person.actor, token);
    return { authorization: `Bearer ${await token}` };
  };
};

const tokenOf = async (
  { issuer, audience, clientSecret }: IssuerOfTokens,
  { actor }: Person,
): Promise<string> => {
  const { token_endpoint: endpoint } = (await (
    await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`)
  ).json()) as { readonly token_endpoint: string };
  const answer = await fetch(endpoint, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${actor}:${clientSecret}`)}` },
    // RFC 8707. An issuer that does not know it gives tokens for the audience that the client is set up for.
    body: new URLSearchParams({ grant_type: 'client_credentials', resource: audience }),
  });
  const said = (await answer.json()) as { readonly access_token?: string; readonly error?: string };
  if (said.access_token === undefined)
    throw new Error(`${issuer} gives ${actor} no token: ${said.error ?? answer.status}`);
  return said.access_token;
};
