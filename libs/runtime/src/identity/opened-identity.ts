/** A kind of identity, ready to be used. */
import type { Type } from '@nestjs/common';
import type { Identity } from './identity.ts';
import type { Sessions } from './sessions.ts';
import type { Invitation } from './sign-in-invitation.ts';

export interface OpenedIdentity {
  readonly identity: Identity;
  readonly sessions: Sessions;
  /** Of pages at which callers sign in, where there are any. */
  readonly controllers: readonly Type[];
  /** For people who have only found the address: a sentence. */
  readonly howToSignIn: string;
  /** Makes what callers need to sign in. @returns hands it out, once there is an address; null where callers need nothing of us. */
  readonly invite: () => Promise<(url: string) => Invitation | null>;
  readonly close: () => void;
}
