/** How questions are kept and repeated: for all of them alike. */
import { QueryClient } from '@tanstack/react-query';
import { secondsToWait } from './problem.ts';

const FRESH_MS = 30_000;
/** A page that nobody can be served is asked for no longer than some minutes. */
const ATTEMPTS = 20;

export const queries = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        // Only what passes by itself; a refusal stays one.
        retry: (failures, error) => failures < ATTEMPTS && secondsToWait(error) !== null,
        retryDelay: (_, error) => (secondsToWait(error) ?? 1) * 1000,
        // What no longer answers is not taken away from who reads it.
        networkMode: 'always',
      },
    },
  });
