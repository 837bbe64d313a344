/** A pledge that several carry, by name: declared, joined, left, led, in turn. */
import { exampleEvent, PLEDGE, PROPOSAL } from './named-events.ts';

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
  confirmation: 'INVITED',
});
const proposed = {
  pledgeId: PLEDGE,
  proposalId: PROPOSAL,
  state: 'KOR',
  body: null,
  role: 'UNIT',
  part: null,
  share: 40,
  from: '2026-02-01',
  to: null,
} as const;
export const partnerInvited = exampleEvent('PartnerInvited', '2025-06-11', {
  ...proposed,
  lead: 'RWA',
  consentReference: null,
});
export const partnershipRequested = exampleEvent('PartnershipRequested', '2025-06-11', {
  ...proposed,
  leadConsentReference: null,
});
export const partnerProposalEnded = exampleEvent('PartnerProposalEnded', '2025-06-13', {
  ...{ pledgeId: PLEDGE, proposalId: PROPOSAL, state: 'KOR', body: null, role: 'UNIT' },
  by: 'PARTNER',
  reason: 'No unit is free',
  consentReference: null,
});
export const partnerConfirmed = exampleEvent('PartnerConfirmed', '2025-06-14', {
  ...{ pledgeId: PLEDGE, state: 'KOR', body: null, role: 'UNIT', lead: 'RWA' },
  consentReference: null,
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
  endedBy: 'PARTNER',
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
