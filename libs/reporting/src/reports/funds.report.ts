/**
 * Money fund by fund, and by the setting that it is for: a mission that goes on, a mission that closes or has closed, or none (seed
 * 004). A fund is one under all of its names. Nothing is converted.
 */
import { pledgedMoney, termsPromised, type Delivered, type Pledge } from '@pledgeline/pledge';
import { pagesOfPledges } from '../views/register/pages-of-pledges.ts';
import { missionsKnown, type MissionsKnown } from '../views/missions-known.ts';
import { namesKnown } from '../views/names-known.ts';
import { pledgesWhere } from '../views/register/pledge-filters.ts';
import type { RegisterRow } from '../views/register/register-row.ts';
import { referenceOf, stands } from './counting-rules.ts';
import { adding, type FigureMeaning, type Measure } from './figure.ts';
import { funds as figures } from './figures.data.ts';
import { namedGroups } from './named-groups.ts';
import type { ReportDefinition } from './report.ts';
import { talliesOf, type Tallies } from './tallies.ts';

/** What of one pledge is for one fund, in one currency. */
interface FundMoney extends Pick<Delivered['funds'][number], 'committed' | 'received'> {
  readonly row: RegisterRow;
  readonly fund: string | null;
  readonly currency: string;
  /** As announced or amended; of the fund that the promise names. */
  readonly pledged: number | null;
  readonly confirmed: number | null;
}

const measuresIn = (currency: string): readonly Measure<FundMoney>[] => {
  const sum = (
    meaning: Omit<FigureMeaning, 'unit'>,
    amountOf: (money: FundMoney) => number | null,
  ): Measure<FundMoney> =>
    adding({ ...meaning, unit: currency }, 'pledges', ({ row }) => referenceOf(row), amountOf);
  return [
    sum(figures.pledged, ({ row, pledged }) => (stands(row) ? pledged : null)),
    sum(figures.confirmed, ({ row, confirmed }) => (stands(row) ? confirmed : null)),
    sum(figures.committed, ({ committed }) => committed),
    sum(figures.received, ({ received }) => received),
  ];
};

/** Of a promise counts the upper end, for the fund that carries it out; a step goes to the fund that it names, or to that one. */
const fundMoneyOf = (row: RegisterRow): readonly FundMoney[] => {
  const { pledge } = row;
  const promised = bodyOf(pledge);
  return pledgedMoney(pledge).flatMap(({ currency, isStated, pledgedMax, pledgedMin, parts }) => [
    ...(isStated && (pledgedMax ?? pledgedMin) !== null
      ? [{ row, fund: promised, currency, ...NO_STEPS, pledged: pledgedMax ?? pledgedMin }]
      : []),
    ...parts.map(({ fund, pledged, committed, received }) => ({
      ...{ row, fund: fund ?? promised, currency, committed, received },
      pledged: isStated ? null : pledged,
      confirmed: pledged,
    })),
  ]);
};

const NO_STEPS = { confirmed: null, committed: null, received: null };

const bodyOf = (pledge: Pledge): string | null =>
  pledge.implementation?.implementingBody ?? termsPromised(pledge)?.implementingBody ?? null;

const SETTINGS = {
  mission: 'missions that go on',
  transition: 'missions that close or have closed',
  none: 'no mission',
  unknown: 'a mission that is not known',
} as const;

const settingOf = (pledge: Pledge, missions: MissionsKnown, day: string): keyof typeof SETTINGS => {
  const named = termsPromised(pledge)?.mission ?? null;
  if (named === null) return 'none';
  const code = missions.codeOf(named);
  if (code === undefined) return 'unknown';
  return missions.standingOf(code, day).closesOn === null ? 'mission' : 'transition';
};

const NOT_STATED = 'not stated';

export const moneyByFund: ReportDefinition = {
  report: 'funds',
  title: 'Money by fund',
  answers: 'How much money was pledged to each fund and came, and for which setting?',
  readers: 'PUBLIC',
  by: ['fund', 'setting', 'mission'],
  make: async ({ views, today }, { by = 'fund', ...filters }) => {
    const missions = await missionsKnown(views);
    const names = await namesKnown(views);
    const bodies = namedGroups(names, 'bodies');
    const groupOf = ({ row: { pledge }, fund }: FundMoney): string => {
      if (by === 'setting') return settingOf(pledge, missions, today);
      if (by === 'fund') return bodies.codesOf([fund])[0] ?? NOT_STATED;
      const mission = termsPromised(pledge)?.mission ?? NOT_STATED;
      return missions.codeOf(mission) ?? mission;
    };
    const nameOf = (code: string): string => {
      if (by === 'setting') return SETTINGS[code as keyof typeof SETTINGS];
      return by === 'fund' ? bodies.nameOf(code) : names.nameOf('missions', code);
    };
    const byCurrency = new Map<string, Tallies<FundMoney>>();
    const where = await pledgesWhere(views, filters);
    for await (const page of pagesOfPledges(views, where))
      for (const { row } of page) {
        for (const money of fundMoneyOf(row)) {
          const { currency } = money;
          const tallies = byCurrency.get(currency) ?? talliesOf(measuresIn(currency), bodies.keyOf);
          byCurrency.set(currency, tallies);
          tallies.add(money, [groupOf(money)]);
        }
      }
    return [...byCurrency]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .flatMap(([currency, tallies]) =>
        tallies.parts(nameOf).map(({ code, name, figures: made }) => ({
          code: `${code} ${currency}`,
          name: `${name}, ${currency}`,
          figures: made,
        })),
      );
  },
};
