/**
 * How the people of the demo show who they are to a server of an OpenID Connect issuer: each is a client of it, by the name
 * of the person, and gets a token by client credentials.
 */
import { oauthToken } from '@pledgeline/runtime/oauth-token';
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
  { issuer, audience: resource, clientSecret }: IssuerOfTokens,
  { actor }: Person,
): Promise<string> => {
  const { token_endpoint: url } = (await (
    await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`)
  ).json()) as { readonly token_endpoint: string };
  try {
    return await oauthToken({ url, clientId: actor, clientSecret, resource })();
  } catch (error) {
    throw new Error(`${issuer} gives ${actor} no token: ${(error as Error).message}`, { cause: error });
  }
};
