/** The access rules of this slice. The roles for commands of a pledge are in its table of transitions. */
import { sentBy } from '@pledgeline/contracts';
import type { AccessRules } from '@pledgeline/contracts';
import { pledgeAccess } from '@pledgeline/pledge';
import { GAP_OWNERS } from './gaps/gap.ts';
import { KEEPERS } from './missions/mission.ts';
import { NEEDY, OFFERING } from './needs/need.ts';
import { PUBLISHERS } from './requirements/requirement-set.ts';
import { OPERATORS } from './skips/skips.ts';
import { VISITORS } from './readiness/visit.ts';

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
  PublishRequirementSet: sentBy(PUBLISHERS),
  RegisterMission: sentBy(KEEPERS),
  AddMissionAlias: sentBy(KEEPERS),
  ScheduleMissionClosure: sentBy(KEEPERS),
  ChangeHostConsent: sentBy(KEEPERS),
  RunDueWork: sentBy(['ADMIN', 'SYSTEM']),
  SkipEvent: sentBy(OPERATORS),
  Simulate: sentBy(['ADMIN']),
  getSimulation: { roles: ['ADMIN', 'AUDITOR'], reach: 'SAME' },
  getSkippedEvents: { roles: [...OPERATORS, 'AUDITOR'], reach: 'SAME' },
};
