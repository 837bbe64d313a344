/** The life of a pledge that is no unit, told by name: a training centre planned, begun, evidenced and judged. */
import type { Status } from '@pledgeline/contracts';
import type { PledgeEvent } from '@pledgeline/contracts';
import { acknowledged, announced, registered } from './early-life.ts';
import { EVIDENCE, exampleEvent, FIRST, OTHER_EVIDENCE, PLEDGE, SECOND, sha256 } from './named-events.ts';

export const registeredToCarryOut = (code = 'TRG-CENTRE'): PledgeEvent =>
  registered({
    track: 'IMPLEMENTATION',
    capabilityCode: code,
    quantity: null,
    deployWithinDays: null,
    level: null,
    validUntil: null,
    target: '200 trained a year',
  });
export const planned = exampleEvent('ImplementationPlanned', '2025-06-20', {
  pledgeId: PLEDGE,
  milestones: [
    { milestoneId: FIRST, text: 'Agreement', dueOn: '2025-10-01', measure: null, template: 'AGREEMENT' },
    { milestoneId: SECOND, text: '200 trained', dueOn: '2026-06-01', measure: '200 persons', template: null },
  ],
  implementingBody: 'Peace Operations Training Centre',
});
export const milestoneRevised = exampleEvent('MilestoneRevised', '2025-07-01', {
  pledgeId: PLEDGE,
  milestoneId: SECOND,
  before: { text: '200 trained', dueOn: '2026-06-01', measure: '200 persons' },
  after: { text: '200 trained', dueOn: '2026-09-01', measure: '200 persons' },
  reason: 'The rooms are late',
});
export const started = exampleEvent('ImplementationStarted', '2025-08-01', {
  pledgeId: PLEDGE,
  startedOn: '2025-08-01',
});
export const submitted = exampleEvent('EvidenceSubmitted', '2025-09-20', {
  pledgeId: PLEDGE,
  evidenceId: EVIDENCE,
  kind: 'AGREEMENT',
  sha256: sha256('a'),
  url: null,
  submittedOn: '2025-09-20',
});
export const verified = exampleEvent('EvidenceVerified', '2025-10-10', {
  pledgeId: PLEDGE,
  evidenceId: EVIDENCE,
  note: null,
});
export const evidenceRejected = exampleEvent('EvidenceRejected', '2025-10-10', {
  pledgeId: PLEDGE,
  evidenceId: EVIDENCE,
  reason: 'Not signed',
  reopenedMilestones: [],
});
export const met = exampleEvent('MilestoneMet', '2025-09-30', {
  pledgeId: PLEDGE,
  milestoneId: FIRST,
  metOn: '2025-09-30',
  evidence: [EVIDENCE],
});

export const otherSubmitted = () =>
  submitted({ evidenceId: OTHER_EVIDENCE, kind: 'LINK', sha256: null, url: 'https://example.org/report' });

const toRegistered = [announced(), acknowledged(), registeredToCarryOut()];
const toPlanned = [...toRegistered, planned()];
const toStarted = [...toPlanned, started()];

/** Histories of the implementation track, by the status to which they lead. */
export const carriedOutTo = {
  REGISTERED: toRegistered,
  PLANNED: toPlanned,
  IN_PROGRESS: toStarted,
} satisfies Partial<Record<Status, readonly PledgeEvent[]>>;

export const withEvidence = [...toStarted, submitted()];
export const firstMet = [...withEvidence, met()];
export const allMet = [
  ...firstMet,
  otherSubmitted(),
  met({ milestoneId: SECOND, evidence: [OTHER_EVIDENCE] }),
];
