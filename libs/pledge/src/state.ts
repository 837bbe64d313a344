/**
 * The state of a pledge after its history: plain data, kept apart along the dimensions of the lifecycle page (status, level,
 * validity, clarifications, matches), so that read models can store it as it is; and the commands with their data. Every chapter
 * declares its part, and this is the only list of the parts. The business date of each act is `meta.occurredOn`.
 */
import type { Command } from '@pledgeline/event-sourcing';
import { accountabilityState } from './accountability/accountability.state.ts';
import { actsState } from './acts/acts.state.ts';
import { amendmentState } from './amendment/amendment.state.ts';
import { annulmentState } from './annulment/annulment.state.ts';
import { announcementState } from './announcement/announcement.state.ts';
import { caveatsState } from './caveats/caveats.state.ts';
import { conditionsState } from './conditions/conditions.state.ts';
import { coreState } from './core.state.ts';
import { correctionState } from './correction/correction.state.ts';
import { countingState } from './counting/counting.state.ts';
import { deliveryState } from './delivery/delivery.state.ts';
import { deploymentState } from './deployment/deployment.state.ts';
import { evaluationState } from './evaluation/evaluation.state.ts';
import { implementationState } from './implementation/implementation.state.ts';
import { mergeState } from './merge/merge.state.ts';
import { partnershipState } from './partnership/partnership.state.ts';
import { proposalsState } from './partnership/proposals.state.ts';
import { turnsState } from './partnership/turns.state.ts';
import { performanceState } from './performance/performance.state.ts';
import { findingsConsentState } from './performance/findings-consent.state.ts';
import { progressState } from './progress/progress.state.ts';
import { readinessState } from './readiness/readiness.state.ts';
import { reclassificationState } from './reclassification/reclassification.state.ts';
import { registrationState } from './registration/registration.state.ts';
import { selectionState } from './selection/selection.state.ts';
import { splitState } from './split/split.state.ts';
import { standingState } from './standing/standing.state.ts';
import { together, type Together } from './state-part.ts';
import { supportState } from './support/support.state.ts';
import { suspensionState } from './suspension/suspension.state.ts';
import { targetsState } from './targets/targets.state.ts';
import { termsState } from './terms/terms.state.ts';
import { validityState } from './validity/validity.state.ts';

const parts = [
  coreState,
  announcementState,
  amendmentState,
  termsState,
  targetsState,
  countingState,
  conditionsState,
  progressState,
  supportState,
  reclassificationState,
  suspensionState,
  partnershipState,
  proposalsState,
  turnsState,
  mergeState,
  splitState,
  registrationState,
  validityState,
  standingState,
  readinessState,
  selectionState,
  caveatsState,
  deploymentState,
  performanceState,
  findingsConsentState,
  correctionState,
  annulmentState,
  implementationState,
  deliveryState,
  evaluationState,
  accountabilityState,
  actsState,
] as const;

type Part = (typeof parts)[number];

/** An interface, so that messages of the compiler call it by this name. */
export interface Pledge extends Together<Part['initial']> {}

/**
 * Parsed, because V8 copies so many fields ten times as fast from such an object as from one that they were assigned to, and every
 * fold copies it. Decision 99.
 */
export const initialPledge = JSON.parse(
  JSON.stringify(together(parts.map(({ initial }) => initial))),
) as Pledge;

/** The data of every command, by its type. "By policy" and "by job" mark what the system alone sends; those have no address. */
export type PledgeCommandData = Together<NonNullable<Part['commands']>>;

export type PledgeCommandType = keyof PledgeCommandData;

export type CommandOf<Type extends PledgeCommandType> = Command<Type, PledgeCommandData[Type]>;

export type PledgeCommand = { [Type in PledgeCommandType]: CommandOf<Type> }[PledgeCommandType];
