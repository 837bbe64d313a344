import { NOTHING_BESIDE, type Quantity } from '@pledgeline/contracts';
import { after } from '../testing/a-pledge.ts';
import { announced } from '../testing/early-life.ts';
import { atLevel1, historyTo } from '../testing/later-life.ts';
import { idOf, PLEDGE } from '../testing/named-events.ts';
import { countedAgainst, phasesDeclared } from '../testing/shape-life.ts';
import { money } from '../testing/money.ts';
import { by } from '../testing/example-command.ts';
import { commands } from '../testing/commands.ts';

const { CountAgainst, DeclarePhases } = commands;
const at = (status: keyof typeof historyTo) => historyTo[status] ?? [];
const of = (min: number | null, max: number | null, unit = 'personnel') => ({
  min,
  max,
  unit,
  asStated: null,
});

describe('CountAgainst', () => {
  it('Canada 2017: a part takes from the ceiling of 2016', () => {
    const { total: _, ...data } = CountAgainst.data;
    after(atLevel1).when(CountAgainst).then({ type: 'PledgeCountedAgainst', data });
    const pledge = after([...atLevel1, countedAgainst({ kind: 'PACKAGE' })]).state();
    expect(pledge.counting?.against).toEqual({
      kind: 'PACKAGE',
      totalId: idOf(95),
      quantity: null,
      money: null,
    });
    expect(pledge.quantity).toMatchObject({ min: 2, max: 3 });
  });

  it.each([
    ['UNKNOWN_TOTAL', { total: null }],
    ['STATE_DIFFERS', { total: { memberState: 'KOR', line: [] } }],
    ['COUNTED_IN_CIRCLE', { totalId: PLEDGE }],
    ['COUNTED_IN_CIRCLE', { total: { memberState: 'RWA', line: [idOf(96), PLEDGE] } }],
  ])('is refused as %s by its field', (code, changes) => {
    const rejected = after(atLevel1).when(CountAgainst, changes).thenRejected(code);
    expect(rejected.details).toMatchObject({ field: 'totalId' });
  });

  it('a second time changes nothing; of another total is refused', () => {
    const counted = [...atLevel1, countedAgainst()];
    after(counted).when(CountAgainst).thenNothing();
    after(counted)
      .when(CountAgainst, { totalId: idOf(97) })
      .thenRefused('ALREADY_COUNTED');
  });

  it('how much of the total it takes may be said later, also in money', () => {
    const cad = money(6.2e6, 6.2e6, { currency: 'CAD', funding: null });
    const [event] = after([...atLevel1, countedAgainst()])
      .when(CountAgainst, { money: cad })
      .events();
    expect(event?.data).toMatchObject({ totalId: idOf(95), money: cad });
    const pledge = after([...atLevel1, countedAgainst(), event!]).state();
    expect(pledge.counting?.against).toMatchObject({ quantity: null, money: cad });
    after(atLevel1)
      .when(CountAgainst, { money: money(1.005) })
      .thenRefused('AMOUNT_INVALID');
    after(atLevel1)
      .when(CountAgainst, { money: money(0) })
      .thenRefused('AMOUNT_INVALID');
  });

  it('by the state is forbidden, and at an end out of order', () => {
    after(atLevel1).when(CountAgainst, {}, by('MS', 'RWA')).thenRefused('FORBIDDEN');
    after(at('WITHDRAWN')).when(CountAgainst).thenRefused('WRONG_ORDER');
  });
});

