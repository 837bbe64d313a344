/** The second half of the same life: matched, selected, deployed and home; and the history that leads to each status. */
import { NOT_MEASURED, NOT_ON_RECORD } from '@pledgeline/contracts';
import type { PledgeEvent, Status } from '@pledgeline/contracts';
import {
  aavPassed,
  acknowledged,
  announced,
  declinedRegistration,
  documents,
  lapsed,
  level2,
  level3,
  loadList,
  rapid,
  registered,
  verificationPassed,
  withdrawn,
} from './early-life.ts';
import { carriedOutTo } from './implementation-life.ts';
import { superseded } from './standing-life.ts';
import { exampleEvent, GAP, PLEDGE, RESERVATION } from './named-events.ts';

export const matched = exampleEvent('PledgeMatched', '2025-09-10', {
  pledgeId: PLEDGE,
  gapId: GAP,
  reservationId: RESERVATION,
  mission: 'MINUSCA',
  quantity: 1,
  unit: 'unit',
  ...NOT_MEASURED,
  fit: 'PARTIAL',
  openCaveats: [],
});
export const matchRefused = exampleEvent('MatchRefused', '2025-09-10', {
  pledgeId: PLEDGE,
  gapId: GAP,
  reservationId: RESERVATION,
  quantity: 1,
  code: 'NOT_ENOUGH_LEFT',
});
export const matchReleased = exampleEvent('MatchReleased', '2025-09-20', {
  pledgeId: PLEDGE,
  gapId: GAP,
  reservationId: RESERVATION,
  reason: 'Another unit',
});
export const selected = exampleEvent('UnitSelected', '2025-10-01', {
  pledgeId: PLEDGE,
  gapId: GAP,
  mission: 'MINUSCA',
  decisionReference: 'DEC-1',
  selectedOn: '2025-10-01',
  hostConsent: 'GIVEN',
  acceptedCaveats: [],
  ...NOT_ON_RECORD,
});
export const selectionDeclined = exampleEvent('SelectionDeclined', '2025-10-05', {
  pledgeId: PLEDGE,
  gapId: GAP,
  reservationId: RESERVATION,
  reason: 'No host consent',
});
export const mouSigned = exampleEvent('MouSigned', '2025-10-15', {
  pledgeId: PLEDGE,
  mouReference: 'MOU-1',
  strength: 800,
  equipmentAnnexVersion: '1',
  caveatsAnnex: null,
  signedOn: '2025-10-15',
  from: '2025-11-01',
  to: '2026-10-31',
  retroactiveReason: null,
  ...NOT_ON_RECORD,
});
export const mouAmended = exampleEvent('MouAmended', '2025-12-01', {
  pledgeId: PLEDGE,
  mouReference: 'MOU-1',
  amendmentReference: 'MOU-1/1',
  strength: 850,
  equipmentAnnexVersion: null,
  from: null,
  to: null,
});
export const pdvPassed = exampleEvent('PdvConducted', '2025-11-12', {
  pledgeId: PLEDGE,
  from: '2025-11-10',
  to: '2025-11-12',
  result: 'PASSED',
  findings: null,
  dosReference: 'DOS-1',
});
export const deployed = exampleEvent('UnitDeployed', '2025-11-20', {
  pledgeId: PLEDGE,
  mission: 'MINUSCA',
  deployedOn: '2025-11-20',
  place: 'Bangui',
  strength: 800,
  equipmentArrivalShare: 90,
  exception: null,
  approver: null,
  onRecord: null,
});
export const rotated = exampleEvent('UnitRotated', '2026-01-05', {
  pledgeId: PLEDGE,
  rotatedOn: '2026-01-05',
  strengthIn: 800,
  strengthOut: 800,
  nextState: null,
  outOfTurnReason: null,
});
export const repatriated = exampleEvent('UnitRepatriated', '2026-01-12', {
  pledgeId: PLEDGE,
  repatriatedOn: '2026-01-12',
  reason: 'END_OF_TOUR',
  endedMatches: [{ gapId: GAP, reservationId: RESERVATION }],
});
export const fulfilled = exampleEvent('PledgeFulfilled', '2026-01-13', {
  pledgeId: PLEDGE,
  shareDelivered: 95,
  judged: true,
  reason: null,
  delivered: [],
  evidence: ['event-20'],
});
export const partiallyFulfilled = exampleEvent('PledgePartiallyFulfilled', '2026-01-13', {
  pledgeId: PLEDGE,
  shareDelivered: 50,
  judged: true,
  reason: null,
  delivered: [],
  evidence: ['event-20'],
});

const toAcknowledged = [announced(), acknowledged(), ...documents];
export const atLevel1 = [...toAcknowledged, registered()];
export const atLevel2 = [...atLevel1, aavPassed(), level2()];
export const atLevel3 = [...atLevel2, loadList, level3()];
export const atRapid = [...atLevel3, verificationPassed(), rapid()];
const toMatched = [...atLevel2, matched()];
const toSelected = [...toMatched, selected()];
const toMou = [...toSelected, mouSigned()];
const toReady = [...toMou, pdvPassed()];
const toDeployed = [...toReady, deployed()];
const toRepatriated = [...toDeployed, repatriated()];

const { PLANNED, IN_PROGRESS } = carriedOutTo;

/** The statuses that no event of today leads to are those of splits and of mergers. */
export const historyTo: Readonly<Partial<Record<Status, readonly PledgeEvent[]>>> = {
  ANNOUNCED: [announced()],
  ACKNOWLEDGED: toAcknowledged,
  REGISTERED: atLevel2,
  MATCHED: toMatched,
  SELECTED: toSelected,
  MOU_SIGNED: toMou,
  READY: toReady,
  DEPLOYED: toDeployed,
  REPATRIATED: toRepatriated,
  PLANNED,
  IN_PROGRESS,
  FULFILLED: [...toRepatriated, fulfilled()],
  PARTIALLY_FULFILLED: [...toRepatriated, partiallyFulfilled()],
  WITHDRAWN: [...atLevel2, withdrawn()],
  DECLINED: [...toAcknowledged, declinedRegistration()],
  LAPSED: [...atLevel2, lapsed()],
  SUPERSEDED: [...atLevel2, superseded()],
};
