/**
 * The deliveries for a pledge add up, each kind apart: lifecycle page, section 7. The decisions are in contributions.ts,
 * funds.ts and secondments.ts.
 */
import type { Role } from '@pledgeline/contracts';
import {
  COMMON,
  IMPLEMENTATION,
  IMPLEMENTATION_UNDATED,
  UNTIL_READY,
  chapter,
  type Folds,
} from '../chapter.ts';
import type { Pledge } from '../state.ts';
import { deliverCourse, deliverEquipment, measureTarget, recordPoliticalAct } from './contributions.ts';
import { nothingYet, type Delivered, type FundsKey, type FundsLine, type Payment } from './delivery.state.ts';
import { added, commitFunds, pledgeFunds, receiveFunds } from './funds.ts';
import { endSecondment, heldPost, secondExpert } from './secondments.ts';

const evolve = {
  FundsPledged: (pledge, data) => withFunds(pledge, data, 'pledged'),
  FundsCommitted: (pledge, data) => withFunds(pledge, data, 'committed'),
  FundsReceived: (pledge, data) => withPayment(withFunds(pledge, data, 'received'), data),
  CourseDelivered: (pledge, { pledgeId: _, ...course }, { metadata: { actor: recordedBy } }) =>
    withDelivered(pledge, ({ courses, training }) => ({
      courses: [...courses, { ...course, recordedBy }],
      training: {
        trained: training.trained + course.trained,
        women: plus(training.women, course.women),
        leaders: plus(training.leaders, course.leaders),
      },
    })),
  ExpertSeconded: (pledge, data) => {
    const {
      pledgeId: _,
      onRecord: _record,
      exception: _exception,
      approver: _approver,
      ...secondment
    } = data;
    return withDelivered(pledge, ({ secondments }) => ({
      secondments: [...secondments, { ...secondment, endedOn: null }],
    }));
  },
  SecondmentEnded: (pledge, { secondmentId, endedOn }) =>
    withDelivered(pledge, ({ secondments }) => ({
      secondments: secondments.map((held) =>
        held.secondmentId === secondmentId ? { ...held, endedOn } : held,
      ),
    })),
  EquipmentDelivered: (pledge, { item, receiver, number, inUse }) =>
    withDelivered(pledge, ({ equipment }) => {
      const isSame = (line: { item: string; receiver: string }) =>
        line.item === item && line.receiver === receiver;
      const line = equipment.find(isSame) ?? { item, receiver, number: 0, inUse: null };
      const changed = {
        ...line,
        number: line.number + number,
        inUse: plus(line.inUse, inUse === null ? null : inUse ? number : 0),
      };
      return { equipment: [...equipment.filter((other) => !isSame(other)), changed] };
    }),
  PoliticalActRecorded: (pledge, { pledgeId: _, ...act }) =>
    withDelivered(pledge, ({ acts }) => ({ acts: [...acts, act] })),
  TargetMeasured: (pledge, { pledgeId: _, ...measurement }, { metadata: { role } }) => {
    const by = role === ('EVAL' satisfies Role) ? 'EVALUATOR' : 'STATE';
    return withDelivered(pledge, ({ measurements }) => ({
      measurements: [...measurements, { ...measurement, by }],
    }));
  },
} satisfies Partial<Folds>;

const withDelivered = (pledge: Pledge, change: (before: Delivered) => Partial<Delivered>): Pledge => {
  const before = pledge.delivered ?? nothingYet;
  return { ...pledge, delivered: { ...before, ...change(before) } };
};

type Step = 'pledged' | 'committed' | 'received';

const withFunds = (
  pledge: Pledge,
  { amount, ...data }: FundsKey & { readonly amount: number },
  step: Step,
): Pledge =>
  withDelivered(pledge, ({ funds }) => {
    const { currency, funding, fund, funder, trancheYear } = data;
    const key: FundsKey = { currency, funding, fund, funder, trancheYear };
    const line = funds.find((other) => isSameLine(other, key)) ?? {
      ...key,
      pledged: null,
      committed: null,
      received: null,
    };
    const changed: FundsLine = { ...line, [step]: added(line[step], amount) };
    return { funds: [...funds.filter((other) => other !== line), changed] };
  });

const withPayment = (
  pledge: Pledge,
  { currency, funding, fund, funder, trancheYear, amount, receivedOn }: Payment,
): Pledge =>
  withDelivered(pledge, ({ payments }) => ({
    payments: [...payments, { currency, funding, fund, funder, trancheYear, amount, receivedOn }],
  }));

const isSameLine = (one: FundsKey, other: FundsKey): boolean =>
  one.currency === other.currency &&
  one.funding === other.funding &&
  one.fund === other.fund &&
  one.funder === other.funder &&
  one.trancheYear === other.trancheYear;

/** A figure that nobody stated adds nothing; the sum stays null until one is stated. */
const plus = (sum: number | null, more: number | null): number | null =>
  more === null ? sum : (sum ?? 0) + more;

/** What is still to come of a promise that was closed in part is taken. */
const ONCE_REGISTERED = {
  ...IMPLEMENTATION,
  from: ['REGISTERED', 'PLANNED', 'IN_PROGRESS', 'PARTIALLY_FULFILLED'],
} as const;

export const delivery = chapter({
  evolve,
  commands: {
    PledgeFunds: { ...ONCE_REGISTERED, roles: ['MS'], decide: pledgeFunds, events: ['FundsPledged'] },
    CommitFunds: { ...ONCE_REGISTERED, roles: ['MS'], decide: commitFunds, events: ['FundsCommitted'] },
    ReceiveFunds: { ...ONCE_REGISTERED, roles: ['IMPL'], decide: receiveFunds, events: ['FundsReceived'] },
    DeliverCourse: {
      ...IMPLEMENTATION_UNDATED,
      from: ['IN_PROGRESS', 'PARTIALLY_FULFILLED'],
      roles: ['IMPL'],
      decide: deliverCourse,
      events: ['CourseDelivered'],
    },
    SecondExpert: {
      ...ONCE_REGISTERED,
      requiresDate: false,
      roles: ['MS', 'IMPL'],
      decide: secondExpert,
      events: ['ExpertSeconded'],
    },
    EndSecondment: {
      ...ONCE_REGISTERED,
      roles: ['MS', 'IMPL'],
      needs: 'a post that is held',
      precondition: heldPost,
      decide: endSecondment,
      events: ['SecondmentEnded'],
    },
    DeliverEquipment: {
      ...IMPLEMENTATION,
      from: ['IN_PROGRESS', 'PARTIALLY_FULFILLED'],
      roles: ['IMPL', 'MISSION'],
      decide: deliverEquipment,
      events: ['EquipmentDelivered'],
    },
    RecordPoliticalAct: {
      ...ONCE_REGISTERED,
      roles: ['MS'],
      decide: recordPoliticalAct,
      events: ['PoliticalActRecorded'],
    },
    MeasureTarget: {
      ...COMMON,
      from: [...UNTIL_READY, 'DEPLOYED', 'PLANNED', 'IN_PROGRESS', 'PARTIALLY_FULFILLED'],
      roles: ['EVAL', 'MS'],
      decide: measureTarget,
      events: ['TargetMeasured'],
    },
  },
});
