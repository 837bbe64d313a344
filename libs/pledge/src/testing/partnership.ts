/** A pledge that several carry, by name: declared, joined, left, led, in turn. */
import { exampleEvent, PLEDGE } from './named-events.ts';

export const partnershipDeclared = exampleEvent('PartnershipDeclared', '2025-06-10', {
  pledgeId: PLEDGE,
  kind: 'ROTATION',
  lead: 'RWA',
  handoverTo: null,
  handoverOn: null,
});
export const partnerJoined = exampleEvent('PartnerJoined', '2025-06-12', {
  pledgeId: PLEDGE,
  state: 'KOR',
  body: null,
  role: 'UNIT',
  part: null,
  share: 40,
  from: '2025-07-01',
  to: null,
  leadConsentReference: 'NV/12',
});
export const partnerLeft = exampleEvent('PartnerLeft', '2025-12-12', {
  pledgeId: PLEDGE,
  state: 'KOR',
  body: null,
  role: 'UNIT',
  share: 40,
  leftOn: '2025-12-12',
  reason: 'An election',
  leadConsentReference: null,
  dosNoteReference: null,
});
export const leadNamed = exampleEvent('LeadNamed', '2025-07-12', {
  pledgeId: PLEDGE,
  lead: 'KOR',
  formerLead: 'RWA',
  consentReference: 'NV/13',
});
export const turnsAgreed = exampleEvent('TurnsAgreed', '2025-07-15', {
  pledgeId: PLEDGE,
  turns: [
    { state: 'RWA', from: '2025-11-01', to: '2026-05-31' },
    { state: 'KOR', from: '2026-06-01', to: '2026-11-30' },
  ],
  agreedOn: '2025-07-15',
});

/** A rotation of two states, agreed before the unit went. */
export const inRotation = [partnershipDeclared(), partnerJoined(), turnsAgreed()];
