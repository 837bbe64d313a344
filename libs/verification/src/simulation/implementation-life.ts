/** What is carried out instead of deployed: training, technology, money, people, political acts. Lifecycle page, section 7. */
import { IN_USE, NOT_ON_RECORD } from '@pledgeline/contracts';
import type { Act, Told } from './act.ts';
import { dayAfter, REGISTERED, withTerms, type Begun } from './begin-life.ts';
import { figure } from './unit-life.ts';

const AMOUNT = { currencyAssumed: false, per: null, asStated: null } as const;
const money = (amount: number, funding: 'VOLUNTARY' | 'ASSESSED') => ({
  ...{ amountMin: amount, amountMax: amount, currency: 'USD', funding },
  ...AMOUNT,
});
const NO_SOURCE = { fund: null, funder: null, trancheYear: null, note: null };

interface Kind {
  readonly what: Parameters<Begun['announced']>[0];
  readonly target: string;
  /** What is delivered, part by part, on the days on which it is. */
  readonly deliver: (life: Begun, on: string, part: number) => readonly Act[];
}

export const TRAINING: Kind = {
  what: {
    category: 'TRAINING',
    capabilityCode: 'TRG-PEACEKEEPERS',
    description: 'Courses for peacekeepers',
    quantity: figure(2, 'courses'),
  },
  target: 'two courses',
  deliver: ({ act, idOf, pledgeId, state }, on, part) => [
    act('IMPL', 'DeliverCourse', {
      ...{
        pledgeId,
        courseId: idOf(`course ${part}`),
        capabilityCode: 'TRG-PEACEKEEPERS',
        trained: 40,
        women: 14,
      },
      ...{ leaders: null, place: 'A training centre', centre: null, languages: ['en'] },
      ...{ contributors: [{ party: state, part: 'TRAINER' as const }], from: dayAfter(on, -9), to: on },
    }),
  ],
};
const TECHNOLOGY: Kind = {
  what: {
    category: 'TECHNOLOGY',
    capabilityCode: 'TEC-SMARTCAMP',
    description: 'Sensors for camps',
    quantity: figure(4, 'items'),
  },
  target: 'four items in use',
  deliver: ({ act, pledgeId }) => [
    act('MISSION', 'DeliverEquipment', {
      pledgeId,
      item: 'Sensor',
      number: 2,
      receiver: 'UNMISS',
      inUse: true,
      note: null,
    }),
  ],
};
const FUND: Kind = {
  what: {
    category: 'FINANCE',
    capabilityCode: 'FIN-PBF',
    description: 'Money for the fund',
    money: money(2_000_000, 'VOLUNTARY'),
  },
  target: 'all of it paid',
  deliver: ({ act, n, pledgeId }, _on, part) => {
    const half = {
      pledgeId,
      amount: 1_000_000,
      currency: 'USD',
      funding: 'VOLUNTARY',
      ...NO_SOURCE,
    } as const;
    const line = { ...half, agreementReference: `PBF-${n}-${part}` };
    return [act('MS', 'CommitFunds', line), act('IMPL', 'ReceiveFunds', line)];
  },
};
const ARREARS: Kind = {
  what: {
    ...{ category: 'FINANCE', capabilityCode: 'FIN-ARREARS', description: 'What is owed is paid' },
    ...{ money: money(600_000, 'ASSESSED'), terms: withTerms({ arrearsOwed: 900_000 }) },
  },
  target: 'two payments',
  deliver: ({ act, pledgeId }) => [
    act('IMPL', 'ReceiveFunds', {
      ...{ pledgeId, amount: 300_000, currency: 'USD', funding: 'ASSESSED', agreementReference: null },
      ...NO_SOURCE,
    }),
  ],
};
const EXPERTS: Kind = {
  what: {
    category: 'EXPERTISE',
    capabilityCode: 'PLANNERS',
    description: 'Two planners',
    quantity: figure(2, 'persons'),
  },
  target: 'two planners for a year',
  deliver: ({ act, idOf, pledgeId }, on, part) => {
    const secondmentId = idOf(`post ${part}`);
    const post = { post: `Planner ${part + 1}`, mission: 'UNMISS', hostInstitution: null, persons: 1 };
    const period = { from: on, to: dayAfter(on, 365), beyondPledge: false, ...NOT_ON_RECORD };
    return [act('MS', 'SecondExpert', { pledgeId, secondmentId, ...post, ...period })];
  },
};
const POLITICAL: Kind = {
  what: {
    category: 'POLITICAL',
    capabilityCode: 'POL-PRINCIPLES',
    description: 'The principles are endorsed',
  },
  target: 'the text is endorsed',
  deliver: ({ act, pledgeId }, _on, part) => [
    act('MS', 'RecordPoliticalAct', {
      ...{ pledgeId, act: part === 0 ? 'ENDORSEMENT' : 'REPORT', what: 'Kigali Principles' },
      ...{ link: `https://example.org/simulated/${part}`, document: null },
    }),
  ],
};
const KINDS = [TRAINING, TECHNOLOGY, FUND, ARREARS, EXPERTS, POLITICAL] as const;

