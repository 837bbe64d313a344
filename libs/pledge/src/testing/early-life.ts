/** The first half of one pledge's life, told by name: announced, registered, brought to readiness, kept open or ended. */
import { NOTHING_BESIDE, ORDINARY_ENTRY, ANNOUNCEMENT_DEFAULTS } from '@pledgeline/contracts';
import type { PledgeEvent } from '@pledgeline/contracts';
import { AAV, exampleEvent, idOf, PLEDGE, QUESTION, sha256, VERIFICATION } from './named-events.ts';

export const announced = exampleEvent('PledgeAnnounced', '2025-01-10', {
  pledgeId: PLEDGE,
  reference: '2021-seoul/RWA/INF-BN-7F3K2',
  conference: '2021-seoul',
  memberState: 'RWA',
  memberStateAsStated: 'Rwanda',
  category: 'UNIT',
  capabilityCode: 'INF-BN',
  quantity: { min: 2, max: 3, unit: 'units', asStated: '2-3' },
  description: 'Two or three infantry battalions',
  timeframe: 'within a year',
  partners: [],
  announcedOn: '2025-01-10',
  source: 'https://example.org/statement',
  duplicateChecked: false,
  ...ORDINARY_ENTRY,
  ...ANNOUNCEMENT_DEFAULTS,
  missing: [],
});
export const linked = exampleEvent('AnnouncementLinked', '2025-01-11', {
  pledgeId: PLEDGE,
  announcementId: idOf(2),
  memberState: 'RWA',
  conference: '2021-seoul',
  wording: 'Rwanda offers battalions',
  quantity: null,
  ...NOTHING_BESIDE,
  money: null,
  speaker: null,
  announcedOn: '2025-01-11',
  source: 'https://example.org/press',
});
export const acknowledged = exampleEvent('PledgeAcknowledged', '2025-01-20', {
  pledgeId: PLEDGE,
  acknowledgedOn: '2025-01-20',
  acknowledgementReference: 'ACK-1',
});
export const asked = exampleEvent('ClarificationRequested', '2025-02-01', {
  pledgeId: PLEDGE,
  clarificationId: QUESTION,
  question: 'Which battalions?',
  field: 'quantity',
  dueOn: '2025-03-01',
  blocking: true,
});
export const answered = exampleEvent('ClarificationProvided', '2025-02-20', {
  pledgeId: PLEDGE,
  clarificationId: QUESTION,
  answer: 'The second and the third',
});
const document = exampleEvent('DocumentationReceived', '2025-03-01', {
  pledgeId: PLEDGE,
  kind: 'NOTE_VERBALE',
  version: 1,
  sha256: sha256('1'),
  receivedOn: '2025-03-01',
  datedOn: null,
  reference: null,
});
export const documents = [
  document(),
  document({ kind: 'TABLE_OF_ORGANIZATION', sha256: sha256('2') }),
  document({ kind: 'MAJOR_EQUIPMENT', sha256: sha256('3') }),
  document({ kind: 'SELF_SUSTAINMENT', sha256: sha256('4') }),
];
export const loadList = document({ kind: 'LOAD_LIST', sha256: sha256('5') });
export const registered = exampleEvent('PledgeRegistered', '2025-06-01', {
  pledgeId: PLEDGE,
  track: 'CAPABILITY',
  capabilityCode: 'INF-BN',
  quantity: { min: 2, max: 3, unit: 'units', asStated: '2-3' },
  ...NOTHING_BESIDE,
  timeframe: 'within a year',
  deployWithinDays: 60,
  registrationReference: 'PCRS-1',
  consentReference: null,
  level: 'L1',
  validUntil: '2026-06-01',
  target: null,
  notMeasurable: false,
});
export const declinedRegistration = exampleEvent('RegistrationDeclined', '2025-06-01', {
  pledgeId: PLEDGE,
  reason: 'OUT_OF_SCOPE',
  text: 'No unit',
});
export const renewed = exampleEvent('PledgeRenewed', '2026-01-10', {
  pledgeId: PLEDGE,
  previousValidUntil: '2026-06-01',
  validUntil: '2026-12-01',
  level: 'L1',
});
export const reminded = exampleEvent('RenewalReminded', '2026-05-02', {
  pledgeId: PLEDGE,
  validUntil: '2026-06-01',
});
export const lapsed = exampleEvent('PledgeLapsed', '2026-01-10', {
  pledgeId: PLEDGE,
  dueOn: '2026-01-10',
  endedMatches: [],
});
export const withdrawn = exampleEvent('PledgeWithdrawn', '2026-01-10', {
  pledgeId: PLEDGE,
  reason: 'Needed at home',
  effectiveOn: '2026-01-10',
  source: null,
  endedMatches: [],
});
export const aavPassed = exampleEvent('VisitOutcomeNoted', '2025-07-01', {
  pledgeId: PLEDGE,
  visitId: AAV,
  purpose: 'AAV',
  outcome: 'SUCCESSFUL',
  conductedOn: '2025-07-01',
  validUntil: '2027-07-01',
  agreementReference: null,
});
export const verificationPassed = exampleEvent('VisitOutcomeNoted', '2025-08-20', {
  pledgeId: PLEDGE,
  visitId: VERIFICATION,
  purpose: 'RDL',
  outcome: 'SUCCESSFUL',
  conductedOn: '2025-08-20',
  validUntil: '2026-08-20',
  agreementReference: 'RDL-AGREEMENT-1',
});
export const level2 = exampleEvent('LevelAttained', '2025-07-10', {
  pledgeId: PLEDGE,
  level: 'L2',
  attainedOn: '2025-07-10',
  basis: ['event-7'],
  basisValidUntil: '2027-07-01',
  surReference: null,
  alignmentReference: null,
  agreementReference: null,
  deployWithinDays: null,
  confirmedBy: null,
});
export const level3 = (): PledgeEvent =>
  level2({ level: 'L3', surReference: 'SUR', alignmentReference: 'AL', confirmedBy: 'FGS' });
export const rapid = (): PledgeEvent =>
  level2({ level: 'RDL', basisValidUntil: '2026-08-20', agreementReference: 'RDL-AGREEMENT-1' });
export const downgraded = exampleEvent('LevelDowngraded', '2025-12-01', {
  pledgeId: PLEDGE,
  from: 'L2',
  level: 'L1',
  reason: 'SUR_CHANGED',
  consentReference: null,
});
