import { after } from '../testing/a-pledge.ts';
import { historyTo } from '../testing/later-life.ts';
import { ASSESSMENT, FINDING, idOf, PLEDGE } from '../testing/named-events.ts';
import { assessed, followedUp, planClosed } from '../testing/performance.ts';
import { by } from '../testing/example-command.ts';
import { commands } from '../testing/commands.ts';

const at = (status: keyof typeof historyTo) => historyTo[status] ?? [];
const judged = [...at('DEPLOYED'), assessed()];

describe('AssessPerformance', () => {
  const { AssessPerformance } = commands;

  it.each(['DEPLOYED', 'REPATRIATED'] as const)('judges a unit that is %s', (status) => {
    const [event] = after(at(status)).when(AssessPerformance).events();
    expect(event).toEqual({
      type: 'PerformanceAssessed',
      data: { ...AssessPerformance.data, assessedOn: '2026-01-15' },
    });
  });

  it.each(['READY', 'FULFILLED'] as const)('not one that is %s', (status) =>
    after(at(status)).when(AssessPerformance).thenRefused('WRONG_ORDER'),
  );

  it('not for a day before the deployment', () => {
    const rejected = after(at('DEPLOYED'))
      .when(AssessPerformance, {}, { occurredOn: '2025-11-19' })
      .thenRejected('BEFORE_DEPLOYMENT');
    expect(rejected.details).toEqual({ field: 'occurredOn', deployedOn: '2025-11-20' });
  });

  it('with nothing to find and nothing to improve', () =>
    after(at('DEPLOYED'))
      .when(AssessPerformance, { result: 'SATISFACTORY', findings: [], improvementPlan: null })
      .thenTypes('PerformanceAssessed'));

  it.each([
    ['TEXT_MISSING', { reportReference: ' ' }],
    ['TEXT_MISSING', { findings: [{ findingId: idOf(68), text: '' }] }],
    ['TEXT_MISSING', { improvementPlan: { text: '', dueOn: '2026-06-30' } }],
    ['DATE_IMPOSSIBLE', { improvementPlan: { text: 'Course', dueOn: '2026-06-31' } }],
    ['PERIOD_INVALID', { improvementPlan: { text: 'Course', dueOn: '2026-01-14' } }],
  ])('is refused as %s for %j', (code, changes) =>
    after(at('DEPLOYED')).when(AssessPerformance, changes).thenRefused(code),
  );

  it('under the id of another is refused', () =>
    after(judged).when(AssessPerformance, { assessmentId: ASSESSMENT }).thenRefused('ASSESSMENT_ID_REUSED'));

  it('is not for the state to do', () =>
    after(at('DEPLOYED')).when(AssessPerformance, {}, by('MS', 'RWA')).thenRefused('FORBIDDEN'));
});

describe('FollowUpFinding', () => {
  const { FollowUpFinding } = commands;

  it('leads to a training need', () =>
    after(judged)
      .when(FollowUpFinding)
      .then({
        type: 'FindingFollowedUp',
        data: { pledgeId: PLEDGE, findingId: FINDING, needId: idOf(70), ledToPledgeId: null },
      }));

  it('and on to a pledge, also after the promise was kept', () => {
    const history = [...at('REPATRIATED'), assessed(), followedUp()];
    const onward = { needId: null, ledToPledgeId: idOf(71) };
    after(history).when(FollowUpFinding, onward).thenTypes('FindingFollowedUp');
    const { assessments } = after([...history, followedUp(onward)]).state();
    expect(assessments[0]?.findings).toEqual([
      { findingId: FINDING, text: 'Patrols start late', needId: idOf(70), ledToPledgeId: idOf(71) },
    ]);
    after([...at('FULFILLED'), assessed()])
      .when(FollowUpFinding)
      .thenTypes('FindingFollowedUp');
  });

  it('said twice changes nothing', () =>
    after([...judged, followedUp()])
      .when(FollowUpFinding)
      .thenNothing());

  it('to another need is refused', () =>
    after([...judged, followedUp()])
      .when(FollowUpFinding, { needId: idOf(72) })
      .thenRefused('FINDING_FOLLOWED_UP'));

  it('to nothing is refused', () =>
    after(judged).when(FollowUpFinding, { needId: null }).thenRefused('REFERENCE_MISSING'));

  it('of an unknown finding is refused', () => {
    after(at('DEPLOYED')).when(FollowUpFinding).thenRefused('UNKNOWN_FINDING');
    after(judged)
      .when(FollowUpFinding, { findingId: idOf(69) })
      .thenRefused('UNKNOWN_FINDING');
  });
});

describe('CloseImprovementPlan', () => {
  const { CloseImprovementPlan } = commands;

  it('is done with evidence', () => {
    after(judged).when(CloseImprovementPlan).thenTypes('ImprovementPlanClosed');
    after(judged).when(CloseImprovementPlan, { evidence: '' }).thenRefused('TEXT_MISSING');
    const { assessments } = after([...judged, planClosed()]).state();
    expect(assessments[0]?.improvementPlan).toEqual({
      text: 'New duty roster',
      dueOn: '2026-03-01',
      closedOn: '2026-01-10',
    });
  });

  it('a second time is refused', () =>
    after([...judged, planClosed()])
      .when(CloseImprovementPlan)
      .thenRefused('PLAN_CLOSED'));

  it('where none was asked for is refused', () => {
    after([...at('DEPLOYED'), assessed({ improvementPlan: null })])
      .when(CloseImprovementPlan)
      .thenRefused('UNKNOWN_PLAN');
    after(judged)
      .when(CloseImprovementPlan, { assessmentId: idOf(69) })
      .thenRefused('UNKNOWN_PLAN');
  });
});
