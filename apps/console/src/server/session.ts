/** Who reads: the session in a cookie that only the server sees, and what a change has to carry along. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { components } from '../generated/openapi.d.ts';
import { ask, SESSION_KEY } from './api.ts';
import { tellOtherTabs } from './other-tabs.ts';
import { refusalOf, secondsToWait } from './problem.ts';

export type CurrentSession = components['schemas']['CurrentSession'];
export type WayIn = components['schemas']['WayIn'];

/** Undefined until the server has said it. */
export const useSession = (): CurrentSession | undefined =>
  useQuery({
    queryKey: SESSION_KEY,
    queryFn: async ({ signal }) => (await ask('/session', {}, signal)).body,
    staleTime: Infinity,
  }).data;

/** Asks once more who reads, who may have signed in again in another tab. Where nobody has, the page stays as it is. */
export const useSessionAgain = (): (() => Promise<CurrentSession['session']>) => {
  const queries = useQueryClient();
  return async () => {
    const { body } = await ask('/session', {});
    if (body.session !== null) queries.setQueryData(SESSION_KEY, body);
    return body.session;
  };
};

/** Ends the session; what its reader has seen is forgotten here. */
export const useSignOut = (): (() => Promise<void>) => {
  const queries = useQueryClient();
  const session = useSession();
  return async () => {
    await change('/session/end', undefined, session?.session?.csrf ?? null);
    tellOtherTabs('');
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] });
    // Asked anew, and not just forgotten: pages go by it, and nothing else would have them look again.
    await queries.resetQueries({ queryKey: SESSION_KEY });
  };
};

/** Acts in another role of the same person; what was read in the one before is asked anew, as far as it is on the page. */
export const useActAs = (): ((role: string) => Promise<void>) => {
  const queries = useQueryClient();
  const session = useSession();
  return async (role) => {
    await change('/session/role', { role }, session?.session?.csrf ?? null);
    await queries.resetQueries();
  };
};

/**
 * Makes the session longer, also one that has run out meanwhile. One that cannot be is left as it is: whoever sends something
 * is told to sign in again, and loses nothing that was typed.
 * @returns whether to try again, where it did not work.
 */
export const useRenewal = (): (() => Promise<boolean>) => {
  const queries = useQueryClient();
  const session = useSession();
  return async () => {
    try {
      await change('/session/renewal', undefined, session?.session?.csrf ?? null);
      const { body } = await ask('/session', {});
      if (body.session !== null) queries.setQueryData(SESSION_KEY, body);
      return body.session !== null;
    } catch (error) {
      return secondsToWait(error) !== null;
    }
  };
};

const change = async (path: string, body: object | undefined, csrf: string | null): Promise<void> => {
  const response = await fetch(path, {
    method: 'POST',
    headers: {
      accept: 'application/json',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(csrf !== null && { 'x-csrf-token': csrf }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw refusalOf(response, await response.json().catch(() => null));
};
