/** What a pledge remembers of its caveats, and which of them stand in the way. */
import type { CaveatKind } from '@pledgeline/contracts';
import type { Visibility } from '@pledgeline/event-sourcing';

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

export const openCaveats = ({ caveats }: { readonly caveats: readonly Caveat[] }): readonly Caveat[] =>
  caveats.filter(({ liftedOn }) => liftedOn === null);
