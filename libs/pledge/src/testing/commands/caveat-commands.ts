/** Accepted examples: limits on the use of the unit. */
import type { CaveatsCommands } from '../../caveats/caveats.state.ts';
import { CAVEAT, PLEDGE, idOf } from '../named-events.ts';
import { by, state, type ExamplesOf } from '../example-command.ts';

export const caveatCommands: ExamplesOf<keyof CaveatsCommands> = {
  DeclareCaveat: {
    type: 'DeclareCaveat',
    data: {
      pledgeId: PLEDGE,
      caveatId: idOf(61),
      text: 'Not north of the river',
      kind: 'GEOGRAPHIC',
      blocking: true,
      internal: false,
    },
    meta: state,
  },
  DiscoverCaveat: {
    type: 'DiscoverCaveat',
    data: {
      pledgeId: PLEDGE,
      caveatId: idOf(62),
      text: 'No patrols at night',
      kind: 'TASK',
      blocking: true,
      incidentOn: '2026-01-10',
      source: 'Incident report 7',
    },
    meta: by('MISSION'),
  },
  LiftCaveat: {
    type: 'LiftCaveat',
    data: { pledgeId: PLEDGE, caveatId: CAVEAT, confirmationReference: 'FGS-12', atOnce: false },
    meta: state,
  },
  ConfirmCaveatLifting: {
    type: 'ConfirmCaveatLifting',
    data: { pledgeId: PLEDGE, caveatId: CAVEAT, confirmationReference: 'FGS-12', mission: null },
    meta: by('FGS'),
  },
  RefuseCaveatLifting: {
    type: 'RefuseCaveatLifting',
    data: { pledgeId: PLEDGE, caveatId: CAVEAT, reason: 'Two patrols were refused' },
    meta: by('FGS'),
  },
  NoteCaveatTalk: {
    type: 'NoteCaveatTalk',
    data: { pledgeId: PLEDGE, caveatId: CAVEAT, text: 'There is room', chathamHouse: false },
    meta: by('FGS'),
  },
};
