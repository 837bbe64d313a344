/** Set against a gap, and chosen for it: when, by whom, and what follows. Lifecycle page, sections 4 to 6. */
import { CAPABILITY, CAPABILITY_UNDATED, OFFERED } from '../transition.ts';
import type { Rows } from '../transition.ts';
import {
  declineSelection,
  match,
  matchable,
  releaseMatch,
  select,
  selectable,
  selectors,
} from './selection.ts';
import type { SelectionWishes } from './selection.wishes.ts';

export const selectionTransitions: Rows<keyof SelectionWishes> = {
  MatchPledge: {
    ...CAPABILITY,
    from: OFFERED,
    roles: ['SFGC', 'SYSTEM'],
    needs: 'a valid offer of which something is left',
    precondition: matchable,
    alreadySo: ({ data }, pledge) => pledge.answeredReservations.includes(data.reservationId),
    decide: match,
    events: ['PledgeMatched', 'MatchRefused'],
    to: 'MATCHED',
  },
  ReleaseMatch: {
    ...CAPABILITY_UNDATED,
    from: ['MATCHED'],
    roles: ['SFGC'],
    decide: releaseMatch,
    events: ['MatchReleased'],
    to: 'MATCHED if another match remains, otherwise REGISTERED',
  },
  SelectUnit: {
    ...CAPABILITY,
    from: ['MATCHED'],
    roles: ['FGS', 'PD'],
    narrowed: selectors,
    needs: 'one match, and Level 2 or higher on a visit that counts',
    precondition: selectable,
    decide: select,
    events: ['UnitSelected'],
    to: 'SELECTED',
  },
  DeclineSelection: {
    ...CAPABILITY_UNDATED,
    from: ['SELECTED'],
    roles: ['MS', 'FGS', 'PD'],
    decide: declineSelection,
    events: ['SelectionDeclined'],
    to: 'MATCHED if another match remains, otherwise REGISTERED',
  },
};
