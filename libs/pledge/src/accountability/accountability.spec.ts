/** A pledge is closed: accountability page, section 1, in its words. One spec for the chapter. */
import type { PledgeEvent, Quantity } from '@pledgeline/contracts';
import { recorded } from '@pledgeline/event-sourcing/testing';
import { evolve } from '../evolve.ts';
import { initialPledge } from '../state.ts';
import { after } from '../testing/a-pledge.ts';
import { commands } from '../testing/commands.ts';
import {
  actRecorded,
  courseDelivered,
  equipmentDelivered,
  fundsReceived,
} from '../testing/delivered-life.ts';
import { acknowledged, announced, lapsed, withdrawn } from '../testing/early-life.ts';
import { by } from '../testing/example-command.ts';
import { met, planned, registeredToCarryOut, started, submitted } from '../testing/implementation-life.ts';
import { deployed, historyTo, partiallyFulfilled } from '../testing/later-life.ts';
import { money } from '../testing/money.ts';
import { FIRST, idOf } from '../testing/named-events.ts';
import { classOf } from './pledge-class.ts';

const { FulfilPledge } = commands;
/** The rules of the accountability page. */
const NOW = '2026-11-20T09:00:00.000Z';
const desk = { ...by('DESK'), now: NOW, occurredOn: '2026-11-20' };
const sfgc = { ...by('SFGC'), now: NOW, occurredOn: '2026-11-20' };

const count = (number: number, unit: string): Quantity => ({
  min: number,
  max: number,
  unit,
  asStated: null,
});

/** A promise that was planned, begun, and of which the one milestone was met. */
const carriedOut = (
  code: string,
  said: Parameters<typeof announced>[0],
  template: string | null = null,
): PledgeEvent[] => {
  const { quantity = null } = said as { quantity?: Quantity | null };
  const registered = registeredToCarryOut(code);
  return [
    announced({ category: 'TRAINING', capabilityCode: code, quantity: null, timeframe: null, ...said }),
    acknowledged(),
    { ...registered, data: { ...registered.data, quantity, timeframe: null } } as PledgeEvent,
    planned({
      milestones: [{ milestoneId: FIRST, text: 'Done', dueOn: '2025-10-01', measure: null, template }],
    }),
    started(),
    submitted(),
    met(),
  ];
};

const fund = carriedOut('FIN-PBF', { money: money(70) });
const courses = carriedOut('TRG-COURSE', { quantity: count(4, 'courses') });
const camps = carriedOut('EQP-CAMP', { quantity: count(2, 'camps') }, 'IN_USE');
const camp = (inUse: boolean, receiver: string) =>
  equipmentDelivered({ item: 'Camp', number: 1, inUse, receiver });

describe('closed in full', () => {
  it.each([
    ['FIN-PBF 70, received 20', [...fund, fundsReceived({ amount: 20 })], 70, 20],
    ['4 courses promised, 1 delivered', [...courses, courseDelivered()], 4, 1],
    ['2 camps of which 1 is not in use', [...camps, camp(true, 'A'), camp(false, 'B')], 2, 1],
    ['nothing at all', courses, 4, 0],
  ])('%s: NOT_DELIVERED, with the dimension', (_, history, promised, delivered) => {
    const rejected = after(history)
      .when(FulfilPledge, { as: 'FULL', reason: null }, desk)
      .thenRejected('NOT_DELIVERED');
    expect(rejected.details).toMatchObject({
      field: 'as',
      allowed: ['PART'],
      dimensions: [{ promised, delivered }],
    });
    expect(rejected.message).toContain(`${promised} `);
  });

  it.each([
    [62.9, 'NOT_DELIVERED'],
    [63, undefined],
    [70, undefined],
    [71, undefined],
  ])('of 70, %d received: %s', (amount, code) => {
    const outcome = after([...fund, fundsReceived({ amount })]).when(FulfilPledge, { reason: null }, desk);
    if (code === undefined) outcome.thenTypes('PledgeFulfilled');
    else outcome.thenRefused(code);
  });

  it('says by what it was computed', () => {
    const [event] = after([...fund, fundsReceived({ amount: 100 })])
      .when(FulfilPledge, { as: 'FULL', reason: null, evidence: [] }, desk)
      .events();
    expect(event).toMatchObject({
      type: 'PledgeFulfilled',
      ruleSet: 'pcrs-2026.11',
      data: {
        shareDelivered: 100,
        judged: false,
        reason: null,
        delivered: [{ dimension: 'MONEY', currency: 'USD', promised: 70, delivered: 100 }],
      },
    });
  });

  it('is no closing of a day before what it counts', () => {
    const paid = [...fund, fundsReceived({ amount: 70 })];
    const rejected = after(paid)
      .when(FulfilPledge, { reason: null }, { ...desk, occurredOn: '2025-10-31' })
      .thenRejected('BEFORE_DELIVERY');
    expect(rejected.details).toEqual({ field: 'occurredOn', lastDeliveredOn: '2025-11-01' });
    after(paid)
      .when(FulfilPledge, { reason: null }, { ...desk, occurredOn: '2025-11-01' })
      .thenTypes('PledgeFulfilled');
  });

  it('is refused for what was received before any milestone was met', () => {
    const early = [...fund.slice(0, 5), fundsReceived({ amount: 20 })];
    after(early).when(FulfilPledge, { reason: null }, desk).thenRefused('NOT_DELIVERED');
    after(early).when(FulfilPledge, { as: 'PART', reason: null }, desk).thenTypes('PledgePartiallyFulfilled');
  });

  it('under pcrs-2019.01 asks for no share', () =>
    after([...fund, fundsReceived({ amount: 20 })])
      .when(FulfilPledge, {}, by('DESK'))
      .thenTypes('PledgeFulfilled'));
});

