/** Whether something was added to what is on the page since it was read: asked while somebody fills in a form about it. */
import { useQuery } from '@tanstack/react-query';

/** A question about nothing new is answered in a few milliseconds, without a body. */
const LOOK_AGAIN_MS = 5000;

/**
 * @param href of the resource, as the API has it.
 * @param etag of what is on the page; null where it has none, and while nobody needs to know.
 */
export const useMoved = (href: string, etag: string | null): boolean =>
  useQuery({
    queryKey: ['moved', href, etag],
    queryFn: async ({ signal }) => {
      const headers = { accept: 'application/json', 'if-none-match': String(etag) };
      const { ok, headers: answered } = await fetch(href, { headers, signal });
      return ok && revisionOf(answered.get('etag')) !== revisionOf(etag);
    },
    enabled: etag !== null,
    refetchInterval: LOOK_AGAIN_MS,
    staleTime: 0,
    // The next look comes soon enough.
    retry: false,
  }).data ?? false;

/** The rest of an ETag is of the answer as a whole, which changes with the day and with its neighbours. */
const revisionOf = (etag: string | null): string | undefined => etag?.replaceAll('"', '').split('.')[0];
