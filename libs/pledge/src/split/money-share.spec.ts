/** Money goes on with the parts of a split: nothing promised gets lost, and nothing is promised twice. */
import { moneyPromised } from '../amendment/amendment.state.ts';
import { after } from '../testing/a-pledge.ts';
import { amended } from '../testing/amended-life.ts';
import { acknowledged, announced, documents, registered } from '../testing/early-life.ts';
import { money } from '../testing/money.ts';
import { idOf } from '../testing/named-events.ts';
import { commands } from '../testing/commands.ts';
import { childOfSplit } from './derive.ts';
import type { Child } from './split.state.ts';

const { SplitPledge, DerivePledge } = commands;
const units = (n: number) => ({ min: n, max: n, unit: 'units', asStated: null });
const amount = (min: number | null, max: number | null = min) => ({ min, max, unit: null, asStated: null });
const pledged = (whole: ReturnType<typeof money>, quantity: ReturnType<typeof units> | null = null) => [
  announced({ quantity, money: whole }),
  acknowledged(),
  ...documents,
  registered({ quantity }),
];
const child = (n: number, changes: object = {}) => ({
  ...SplitPledge.data.children[0]!,
  pledgeId: idOf(70 + n),
  quantity: null,
  ...changes,
});
const taking = (...shares: readonly (ReturnType<typeof amount> | null)[]) => ({
  children: shares.map((share, n) => child(n + 1, { amount: share })),
});
const childrenIn = ([event]: readonly { readonly data: unknown }[]): readonly Child[] =>
  (event?.data as { children: Child[] }).children;

it.each([
  ['10 million less 4', money(10), amount(4), money(6)],
  ['"up to 10" less "up to 4"', money(0, 10), amount(0, 4), money(0, 6)],
  ['"over 10" less 4', money(10, null), amount(4), money(6, null)],
  ['an amount less cents', money(10), amount(9.9), money(0.1)],
])('%s leaves the difference, in the same currency', (_, whole, share, left) => {
  const children = childrenIn(after(pledged(whole)).when(SplitPledge, taking(share)).events());
  expect(children.map((one) => [one.money, one.isRest])).toEqual([
    [{ ...whole, amountMin: share.min, amountMax: share.max }, false],
    [left, true],
  ]);
});

it('leaves no rest where the children take all', () => {
  const children = childrenIn(
    after(pledged(money(10)))
      .when(SplitPledge, taking(amount(4), amount(6)))
      .events(),
  );
  expect(children.map(({ money: share }) => share?.amountMax)).toEqual([4, 6]);
});

it('shares what is promised now, not what was announced', () => {
  const raised = amended({ changes: [{ field: 'money', old: money(10), new: money(12) }] });
  const children = childrenIn(
    after([...pledged(money(10)), raised])
      .when(SplitPledge, taking(amount(4)))
      .events(),
  );
  expect(children[1]?.money).toEqual(money(8));
});

it.each([
  ['SPLIT_TOO_LARGE', taking(amount(4), amount(7))],
  ['SPLIT_TOO_SMALL', taking(amount(10))],
  ['AMOUNT_MISSING', taking(null)],
  ['AMOUNT_INVALID', taking(amount(0))],
])('is refused as %s', (code, changes) =>
  after(pledged(money(10)))
    .when(SplitPledge, changes)
    .thenRefused(code),
);

it('of a pledge without money no amount is taken', () =>
  after(pledged(money(null)))
    .when(SplitPledge, taking(amount(4)))
    .thenRefused('AMOUNT_INVALID'));

describe('of a pledge that counts units as well', () => {
  const whole = pledged(money(10), units(2));
  const both = (...shares: readonly (ReturnType<typeof amount> | null)[]) => ({
    children: shares.map((share, n) => child(n + 1, { quantity: units(1), amount: share })),
  });

  it('a child may take none of the money, and the rest takes what is left of both', () => {
    const children = childrenIn(after(whole).when(SplitPledge, both(null)).events());
    expect(children.map(({ quantity, money: share }) => [quantity?.max, share?.amountMax ?? null])).toEqual([
      [1, null],
      [1, 10],
    ]);
  });

  it('money that nobody takes makes no unit of its own', () => {
    after(whole)
      .when(SplitPledge, both(amount(4), null))
      .thenRefused('MONEY_LEFT');
    after(whole)
      .when(SplitPledge, both(amount(4), amount(6)))
      .thenTypes('PledgeSplit');
  });
});

it('a child promises its share from its first day', () => {
  const parent = after(pledged(money(10)));
  const [first] = childrenIn(parent.when(SplitPledge, taking(amount(4))).events());
  const data = childOfSplit(first!, parent.state(), 'ref')!;
  const opened = after([])
    .when({ ...DerivePledge, data })
    .events();
  expect(moneyPromised(after(opened).state())).toEqual(money(4));
});
