/** Which course was held, for which pledge, and how was it judged? Both neighbours of each: accountability page, section 7. */
import { Rejected, type Views } from '@pledgeline/event-sourcing';
import type { CourseEvaluation, Pledge } from '@pledgeline/pledge';
import type { QueryContext } from '../../answers/query-context.ts';
import { question } from '../../read-models/question.ts';
import { coursesOf, feedbackOf } from '../loop/neighbours.ts';
import { courseOnPage } from '../pledge/delivered-on-page.ts';
import { registerRow } from '../pledge/pledge-page.ts';
import { relative } from '../pledge/relatives.ts';
import type { CoursePage, EvaluationPage } from './course.schema.ts';

export interface AskedCourse {
  readonly pledgeId: string;
  readonly courseId: string;
}

/** @throws {Rejected} PLEDGE_NOT_FOUND or COURSE_NOT_FOUND */
export const courseHeld = async (
  { views, answeredAt }: QueryContext,
  { pledgeId, courseId }: AskedCourse,
): Promise<CoursePage> => {
  const { pledge } = await registerRow(views, pledgeId);
  const course = pledge.delivered?.courses.find((one) => one.courseId === courseId);
  if (course === undefined) throw noCourse(courseId);
  return {
    ...courseOnPage(course),
    ...(await around(views, pledge)),
    evaluations: pledge.evaluations.filter((one) => one.courseId === courseId).map(shown),
    ...answeredAt,
  };
};

/** @throws {Rejected} PLEDGE_NOT_FOUND, COURSE_NOT_FOUND, or EVALUATION_NOT_FOUND also where the caller may not read it. */
export const courseJudged = async (
  { views, answeredAt }: QueryContext,
  { pledgeId, courseId, evaluationId }: AskedCourse & { readonly evaluationId: string },
): Promise<EvaluationPage> => {
  const { pledge } = await registerRow(views, pledgeId);
  const course = coursesOf(pledge).find((one) => one.courseId === courseId);
  if (course === undefined) throw noCourse(courseId);
  const judged = pledge.evaluations.find(
    (one) => one.courseId === courseId && one.evaluationId === evaluationId,
  );
  if (judged === undefined) {
    throw new Rejected('missing', 'EVALUATION_NOT_FOUND', `There is no evaluation ${evaluationId}.`, {
      evaluationId,
    });
  }
  return { ...shown(judged), course, ...(await around(views, pledge)), ...answeredAt };
};

const noCourse = (courseId: string): Rejected =>
  new Rejected('missing', 'COURSE_NOT_FOUND', `There is no course ${courseId} of this pledge.`, { courseId });

const around = async (
  views: Views,
  pledge: Pledge,
): Promise<Pick<CoursePage, 'pledge' | 'findings' | 'needs'>> => {
  const { findings, needs } = await feedbackOf(views, pledge);
  return { pledge: await relative(views, pledge.pledgeId), findings, needs };
};

const shown = ({ visibility: _, ...evaluation }: CourseEvaluation): CoursePage['evaluations'][number] =>
  evaluation;

export const getCourse = question('getCourse', 'ROW', (context, asked: AskedCourse) =>
  courseHeld(context, asked),
);
export const getEvaluation = question(
  'getEvaluation',
  'ROW',
  (context, asked: AskedCourse & { readonly evaluationId: string }) => courseJudged(context, asked),
);