describe('closed in part', () => {
  it('FIN-PBF 70, received 20: share 29, computed', () => {
    const [event] = after([...fund, fundsReceived({ amount: 20 })])
      .when(FulfilPledge, { as: 'PART', reason: null }, desk)
      .events();
    expect(event).toMatchObject({
      type: 'PledgePartiallyFulfilled',
      data: { shareDelivered: 29, judged: false },
    });
  });

  const closedInPart = [
    ...fund,
    fundsReceived({ amount: 20 }),
    partiallyFulfilled({ shareDelivered: 29, judged: false }),
  ];
  const rest = [...closedInPart, fundsReceived({ amount: 50, trancheYear: 2026 })];

  it('again with the same share changes nothing', () =>
    after(closedInPart).when(FulfilPledge, { as: 'PART', reason: null }, desk).thenNothing());

  it('with what came since is closed in part anew', () =>
    after([...closedInPart, fundsReceived({ amount: 10 })])
      .when(FulfilPledge, { as: 'PART', reason: null }, desk)
      .thenTypes('PledgePartiallyFulfilled'));

  it('may be closed in full at 90 per cent', () => {
    after(closedInPart).when(FulfilPledge, { reason: null }, desk).thenRefused('NOT_DELIVERED');
    after(rest).when(FulfilPledge, { reason: null }, desk).thenTypes('PledgeFulfilled');
  });

  it.each([
    ['a payment', commands.ReceiveFunds, 'FundsReceived'],
    ['a course', commands.DeliverCourse, 'CourseDelivered'],
    ['equipment', commands.DeliverEquipment, 'EquipmentDelivered'],
    ['a secondment', commands.SecondExpert, 'ExpertSeconded'],
    ['evidence', commands.SubmitEvidence, 'EvidenceSubmitted'],
    ['a report', commands.ReportProgress, 'ProgressReported'],
    ['the withdrawal of the rest', commands.WithdrawPledge, 'PledgeWithdrawn'],
  ] as const)('takes %s', (_, command, type) => {
    const change = type === 'EvidenceSubmitted' ? { evidenceId: idOf(99), sha256: 'f'.repeat(64) } : {};
    after(closedInPart)
      .when(command as typeof commands.SubmitEvidence, change, {
        now: NOW,
        occurredOn: '2026-11-20',
      })
      .thenTypes(type);
  });

  it('stays closed in part while deliveries come', () => {
    const fold = (history: readonly PledgeEvent[]) =>
      history.reduce((pledge, event, n) => evolve(pledge, recorded(event, n)), initialPledge);
    expect(fold(rest)).toMatchObject({ status: 'PARTIALLY_FULFILLED', closing: { as: 'PART', share: 29 } });
  });

  it('does not lapse', () =>
    after(closedInPart).when(commands.LapsePledge, {}, { now: NOW }).thenRefused('WRONG_ORDER'));
});

describe('a unit that was closed in part in the mission', () => {
  const there = [...historyTo.DEPLOYED!, partiallyFulfilled()];
  const mission = { ...by('MISSION'), now: NOW, occurredOn: '2026-11-20' };

  it('still comes home, and stays closed in part', () => {
    after(there).when(commands.RepatriateUnit, {}, mission).thenTypes('UnitRepatriated');
    const home = [
      ...there,
      {
        type: 'UnitRepatriated',
        data: { ...commands.RepatriateUnit.data, repatriatedOn: '2026-11-20', endedMatches: [] },
      },
    ] as PledgeEvent[];
    expect(after(home).state()).toMatchObject({ status: 'PARTIALLY_FULFILLED' });
    after(home).when(commands.RepatriateUnit, {}, mission).thenRefused('NOT_DEPLOYED');
  });
});

