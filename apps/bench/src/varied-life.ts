/** Lives that use the whole vocabulary: a unit that several states hold with its caveats, and a training with its deliveries. */
import { NOTHING_BESIDE } from '@pledgeline/contracts';
import { derivedId } from '@pledgeline/event-sourcing';
import { beginLife, TODAY, type Add, type Life } from './life.ts';
import { announcement, deployBattalion } from './lifecycle.ts';

/** Units and trainings in turn. */
export const variedLife = (n: number): Life => {
  const { pledgeId, add, life } = beginLife(n);
  if (n % 2 === 0) rotation(n, pledgeId, add);
  else training(n, pledgeId, add);
  return life();
};

const rotation = (n: number, pledgeId: string, add: Add): void => {
  deployBattalion(n, pledgeId, add);
  const conditionId = derivedId('bench', 'condition', n);
  const caveatId = derivedId('bench', 'caveat', n);
  const text = 'Not outside the sector that the memorandum names';
  add('MS', 'DeclareCondition', { pledgeId, conditionId, text: 'If parliament agrees' }, 'RWA');
  add('DESK', 'MeetCondition', { pledgeId, conditionId, evidence: 'Resolution 12' });
  add(
    'MS',
    'DeclareCaveat',
    { pledgeId, caveatId, text, kind: 'GEOGRAPHIC', blocking: false, internal: false },
    'RWA',
  );
  add('MS', 'LiftCaveat', { pledgeId, caveatId, confirmationReference: 'FGS-12', atOnce: false }, 'RWA');
  add('MS', 'DeclarePartnership', { pledgeId, kind: 'ROTATION', handoverTo: null, handoverOn: null }, 'RWA');
  for (const state of ['KEN', 'GHA']) {
    const joining = { pledgeId, state, body: null, role: 'UNIT', part: null, share: 20 } as const;
    const proposalId = derivedId('bench', `invitation of ${state}`, n);
    const invited = { ...joining, proposalId, from: TODAY, to: null, consentReference: null };
    add('MS', 'InvitePartner', invited, 'RWA');
    add('MS', 'AcceptInvitation', { pledgeId, proposalId }, state);
  }
  const turns = [
    { state: 'RWA', from: TODAY, to: '2026-08-31' },
    { state: 'KEN', from: '2026-09-01', to: '2027-02-28' },
  ];
  add('MS', 'AgreeTurns', { pledgeId, turns }, 'RWA');
  add('EVAL', 'AssessPerformance', {
    pledgeId,
    assessmentId: derivedId('bench', 'assessment', n),
    tool: 'COMMANDER_EVALUATION',
    reportReference: `FC/${n}`,
    result: 'NEEDS_IMPROVEMENT',
    findings: [{ findingId: derivedId('bench', 'finding', n), text: 'Drivers lack training at night' }],
    improvementPlan: { text: 'A course in night driving', dueOn: '2026-06-30' },
  });
  add('EVAL', 'MeasureTarget', { pledgeId, indicator: 'WOMEN_IN_UNIT', low: 12, high: 12, target: 15 });
  add('MS', 'SuspendPledge', { pledgeId, reason: 'An election' }, 'RWA');
  add('MS', 'ResumePledge', { pledgeId }, 'RWA');
};

const COURSES = 4;

const training = (n: number, pledgeId: string, add: Add): void => {
  const code = 'TRG-PEACEKEEPERS';
  add('DESK', 'AnnouncePledge', { ...announcement(pledgeId, n), category: 'TRAINING', capabilityCode: code });
  add('DESK', 'AcknowledgePledge', { pledgeId, acknowledgementReference: `ACK-${n}` });
  add('DESK', 'TagThemes', { pledgeId, themes: ['capacity-building'], mainTheme: 'capacity-building' });
  add('DESK', 'RegisterPledge', {
    pledgeId,
    capabilityCode: code,
    quantity: null,
    ...NOTHING_BESIDE,
    timeframe: null,
    deployWithinDays: null,
    registrationReference: `REG-${n}`,
    consentReference: null,
    target: '200 trained',
    lateEntry: false,
    notMeasurable: false,
  });
  const milestones = ['2026-06-30', '2026-12-31', '2027-06-30'].map((dueOn, k) => ({
    milestoneId: derivedId('bench', 'milestone', n, k),
    text: `${(k + 1) * 50} trained`,
    dueOn,
    measure: String((k + 1) * 50),
    template: null,
  }));
  add('MS', 'PlanImplementation', { pledgeId, milestones, implementingBody: 'A training centre' }, 'RWA');
  add('IMPL', 'StartImplementation', { pledgeId });
  const money = {
    pledgeId,
    amount: 2_500_000,
    currency: 'USD',
    fund: 'Peacebuilding Fund',
    funder: null,
    funding: 'VOLUNTARY',
    trancheYear: null,
    agreementReference: `PBF/${n}`,
    note: null,
  } as const;
  add('MS', 'PledgeFunds', money, 'RWA');
  add('MS', 'CommitFunds', money, 'RWA');
  add('IMPL', 'ReceiveFunds', money);
  for (let course = 0; course < COURSES; course += 1) {
    add('IMPL', 'DeliverCourse', {
      pledgeId,
      courseId: derivedId('bench', 'course', n, course),
      capabilityCode: code,
      trained: 40,
      women: 12,
      leaders: null,
      place: 'Entebbe',
      centre: 'Regional centre',
      languages: ['en', 'fr'],
      contributors: [
        { party: 'JPN', part: 'FUNDER' },
        { party: 'KEN', part: 'TRAINER' },
      ],
      from: '2026-01-05',
      to: '2026-01-14',
    });
  }
  const evidenceId = derivedId('bench', 'evidence', n);
  const sha256 = String(n).padStart(64, '0');
  add('IMPL', 'SubmitEvidence', { pledgeId, evidenceId, kind: 'REPORT', sha256, url: null });
  add('EVAL', 'VerifyEvidence', { pledgeId, evidenceId, note: null });
  const [first] = milestones;
  if (first)
    add('IMPL', 'MeetMilestone', { pledgeId, milestoneId: first.milestoneId, evidence: [evidenceId] });
};
