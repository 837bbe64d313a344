/**
 * A course is judged by an evaluator or the desk, by what those whom it trained can do since. With it ends what began with a finding:
 * accountability page, section 7. Nobody judges a course that he recorded.
 */
import type { DataOf } from '@pledgeline/contracts';
import { ANY_STATUS, chapter, IMPLEMENTATION, type Folds } from '../chapter.ts';
import type { Decision, Precondition } from '../decision-context.ts';
import type { Course } from '../delivery/delivery.state.ts';
import { conflict, forbidden, missing, mustSay } from '../refusal.ts';
import { sameContent } from '../same-content.ts';
import type { Pledge } from '../state.ts';

const evolve = {
  CourseEvaluated: (pledge, { pledgeId: _, ...judged }, { metadata: { visibility } }) => ({
    ...pledge,
    evaluations: [...pledge.evaluations, { ...judged, visibility }],
  }),
} satisfies Partial<Folds>;

/** @throws {Rejected} UNKNOWN_COURSE, SAME_PERSON, BEFORE_COURSE, TEXT_MISSING or EVALUATION_ID_REUSED */
const evaluateCourse: Decision<'EvaluateCourse'> = (
  { data: { internal, ...said }, meta },
  pledge,
  { on },
) => {
  const course = find(pledge, said.courseId);
  if (course === undefined) throw unknownCourse();
  if (course.recordedBy === meta.actor) {
    throw forbidden('SAME_PERSON', 'A course is judged by another person than the one who recorded it.', {
      field: 'courseId',
    });
  }
  if (on < course.to) {
    throw conflict('BEFORE_COURSE', `The course lasted until ${course.to}. It is judged then, or later.`, {
      field: 'occurredOn',
      endedOn: course.to,
    });
  }
  mustSay('text', said.text);
  const judged: DataOf<'CourseEvaluated'> = { ...said, evaluatedOn: on };
  const known = pledge.evaluations.find(({ evaluationId }) => evaluationId === said.evaluationId);
  if (known === undefined) {
    return [{ type: 'CourseEvaluated', data: judged, ...(internal && { visibility: 'INTERNAL' }) }];
  }
  const { visibility: _, ...before } = known;
  if (sameContent(judged, { pledgeId: said.pledgeId, ...before })) return [];
  throw conflict('EVALUATION_ID_REUSED', 'Another evaluation has this id.', { field: 'evaluationId' });
};

const find = ({ delivered }: Pledge, id: string): Course | undefined =>
  delivered?.courses.find(({ courseId }) => courseId === id);

const unknownCourse = () =>
  missing('UNKNOWN_COURSE', 'No such course was held for this pledge.', { field: 'courseId' });

const knownCourse: Precondition<'EvaluateCourse'> = (pledge, _context, command) =>
  (command === null ? pledge.delivered?.courses[0] : find(pledge, command.data.courseId)) === undefined
    ? unknownCourse()
    : undefined;

export const evaluation = chapter({
  evolve,
  commands: {
    /** In any status: what a course was good for shows later. */
    EvaluateCourse: {
      ...IMPLEMENTATION,
      from: ANY_STATUS,
      roles: ['EVAL', 'DESK'],
      needs: 'a course that was held',
      precondition: knownCourse,
      decide: evaluateCourse,
      events: ['CourseEvaluated'],
    },
  },
});
