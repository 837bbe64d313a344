/** The access rules of this slice. The roles for commands of a pledge are in its table of transitions. */
import { sentBy } from '@pledgeline/contracts';
import type { AccessRules } from '@pledgeline/contracts';
import {
  GAP_OWNERS,
  MISSION_KEEPERS,
  NEEDY,
  OFFERING,
  pledgeAccess,
  REQUIREMENT_PUBLISHERS,
  VISITORS,
} from '@pledgeline/pledge';
import { OPERATORS } from './skips/skips.ts';

export const verificationAccess: AccessRules = {
  ...pledgeAccess('verification'),
  ScheduleVisit: sentBy(VISITORS),
  ConductVisit: sentBy(VISITORS),
  RecordVisitOutcome: sentBy(VISITORS),
  PublishGap: sentBy(GAP_OWNERS),
  ReviseGap: sentBy(GAP_OWNERS),
  CloseGap: sentBy(GAP_OWNERS),
  PublishNeed: sentBy(NEEDY),
  MakeOffer: sentBy(OFFERING),
  ChooseOffer: sentBy(NEEDY),
  DeclineOffer: sentBy(NEEDY),
  WithdrawOffer: sentBy(OFFERING),
  CloseNeed: sentBy(NEEDY),
  PublishRequirementSet: sentBy(REQUIREMENT_PUBLISHERS),
  RegisterMission: sentBy(MISSION_KEEPERS),
  AddMissionAlias: sentBy(MISSION_KEEPERS),
  ScheduleMissionClosure: sentBy(MISSION_KEEPERS),
  ChangeHostConsent: sentBy(MISSION_KEEPERS),
  RunDueWork: sentBy(['ADMIN', 'SYSTEM']),
  SkipEvent: sentBy(OPERATORS),
  Simulate: sentBy(['ADMIN']),
  getSimulation: { roles: ['ADMIN', 'AUDITOR'], reach: 'SAME' },
  getSkippedEvents: { roles: [...OPERATORS, 'AUDITOR'], reach: 'SAME' },
};
