/**
 * Accountability page, section 7: of a target, what an evaluator measured and what the state says stand side by side; the gap is the
 * evaluator's where there is one. "Double" is not refused, but asks for the baseline.
 */
import { NO_TERMS, type PledgeEvent } from '@pledgeline/contracts';
import type { NewEvent } from '@pledgeline/event-sourcing';
import { recorded } from '@pledgeline/event-sourcing/testing';
import { pledge as decider } from '../pledge.ts';
import type { Pledge } from '../state.ts';
import { after } from '../testing/a-pledge.ts';
import { announced } from '../testing/early-life.ts';
import { historyTo } from '../testing/later-life.ts';
import { PLEDGE } from '../testing/named-events.ts';
import { by, state } from '../testing/example-command.ts';
import { commands } from '../testing/commands.ts';
import { targetsSideBySide } from './side-by-side.ts';

const { StateTarget } = commands;
const ANNOUNCED = [announced()];
type Changes = Partial<typeof StateTarget.data>;

const stated = (changes: Changes = {}, history: readonly NewEvent[] = ANNOUNCED): PledgeEvent[] =>
  after(history).when(StateTarget, changes).events() as PledgeEvent[];
const folded = (events: readonly NewEvent[], roles: readonly string[] = []): Pledge =>
  events
    .map((event, n) => {
      const made = recorded(event, n);
      return { ...made, metadata: { ...made.metadata, role: roles[n] ?? 'MS' } };
    })
    .reduce(decider.evolve, decider.initialState());

describe('StateTarget', () => {
  it('takes "double" without its baseline, and computes nothing of it', () => {
    const events = [...ANNOUNCED, ...stated()];
    expect(targetsSideBySide(folded(events))).toMatchObject([
      { indicator: 'WOMEN_TRAINED', factor: 2, year: 2027, target: null, baselineMissing: true, gap: null },
    ]);
  });

  it.each([
    [7.5, 2, 15],
    [0.1, 3, 0.3],
    [30, 0.5, 15],
    [0, 2, 0],
    [1.1, 1.1, 1.21],
  ])('a baseline of %s times %s is %s, once it is stated', (baseline, factor, target) => {
    const first = [...ANNOUNCED, ...stated({ factor })];
    const events = [...first, ...stated({ factor: null, baseline, baselineYear: 2024, year: null }, first)];
    expect(targetsSideBySide(folded(events))).toMatchObject([
      { factor, baseline, baselineYear: 2024, year: 2027, target, baselineMissing: false },
    ]);
  });

  it('said twice changes nothing, and what is missing is added without a reason', () => {
    const first = [...ANNOUNCED, ...stated()];
    after(first).when(StateTarget).thenNothing();
    expect(stated({ factor: null, baseline: 10 }, first)).toMatchObject([
      { data: { factor: 2, baseline: 10, year: 2027, before: null, reason: null } },
    ]);
  });

  it('what was stated is changed with a reason, and stays beside the new target', () => {
    const first = [...ANNOUNCED, ...stated({ value: 30, factor: null })];
    after(first).when(StateTarget, { value: 20, factor: null }).thenRefused('TEXT_MISSING');
    expect(stated({ value: 20, factor: null, reason: 'Fewer posts' }, first)).toMatchObject([
      { data: { value: 20, before: { value: 30 }, reason: 'Fewer posts' } },
    ]);
    expect(stated({ factor: 2, reason: 'Other words' }, first)).toMatchObject([
      { data: { value: null, factor: 2, before: { value: 30, factor: null } } },
    ]);
  });

  it.each<[string, Changes]>([
    ['UNKNOWN_INDICATOR', { indicator: 'MORALE' }],
    ['TARGET_MISSING', { factor: null }],
    ['TARGET_UNCLEAR', { value: 10 }],
    ['MEASURE_OUT_OF_RANGE', { value: 101, factor: null }],
    ['MEASURE_OUT_OF_RANGE', { baseline: 60 }],
    ['MEASURE_OUT_OF_RANGE', { baseline: -1 }],
    ['MEASURE_OUT_OF_RANGE', { factor: 0 }],
    ['MEASURE_OUT_OF_RANGE', { factor: -2 }],
    ['PERIOD_INVALID', { year: 2024, baselineYear: 2025 }],
    ['DATE_TOO_EARLY', { year: 1900 }],
    ['TEXT_MISSING', { source: ' ' }],
  ])('is refused as %s for %j', (code, changes) =>
    after(ANNOUNCED).when(StateTarget, changes).thenRefused(code),
  );

  it('of a count may be any number', () =>
    after(ANNOUNCED)
      .when(StateTarget, { indicator: 'PERSONS_TRAINED', baseline: 600 })
      .thenTypes('TargetStated'));

  it.each([
    ['the state', state, 'TargetStated'],
    ['the desk for it', by('DESK'), 'TargetStated'],
    ['another state', by('MS', 'KOR'), 'FORBIDDEN'],
    ['an evaluator', by('EVAL'), 'FORBIDDEN'],
    ['a partner', by('PARTNER', 'KOR'), 'FORBIDDEN'],
    ['the public', by('PUBLIC'), 'FORBIDDEN'],
  ])('by %s: %s', (_, meta, outcome) => {
    const told = after(ANNOUNCED).when(StateTarget, {}, meta);
    if (outcome === 'FORBIDDEN') told.thenRefused(outcome);
    else told.thenTypes(outcome);
  });

  it.each(['LAPSED', 'WITHDRAWN', 'FULFILLED'] as const)(
    'of a pledge that is %s is refused or taken by its status',
    (status) => {
      const told = after(historyTo[status] ?? []).when(StateTarget);
      if (status === 'LAPSED') told.thenTypes('TargetStated');
      else told.thenRefused('WRONG_ORDER');
    },
  );
});

