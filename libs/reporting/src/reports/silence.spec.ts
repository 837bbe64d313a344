/** One silence, wherever it is told, and each reader's own: accountability page, section 4. */
import { readsInternalOf, type Caller } from '@pledgeline/contracts';
import { pledgePage } from '../pages/pledge/pledge-page.ts';
import { workQueue } from '../pages/work-queue/work-queue.ts';
import { aLog, desk, focalPointOf, id, reader, type Log } from '../testing/a-log.ts';
import { announce, deploy, register } from '../testing/a-pledge.ts';
import { closeAll, openInMemory } from '../testing/read-models-of.ts';
import { DEFINITIONS } from './progress/progress.data.ts';
import { progressReport } from './progress/progress-report.ts';
import { madeReport } from './report.ts';
import { silentPledges } from './silent-pledges.report.ts';

afterEach(closeAll);

const bgd = { role: 'MS', state: 'BGD' };
const said = (
  log: Log,
  type: 'ProgressReported' | 'CaveatDeclared' | 'ClarificationProvided',
  on: string,
  more = {},
) => log.add('one', type, { pledgeId: id('one'), caveatId: id('caveat') }, { on, ...bgd, ...more });

/** What each place tells this reader about the one pledge at this hour. */
const toldTo = async (caller: Caller, tell: (log: Log) => void, now: string) => {
  const log = aLog();
  tell(log);
  const { readModels, contexts } = await openInMemory({ clock: () => now });
  await readModels.handle(log.events);
  return contexts.ask({}, caller, async (context) => {
    const page = await pledgePage(context, id('one'), caller, context.today, context.earliestToday);
    const report = await madeReport(silentPledges, context, {}, caller, now);
    const progress = await progressReport(context, {}, now);
    const queue = async () =>
      (await workQueue(context, { kind: 'SILENT' }, caller, context.today, context.earliestToday)).items;
    return {
      lastWord: page.lastWord,
      silent: [
        page.silent,
        report.groups[0]?.figures.find(({ figure }) => figure === 'withoutWord')?.value === 1,
        progress.overall.withoutWord === 1,
        // Others have no queue, or one without this pledge.
        ...(readsInternalOf(caller, ['BGD']) ? [(await queue()).length === 1] : []),
      ],
    };
  });
};

const SILENT = [true, true, true, true];
const HEARD = [false, false, false, false];

const announced = (log: Log) => announce(log, 'one', {}, { on: '2025-06-10' });
/** Public word in June 2025, one for states in September, one between the state and the Secretariat in December. */
const kept = (log: Log) => {
  announced(log);
  said(log, 'CaveatDeclared', '2025-09-10');
  said(log, 'ClarificationProvided', '2025-12-10');
};

it.each([
  ['the public', reader, '2025-06-10'],
  ['another state', focalPointOf('RWA'), '2025-09-10'],
  ['its own state', focalPointOf('BGD'), '2025-12-10'],
  ['the desk', desk, '2025-12-10'],
])('%s hears the last word that it may read, and silence 12 months after that', async (_, caller, on) => {
  const noon = (day: string) => `${String(Number(day.slice(0, 4)) + 1)}${day.slice(4)}T12:00:00.000Z`;
  const told = await toldTo(caller, kept, noon(on));
  expect(told.lastWord).toEqual({ on, by: 'STATE' });
  expect(told.silent).toEqual(told.silent.map(() => true));
});

it.each([
  ['2026-06-10T11:59:59.000Z', HEARD],
  ['2026-06-10T12:00:00.000Z', SILENT],
  ['2026-06-11T00:00:00.000Z', SILENT],
  ['2026-06-09T23:59:59.000Z', HEARD],
])('the months are over when the anniversary has begun all over the world: at %s', async (now, expected) => {
  expect((await toldTo(desk, announced, now)).silent).toEqual(expected);
});

it('acts of the Secretariat leave it silent', async () => {
  const told = await toldTo(
    desk,
    (log) => {
      announced(log);
      register(log, 'one', '2026-05-01');
      log.add(
        'one',
        'ThemeTagged',
        { pledgeId: id('one'), themes: [], mainTheme: null },
        { on: '2026-06-01' },
      );
    },
    '2026-07-01T12:00:00.000Z',
  );
  expect(told).toEqual({ lastWord: { on: '2025-06-10', by: 'STATE' }, silent: SILENT });
});

it('a word that is entered late counts by its day', async () => {
  const entered = (log: Log) => {
    announced(log);
    said(log, 'ProgressReported', '2026-03-01', { recordedAt: '2026-03-02T00:00:00.000Z' });
    said(log, 'ProgressReported', '2025-08-01', { recordedAt: '2026-06-20T00:00:00.000Z' });
  };
  const told = await toldTo(desk, entered, '2026-07-01T12:00:00.000Z');
  expect(told).toEqual({ lastWord: { on: '2026-03-01', by: 'STATE' }, silent: HEARD });
});

it('the implementing body and a partner break it, and the answer says whose word it was, and nobody’s name', async () => {
  const spoken = (role: string, state?: string) => (log: Log) => {
    announced(log);
    said(log, 'ProgressReported', '2026-03-01', { role, state });
  };
  const body = await toldTo(reader, spoken('IMPL'), '2026-07-01T12:00:00.000Z');
  expect(body.lastWord).toEqual({ on: '2026-03-01', by: 'BODY' });
  const partner = await toldTo(reader, spoken('PARTNER', 'NOR'), '2026-07-01T12:00:00.000Z');
  expect(partner.lastWord).toEqual({ on: '2026-03-01', by: 'PARTNER' });
});

it('there is none while deployed, however long, and the months begin anew when the unit comes home', async () => {
  const deployed = (log: Log) => {
    announced(log);
    register(log, 'one', '2025-07-01');
    deploy(log, 'one', '2025-08-01');
  };
  expect((await toldTo(desk, deployed, '2030-01-01T12:00:00.000Z')).silent).toEqual(HEARD);
  const home = (log: Log) => {
    deployed(log);
    log.add(
      'one',
      'UnitRepatriated',
      { pledgeId: id('one'), reason: 'END_OF_TOUR', repatriatedOn: '2028-08-01' },
      { on: '2028-08-01' },
    );
  };
  expect((await toldTo(desk, home, '2029-07-31T12:00:00.000Z')).silent).toEqual(HEARD);
  expect((await toldTo(desk, home, '2029-08-01T12:00:00.000Z')).silent).toEqual(SILENT);
});

it('a pledge that ended or lapsed is not silent', async () => {
  for (const type of ['PledgeWithdrawn', 'PledgeLapsed'] as const) {
    const ended = (log: Log) => {
      announced(log);
      log.add('one', type, { pledgeId: id('one') }, { on: '2025-07-01' });
    };
    expect((await toldTo(desk, ended, '2027-01-01T12:00:00.000Z')).silent).toEqual(HEARD);
  }
});

it('the public is told that its silence is the lack of public words', () => {
  expect(DEFINITIONS.withoutWord).toContain('public silence is the lack of public words');
});
