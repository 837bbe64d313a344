/** Naming, finding and lifting limits on the use of a unit: when, by whom, and what follows. Lifecycle page, section 6. */
import { OPEN_STATUSES } from '@pledgeline/contracts';
import { CAPABILITY } from '../transition.ts';
import type { Rows } from '../transition.ts';
import { declareCaveat, discoverCaveat, knownCaveat, liftCaveat, noteTalk, openCaveat } from './caveats.ts';
import type { CaveatWishes } from './caveats.wishes.ts';

export const caveatTransitions: Rows<keyof CaveatWishes> = {
  DeclareCaveat: {
    ...CAPABILITY,
    from: OPEN_STATUSES,
    roles: ['MS'],
    decide: declareCaveat,
    events: ['CaveatDeclared'],
    to: null,
  },
  DiscoverCaveat: {
    ...CAPABILITY,
    from: ['SELECTED', 'MOU_SIGNED', 'READY', 'DEPLOYED'],
    roles: ['MISSION', 'EVAL'],
    decide: discoverCaveat,
    events: ['CaveatDiscovered'],
    to: null,
  },
  LiftCaveat: {
    ...CAPABILITY,
    from: OPEN_STATUSES,
    roles: ['MS'],
    needs: 'a caveat that is open',
    precondition: openCaveat,
    decide: liftCaveat,
    events: ['CaveatLifted'],
    to: null,
  },
  NoteCaveatTalk: {
    ...CAPABILITY,
    from: OPEN_STATUSES,
    roles: ['FGS', 'PD', 'DESK'],
    needs: 'a caveat, open or lifted',
    precondition: knownCaveat,
    decide: noteTalk,
    events: ['CaveatTalkNoted'],
    to: null,
  },
};
