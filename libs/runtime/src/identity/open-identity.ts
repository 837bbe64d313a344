/** Opens the chosen kind of identity; the libraries of the others are never loaded. */
import type { Provider, Type } from '@nestjs/common';
import type { Configuration } from '../configuration.ts';
import { headerIdentity } from './header-identity.ts';
import { NOBODY } from './identity.ts';
import type { Identity } from './identity.ts';
import type { Invitation } from './sign-in-invitation.ts';

export interface OpenedIdentity {
  readonly identity: Identity;
  /** The doors at which callers sign in, where there are any. */
  readonly controllers: readonly Type[];
  readonly providers: readonly Provider[];
  /** For people who have only found the address: a sentence. */
  readonly howToSignIn: string;
  /** Makes what callers need to sign in. @returns hands it out, once there is an address; null where callers need nothing of us. */
  readonly invite: () => Promise<(url: string) => Invitation | null>;
  readonly close: () => void;
}

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
