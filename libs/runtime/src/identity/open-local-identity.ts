/** Local sign-in as a whole: its sessions, its addresses, and how people are invited to sign in at each start. */
import { localBrowserSessions } from './local-browser-sessions.ts';
import { localIdentity } from './local-identity.ts';
import { localSessions } from './local-sessions.ts';
import type { OpenedIdentity } from './opened-identity.ts';
import { signInAttempts } from './sign-in-attempts.ts';
import { signInStore } from './sign-in-file.ts';
import { LINKS_FILE } from '../sign-in-links.ts';
import { invite, withdrawInvitation } from './sign-in-invitation.ts';
import { SignInController } from './sign-in.controller.ts';

const HOW = `Open one of the links in ${LINKS_FILE} in the data folder of the server, or use: npx pledgeline sign-in --as DESK`;

/** @param most tries of a secret in a minute, for each account; 0 sets no limit. */
export const openLocalIdentity = (dataFolder: string, most: number): OpenedIdentity => {
  const sessions = localSessions(signInStore(dataFolder), signInAttempts(most, Date.now), Date.now);
  return {
    identity: localIdentity(sessions),
    sessions: localBrowserSessions(sessions, HOW),
    howToSignIn: HOW,
    controllers: [SignInController],
    invite: async () => {
      const links = await sessions.newLinks();
      return (url) => invite(dataFolder, url, links, sessions.ownersSecret);
    },
    close: () => {
      withdrawInvitation(dataFolder);
    },
  };
};
