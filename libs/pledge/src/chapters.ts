/**
 * The chapters of the life of a pledge, and the only list of them. From it follow the table of transitions, by which both the
 * decisions and "what may I do now" are answered, and the table of events. A command without a row, or an event without a
 * fold, does not compile. No chapter imports this file.
 */
import { accountability } from './accountability/accountability.ts';
import { acts } from './acts/acts.ts';
import { amendment } from './amendment/amendment.ts';
import { annulment } from './annulment/annulment.ts';
import { announcement } from './announcement/announcement.ts';
import { caveats } from './caveats/caveats.ts';
import { lifting } from './caveats/lifting.ts';
import type { Folds, Rows, Transition } from './chapter.ts';
import { conditions } from './conditions/conditions.ts';
import { correction } from './correction/correction.ts';
import { counting } from './counting/counting.ts';
import { delivery } from './delivery/delivery.ts';
import { deployment } from './deployment/deployment.ts';
import { evaluation } from './evaluation/evaluation.ts';
import { findingsConsent } from './performance/findings-consent.ts';
import { implementation } from './implementation/implementation.ts';
import { merge } from './merge/merge.ts';
import { partnership } from './partnership/partnership.ts';
import { proposals } from './partnership/proposals.ts';
import { turns } from './partnership/turns.ts';
import { performance } from './performance/performance.ts';
import { progress } from './progress/progress.ts';
import { readiness } from './readiness/readiness.ts';
import { reclassification } from './reclassification/reclassification.ts';
import { registration } from './registration/registration.ts';
import { selection } from './selection/selection.ts';
import { split } from './split/split.ts';
import { standing } from './standing/standing.ts';
import { together } from './state-part.ts';
import type { PledgeCommandType } from './state.ts';
import { support } from './support/support.ts';
import { suspension } from './suspension/suspension.ts';
import { targets } from './targets/targets.ts';
import { terms } from './terms/terms.ts';
import { validity } from './validity/validity.ts';

const chapters = [
  announcement,
  amendment,
  terms,
  targets,
  counting,
  conditions,
  progress,
  support,
  reclassification,
  suspension,
  partnership,
  proposals,
  turns,
  merge,
  split,
  registration,
  validity,
  standing,
  readiness,
  selection,
  caveats,
  lifting,
  deployment,
  performance,
  findingsConsent,
  correction,
  annulment,
  implementation,
  delivery,
  evaluation,
  accountability,
  acts,
] as const;

export const folds: Folds = together(chapters.map(({ evolve }) => evolve));

export const transitions: Rows<PledgeCommandType> = together(chapters.map(({ commands }) => commands));

export const commandTypes = Object.keys(transitions) as readonly PledgeCommandType[];

/** The row of a command whose type is known at run time only; it is then given that very command, or none. */
export const transitionOf = (type: PledgeCommandType): Transition => transitions[type] as Transition;
