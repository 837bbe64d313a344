/** A course leads to its evaluation: accountability page, section 7. Nobody judges what he recorded (section 8). */
import { after } from '../testing/a-pledge.ts';
import { by, state } from '../testing/example-command.ts';
import { commands } from '../testing/commands.ts';
import { courseDelivered, courseEvaluated } from '../testing/delivered-life.ts';
import { carriedOutTo } from '../testing/implementation-life.ts';
import { historyTo } from '../testing/later-life.ts';
import { COURSE, idOf, PLEDGE } from '../testing/named-events.ts';

const { EvaluateCourse } = commands;
const evaluator = { ...by('EVAL'), actor: 'evaluator' };
const held = [...carriedOutTo.IN_PROGRESS, courseDelivered()];
const { internal: _, ...said } = EvaluateCourse.data;

it('a course is judged by an evaluator or the desk, for all states to read', () => {
  for (const role of ['EVAL', 'DESK'])
    after(held)
      .when(EvaluateCourse, {}, { ...evaluator, role })
      .then({ type: 'CourseEvaluated', data: { ...said, evaluatedOn: '2026-01-15' } });
});

it('or for the Secretariat and the states of the pledge alone', () => {
  const [event] = after(held).when(EvaluateCourse, { internal: true }).events();
  expect(event).toMatchObject({ type: 'CourseEvaluated', visibility: 'INTERNAL' });
});

it.each([
  ['the state that promised it', state],
  ['another state', by('MS', 'KOR')],
  ['the body that held it', by('IMPL')],
  ['a partner', by('PARTNER', 'KEN')],
  ['the mission', by('MISSION')],
  ['the public', by('PUBLIC')],
])('not by %s', (_, meta) => after(held).when(EvaluateCourse, {}, meta).thenRefused('FORBIDDEN'));

it.each([
  ['UNKNOWN_COURSE', { courseId: idOf(899) }, {}],
  ['TEXT_MISSING', { text: ' ' }, {}],
  ['BEFORE_COURSE', {}, { occurredOn: '2025-11-13' }],
  ['DATE_IN_FUTURE', {}, { occurredOn: '2027-01-01' }],
])('is refused as %s for %j', (code, changes, meta) =>
  after(held)
    .when(EvaluateCourse, changes, { ...evaluator, ...meta })
    .thenRefused(code),
);

it('on the last day of the course it may be judged', () =>
  after(held)
    .when(EvaluateCourse, {}, { ...evaluator, occurredOn: '2025-11-14' })
    .thenTypes('CourseEvaluated'));

it('where no course was held there is nothing to judge', () => {
  after(carriedOutTo.IN_PROGRESS).when(EvaluateCourse).thenRefused('UNKNOWN_COURSE');
  after(historyTo.DEPLOYED ?? [])
    .when(EvaluateCourse)
    .thenRefused('WRONG_TRACK');
});

it('nobody judges a course that he recorded, in whatever role', () => {
  const [course] = after(held).state().delivered?.courses ?? [];
  for (const role of ['EVAL', 'DESK'])
    after(held)
      .when(EvaluateCourse, {}, { ...by(role), actor: course?.recordedBy ?? '' })
      .thenRefused('SAME_PERSON');
});

it('said twice changes nothing; under the id of another it is refused; later it is judged again', () => {
  const judged = [...held, courseEvaluated()];
  const again = { evaluationId: idOf(84), result: 'EFFECTIVE', text: 'All drive at night' } as const;
  after(judged)
    .when(EvaluateCourse, { ...again, reportReference: null }, { ...evaluator, occurredOn: '2026-01-10' })
    .thenNothing();
  after(judged).when(EvaluateCourse, again).thenRefused('EVALUATION_ID_REUSED');
  after(judged).when(EvaluateCourse).thenTypes('CourseEvaluated');
  expect(after(judged).state().evaluations).toMatchObject([
    { courseId: COURSE, result: 'EFFECTIVE', evaluatedOn: '2026-01-10' },
  ]);
});

it('it is taken after the pledge was closed: what a course was good for shows later', () => {
  const closed = {
    type: 'PledgeFulfilled' as const,
    data: {
      pledgeId: PLEDGE,
      shareDelivered: 100,
      judged: false,
      reason: null,
      delivered: [],
      evidence: [],
    },
  };
  after([...held, closed])
    .when(EvaluateCourse)
    .thenTypes('CourseEvaluated');
});
