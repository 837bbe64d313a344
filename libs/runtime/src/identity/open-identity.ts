/** Opens the chosen kind of identity; the libraries of the others are never loaded. */
import type { Configuration } from '../configuration.ts';
import { headerIdentity } from './header-identity.ts';
import { NOBODY } from './identity.ts';
import type { Identity } from './identity.ts';
import { noSessions } from './no-sessions.ts';
import type { OpenedIdentity } from './opened-identity.ts';
import type { Sessions } from './sessions.ts';

/** Needs the data folder to be there. @throws {CannotStart} when what it keeps cannot be read. */
export const openIdentity = async ({
  identity,
  dataFolder,
  rates,
}: Configuration): Promise<OpenedIdentity> => {
  switch (identity.kind) {
    case 'nobody':
      return withoutPages({ callerOf: () => NOBODY }, noSessions([]), 'Nobody signs in here.');
    case 'headers': {
      const how = 'Say who you are in the headers x-pledgeline-actor, -role and -state.';
      return withoutPages(
        headerIdentity,
        noSessions([{ kind: 'HEADERS', page: null, description: how }]),
        how,
      );
    }
    case 'oidc': {
      const { openOidcIdentity } = await import('./open-oidc-identity.ts');
      const how = identity.browser === null ? 'Send' : 'Sign in with a browser, or send';
      const sentence = `${how} an access token of ${identity.issuer} in the header Authorization, after the word Bearer.`;
      const opened = openOidcIdentity(identity, sentence);
      return withoutPages(opened.identity, opened.sessions, sentence);
    }
    case 'local': {
      const { openLocalIdentity } = await import('./open-local-identity.ts');
      return openLocalIdentity(dataFolder, rates.failedSignIns);
    }
  }
};

const withoutPages = (identity: Identity, sessions: Sessions, howToSignIn: string): OpenedIdentity => ({
  identity,
  sessions,
  howToSignIn,
  controllers: [],
  invite: () => Promise.resolve(() => null),
  close: () => undefined,
});
