/** A wrong day of acknowledgement, by name: asked to be put right, put right, or left as it was. */
import { CORRECTION, exampleEvent, PLEDGE } from './named-events.ts';

const asked = {
  pledgeId: PLEDGE,
  correctionId: CORRECTION,
  corrects: 'event-1',
  correctedType: 'PledgeAcknowledged',
  changes: [{ field: 'occurredOn', old: '2025-01-20', new: '2025-01-21' }],
  reason: 'The letter is of the next day',
};

export const correctionProposed = exampleEvent('CorrectionProposed', '2026-01-10', asked);
export const eventCorrected = exampleEvent('EventCorrected', '2026-01-12', asked);
export const correctionRejected = exampleEvent('CorrectionRejected', '2026-01-12', {
  pledgeId: PLEDGE,
  correctionId: CORRECTION,
  reason: 'The letter is right',
});
