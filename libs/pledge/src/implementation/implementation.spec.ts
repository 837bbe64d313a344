/** One spec for the chapter, as the chapter is one file: it is read beside it. */
import { after } from '../testing/a-pledge.ts';
import {
  allMet,
  carriedOutTo,
  evidenceRejected,
  firstMet,
  met,
  milestoneRevised,
  otherSubmitted,
  planned,
  registeredToCarryOut,
  started,
  submitted,
  verified,
  withEvidence,
} from '../testing/implementation-life.ts';
import { acknowledged, announced } from '../testing/early-life.ts';
import { atLevel2 } from '../testing/later-life.ts';
import { EVIDENCE, FIRST, idOf, OTHER_EVIDENCE, PLEDGE, SECOND, sha256 } from '../testing/named-events.ts';
import { partnerJoined, partnershipDeclared } from '../testing/partnership.ts';
import { by } from '../testing/example-command.ts';
import { commands } from '../testing/commands.ts';

const { REGISTERED, PLANNED, IN_PROGRESS } = carriedOutTo;
const another = { ...by('EVAL'), actor: 'another' };

describe('PlanImplementation', () => {
  const { PlanImplementation } = commands;
  const [first, second] = PlanImplementation.data.milestones;

  it('keeps each milestone, spelt out where it only named a template', () => {
    const [event] = after(REGISTERED).when(PlanImplementation).events();
    expect(event).toEqual({
      type: 'ImplementationPlanned',
      data: {
        ...PlanImplementation.data,
        milestones: [{ ...first, text: 'Agreement' }, second],
      },
    });
    expect(after([...REGISTERED, planned()]).state()).toMatchObject({
      status: 'PLANNED',
      implementation: { startedOn: null, milestones: [{ milestoneId: FIRST, metOn: null }, {}] },
    });
  });

  it('of nothing is refused', () =>
    after(REGISTERED).when(PlanImplementation, { milestones: [] }).thenRefused('MILESTONES_MISSING'));

  it('with due dates out of order is refused', () => {
    const milestones = [
      { ...first!, dueOn: '2026-03-02' },
      { ...second!, dueOn: '2026-03-01' },
    ];
    const rejected = after(REGISTERED)
      .when(PlanImplementation, { milestones })
      .thenRejected('DUE_DATES_OUT_OF_ORDER');
    expect(rejected.details).toEqual({ field: 'dueOn', after: '2026-03-02' });
  });

  it('may have two milestones on one day', () =>
    after(REGISTERED)
      .when(PlanImplementation, { milestones: [first!, { ...second!, dueOn: first!.dueOn }] })
      .thenTypes('ImplementationPlanned'));

  it.each([
    ['DATE_IMPOSSIBLE', { dueOn: '2026-02-30' }],
    ['TEXT_MISSING', { text: ' ' }],
    ['TEXT_MISSING', { text: null }],
    ['UNKNOWN_TEMPLATE', { template: 'FIRST_PAYMENT' }],
    ['MILESTONE_ID_REUSED', { milestoneId: FIRST }],
  ])('is refused as %s for %j', (code, change) =>
    after(REGISTERED)
      .when(PlanImplementation, { milestones: [first!, { ...second!, ...change }] })
      .thenRefused(code),
  );

  it('of a unit belongs to the other track', () =>
    after(atLevel2).when(PlanImplementation).thenRefused('WRONG_TRACK'));

  it('a second time is out of order', () =>
    after(PLANNED).when(PlanImplementation).thenRefused('WRONG_ORDER'));

  it('by an implementing body is as good as by the state', () =>
    after(REGISTERED).when(PlanImplementation, {}, by('IMPL')).thenTypes('ImplementationPlanned'));
});

describe('ReviseMilestone', () => {
  const { ReviseMilestone } = commands;

  it('says what was and what is', () => {
    const [event] = after(PLANNED).when(ReviseMilestone).events();
    expect(event?.data).toMatchObject({
      before: { text: '200 trained', dueOn: '2026-06-01' },
      after: { text: '200 trained', dueOn: '2026-09-01' },
    });
    const pledge = after([...PLANNED, milestoneRevised()]).state();
    expect(pledge.implementation?.milestones[1]).toMatchObject({ dueOn: '2026-09-01' });
  });

  it('said twice changes nothing', () =>
    after([...PLANNED, milestoneRevised()])
      .when(ReviseMilestone)
      .thenNothing());

  it('after it was met is refused', () =>
    after(firstMet).when(ReviseMilestone, { milestoneId: FIRST }).thenRefused('MILESTONE_ALREADY_MET'));

  it.each([
    ['UNKNOWN_MILESTONE', { milestoneId: idOf(999) }],
    ['NOTHING_TO_CHANGE', { dueOn: null }],
    ['DUE_DATES_OUT_OF_ORDER', { dueOn: '2025-09-30' }],
    ['DATE_IMPOSSIBLE', { dueOn: '2026-09-31' }],
    ['TEXT_MISSING', { reason: '' }],
    ['TEXT_MISSING', { text: '' }],
  ])('is refused as %s for %j', (code, change) =>
    after(PLANNED).when(ReviseMilestone, change).thenRefused(code),
  );
});

