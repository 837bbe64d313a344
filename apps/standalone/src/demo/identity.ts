/** How the people of the demo show who they are: by the links of a server of their own, or as the server there already wants it. */
import { ownersSecret, signInLinks } from '@pledgeline/runtime/sign-in-links';
import type { Person } from './person.ts';

/** The headers of a person's requests. */
export type Identify = (person: Person) => Promise<Readonly<Record<string, string>>>;

/** For a server that trusts headers. */
export const namedInHeaders: Identify = ({ actor, role, state }) =>
  Promise.resolve({
    'x-pledgeline-actor': actor,
    'x-pledgeline-role': role,
    ...(state !== undefined && { 'x-pledgeline-state': state }),
  });

/** Signs each in once, as the owner of the server may: the links stay for who watches. @param dataFolder of the server. */
export const signedInBy = (url: string, dataFolder: string): Identify => {
  const tokens = new Map<string, Promise<string>>();
  return async (person) => {
    const known = tokens.get(person.actor) ?? signIn(url, dataFolder, person);
    tokens.set(person.actor, known);
    return { authorization: `Bearer ${await known}` };
  };
};

const signIn = async (url: string, dataFolder: string, { role, state }: Person): Promise<string> => {
  const account = signInLinks(dataFolder).find((one) => one.role === role)?.account;
  const secret = ownersSecret(dataFolder);
  const answer = await fetch(`${url}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account, secret, state, as: 'TOKEN' }),
  });
  const { token, detail } = (await answer.json()) as { readonly token?: string; readonly detail?: string };
  if (token === undefined) throw new Error(`no sign-in as ${role}: ${detail ?? answer.status}`);
  return token;
};
