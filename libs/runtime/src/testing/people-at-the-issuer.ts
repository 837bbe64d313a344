/** The person before the issuer's page, who types nothing: signed in and agreeing at once, or refusing. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';

export const TOKEN_LIFE_SECONDS = 600;

/** What the issuer's tokens say of a client. */
export interface IssuedClaims {
  readonly roles?: readonly string[];
  readonly state?: string;
}

/** A person as the issuer knows him now: what it says of him may change from token to token. */
export interface IssuedPerson extends IssuedClaims {
  readonly subject: string;
}

export interface PeopleAtTheIssuer {
  signsIn(person: IssuedPerson | null): void;
  lastFor(seconds: number): void;
  tokenLifeSeconds(): number;
  /** As the issuer knows him now. */
  claimsOf(subject: string): Record<string, unknown>;
  answer(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void>;
}

export const peopleAtTheIssuer = (): PeopleAtTheIssuer => {
  const known = new Map<string, IssuedClaims>();
  let here: IssuedPerson | null = null;
  let seconds = TOKEN_LIFE_SECONDS;

  const agreed = async (provider: Provider, accountId: string, details: Details) => {
    const { prompt, params } = details;
    if (prompt.name === 'login') return { login: { accountId } };
    const grant = new provider.Grant({ accountId, clientId: params['client_id'] as string });
    grant.addOIDCScope(params['scope'] as string);
    if (typeof params['resource'] === 'string') grant.addResourceScope(params['resource'], '');
    return { consent: { grantId: await grant.save() } };
  };

  return {
    signsIn: (person) => {
      here = person;
      if (person === null) return;
      const { subject, ...claims } = person;
      known.set(subject, claims);
    },
    lastFor: (given) => {
      seconds = given;
    },
    tokenLifeSeconds: () => seconds,
    claimsOf: (subject) => ({ ...known.get(subject) }),
    answer: async (provider, request, response) => {
      const details = await provider.interactionDetails(request, response);
      const result =
        here === null ? { error: 'access_denied' } : await agreed(provider, here.subject, details);
      await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true });
    },
  };
};

type Details = Awaited<ReturnType<Provider['interactionDetails']>>;
