/** Accepted examples: papers, visits and levels. */
import type { ReadinessCommands } from '../../readiness/readiness.state.ts';
import { PLEDGE, idOf, sha256 } from '../named-events.ts';
import { by, type ExamplesOf } from '../example-command.ts';

export const readinessCommands: ExamplesOf<keyof ReadinessCommands> = {
  ReceiveDocumentation: {
    type: 'ReceiveDocumentation',
    data: {
      pledgeId: PLEDGE,
      kind: 'CERTIFICATE',
      version: 1,
      sha256: sha256('c'),
      datedOn: null,
      reference: 'CERT-1',
    },
    meta: by('SFGC'),
  },
  NoteVisitOutcome: {
    type: 'NoteVisitOutcome',
    data: {
      pledgeId: PLEDGE,
      visitId: idOf(52),
      purpose: 'AAV',
      outcome: 'SUCCESSFUL_WITH_RECOMMENDATIONS',
      conductedOn: '2026-01-05',
      agreementReference: null,
    },
    meta: by('SYSTEM', 'RWA'),
  },
  AttainLevel: {
    type: 'AttainLevel',
    data: {
      pledgeId: PLEDGE,
      level: 'L2',
      surReference: null,
      alignmentReference: null,
      agreementReference: null,
      deployWithinDays: null,
      confirmedBy: null,
    },
    meta: by('SFGC'),
  },
  DowngradeLevel: {
    type: 'DowngradeLevel',
    data: { pledgeId: PLEDGE, level: 'L1', reason: 'SUR_CHANGED', consentReference: 'FGS-9' },
    meta: by('SFGC'),
  },
};
