/** Limits on the use of the unit, by name: declared by the state, found in the field, given up, confirmed, lifted. */
import { CAVEAT, exampleEvent, PLEDGE } from './named-events.ts';

export const caveatDeclared = exampleEvent('CaveatDeclared', '2025-09-01', {
  pledgeId: PLEDGE,
  caveatId: CAVEAT,
  text: 'Not north of the river',
  kind: 'GEOGRAPHIC',
  blocking: true,
});
export const caveatDiscovered = exampleEvent('CaveatDiscovered', '2026-01-05', {
  pledgeId: PLEDGE,
  caveatId: CAVEAT,
  text: 'No patrols at night',
  kind: 'TASK',
  blocking: true,
  incidentOn: '2026-01-02',
  source: 'Incident report 7',
});
export const caveatLifted = exampleEvent('CaveatLifted', '2026-01-10', {
  pledgeId: PLEDGE,
  caveatId: CAVEAT,
  liftedOn: '2026-01-10',
  confirmationReference: 'FGS-12',
});
export const caveatGivenUp = exampleEvent('CaveatGivenUp', '2026-01-08', {
  pledgeId: PLEDGE,
  caveatId: CAVEAT,
  givenUpOn: '2026-01-08',
  reference: 'NV-12',
});
export const liftingConfirmed = exampleEvent('CaveatLiftingConfirmed', '2026-01-09', {
  pledgeId: PLEDGE,
  caveatId: CAVEAT,
  confirmedBy: 'FGS',
  confirmedOn: '2026-01-09',
  confirmationReference: 'FGS-12',
  mission: null,
  liftedOn: '2026-01-09',
});
export const liftingRefused = exampleEvent('CaveatLiftingRefused', '2026-01-09', {
  pledgeId: PLEDGE,
  caveatId: CAVEAT,
  refusedBy: 'FGS',
  refusedOn: '2026-01-09',
  reason: 'Two patrols were refused',
});
export const caveatTalkNoted = exampleEvent('CaveatTalkNoted', '2026-01-06', {
  pledgeId: PLEDGE,
  caveatId: CAVEAT,
  text: 'The attaché sees room for a shorter list',
  chathamHouse: false,
});
