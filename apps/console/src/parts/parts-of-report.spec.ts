import type { Group } from './figures.ts';
import { comparedFigure, definitionsIn, figuresByUnit, partsOf } from './parts-of-report.ts';

const group = (code: string, values: Readonly<Record<string, number | null>>, unit = 'pledges'): Group => ({
  code,
  name: code,
  figures: Object.entries(values).map(([figure, value]) => ({
    figure,
    name: `name of ${figure}`,
    unit: figure.startsWith('days') ? 'days' : unit,
    definition: `what ${figure} means`,
    value,
    counted: { kind: 'pledges' as const, total: value ?? 0, href: '' },
    published: [],
  })),
});
const codes = (groups: readonly Group[]): readonly string[] => groups.map(({ code }) => code);

it.each([
  [['all', 'a', 'b'], ['all'], ['a', 'b']],
  [['all'], ['all'], []],
  [['CAD', 'EUR', 'USD'], ['CAD', 'EUR', 'USD'], []],
  [['a', 'b', 'c', 'd', 'e'], [], ['a', 'b', 'c', 'd', 'e']],
  [[], [], []],
])('of the groups %j all figures are shown of %j, and one is compared of %j', (given, whole, compared) => {
  const parts = partsOf({ groups: given.map((code) => group(code, {})) });
  expect(codes(parts.whole)).toEqual(whole);
  expect(codes(parts.compared)).toEqual(compared);
});

it('figures of one unit stand together, and what is not known stands apart from what is 0', () => {
  const { units, unsaid } = figuresByUnit(group('all', { made: 7, days_A: 3, kept: 0, days_B: null }));
  expect(units.map(({ unit, figures }) => [unit, figures.map(({ figure }) => figure)])).toEqual([
    ['pledges', ['made', 'kept']],
    ['days', ['days_A']],
  ]);
  expect(unsaid.map(({ figure }) => figure)).toEqual(['days_B']);
});

it.each([
  ['kept', 'kept'],
  [undefined, 'made'],
  ['unknown', 'made'],
])('asked to compare %s it compares %s: the first that any group knows', (asked, shown) => {
  const groups = [group('a', { never: null, made: null }), group('b', { made: 2, kept: 1 })];
  expect(comparedFigure(groups, asked)?.figure).toBe(shown);
});

it('of groups without a figure nothing is compared', () =>
  expect(comparedFigure([], 'made')).toBeUndefined());

it('each definition stands once', () =>
  expect(definitionsIn([group('a', { made: 1 }), group('b', { made: 2, kept: 1 })])).toEqual([
    { name: 'name of made', text: 'what made means' },
    { name: 'name of kept', text: 'what kept means' },
  ]));
