/** Who reads: the session in a cookie that only the server sees, and what a change has to carry along. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { components } from '../generated/openapi.d.ts';
import { ask } from './api.ts';
import { refusalOf } from './problem.ts';

export type CurrentSession = components['schemas']['CurrentSession'];
export type WayIn = components['schemas']['WayIn'];

export const SESSION_KEY = ['/session'] as const;

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
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] });
    // Asked anew, and not just forgotten: pages go by it, and nothing else would have them look again.
    await queries.resetQueries({ queryKey: SESSION_KEY });
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
