/** Accepted examples: several carry one pledge. */
import type { PartnershipCommands } from '../../partnership/partnership.state.ts';
import type { TurnsCommands } from '../../partnership/turns.state.ts';
import { PLEDGE } from '../named-events.ts';
import { by, state, type ExamplesOf } from '../example-command.ts';

export const partnershipCommands: ExamplesOf<keyof (PartnershipCommands & TurnsCommands)> = {
  DeclarePartnership: {
    type: 'DeclarePartnership',
    data: { pledgeId: PLEDGE, kind: 'ROTATION', handoverTo: null, handoverOn: null },
    meta: state,
  },
  JoinPartnership: {
    type: 'JoinPartnership',
    data: {
      pledgeId: PLEDGE,
      state: 'KOR',
      body: null,
      role: 'UNIT',
      part: null,
      share: 40,
      from: '2026-02-01',
      to: null,
      leadConsentReference: 'NV/12',
    },
    meta: by('MS', 'KOR'),
  },
  LeavePartnership: {
    type: 'LeavePartnership',
    data: {
      pledgeId: PLEDGE,
      state: 'KOR',
      body: null,
      role: 'UNIT',
      reason: 'An election',
      leadConsentReference: null,
      dosNoteReference: null,
    },
    meta: by('MS', 'KOR'),
  },
  NameLead: {
    type: 'NameLead',
    data: { pledgeId: PLEDGE, lead: 'KOR', consentReference: 'NV/13' },
    meta: state,
  },
  AgreeTurns: {
    type: 'AgreeTurns',
    data: {
      pledgeId: PLEDGE,
      turns: [
        { state: 'RWA', from: '2026-02-01', to: '2026-07-31' },
        { state: 'KOR', from: '2026-08-01', to: '2027-01-31' },
      ],
    },
    meta: state,
  },
};
