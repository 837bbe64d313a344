/** The caveats of a pledge, and which of them are open. */
import type { CaveatKind, DataOf } from '@pledgeline/contracts';
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
  /** The day it was declared, or of the incident; null where no source gives one. */
  readonly since: string | null;
  readonly liftedOn: string | null;
  /** Who may read it: as narrow as the event that opened it. */
  readonly visibility: Visibility;
}

export interface CaveatsCommands {
  DeclareCaveat: DataOf<'CaveatDeclared'> & {
    /** True keeps it between the state and the Secretariat; otherwise all member states may read it. */
    readonly internal: boolean;
  };
  DiscoverCaveat: DataOf<'CaveatDiscovered'>;
  LiftCaveat: Omit<DataOf<'CaveatLifted'>, 'liftedOn'>;
  NoteCaveatTalk: DataOf<'CaveatTalkNoted'>;
}

export const caveatsState = statePart<CaveatsState, CaveatsCommands>({ caveats: [] });

export const openCaveats = ({ caveats }: CaveatsState): readonly Caveat[] =>
  caveats.filter(({ liftedOn }) => liftedOn === null);
