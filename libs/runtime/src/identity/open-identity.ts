/** Opens the chosen kind of identity; the libraries of the others are never loaded. */
import type { Provider, Type } from '@nestjs/common';
import type { Log } from '@pledgeline/event-sourcing';
import type { Configuration } from '../configuration.ts';
import { headerIdentity } from './header-identity.ts';
import { NOBODY } from './identity.ts';
import type { Identity } from './identity.ts';

export interface OpenedIdentity {
  readonly identity: Identity;
  /** The doors at which callers sign in, where there are any. */
  readonly controllers: readonly Type[];
  readonly providers: readonly Provider[];
  /** Makes what callers need to sign in. @returns tells it, once there is an address. */
  readonly invite: () => Promise<(url: string, log: Log) => void>;
}

/** Needs the data folder to be there. @throws {CannotStart} when what it keeps cannot be read. */
export const openIdentity = async ({
  identity,
  dataFolder,
  rates,
}: Configuration): Promise<OpenedIdentity> => {
  switch (identity.kind) {
    case 'nobody':
      return without({ callerOf: () => NOBODY });
    case 'headers':
      return without(headerIdentity);
    case 'oidc': {
      const { openOidcIdentity } = await import('./open-oidc-identity.ts');
      return without(openOidcIdentity(identity));
    }
    case 'local': {
      const { openLocalIdentity } = await import('./open-local-identity.ts');
      return openLocalIdentity(dataFolder, rates.failedSignIns);
    }
  }
};

const without = (identity: Identity): OpenedIdentity => ({
  identity,
  controllers: [],
  providers: [],
  invite: () => Promise.resolve(() => undefined),
});