describe('what cannot be counted', () => {
  const endorsement = [...carriedOut('POL-ENDORSE', { category: 'POLITICAL' }), actRecorded()];
  const battalion = historyTo.REPATRIATED!;
  const noNumber = [announced({ quantity: null }), ...battalion.slice(1)];

  it('is judged with a reason by the desk', () => {
    const rejected = after(endorsement)
      .when(FulfilPledge, { reason: null }, desk)
      .thenRejected('REASON_MISSING');
    expect(rejected.details).toEqual({ field: 'reason', judgedBecause: 'POLITICAL_ACT' });
    after(endorsement).when(FulfilPledge, { reason: ' ' }, desk).thenRefused('TEXT_MISSING');
    const [event] = after(endorsement).when(FulfilPledge, { reason: 'Signed' }, desk).events();
    expect(event).toMatchObject({
      type: 'PledgeFulfilled',
      data: { shareDelivered: null, judged: true, reason: 'Signed', delivered: [] },
    });
    after(endorsement).when(FulfilPledge, { reason: 'Signed' }, sfgc).thenRefused('FORBIDDEN');
  });

  it('is judged by SFGC on the capability track', () => {
    after(noNumber).when(FulfilPledge, { reason: 'One battalion went' }, sfgc).thenTypes('PledgeFulfilled');
    after(noNumber).when(FulfilPledge, { reason: null }, sfgc).thenRefused('REASON_MISSING');
    after(noNumber).when(FulfilPledge, { reason: 'r' }, desk).thenRefused('FORBIDDEN');
  });
});

describe('a deployed unit', () => {
  const at = (status: 'DEPLOYED' | 'SELECTED' | 'READY') => historyTo[status]!;

  it('waits for the end of the promised time', () => {
    const rejected = after(at('DEPLOYED')).when(FulfilPledge).thenRejected('TOO_EARLY');
    expect(rejected.details).toEqual({ promisedUntil: '2026-10-31' });
    after(at('DEPLOYED'))
      .when(FulfilPledge, {}, { now: '2026-10-31T09:00:00.000Z' })
      .thenRefused('TOO_EARLY');
    after(at('DEPLOYED'))
      .when(FulfilPledge, { as: 'PART' }, { now: '2026-11-01T09:00:00.000Z' })
      .thenTypes('PledgePartiallyFulfilled');
  });

  it('without an MOU waits until it is home', () =>
    after([...at('SELECTED'), deployed()])
      .when(FulfilPledge)
      .thenRefused('TOO_EARLY'));

  it('that never went is not closed', () => after(at('READY')).when(FulfilPledge).thenRefused('WRONG_ORDER'));
});

describe('the class of a pledge', () => {
  const classAfter = (history: readonly PledgeEvent[]) =>
    classOf(history.reduce((pledge, event, n) => evolve(pledge, recorded(event, n)), initialPledge));

  it.each([
    ['ANNOUNCED', 'ANNOUNCED_ONLY'],
    ['ACKNOWLEDGED', 'ANNOUNCED_ONLY'],
    ['REGISTERED', 'REGISTERED'],
    ['MATCHED', 'UNDER_WAY'],
    ['SELECTED', 'UNDER_WAY'],
    ['MOU_SIGNED', 'UNDER_WAY'],
    ['READY', 'UNDER_WAY'],
    ['DEPLOYED', 'UNDER_WAY'],
    ['REPATRIATED', 'UNDER_WAY'],
    ['FULFILLED', 'KEPT'],
    ['PARTIALLY_FULFILLED', 'KEPT_IN_PART'],
    ['WITHDRAWN', 'TAKEN_BACK'],
    ['DECLINED', 'TAKEN_BACK'],
    ['LAPSED', 'TAKEN_BACK'],
  ] as const)('%s is %s', (status, expected) => expect(classAfter(historyTo[status]!)).toBe(expected));

  it.each(['SPLIT', 'MERGED', 'SUPERSEDED'] as const)('%s is counted in others', (status) =>
    expect(classOf({ ...initialPledge, status })).toBeNull(),
  );

  it.each([
    ['planned', 'UNDER_WAY', courses.slice(0, 4)],
    ['in progress', 'UNDER_WAY', courses],
    ['withdrawn with nothing delivered', 'TAKEN_BACK', [...courses.slice(0, 5), withdrawn()]],
    ['withdrawn after a course', 'KEPT_IN_PART', [...courses, courseDelivered(), withdrawn()]],
    ['withdrawn after a payment', 'KEPT_IN_PART', [...fund, fundsReceived(), withdrawn()]],
    [
      'withdrawn after a closing in part that was judged',
      'KEPT_IN_PART',
      [...courses.slice(0, 5), partiallyFulfilled({ shareDelivered: null }), withdrawn()],
    ],
    ['lapsed after a deployment', 'KEPT_IN_PART', [...historyTo.REPATRIATED!, lapsed()]],
  ])('%s is %s', (_, expected, history) => expect(classAfter(history)).toBe(expected));
});
