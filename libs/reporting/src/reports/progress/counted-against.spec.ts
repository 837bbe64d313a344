/** A total and the pledges that give it shape are found from either side, and never added up. */
import { NOTHING_BESIDE } from '@pledgeline/contracts';
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
) =>
  log.add(part, 'PledgeCountedAgainst', {
    pledgeId: id(part),
    kind,
    totalId: id('total'),
    quantity,
    money: null,
  });

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

it('a package counts the whole: what is itemised in its parts, and what is not', async () => {
  const { measures } = await offeredBy((log) => {
    canada(log, 600, []);
    announce(log, 'part', { memberState: 'CAN', quantity: troops(200, 200) });
    count(log, 'part', 'PACKAGE');
  });
  expect(measures).toEqual([{ measure: 'persons', pledges: 2, min: 200, max: 600 }]);
});

it('the pages name each other, and the phases', async () => {
  const log = aLog();
  canada(log);
  const said = { name: 'year 1', quantity: troops(0, 600), from: null, to: null, condition: null };
  const phase = { ...said, ...NOTHING_BESIDE };
  const phases = { phases: [phase], cumulative: true, total: troops(0, 600), ...NOTHING_BESIDE };
  log.add('total', 'PhasesDeclared', { pledgeId: id('total'), ...phases });
  const context = await contextOf(log.events);
  const page = (name: string) => pledgePage(context, id(name), desk, '2026-03-01');
  expect(await page('part 0')).toMatchObject({
    countsAgainst: { kind: 'CEILING', quantity: null, money: null, total: { pledgeId: id('total') } },
    parts: [],
    phases: null,
  });
  const { parts, phases: shown, itemised } = await page('total');
  expect(itemised).toEqual({
    quantity: { measure: 'persons', itemised: 450, notItemised: 150, beyond: 0 },
    money: [],
  });
  expect((await page('part 0')).itemised).toBeNull();
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
      newestPersonsAtLeast: 450,
      newestPersonsAtMost: 600,
    });
  });

  it('of capabilities count a package with its parts as the whole, or its parts where they are more', async () => {
    const packaged = (max: number, parts: readonly number[]) => (log: Log) => {
      announce(log, 'total', { memberState: 'CAN', quantity: troops(max, max) });
      for (const [n, size] of parts.entries()) {
        announce(log, `part ${n}`, { memberState: 'CAN', quantity: troops(size, size) });
        count(log, `part ${n}`, 'PACKAGE');
      }
    };
    const whole = { newestPersonsAtLeast: 600, newestPersonsAtMost: 600 };
    expect(await figures('capabilities', packaged(600, []))).toMatchObject(whole);
    expect(await figures('capabilities', packaged(600, [200, 250]))).toMatchObject(whole);
    expect(await figures('capabilities', packaged(400, [200, 400]))).toMatchObject(whole);
  });
});
