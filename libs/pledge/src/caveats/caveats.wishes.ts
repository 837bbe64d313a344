/** What can be wished of a pledge: naming, finding and lifting limits on the use of its unit. */
import type { DataOf } from '@pledgeline/contracts';

export interface CaveatWishes {
  DeclareCaveat: DataOf<'CaveatDeclared'> & {
    /** True keeps it between the state and the Secretariat; otherwise all member states may read it. */
    readonly internal: boolean;
  };
  DiscoverCaveat: DataOf<'CaveatDiscovered'>;
  LiftCaveat: Omit<DataOf<'CaveatLifted'>, 'liftedOn'>;
  NoteCaveatTalk: DataOf<'CaveatTalkNoted'>;
}
