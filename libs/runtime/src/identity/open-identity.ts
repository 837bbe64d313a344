/** Opens the chosen kind of identity; the libraries of the others are never loaded. */
import type { Configuration } from '../configuration.ts';
import { headerIdentity } from './header-identity.ts';
import { NOBODY } from './identity.ts';
import type { Identity } from './identity.ts';
import type { OpenedIdentity } from './opened-identity.ts';

/** Needs the data folder to be there. @throws {CannotStart} when what it keeps cannot be read. */
export const openIdentity = async ({
  identity,
  dataFolder,
  rates,
}: Configuration): Promise<OpenedIdentity> => {
  switch (identity.kind) {
    case 'nobody':
      return without({ callerOf: () => NOBODY }, 'Nobody signs in here.');
    case 'headers':
      return without(headerIdentity, 'Say who you are in the headers x-pledgeline-actor, -role and -state.');
    case 'oidc': {
      const { openOidcIdentity } = await import('./open-oidc-identity.ts');
      return without(
        openOidcIdentity(identity),
        `Send an access token of ${identity.issuer} as Authorization: Bearer …`,
      );
    }
    case 'local': {
      const { openLocalIdentity } = await import('./open-local-identity.ts');
      return openLocalIdentity(dataFolder, rates.failedSignIns);
    }
  }
};

const without = (identity: Identity, howToSignIn: string): OpenedIdentity => ({
  identity,
  howToSignIn,
  controllers: [],
  providers: [],
  invite: () => Promise.resolve(() => null),
  close: () => undefined,
});
