/**
 * One table of everything that can happen to a pledge, from which both the decisions and "what may I do now" are answered.
 * Each chapter declares its rows.
 */
import { splitTransitions } from './split/split.transitions.ts';
import { suspensionTransitions } from './suspension/suspension.transitions.ts';
import { reclassificationTransitions } from './reclassification/reclassification.transitions.ts';
import { progressTransitions } from './progress/progress.transitions.ts';
import { countingTransitions } from './counting/counting.transitions.ts';
import { amendmentTransitions } from './amendment/amendment.transitions.ts';
import { announcementTransitions } from './announcement/announcement.transitions.ts';
import { caveatTransitions } from './caveats/caveats.transitions.ts';
import { deliveryTransitions } from './delivery/delivery.transitions.ts';
import { conditionTransitions } from './conditions/conditions.transitions.ts';
import { correctionTransitions } from './correction/correction.transitions.ts';
import { deploymentTransitions } from './deployment/deployment.transitions.ts';
import { implementationTransitions } from './implementation/implementation.transitions.ts';
import { mergeTransitions } from './merge/merge.transitions.ts';
import { partnershipTransitions } from './partnership/partnership.transitions.ts';
import { performanceTransitions } from './performance/performance.transitions.ts';
import { readinessTransitions } from './readiness/readiness.transitions.ts';
import { registrationTransitions } from './registration/registration.transitions.ts';
import { selectionTransitions } from './selection/selection.transitions.ts';
import { validityTransitions } from './validity/validity.transitions.ts';
import type { PledgeCommandType } from './commands.ts';
import type { Rows, Transition } from './transition.ts';

export const transitions: Rows<PledgeCommandType> = {
  ...announcementTransitions,
  ...amendmentTransitions,
  ...countingTransitions,
  ...conditionTransitions,
  ...progressTransitions,
  ...reclassificationTransitions,
  ...suspensionTransitions,
  ...partnershipTransitions,
  ...mergeTransitions,
  ...splitTransitions,
  ...registrationTransitions,
  ...validityTransitions,
  ...readinessTransitions,
  ...selectionTransitions,
  ...caveatTransitions,
  ...deploymentTransitions,
  ...performanceTransitions,
  ...correctionTransitions,
  ...implementationTransitions,
  ...deliveryTransitions,
};

/** The row of a command whose type is known at run time only; it is then given that very command, or none. */
export const transitionOf = (type: PledgeCommandType): Transition => transitions[type] as Transition;
