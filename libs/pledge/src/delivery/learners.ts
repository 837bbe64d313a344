/** "Persons" of a training are those who are trained; elsewhere those who are sent. */
import { categoryOf } from '../category.ts';
import type { Pledge } from '../state.ts';

const LEARNERS = /trainee|participant|student|learner|attendee/i;
const SENT = /trainer|instructor|mentor|expert|specialist|advis[eo]r|planner|observer|officer|staff/i;

/** Whether the persons promised are those who learn. */
export const isOfLearners = (pledge: Pledge): boolean =>
  LEARNERS.test(unitPromised(pledge)) || (isOfTraining(pledge) && !SENT.test(unitPromised(pledge)));

/** Of the number that has to be kept; blank where none was stated. */
export const unitPromised = ({ promise }: Pledge): string => promise?.base.quantity?.unit ?? '';

const isOfTraining = (pledge: Pledge): boolean =>
  categoryOf(pledge) === 'TRAINING' || (pledge.capabilityCode ?? '').endsWith('-TRAINING');