describe('StartImplementation', () => {
  it('begins what was planned', () => {
    after(PLANNED)
      .when(commands.StartImplementation)
      .then({ type: 'ImplementationStarted', data: { pledgeId: PLEDGE, startedOn: '2026-01-15' } });
    expect(after([...PLANNED, started()]).state()).toMatchObject({
      status: 'IN_PROGRESS',
      implementation: { startedOn: '2025-08-01' },
    });
  });

  it('before the plan is out of order', () =>
    after(REGISTERED).when(commands.StartImplementation).thenRefused('WRONG_ORDER'));
});

describe('SubmitEvidence', () => {
  const { SubmitEvidence } = commands;

  it('remembers by whom, but does not say it again', () => {
    const [event] = after(PLANNED).when(SubmitEvidence).events();
    expect(event?.data).toEqual({ ...SubmitEvidence.data, submittedOn: '2026-01-15' });
    expect(after(withEvidence).state().implementation?.evidence).toMatchObject([
      { evidenceId: EVIDENCE, submittedBy: 'tester', standing: 'SUBMITTED' },
    ]);
  });

  it.each(['MS', 'IMPL'])('by %s is welcome', (role) =>
    after(PLANNED).when(SubmitEvidence, {}, by(role, 'RWA')).thenTypes('EvidenceSubmitted'),
  );

  it('by a partner of the pledge is welcome, by that of another refused', () => {
    const joint = after([...PLANNED, partnershipDeclared(), partnerJoined()]);
    joint.when(SubmitEvidence, {}, by('PARTNER', 'KOR')).thenTypes('EvidenceSubmitted');
    joint.when(SubmitEvidence, {}, by('PARTNER', 'FJI')).thenRefused('FORBIDDEN');
    after(PLANNED).when(SubmitEvidence, {}, by('PARTNER')).thenRefused('FORBIDDEN');
  });

  it('with the hash of other evidence of the pledge is refused, also when that was rejected', () => {
    const again = { sha256: sha256('a') };
    const rejected = after(withEvidence).when(SubmitEvidence, again).thenRejected('SAME_DOCUMENT');
    expect(rejected.details).toEqual({ field: 'sha256', evidenceId: EVIDENCE });
    after([...withEvidence, evidenceRejected()])
      .when(SubmitEvidence, again)
      .thenRefused('SAME_DOCUMENT');
  });

  it('with the same address is refused', () =>
    after([...IN_PROGRESS, otherSubmitted()])
      .when(SubmitEvidence, { evidenceId: EVIDENCE, url: 'https://example.org/report' })
      .thenRefused('SAME_DOCUMENT'));

  it.each([
    ['EVIDENCE_MISSING', { sha256: null }],
    ['TEXT_MISSING', { url: ' ' }],
    ['EVIDENCE_ID_REUSED', { evidenceId: EVIDENCE }],
  ])('is refused as %s for %j', (code, change) =>
    after(withEvidence).when(SubmitEvidence, change).thenRefused(code),
  );

  it('before there is a plan is out of order', () =>
    after(REGISTERED).when(SubmitEvidence).thenRefused('WRONG_ORDER'));
});

describe.each(['VerifyEvidence', 'RejectEvidence'] as const)('%s', (type) => {
  it('by the one who submitted it is refused', () => {
    const rejected = after(withEvidence)
      .when(commands[type], {}, { actor: 'tester' })
      .thenRejected('SELF_VERIFICATION');
    expect(rejected.kind).toBe('forbidden');
  });

  it('is done once', () => {
    after([...withEvidence, verified()])
      .when(commands[type], {}, another)
      .thenRefused('EVIDENCE_SETTLED');
    after([...withEvidence, evidenceRejected()])
      .when(commands[type], {}, another)
      .thenRefused('EVIDENCE_SETTLED');
  });

  it('of what nobody submitted is refused', () =>
    after(withEvidence)
      .when(commands[type], { evidenceId: OTHER_EVIDENCE }, another)
      .thenRefused('UNKNOWN_EVIDENCE'));
});

it('evidence that an evaluator accepts is verified', () => {
  after(withEvidence).when(commands.VerifyEvidence, {}, another).thenTypes('EvidenceVerified');
  expect(after([...withEvidence, verified()]).state().implementation?.evidence).toMatchObject([
    { standing: 'VERIFIED' },
  ]);
});

