/** An acknowledgement of another pledge, by name: asked to be annulled, annulled, or left as it was. */
import { ANNULMENT, exampleEvent, PLEDGE } from './named-events.ts';

const asked = {
  pledgeId: PLEDGE,
  annulmentId: ANNULMENT,
  annuls: ['event-1'],
  annulledTypes: ['PledgeAcknowledged'],
  reason: 'The letter is about another pledge',
};

export const annulmentProposed = exampleEvent('AnnulmentProposed', '2026-01-10', asked);
export const eventAnnulled = exampleEvent('EventAnnulled', '2026-01-12', { ...asked, voids: null });
export const annulmentRejected = exampleEvent('AnnulmentRejected', '2026-01-12', {
  ...asked,
  reason: 'The letter is about this one',
});
