/** Accepted examples: set against a gap, and chosen for it. */
import { NOT_ON_RECORD } from '@pledgeline/contracts';
import type { SelectionCommands } from '../../selection/selection.state.ts';
import { GAP, OTHER_GAP, OTHER_RESERVATION, PLEDGE } from '../named-events.ts';
import { by, state, type ExamplesOf } from '../example-command.ts';

export const selectionCommands: ExamplesOf<keyof SelectionCommands> = {
  MatchPledge: {
    type: 'MatchPledge',
    data: {
      pledgeId: PLEDGE,
      gapId: OTHER_GAP,
      reservationId: OTHER_RESERVATION,
      mission: 'UNMISS',
      quantity: 2,
      unit: 'unit',
      personsPerUnit: null,
      acceptedCodes: ['COMPOSITE-BN', 'INF-BN'],
      reserved: false,
    },
    meta: by('SFGC'),
  },
  ReleaseMatch: {
    type: 'ReleaseMatch',
    data: { pledgeId: PLEDGE, gapId: GAP, reason: 'Another unit' },
    meta: by('SFGC'),
  },
  SelectUnit: {
    type: 'SelectUnit',
    data: {
      pledgeId: PLEDGE,
      gapId: GAP,
      decisionReference: 'DEC-1',
      hostConsent: 'GIVEN',
      acceptedCaveats: [],
      ...NOT_ON_RECORD,
    },
    meta: by('FGS'),
  },
  DeclineSelection: {
    type: 'DeclineSelection',
    data: { pledgeId: PLEDGE, reason: 'No host consent' },
    meta: state,
  },
};