describe('RejectEvidence', () => {
  const { RejectEvidence } = commands;
  const reopened = (history: Parameters<typeof after>[0]) => {
    const [event] = after(history).when(RejectEvidence, {}, another).events();
    return (event?.data as { reopenedMilestones: unknown }).reopenedMilestones;
  };

  it('without a reason is refused', () =>
    after(withEvidence).when(RejectEvidence, { reason: '' }, another).thenRefused('TEXT_MISSING'));

  it('opens the milestones that rested on it alone', () => {
    expect(reopened(withEvidence)).toEqual([]);
    expect(reopened(firstMet)).toEqual([FIRST]);
    const pledge = after([...firstMet, evidenceRejected({ reopenedMilestones: [FIRST] })]).state();
    expect(pledge.implementation?.milestones[0]).toMatchObject({ metOn: null, evidence: [] });
  });

  it('leaves a milestone met that rests on other evidence as well', () => {
    const both = met({ evidence: [EVIDENCE, OTHER_EVIDENCE] });
    expect(reopened([...withEvidence, otherSubmitted(), both])).toEqual([]);
    const otherGone = evidenceRejected({ evidenceId: OTHER_EVIDENCE });
    expect(reopened([...withEvidence, otherSubmitted(), both, otherGone])).toEqual([FIRST]);
  });
});

describe('MeetMilestone', () => {
  const { MeetMilestone } = commands;

  it('names the evidence, each piece once', () => {
    after(withEvidence)
      .when(MeetMilestone, { evidence: [EVIDENCE, EVIDENCE] })
      .then({ type: 'MilestoneMet', data: { ...MeetMilestone.data, metOn: '2026-01-15' } });
    expect(after(firstMet).state().implementation?.milestones[0]).toMatchObject({
      metOn: '2025-09-30',
      evidence: [EVIDENCE],
    });
  });

  it('twice for one is refused', () =>
    after(firstMet).when(MeetMilestone).thenRefused('MILESTONE_ALREADY_MET'));

  it('by rejected evidence is refused', () =>
    after([...withEvidence, evidenceRejected()])
      .when(MeetMilestone)
      .thenRefused('EVIDENCE_REJECTED'));

  it.each([
    ['EVIDENCE_MISSING', { evidence: [] }],
    ['UNKNOWN_EVIDENCE', { evidence: [EVIDENCE, OTHER_EVIDENCE] }],
    ['UNKNOWN_MILESTONE', { milestoneId: idOf(999) }],
  ])('is refused as %s for %j', (code, change) =>
    after(withEvidence).when(MeetMilestone, change).thenRefused(code),
  );

  it('before the start is out of order', () => after(PLANNED).when(MeetMilestone).thenRefused('WRONG_ORDER'));
});

describe('FulfilPledge', () => {
  const { FulfilPledge } = commands;
  const desk = by('DESK');

  it('in full when every milestone was met', () => {
    after(allMet).when(FulfilPledge, {}, desk).thenTypes('PledgeFulfilled');
    const rejected = after(firstMet).when(FulfilPledge, {}, desk).thenRejected('MILESTONES_OPEN');
    expect(rejected.details).toEqual({ milestones: [SECOND] });
  });

  it.each([
    ['a milestone met', firstMet],
    ['evidence verified', [...withEvidence, verified()]],
  ])('in part with %s', (_, history) =>
    after(history).when(FulfilPledge, { as: 'PART' }, desk).thenTypes('PledgePartiallyFulfilled'),
  );

  it('with nothing to show is refused', () =>
    after(withEvidence).when(FulfilPledge, { as: 'PART' }, desk).thenRefused('NOTHING_DELIVERED'));

  it.each(['EQP-MRAP', 'TEC-DRONE'])('of %s in full needs it in use, not only handed over', (code) => {
    const registered = [announced(), acknowledged(), registeredToCarryOut(code)];
    const carriedOutBy = (template: string) => [
      ...registered,
      planned({
        milestones: [{ milestoneId: FIRST, text: 'Done', dueOn: '2025-10-01', measure: null, template }],
      }),
      started(),
      submitted(),
      met(),
    ];
    after(carriedOutBy('HANDED_OVER')).when(FulfilPledge, {}, desk).thenRefused('IN_USE_MISSING');
    after(carriedOutBy('IN_USE')).when(FulfilPledge, {}, desk).thenTypes('PledgeFulfilled');
  });

  it('is the desk’s here, and the force generation cell’s on the other track', () => {
    after(allMet).when(FulfilPledge, {}, by('SFGC')).thenRefused('FORBIDDEN');
    after(PLANNED).when(FulfilPledge, {}, desk).thenRefused('WRONG_ORDER');
  });
});