describe('side by side', () => {
  const measured = (low: number, measuredOn: string, more: object = {}): PledgeEvent => ({
    type: 'TargetMeasured',
    data: {
      pledgeId: PLEDGE,
      indicator: 'WOMEN_IN_UNIT',
      low,
      high: low,
      unit: 'PER_CENT',
      target: null,
      measuredOn,
      ...more,
    },
  });
  const aimed = announced({ terms: { ...NO_TERMS, womenShareTarget: 20 } });
  const standing = (...said: readonly (readonly ['EVAL' | 'MS', PledgeEvent])[]) =>
    targetsSideBySide(
      folded([aimed, ...said.map(([, event]) => event)], ['MS', ...said.map(([role]) => role)]),
    )[0];

  it.each([
    ['no measurement', [], null, null],
    ['the state alone', [['MS', 18, '2026-01-01']], 2, 'STATE'],
    ['the evaluator alone', [['EVAL', 12, '2026-01-01']], 8, 'EVALUATOR'],
    [
      'the state later',
      [
        ['EVAL', 12, '2026-01-01'],
        ['MS', 25, '2026-03-01'],
      ],
      8,
      'EVALUATOR',
    ],
    [
      'the state first',
      [
        ['MS', 25, '2026-01-01'],
        ['EVAL', 12, '2026-03-01'],
      ],
      8,
      'EVALUATOR',
    ],
    [
      'on the same day',
      [
        ['MS', 25, '2026-01-01'],
        ['EVAL', 12, '2026-01-01'],
      ],
      8,
      'EVALUATOR',
    ],
    [
      'an older one that came in later',
      [
        ['EVAL', 15, '2026-03-01'],
        ['EVAL', 5, '2026-01-01'],
      ],
      5,
      'EVALUATOR',
    ],
    [
      'two of one day, the later record',
      [
        ['EVAL', 15, '2026-03-01'],
        ['EVAL', 16, '2026-03-01'],
      ],
      4,
      'EVALUATOR',
    ],
    ['more than was aimed at', [['EVAL', 31, '2026-01-01']], 0, 'EVALUATOR'],
  ] as const)('with %s: the gap is %s, by %s', (_, said, gap, gapBy) => {
    const found = standing(...said.map(([role, low, on]) => [role, measured(low, on)] as const));
    expect(found).toMatchObject({ indicator: 'WOMEN_IN_UNIT', target: 20, gap, gapBy });
  });

  it('each side keeps its own newest, with its day', () => {
    const found = standing(
      ['MS', measured(18, '2026-01-01')],
      ['EVAL', measured(12, '2026-02-01')],
      ['MS', measured(25, '2026-03-01')],
    );
    expect(found?.evaluator).toMatchObject({ low: 12, measuredOn: '2026-02-01', by: 'EVALUATOR' });
    expect(found?.state).toMatchObject({ low: 25, measuredOn: '2026-03-01', by: 'STATE' });
  });

  it('a range is judged by its lower end', () =>
    expect(standing(['EVAL', measured(10, '2026-01-01', { high: 30 })])?.gap).toBe(10));

  it('a state does not lower what it promised by naming less beside a measurement', () =>
    expect(standing(['MS', measured(5, '2026-01-01', { target: 5 })])).toMatchObject({
      target: 20,
      gap: 15,
    }));

  it('a relative target is held against both sides once it has a baseline', () => {
    const share = { indicator: 'WOMEN_IN_UNIT', year: 2024 };
    const events = [announced(), ...stated(share), measured(12, '2026-01-01')];
    expect(targetsSideBySide(folded(events, ['MS', 'MS', 'EVAL']))).toMatchObject([
      { target: null, gap: null },
    ]);
    const based = [
      ...events.slice(0, 2),
      ...stated({ ...share, baseline: 8 }, events.slice(0, 2)),
      events[2],
    ];
    expect(targetsSideBySide(folded(based as NewEvent[], ['MS', 'MS', 'MS', 'EVAL']))).toMatchObject([
      { target: 16, gap: 4, gapBy: 'EVALUATOR' },
    ]);
  });

  it('energy and people stand by themselves, each in its unit', () => {
    const energy = { indicator: 'RENEWABLE_ENERGY', low: 20, high: 35, target: 50 };
    const people = { indicator: 'PERSONS_TRAINED', unit: 'PERSONS', target: 100 };
    const events = [announced(), measured(0, '2026-01-01', energy), measured(70, '2026-01-01', people)];
    expect(targetsSideBySide(folded(events, ['MS', 'MS', 'EVAL']))).toMatchObject([
      { indicator: 'RENEWABLE_ENERGY', unit: 'PER_CENT', target: 50, gap: 30, gapBy: 'STATE' },
      { indicator: 'PERSONS_TRAINED', unit: 'PERSONS', target: 100, gap: 30, gapBy: 'EVALUATOR' },
    ]);
  });
});
