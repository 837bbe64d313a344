/** How answers about one course, and about how it was judged, look. */
import { COURSE_RESULTS } from '@pledgeline/contracts';
import type { CourseEvaluation } from '@pledgeline/pledge';
import {
  answeredAt,
  day,
  list,
  object,
  oneOf,
  orNull,
  said,
  text,
  uuid,
  type Properties,
  type Static,
} from '../../answers/answer-schema.ts';
import { findings, needs, relatedCourse } from '../loop/neighbours.schema.ts';
import { courseFields } from '../pledge/delivered.schema.ts';
import { relative } from '../pledge/promise-shape.schema.ts';

const evaluationFields = {
  evaluationId: uuid,
  courseId: uuid,
  result: oneOf(COURSE_RESULTS),
  text,
  reportReference: orNull(text),
  evaluatedOn: day,
} satisfies Properties<Omit<CourseEvaluation, 'visibility'>>;

/** What began it. */
const begun = { findings, needs };

export const coursePage = object('CourseDetails', {
  ...courseFields,
  pledge: said(relative, 'what comes before it: the pledge for which it was held'),
  ...begun,
  evaluations: said(
    list(object('CourseEvaluation', evaluationFields)),
    'what comes after it, as far as the reader may read it',
  ),
  ...answeredAt,
});

export const evaluationPage = object('EvaluationDetails', {
  ...evaluationFields,
  course: said(relatedCourse, 'what comes before it'),
  pledge: relative,
  ...begun,
  ...answeredAt,
});

export type CoursePage = Static<typeof coursePage>;
export type EvaluationPage = Static<typeof evaluationPage>;
