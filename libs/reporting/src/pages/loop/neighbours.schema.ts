/** How the steps of the loop look beside each other: finding, need, pledge, course, evaluation (accountability page, section 7). */
import { COURSE_RESULTS, FINDING_OUTCOMES, NEED_KINDS, PERFORMANCE_TOOLS } from '@pledgeline/contracts';
import {
  day,
  list,
  object,
  oneOf,
  said,
  text,
  uuid,
  whole,
  type Static,
} from '../../answers/answer-schema.ts';
import { NEED_STATES } from '../../views/need-board.view.ts';
import { relative } from '../pledge/promise-shape.schema.ts';

export const relatedFinding = object('RelatedFinding', {
  findingId: uuid,
  pledgeId: said(uuid, 'the unit about which it was found'),
  reference: text,
  text,
  tool: oneOf(PERFORMANCE_TOOLS),
  assessedOn: day,
});

export const relatedNeed = object('RelatedNeed', {
  needId: uuid,
  kind: oneOf(NEED_KINDS),
  text,
  whose: said(text, 'name of the state or body'),
  state: oneOf(NEED_STATES, 'NeedState'),
});

export const relatedCourse = object('RelatedCourse', {
  courseId: uuid,
  pledgeId: said(uuid, 'for which it was held'),
  place: text,
  from: day,
  to: day,
  trained: whole,
});

export const relatedEvaluation = object('RelatedEvaluation', {
  evaluationId: uuid,
  courseId: uuid,
  pledgeId: uuid,
  result: oneOf(COURSE_RESULTS),
  evaluatedOn: day,
});

export const findings = said(
  list(relatedFinding),
  'what was found about units and led here, as far as the reader may read it',
);
export const needs = said(list(relatedNeed), 'for readers among states');
export const pledges = list(relative);
export const courses = list(relatedCourse);
export const evaluations = said(list(relatedEvaluation), 'as far as the reader may read them');

/** On the page of a pledge. */
export const feedback = object('Feedback', {
  findings,
  needs: said(
    list(relatedNeed),
    'that it answers, by its announcement or by an offer that was chosen; for readers among states',
  ),
  courses: said(courses, 'that were held for it'),
  evaluations,
});

/** How far a finding has led. */
export const outcome = said(
  oneOf(FINDING_OUTCOMES),
  'how far it has led: OPEN, then a NEED, a PLEDGE that stands, a COURSE that was held, and EVALUATED',
);

export type RelatedFinding = Static<typeof relatedFinding>;
export type RelatedNeed = Static<typeof relatedNeed>;
export type RelatedCourse = Static<typeof relatedCourse>;
export type RelatedEvaluation = Static<typeof relatedEvaluation>;
export type Feedback = Static<typeof feedback>;
