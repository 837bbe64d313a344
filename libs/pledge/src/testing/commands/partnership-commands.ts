/** Accepted examples: several carry one pledge. */
import type { PartnershipCommands } from '../../partnership/partnership.state.ts';
import type { ProposalCommands } from '../../partnership/proposals.state.ts';
import type { TurnsCommands } from '../../partnership/turns.state.ts';
import { idOf, PLEDGE, PROPOSAL } from '../named-events.ts';
import { by, state, type ExamplesOf } from '../example-command.ts';

export const partnershipCommands: ExamplesOf<keyof (PartnershipCommands & ProposalCommands & TurnsCommands)> =
  {
    DeclarePartnership: {
      type: 'DeclarePartnership',
      data: { pledgeId: PLEDGE, kind: 'ROTATION', handoverTo: null, handoverOn: null },
      meta: state,
    },
    JoinPartnership: {
      type: 'JoinPartnership',
      data: {
        pledgeId: PLEDGE,
        proposalId: idOf(94),
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
    InvitePartner: {
      type: 'InvitePartner',
      data: {
        ...{ pledgeId: PLEDGE, proposalId: idOf(94), state: 'KOR', body: null, role: 'UNIT', part: null },
        ...{ share: 40, from: '2026-02-01', to: null, consentReference: null },
      },
      meta: state,
    },
    AcceptInvitation: {
      type: 'AcceptInvitation',
      data: { pledgeId: PLEDGE, proposalId: PROPOSAL },
      meta: by('MS', 'KOR'),
    },
    ConfirmPartner: {
      type: 'ConfirmPartner',
      data: {
        ...{ pledgeId: PLEDGE, state: 'KOR', body: null, role: 'UNIT', proposalId: PROPOSAL },
        consentReference: null,
      },
      meta: state,
    },
    DeclinePartner: {
      type: 'DeclinePartner',
      data: { pledgeId: PLEDGE, proposalId: PROPOSAL, reason: 'No unit is free', consentReference: null },
      meta: by('MS', 'KOR'),
    },
    PartFromPartner: {
      type: 'PartFromPartner',
      data: {
        ...{ pledgeId: PLEDGE, state: 'KOR', body: null, role: 'UNIT', reason: 'It sends nothing' },
        ...{ leadConsentReference: null, dosNoteReference: null },
      },
      meta: state,
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
