/** Local sign-in as a whole: its sessions, its doors, and the links that it prints at each start. */
import { localIdentity } from './local-identity.ts';
import { localSessions } from './local-sessions.ts';
import type { OpenedIdentity } from './open-identity.ts';
import { signInStore } from './sign-in-file.ts';
import { LOCAL_SESSIONS, SignInController } from './sign-in.controller.ts';

export const openLocalIdentity = (dataFolder: string): OpenedIdentity => {
  const sessions = localSessions(signInStore(dataFolder));
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