const PARTS = 2;

/** @param kind one of all by chance where none is named. @param need that it answers. */
export function* implementationLife(
  life: Begun,
  kind: Kind = life.chances.oneOf(KINDS),
  need: string | null = null,
): Told {
  const { act, chances, idOf, n, pledgeId } = life;
  const { what, target, deliver } = kind;
  yield life.announced({ ...what, need });
  if (!(yield* life.received())) return;
  const { capabilityCode } = what;
  const registered = yield {
    after: chances.between(10, 50),
    acts: [
      act('DESK', 'RegisterPledge', {
        ...REGISTERED,
        pledgeId,
        capabilityCode,
        target,
        registrationReference: `REG-${n}`,
      }),
    ],
  };
  if (chances.inHundred(15)) return;
  const milestones = Array.from({ length: PARTS }, (_, part) => ({
    ...{ milestoneId: idOf(`milestone ${part}`), measure: null },
    ...(what.category === 'TECHNOLOGY' && part === PARTS - 1
      ? { text: null, template: IN_USE }
      : { text: `Part ${part + 1}`, template: null }),
    dueOn: dayAfter(registered, 150 * (part + 1)),
  }));
  yield {
    after: 20,
    acts: [act('MS', 'PlanImplementation', { pledgeId, milestones, implementingBody: null })],
  };
  yield { after: chances.between(5, 40), acts: [act('IMPL', 'StartImplementation', { pledgeId })] };
  const parts = chances.inHundred(25) ? chances.between(0, 1) : PARTS;
  for (let part = 0; part < parts; part += 1) {
    const on = yield { after: chances.between(30, 120), acts: [] };
    yield { after: 0, acts: deliver(life, on, part) };
    const evidenceId = idOf(`evidence ${part}`);
    const paper = { pledgeId, evidenceId, sha256: evidenceId.replaceAll('-', '').padEnd(64, '0'), url: null };
    yield { after: 10, acts: [act('IMPL', 'SubmitEvidence', { ...paper, kind: 'REPORT' })] };
    if (chances.inHundred(80))
      yield { after: 10, acts: [act('EVAL', 'VerifyEvidence', { pledgeId, evidenceId, note: null })] };
    const milestoneId = idOf(`milestone ${part}`);
    yield {
      after: 3,
      acts: [act('IMPL', 'MeetMilestone', { pledgeId, milestoneId, evidence: [evidenceId] })],
    };
    const report = {
      reportId: idOf(`report ${part}`),
      text: `Part ${part + 1} of ${PARTS} is there`,
      from: on,
      to: on,
    };
    yield {
      after: 2,
      acts: [
        act('MS', 'ReportProgress', {
          ...{ pledgeId, ...report, share: 50 * (part + 1), replaces: null, visibility: 'PUBLIC' },
        }),
      ],
    };
  }
  if (parts < PARTS) return;
  yield {
    after: chances.between(15, 60),
    acts: [
      act('DESK', 'FulfilPledge', {
        pledgeId,
        as: 'FULL',
        reason: 'All parts are there',
        evidence: [],
        statedShare: null,
      }),
    ],
  };
}
