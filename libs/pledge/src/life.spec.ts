/** What holds for every life of a pledge, not only for those that somebody wrote down. */
import fc from 'fast-check';
import { eventContracts } from '@pledgeline/contracts';
import type { PledgeEvent } from '@pledgeline/contracts';
import { contractErrors } from '@pledgeline/contracts/testing';
import { Rejected, type NewEvent } from '@pledgeline/event-sourcing';
import { recorded } from '@pledgeline/event-sourcing/testing';
import { ABOUT_THE_HISTORY } from './annulment/annulment.state.ts';
import { pledge as decider, pledgeUnder } from './pledge.ts';
import { ruleBook } from './rule-book.ts';
import { pcrs2019 } from './rule-set.ts';
import * as acts from './testing/acts.ts';
import * as amended from './testing/amended-life.ts';
import * as given from './testing/delivered-life.ts';
import * as early from './testing/early-life.ts';
import * as carriedOut from './testing/implementation-life.ts';
import * as caveats from './testing/caveats.ts';
import * as conditions from './testing/conditions.ts';
import * as annulments from './testing/annulments.ts';
import * as corrections from './testing/corrections.ts';
import * as later from './testing/later-life.ts';
import * as mergers from './testing/merge-life.ts';
import * as partnership from './testing/partnership.ts';
import * as performance from './testing/performance.ts';
import { choices, sampledChoices, walk, type Step } from './testing/random-walk.ts';
import * as shape from './testing/shape-life.ts';
import * as support from './testing/support.ts';
import * as parted from './testing/split-life.ts';

const OUT_OF_ORDER = [
  'PLEDGE_NOT_FOUND',
  'FORBIDDEN',
  'WRONG_ORDER',
  'WRONG_TRACK',
  'ALREADY_ACKNOWLEDGED',
  'ALREADY_WITHDRAWN',
  'ALREADY_DEPLOYED',
  'MOU_EXISTS',
];

type Events = readonly PledgeEvent[];

const outcomeOf = (decide: () => Events): { readonly events: Events; readonly refused: string | null } => {
  try {
    return { events: decide(), refused: null };
  } catch (error) {
    if (error instanceof Rejected) return { events: [], refused: error.code };
    throw error;
  }
};

const live = ({ command, pledge }: Step): Events =>
  command === undefined ? [] : outcomeOf(() => decider.decide(command, pledge)).events;

const { ACT: _, ...acted } = acts;

const named: readonly NewEvent[] = [
  ...Object.values({
    ...amended,
    ...acted,
    ...early,
    ...later,
    ...carriedOut,
    ...given,
    ...caveats,
    ...performance,
    ...parted,
    ...conditions,
    ...shape,
    ...corrections,
    ...annulments,
    ...partnership,
    ...mergers,
    ...support,
  })
    .filter((example) => typeof example === 'function')
    .map((example) => example()),
  ...early.documents,
  early.loadList,
  early.verificationPassed(),
];

describe('every life', () => {
  it('is made of events that their contracts allow', () => {
    fc.assert(
      fc.property(choices, (taken) => {
        const life = walk(taken, live);
        expect(life.flatMap(contractErrors)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('folds to plain data that survives JSON', () => {
    fc.assert(
      fc.property(choices, (taken) => {
        const state = walk(taken, live).reduce(decider.evolve, decider.initialState());
        expect(JSON.parse(JSON.stringify(state))).toStrictEqual(state);
      }),
    );
  });

  it('never lets the caller meet the wrong order with a command it was told is allowed', () => {
    fc.assert(
      fc.property(choices, (taken) => {
        walk(taken, ({ command, pledge }) => {
          if (command === undefined) return [];
          const { events, refused } = outcomeOf(() => decider.decide(command, pledge));
          // Of an approval the act itself may be refused, which is decided anew.
          if (command.type !== 'ApproveAct') expect(OUT_OF_ORDER).not.toContain(refused);
          return events;
        });
      }),
      { numRuns: 300 },
    );
  });

  it('never moves by a command its caller was not told is allowed', () => {
    fc.assert(
      fc.property(choices, (taken) => {
        walk(taken, (step) => {
          const { stray, allowed, pledge } = step;
          const { events, refused } = outcomeOf(() => decider.decide(stray, pledge));
          if (!allowed.includes(stray.type)) {
            expect(events.filter(({ type }) => type !== 'MatchRefused')).toEqual([]);
          } else if (stray.type !== 'ApproveAct') {
            expect(OUT_OF_ORDER).not.toContain(refused);
          }
          return live(step);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('is told by walks that reach every event of a pledge', () => {
    const expected = eventContracts
      .filter(({ category }) => category === 'pledge')
      .map(({ type }) => type)
      .filter((type) => !ABOUT_THE_HISTORY.has(type) || type === 'ActObjected');
    const written = new Set<string>();
    for (const taken of sampledChoices()) {
      if (written.size === expected.length) break;
      walk(taken, (step) => {
        const events = live(step);
        for (const { type } of events) written.add(type);
        return events;
      });
    }
    expect([...written].sort()).toEqual([...expected].sort());
  });
});

describe('evolve', () => {
  it('takes every event in every state', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...named), { maxLength: 30 }), (events) => {
        const state = events
          .map((event, n) => recorded(event, n))
          .reduce(decider.evolve, decider.initialState());
        expect(JSON.parse(JSON.stringify(state))).toStrictEqual(state);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves the state alone for an event it does not know', () => {
    fc.assert(
      fc.property(fc.string(), fc.anything(), (type, data) => {
        const state = later.historyTo.MATCHED?.map((event, n) => recorded(event, n)).reduce(
          decider.evolve,
          decider.initialState(),
        );
        expect(decider.evolve(state!, recorded({ type: `X${type}`, data }, 20))).toBe(state);
      }),
    );
  });

  it('asks no rule set: dates that follow from rules are in the events', () => {
    const none = pledgeUnder(
      ruleBook({
        ...pcrs2019,
        name: 'none',
        aavValidMonths: 0,
        firstValidityMonths: 0,
        graceDays: 0,
        successfulOutcomes: [],
      }),
    );
    fc.assert(
      fc.property(choices, (taken) => {
        const life = walk(taken, live);
        expect(life.reduce(none.evolve, none.initialState())).toEqual(
          life.reduce(decider.evolve, decider.initialState()),
        );
      }),
    );
  });

  it('keeps the first day of each status, and the latest news', () => {
    const history = [
      ...(later.historyTo.DEPLOYED ?? []),
      later.repatriated(),
      early.renewed(),
      early.lapsed(),
    ];
    const state = history
      .map((event, n) => recorded(event, n))
      .reduce(decider.evolve, decider.initialState());
    expect(state.reachedOn).toEqual({
      ANNOUNCED: '2025-01-10',
      ACKNOWLEDGED: '2025-01-20',
      REGISTERED: '2025-06-01',
      MATCHED: '2025-09-10',
      SELECTED: '2025-10-01',
      MOU_SIGNED: '2025-10-15',
      READY: '2025-11-12',
      DEPLOYED: '2025-11-20',
      REPATRIATED: '2026-01-12',
      LAPSED: '2026-01-10',
    });
    expect(state.lastActivityOn).toBe('2026-01-12');
  });

  it('a status reached without a date has none', () => {
    const state = decider.evolve(
      decider.initialState(),
      recorded({ ...early.announced({ announcedOn: null }), occurredOn: null }, 0),
    );
    expect(state.reachedOn).toEqual({ ANNOUNCED: null });
    expect(state.lastActivityOn).toBeNull();
  });
});
