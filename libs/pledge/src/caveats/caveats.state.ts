/** The caveats of a pledge, and which of them are open. */
import type { CaveatFinder, CaveatKind, DataOf, LiftingConfirmer } from '@pledgeline/contracts';
import type { Visibility } from '@pledgeline/event-sourcing';
import { statePart } from '../state-part.ts';

export interface CaveatsState {
  readonly caveats: readonly Caveat[];
}

export interface Caveat {
  readonly caveatId: string;
  readonly text: string;
  readonly kind: CaveatKind;
  readonly blocking: boolean;
  /** True for one that showed in the field before the state named it. */
  readonly undeclared: boolean;
  /** Who found it and in which mission; null where it was declared, or where no source says. */
  readonly foundBy: CaveatFinder | null;
  readonly foundIn: string | null;
  /** The day it was declared, or of the incident; null where no source gives one. */
  readonly since: string | null;
  /** What came of it since the state last gave it up; null where it did not, or was not asked for more. */
  readonly lifting: Lifting | null;
  readonly liftedOn: string | null;
  /** Who may read it: as narrow as the event that opened it. */
  readonly visibility: Visibility;
}

export interface Lifting {
  readonly givenUpOn: string;
  readonly reference: string;
  /** The account that said so for the state: whoever did may not confirm it. */
  readonly givenUpBy: string;
  readonly confirmed: readonly Confirmation[];
  /** Ends it: the state gives the caveat up anew. */
  readonly refused: {
    readonly by: LiftingConfirmer;
    readonly on: string;
    readonly reason: string | null;
  } | null;
}

export interface Confirmation {
  readonly by: LiftingConfirmer;
  readonly on: string;
  readonly actor: string;
}

export interface CaveatsCommands {
  DeclareCaveat: DataOf<'CaveatDeclared'> & {
    /** True keeps it between the state and the Secretariat; otherwise all member states may read it. */
    readonly internal: boolean;
  };
  DiscoverCaveat: DataOf<'CaveatDiscovered'>;
  LiftCaveat: Omit<DataOf<'CaveatLifted'>, 'liftedOn'> & {
    /** True of a lift that was recorded when nobody had to confirm it: it stands. */
    readonly atOnce: boolean;
  };
  ConfirmCaveatLifting: Pick<
    DataOf<'CaveatLiftingConfirmed'>,
    'pledgeId' | 'caveatId' | 'confirmationReference' | 'mission'
  >;
  RefuseCaveatLifting: Pick<DataOf<'CaveatLiftingRefused'>, 'pledgeId' | 'caveatId' | 'reason'>;
  NoteCaveatTalk: DataOf<'CaveatTalkNoted'>;
}

export const caveatsState = statePart<CaveatsState, CaveatsCommands>({ caveats: [] });

export const openCaveats = ({ caveats }: CaveatsState): readonly Caveat[] =>
  caveats.filter(({ liftedOn }) => liftedOn === null);

export const findCaveat = ({ caveats }: CaveatsState, id: string): Caveat | undefined =>
  caveats.find(({ caveatId }) => caveatId === id);
