/** Accepted examples: a wrong day of acknowledgement is put right. */
import { recorded } from '@pledgeline/event-sourcing/testing';
import type { CorrectionCommands } from '../../correction/correction.state.ts';
import { acknowledged } from '../early-life.ts';
import { CORRECTION, PLEDGE, idOf } from '../named-events.ts';
import { by, type ExamplesOf } from '../example-command.ts';

const original = recorded(acknowledged(), 1);
const findings = { blocked: [], lacking: [] };

export const correctionCommands: ExamplesOf<keyof CorrectionCommands> = {
  ProposeCorrection: {
    type: 'ProposeCorrection',
    data: {
      pledgeId: PLEDGE,
      correctionId: idOf(64),
      corrects: original.id,
      changes: [{ field: 'occurredOn', old: '2025-01-20', new: '2025-01-21' }],
      reason: 'The letter is of the next day',
      original,
      findings,
    },
    meta: by('ADMIN'),
  },
  CorrectEvent: {
    type: 'CorrectEvent',
    data: { pledgeId: PLEDGE, correctionId: CORRECTION, original, findings },
    meta: { ...by('ADMIN'), actor: 'second.officer' },
  },
  RejectCorrection: {
    type: 'RejectCorrection',
    data: { pledgeId: PLEDGE, correctionId: CORRECTION, reason: 'The letter is right' },
    meta: by('ADMIN'),
  },
};
