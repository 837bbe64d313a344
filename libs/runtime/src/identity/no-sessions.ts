/** Where nobody keeps a session: callers prove with each request who they are. */
import { signInNeeded } from './not-signed-in.ts';
import type { Sessions, WayIn } from './sessions.ts';

export const noSessions = (ways: readonly WayIn[]): Sessions => {
  const nobody = () => Promise.reject(signInNeeded());
  return {
    byLink: null,
    atIssuer: null,
    waysIn: () => Promise.resolve(ways),
    of: () => Promise.resolve(null),
    inRole: nobody,
    renewed: nobody,
    ended: nobody,
  };
};
