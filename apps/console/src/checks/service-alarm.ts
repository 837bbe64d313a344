/** What the server itself says of its log of proofs, to anybody: readiness, and why it is not given. */
import { useQuery } from '@tanstack/react-query';

/** As readiness begins the reason. */
const STOPPED = 'the log of proofs stopped';

/** The reasons in the words of the server; empty while the log goes on, and while the server does not answer. */
export const useServiceAlarm = (): readonly string[] =>
  useQuery({
    queryKey: ['/health/ready'],
    queryFn: async ({ signal }) => {
      const answer = await fetch('/health/ready', { headers: { accept: 'application/json' }, signal });
      const { because } = (await answer.json()) as { readonly because?: readonly string[] };
      return (because ?? []).filter((reason) => reason.startsWith(STOPPED));
    },
    retry: false,
  }).data ?? [];
