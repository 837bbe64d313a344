/** For each command one example that is accepted where the table of transitions allows it. Tests say what differs. */
import type { CommandMeta } from '@pledgeline/event-sourcing';
import type { PledgeCommandType, PledgeWishes } from '../commands.ts';
import { GAP, idOf, OTHER_GAP, OTHER_RESERVATION, PLEDGE, QUESTION, sha256 } from './named-events.ts';

export interface Wish<Type extends PledgeCommandType = PledgeCommandType> {
  readonly type: Type;
  readonly data: PledgeWishes[Type];
  readonly meta: Partial<CommandMeta>;
}

export const by = (role: string, onBehalfOf: string | null = null): Partial<CommandMeta> => ({
  role,
  onBehalfOf,
});
const state = by('MS', 'RWA');

/** An accepted example of each command, by who may send it. */
export const wishes: { readonly [Type in PledgeCommandType]: Wish<Type> } = {
  AnnouncePledge: {
    type: 'AnnouncePledge',
    data: {
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
      source: 'https://example.org/statement',
      duplicateChecked: false,
      duplicateOf: null,
    },
    meta: { ...by('DESK'), occurredOn: '2025-01-10' },
  },
  LinkAnnouncement: {
    type: 'LinkAnnouncement',
    data: {
      pledgeId: PLEDGE,
      announcementId: idOf(3),
      memberState: 'RWA',
      conference: null,
      wording: 'Rwanda repeats its offer',
      quantity: null,
      source: 'https://example.org/note',
    },
    meta: by('DESK'),
  },
  AcknowledgePledge: {
    type: 'AcknowledgePledge',
    data: { pledgeId: PLEDGE, acknowledgementReference: 'ACK-1' },
    meta: by('DESK'),
  },
  RequestClarification: {
    type: 'RequestClarification',
    data: {
      pledgeId: PLEDGE,
      clarificationId: idOf(41),
      question: 'Where?',
      field: null,
      dueOn: '2026-02-15',
      blocking: false,
    },
    meta: by('SFGC'),
  },
  ProvideClarification: {
    type: 'ProvideClarification',
    data: { pledgeId: PLEDGE, clarificationId: QUESTION, answer: 'The second and the third' },
    meta: state,
  },
  ReceiveDocumentation: {
    type: 'ReceiveDocumentation',
    data: {
      pledgeId: PLEDGE,
      kind: 'CERTIFICATE',
      version: 1,
      sha256: sha256('c'),
      reference: 'CERT-1',
    },
    meta: by('SFGC'),
  },
  RegisterPledge: {
    type: 'RegisterPledge',
    data: {
      pledgeId: PLEDGE,
      capabilityCode: 'INF-BN',
      quantity: null,
      timeframe: null,
      deployWithinDays: 60,
      registrationReference: 'PCRS-1',
      target: null,
      notMeasurable: false,
    },
    meta: by('SFGC'),
  },
  DeclineRegistration: {
    type: 'DeclineRegistration',
    data: { pledgeId: PLEDGE, reason: 'OUT_OF_SCOPE', text: 'No unit' },
    meta: by('DESK'),
  },
  WithdrawPledge: {
    type: 'WithdrawPledge',
    data: { pledgeId: PLEDGE, reason: 'Needed at home', source: null },
    meta: state,
  },
  RenewPledge: { type: 'RenewPledge', data: { pledgeId: PLEDGE, validUntil: null }, meta: state },
  RemindRenewal: {
    type: 'RemindRenewal',
    data: { pledgeId: PLEDGE },
    meta: { ...by('SYSTEM'), now: '2026-05-02T03:00:00.000Z' },
  },
  LapsePledge: {
    type: 'LapsePledge',
    data: { pledgeId: PLEDGE },
    meta: { ...by('SYSTEM'), now: '2026-07-02T03:00:00.000Z' },
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
  MatchPledge: {
    type: 'MatchPledge',
    data: {
      pledgeId: PLEDGE,
      gapId: OTHER_GAP,
      reservationId: OTHER_RESERVATION,
      mission: 'UNMISS',
      quantity: 2,
      acceptedCodes: ['COMPOSITE-BN', 'INF-BN'],
      reserved: false,
    },
    meta: by('SFGC'),
  },
  ReleaseMatch: {
    type: 'ReleaseMatch',
    data: { pledgeId: PLEDGE, gapId: GAP, reason: 'Another unit' },
    meta: by('SFGC'),
  },
  SelectUnit: {
    type: 'SelectUnit',
    data: { pledgeId: PLEDGE, gapId: GAP, decisionReference: 'DEC-1', hostConsent: 'GIVEN' },
    meta: by('FGS'),
  },
  DeclineSelection: {
    type: 'DeclineSelection',
    data: { pledgeId: PLEDGE, reason: 'No host consent' },
    meta: state,
  },
  SignMou: {
    type: 'SignMou',
    data: {
      pledgeId: PLEDGE,
      mouReference: 'MOU-1',
      strength: 800,
      equipmentAnnexVersion: '1',
      caveatsAnnex: null,
      from: '2026-02-01',
      to: '2027-01-31',
      retroactiveReason: null,
    },
    meta: by('DOS'),
  },
  AmendMou: {
    type: 'AmendMou',
    data: {
      pledgeId: PLEDGE,
      amendmentReference: 'MOU-1/1',
      strength: 850,
      equipmentAnnexVersion: null,
      from: null,
      to: null,
    },
    meta: by('DOS'),
  },
  ConductPdv: {
    type: 'ConductPdv',
    data: {
      pledgeId: PLEDGE,
      from: '2026-01-10',
      to: '2026-01-12',
      result: 'PASSED',
      findings: null,
      dosReference: 'DOS-1',
    },
    meta: by('FGS'),
  },
  DeployUnit: {
    type: 'DeployUnit',
    data: {
      pledgeId: PLEDGE,
      place: 'Bangui',
      strength: 800,
      equipmentArrivalShare: 90,
      exception: null,
      approver: null,
    },
    meta: by('MISSION'),
  },
  RotateUnit: {
    type: 'RotateUnit',
    data: { pledgeId: PLEDGE, strengthIn: 800, strengthOut: 800, nextState: null },
    meta: by('MISSION'),
  },
  RepatriateUnit: {
    type: 'RepatriateUnit',
    data: { pledgeId: PLEDGE, reason: 'END_OF_TOUR' },
    meta: by('MISSION'),
  },
  FulfilPledge: {
    type: 'FulfilPledge',
    data: { pledgeId: PLEDGE, shareDelivered: 95, evidence: ['event-20'] },
    meta: by('SFGC'),
  },
};
