/** A total and the pledges that give it shape are found from either side, and never added up. */
import { pledgePage } from '../../pages/pledge/pledge-page.ts';
import { progressReport } from './progress-report.ts';
import { aLog, desk, id, type Log } from '../../testing/a-log.ts';
import { announce, withdraw } from '../../testing/a-pledge.ts';
import { reports } from '../reports.ts';
import { closeAll, contextOf } from '../../testing/read-models-of.ts';

afterEach(closeAll);

const troops = (min: number, max: number) => ({ min, max, unit: 'troops', asStated: null });

const count = (
  log: Log,
  part: string,
  kind: 'CEILING' | 'PACKAGE' = 'CEILING',
  quantity: ReturnType<typeof troops> | null = null,
) => log.add(part, 'PledgeCountedAgainst', { pledgeId: id(part), kind, totalId: id('total'), quantity });

/** Canada, 2016 and 2017. */
const canada = (log: Log, max = 600, parts: readonly number[] = [200, 250]) => {
  announce(log, 'total', { memberState: 'CAN', quantity: troops(0, max) });
  for (const [n, size] of parts.entries()) {
    announce(log, `part ${n}`, { memberState: 'CAN', quantity: troops(size, size) });
    count(log, `part ${n}`);
  }
};

const offeredBy = async (tell: (log: Log) => void) => {
  const log = aLog();
  tell(log);
  const { overall } = await progressReport(await contextOf(log.events), {}, '2026-08-01T12:00:00.000Z');
  return overall.offered;
};

it('a ceiling counts what its parts leave of it', async () => {
  const { measures, overUsed } = await offeredBy(canada);
  expect(measures).toEqual([{ measure: 'persons', pledges: 3, min: 450, max: 600 }]);
  expect(overUsed).toEqual([]);
});

it('parts beyond the ceiling count in full, and are flagged', async () => {
  const { measures, overUsed } = await offeredBy((log) => canada(log, 400));
  expect(measures).toEqual([{ measure: 'persons', pledges: 2, min: 450, max: 450 }]);
  expect(overUsed).toMatchObject([{ pledgeId: id('total'), offered: 400, taken: 450 }]);
});

it('a part that was withdrawn leaves its share free', async () => {
  const { measures } = await offeredBy((log) => {
    canada(log);
    withdraw(log, 'part 0', '2026-02-01');
  });
  expect(measures).toMatchObject([{ min: 250, max: 600 }]);
});

it('a part in another measure takes what the desk says it takes', async () => {
  const { measures } = await offeredBy((log) => {
    canada(log, 600, []);
    announce(log, 'helicopters', { memberState: 'CAN', quantity: { ...troops(6, 6), unit: 'aircraft' } });
    count(log, 'helicopters', 'CEILING', troops(250, 250));
  });
  expect(measures).toMatchObject([
    { measure: 'aircraft', max: 6 },
    { measure: 'persons', max: 350 },
  ]);
});

it('a part in another word for the same measure takes its share all the same', async () => {
  const { measures } = await offeredBy((log) => {
    canada(log, 600, []);
    announce(log, 'police', {
      memberState: 'CAN',
      quantity: { ...troops(150, 150), unit: 'police officers' },
    });
    count(log, 'police');
  });
  expect(measures).toEqual([{ measure: 'persons', pledges: 2, min: 150, max: 600 }]);
});

it('a package counts by its parts alone', async () => {
  const { measures } = await offeredBy((log) => {
    canada(log, 600, []);
    announce(log, 'part', { memberState: 'CAN', quantity: troops(200, 200) });
    count(log, 'part', 'PACKAGE');
  });
  expect(measures).toEqual([{ measure: 'persons', pledges: 1, min: 200, max: 200 }]);
});

it('the pages name each other, and the phases', async () => {
  const log = aLog();
  canada(log);
  const phase = { name: 'year 1', quantity: troops(0, 600), from: null, to: null, condition: null };
  const phases = { phases: [phase], cumulative: true, total: troops(0, 600) };
  log.add('total', 'PhasesDeclared', { pledgeId: id('total'), ...phases });
  const context = await contextOf(log.events);
  const page = (name: string) => pledgePage(context, id(name), desk, '2026-03-01');
  expect(await page('part 0')).toMatchObject({
    countsAgainst: { kind: 'CEILING', quantity: null, total: { pledgeId: id('total') } },
    parts: [],
    phases: null,
  });
  const { parts, phases: shown } = await page('total');
  expect(parts.map(({ pledgeId }) => pledgeId).sort()).toEqual([id('part 0'), id('part 1')].sort());
  expect(shown).toEqual(phases);
});

describe('the reports', () => {
  const figures = async (name: string, tell: (log: Log) => void) => {
    const log = aLog();
    tell(log);
    const definition = reports.find(({ report }) => report === name)!;
    const groups = await definition.make(await contextOf(log.events), {});
    return Object.fromEntries(groups[0]?.figures.map(({ figure, value }) => [figure, value]) ?? []);
  };

  it('of capabilities count a ceiling by what its parts leave', async () => {
    expect(await figures('capabilities', canada)).toMatchObject({
      newestStrengthAtLeast: 450,
      newestStrengthAtMost: 600,
    });
  });

  it('of money count a package by its parts', async () => {
    const money = (amount: number) => ({
      amountMin: amount,
      amountMax: amount,
      currency: 'USD',
      currencyAssumed: false,
      per: null,
      funding: null,
      asStated: null,
    });
    const pledged = await figures('money', (log) => {
      const finance = { memberState: 'CAN', category: 'FINANCE', capabilityCode: null };
      announce(log, 'total', { ...finance, money: money(15) });
      announce(log, 'part', { ...finance, money: money(10) });
      count(log, 'part', 'PACKAGE');
    });
    expect(pledged).toMatchObject({ pledgedOwn: 10 });
  });
});
