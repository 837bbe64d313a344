/** Local sign-in as a whole: its sessions, its doors, and the links that it prints at each start. */
import { localIdentity } from './local-identity.ts';
import { localSessions } from './local-sessions.ts';
import type { OpenedIdentity } from './open-identity.ts';
import { signInAttempts } from './sign-in-attempts.ts';
import { signInStore } from './sign-in-file.ts';
import { LOCAL_SESSIONS, SignInController } from './sign-in.controller.ts';

/** @param most tries of a secret in a minute, for each account; 0 sets no limit. */
export const openLocalIdentity = (dataFolder: string, most: number): OpenedIdentity => {
  const sessions = localSessions(signInStore(dataFolder), signInAttempts(most, Date.now));
  return {
    identity: localIdentity(sessions),
    controllers: [SignInController],
    providers: [{ provide: LOCAL_SESSIONS, useValue: sessions }],
    invite: async () => {
      const links = await sessions.newLinks();
      return (url, log) => {
        for (const { name, role, secret } of links) {
          const link = `${url}/sign-in#${new URLSearchParams({ account: name, role, secret }).toString()}`;
          log.info({ role, link }, 'sign in once with');
        }
      };
    },
  };
};
