/**
 * What can be wished of a pledge, chapter by chapter. The business date of each act is `meta.occurredOn`; who acts, and when,
 * is in `meta`. "By policy" and "by job" mark what the system alone sends; those have no address.
 */
import type { Command } from '@pledgeline/event-sourcing';
import type { SplitWishes } from './split/split.wishes.ts';
import type { SuspensionWishes } from './suspension/suspension.wishes.ts';
import type { ReclassificationWishes } from './reclassification/reclassification.wishes.ts';
import type { ProgressWishes } from './progress/progress.wishes.ts';
import type { CountingWishes } from './counting/counting.wishes.ts';
import type { AmendmentWishes } from './amendment/amendment.wishes.ts';
import type { AnnouncementWishes } from './announcement/announcement.wishes.ts';
import type { CaveatWishes } from './caveats/caveats.wishes.ts';
import type { DeliveryWishes } from './delivery/delivery.wishes.ts';
import type { ConditionWishes } from './conditions/conditions.wishes.ts';
import type { CorrectionWishes } from './correction/correction.wishes.ts';
import type { DeploymentWishes } from './deployment/deployment.wishes.ts';
import type { ImplementationWishes } from './implementation/implementation.wishes.ts';
import type { MergeWishes } from './merge/merge.wishes.ts';
import type { PartnershipWishes } from './partnership/partnership.wishes.ts';
import type { PerformanceWishes } from './performance/performance.wishes.ts';
import type { ReadinessWishes } from './readiness/readiness.wishes.ts';
import type { RegistrationWishes } from './registration/registration.wishes.ts';
import type { SelectionWishes } from './selection/selection.wishes.ts';
import type { ValidityWishes } from './validity/validity.wishes.ts';

export type PledgeWishes = AnnouncementWishes &
  AmendmentWishes &
  CountingWishes &
  ProgressWishes &
  ReclassificationWishes &
  SuspensionWishes &
  SplitWishes &
  RegistrationWishes &
  ValidityWishes &
  ReadinessWishes &
  SelectionWishes &
  CaveatWishes &
  ConditionWishes &
  PartnershipWishes &
  MergeWishes &
  DeploymentWishes &
  PerformanceWishes &
  CorrectionWishes &
  ImplementationWishes &
  DeliveryWishes;

export type PledgeCommandType = keyof PledgeWishes;

export type CommandOf<Type extends PledgeCommandType> = Command<Type, PledgeWishes[Type]>;

export type PledgeCommand = { [Type in PledgeCommandType]: CommandOf<Type> }[PledgeCommandType];
