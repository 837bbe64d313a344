/** Accountability page, section 13: what chosen offers answer of a need, and what is still open. */
import fc from 'fast-check';
import { aLog, id, type Log } from '../testing/a-log.ts';
import { answeredBy, needBoard, openOf, stateOf, surplusOf, type NeedRow } from './need-board.view.ts';

const publish = (log: Log, number: number | null): void => {
  const owner = { memberState: 'VNM', body: null, conference: null, followsPledge: null, source: null };
  const said = { kind: 'TRAINING' as const, capabilityCode: null, text: 'n', neededBy: null, languages: [] };
  log.add('need', 'NeedPublished', { needId: id('need'), ...said, ...owner, number });
};
const offer = (log: Log, name: string, number: number | null): void => {
  const made = { offerId: id(name), memberState: 'AUS', body: null, text: 'o', pledgeId: null };
  log.add('need', 'OfferMade', { needId: id('need'), ...made, number });
};
const choose = (log: Log, name: string, number: number | null = null): void => {
  log.add('need', 'OfferChosen', { needId: id('need'), offerId: id(name), number, reason: null });
};
const withdraw = (log: Log, name: string): void => {
  log.add('need', 'OfferWithdrawn', { needId: id('need'), offerId: id(name), reason: 'r' });
};

const rowOf = ({ events }: Log): NeedRow => {
  const row = events.reduce<NeedRow | undefined>(
    (before, event) => needBoard.projection.apply(before, event),
    undefined,
  );
  if (row === undefined) throw new Error('no need');
  return row;
};
const told = (log: Log) => {
  const row = rowOf(log);
  return { state: stateOf(row), answered: answeredBy(row), open: openOf(row), surplus: surplusOf(row) };
};

type Chosen = readonly [offered: number | null, taken: number | null];

it.each<[number | null, readonly Chosen[], object]>([
  [70, [], { state: 'OFFERED', answered: 0, open: 70, surplus: 0 }],
  [70, [[40, null]], { state: 'PARTLY_ANSWERED', answered: 40, open: 30, surplus: 0 }],
  [70, [[40, 10]], { state: 'PARTLY_ANSWERED', answered: 10, open: 60, surplus: 0 }],
  [70, [[null, 40]], { state: 'PARTLY_ANSWERED', answered: 40, open: 30, surplus: 0 }],
  [
    70,
    [
      [40, null],
      [30, null],
    ],
    { state: 'ANSWERED', answered: 70, open: 0, surplus: 0 },
  ],
  [
    70,
    [
      [40, null],
      [50, null],
    ],
    { state: 'ANSWERED', answered: 90, open: 0, surplus: 20 },
  ],
  [
    70,
    [
      [40, null],
      [50, 30],
    ],
    { state: 'ANSWERED', answered: 70, open: 0, surplus: 0 },
  ],
  [70, [[null, null]], { state: 'ANSWERED', answered: null, open: null, surplus: 0 }],
  [
    70,
    [
      [40, null],
      [null, null],
    ],
    { state: 'ANSWERED', answered: 40, open: null, surplus: 0 },
  ],
  [
    70,
    [
      [70, null],
      [null, null],
    ],
    { state: 'ANSWERED', answered: 70, open: 0, surplus: 0 },
  ],
  [null, [[40, null]], { state: 'ANSWERED', answered: 40, open: null, surplus: 0 }],
  [null, [[null, null]], { state: 'ANSWERED', answered: null, open: null, surplus: 0 }],
])('a need of %s, of which %j are chosen', (number, chosen, expected) => {
  const log = aLog();
  publish(log, number);
  offer(log, 'left', 5);
  for (const [n, [offered, taken]] of chosen.entries()) {
    offer(log, `offer ${n}`, offered);
    choose(log, `offer ${n}`, taken);
  }
  expect(told(log)).toEqual(expected);
});

it('a chosen offer that is withdrawn leaves open what it answered', () => {
  const log = aLog();
  publish(log, 70);
  offer(log, 'one', 40);
  offer(log, 'two', 30);
  choose(log, 'one');
  choose(log, 'two');
  withdraw(log, 'one');
  expect(told(log)).toEqual({ state: 'PARTLY_ANSWERED', answered: 30, open: 40, surplus: 0 });
  withdraw(log, 'two');
  expect(told(log)).toEqual({ state: 'OPEN', answered: 0, open: 70, surplus: 0 });
});

it('in every order, what is answered and what is open make up the need', () => {
  const act = fc.record({ n: fc.nat(4), offered: fc.integer({ min: 1, max: 50 }), withdrawn: fc.boolean() });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), fc.array(act, { maxLength: 5 }), (number, acts) => {
      const log = aLog();
      publish(log, number);
      const standing = new Map<number, number>();
      for (const [n, { offered, withdrawn }] of acts.entries()) {
        offer(log, `offer ${n}`, offered);
        choose(log, `offer ${n}`);
        standing.set(n, offered);
        if (withdrawn) {
          const back = acts[n]?.n ?? 0;
          if (standing.delete(back)) withdraw(log, `offer ${back}`);
        }
      }
      const sum = [...standing.values()].reduce((all, one) => all + one, 0);
      const { answered, open, surplus, state } = told(log);
      expect(answered).toBe(sum);
      expect((open ?? 0) + sum - surplus).toBe(number);
      expect(Math.min(open ?? 0, surplus)).toBe(0);
      expect(state === 'ANSWERED').toBe(sum >= number);
    }),
  );
});