describe('DeclarePhases', () => {
  const phase = (name: string, quantity: ReturnType<typeof of>, condition: string | null = null) => ({
    name,
    quantity,
    from: null,
    to: null,
    condition,
    ...NOTHING_BESIDE,
  });
  const totalIn = ([event]: readonly { readonly data: unknown }[]) =>
    (event?.data as { total: object }).total;

  it('Colombia 2015: counted by the highest phase, never by the sum', () => {
    const colombia = [announced({ memberState: 'COL', quantity: of(0, 5000) })];
    const phases = [
      phase('year 1', of(70, 70)),
      phase('year 2', of(500, 500)),
      phase('from year 3', of(0, 5000), 'If the peace process allows and Congress agrees'),
    ];
    const declared = after(colombia).when(DeclarePhases, { phases }, by('MS', 'COL')).events();
    expect(totalIn(declared)).toEqual(of(0, 5000));
    const pledge = after([...colombia, ...declared]).state();
    expect(pledge.quantity).toEqual(of(0, 5000));
    expect(pledge.counting?.phases?.phases.map(({ quantity }) => quantity.max)).toEqual([70, 500, 5000]);
  });

  it('phases that come on top of each other are added up', () => {
    const phases = [phase('1', of(1, 1, 'units')), phase('2', of(1, 2, 'units'))];
    expect(
      totalIn(after(atLevel1).when(DeclarePhases, { phases, cumulative: false }).events()),
    ).toMatchObject({
      min: 2,
      max: 3,
    });
  });

  it('say how much where nothing was said', () => {
    const silent = [announced({ quantity: null })];
    expect(after([...silent, phasesDeclared()]).state().quantity).toMatchObject({ min: 3, max: 3 });
  });

  it('that come to another figure are an amendment first', () => {
    const phases = [phase('1', of(9, 9, 'units'))];
    after(atLevel1).when(DeclarePhases, { phases }).thenRefused('QUANTITY_DIFFERS');
  });

  describe('with persons and aircraft beside the units', () => {
    const units = (number: number) => of(number, number, 'units');
    const persons = (number: number | null) => (number === null ? null : of(number, number, 'persons'));
    const withPersons = (number: number, strength: number | null) => ({
      ...phase(`${number} units`, units(number)),
      strength: persons(strength),
    });
    const promised = (strength: Quantity | null, quantity: Quantity | null = units(3)) => [
      announced({ quantity, strength }),
    ];
    const declare = (history: Parameters<typeof after>[0], phases: object[], cumulative: boolean) =>
      after(history).when(DeclarePhases, { phases, cumulative } as Partial<typeof DeclarePhases.data>);

    it.each<[string, boolean, readonly (readonly [number, number | null])[], number | null]>([
      [
        'the sum of all',
        false,
        [
          [1, 100],
          [2, 250],
        ],
        350,
      ],
      [
        'nobody knows what, where one does not say',
        false,
        [
          [1, 100],
          [2, null],
        ],
        null,
      ],
      [
        'that of the highest',
        true,
        [
          [1, 100],
          [3, 350],
        ],
        350,
      ],
      [
        'that of the highest, whatever the others say',
        true,
        [
          [1, null],
          [3, 350],
        ],
        350,
      ],
      [
        'nobody knows what, where the highest does not say',
        true,
        [
          [1, 100],
          [3, null],
        ],
        null,
      ],
    ])('they come to %s', (_, cumulative, stated, expected) => {
      const phases = stated.map(([number, strength]) => withPersons(number, strength));
      const declared = declare(promised(null), phases, cumulative).events();
      expect(declared[0]?.data).toMatchObject({ strength: expected === null ? null : { max: expected } });
      const pledge = after([...promised(null), ...declared]).state();
      expect(pledge.strength?.max ?? null).toBe(expected);
      expect(pledge.quantity).toEqual(units(3));
    });

    it('what the promise says stays', () => {
      const history = promised(persons(350));
      const declared = declare(history, [withPersons(3, null)], true).events();
      expect(after([...history, ...declared]).state().strength).toEqual(persons(350));
    });

    it.each([
      ['beside its units', promised(persons(300)), withPersons(3, 350)],
      ['as what it counts', promised(null, of(300, 300, 'troops')), phase('1', of(350, 350, 'persons'))],
    ])('that come to other persons than the promise says %s are an amendment first', (_, history, one) =>
      declare(history, [one], true).thenRefused('QUANTITY_DIFFERS'),
    );

    it('are stated once', () =>
      declare(
        promised(null),
        [{ ...phase('1', of(3, 3, 'troops')), strength: persons(3) }],
        true,
      ).thenRefused('COUNTED_TWICE'));
  });

  const year = DeclarePhases.data.phases[0]!;
  it.each([
    ['PHASES_MISSING', []],
    ['TEXT_MISSING', [{ ...year, name: ' ' }]],
    ['QUANTITY_MISSING', [{ ...year, quantity: of(null, null) }]],
    ['DATE_IMPOSSIBLE', [{ ...year, from: '2026-02-30' }]],
    ['PERIOD_INVALID', [{ ...year, to: '2025-12-31' }]],
    ['UNIT_DIFFERS', [year, { ...year, quantity: of(3, 3, 'troops') }]],
  ])('is refused as %s', (code, phases) => after(atLevel1).when(DeclarePhases, { phases }).thenRefused(code));

  it('by another state is forbidden', () =>
    after(atLevel1).when(DeclarePhases, {}, by('MS', 'KOR')).thenRefused('FORBIDDEN'));
});
