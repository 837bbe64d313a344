import { NO_TERMS } from '@pledgeline/contracts';
import { aLog, id, reader, type Log } from '../../testing/a-log.ts';
import { announce } from '../../testing/a-pledge.ts';
import { closeAll, contextOf } from '../../testing/read-models-of.ts';
import { pledgePage } from './pledge-page.ts';

afterEach(closeAll);

const missionsOf = async (
  mission: string | null,
  today: string,
  tell: (log: Log) => void = () => undefined,
) => {
  const log = aLog();
  announce(log, 'one', { terms: mission === null ? null : { ...NO_TERMS, mission } });
  tell(log);
  const { missions } = await pledgePage(await contextOf(log.events), id('one'), reader, today);
  return missions;
};

it.each([
  ['UNMISS', '2026-11-01', 'UNMISS', []],
  ['UN mission in South Sudan', '2026-11-01', 'UNMISS', []],
  ['UNIFIL', '2026-12-31', 'UNIFIL', ['CLOSES']],
  ['UNIFIL', '2027-01-01', 'UNIFIL', ['CLOSED']],
  ['unamid', '2026-11-01', 'UNAMID', ['CLOSED']],
  ['MONUSKO', '2026-11-01', null, ['UNKNOWN']],
])('a promise for "%s" on %s is for %s, marked %j', async (mission, today, code, marks) => {
  expect(await missionsOf(mission, today)).toMatchObject([{ asStated: mission, code, marks }]);
});

it('a promise for no mission shows none', async () =>
  expect(await missionsOf(null, '2026-11-01')).toEqual([]));

it('a host that does not consent is marked from the day of its word', async () => {
  const said = (log: Log) =>
    void log.add('UNMISS', 'HostConsentChanged', {
      code: 'UNMISS',
      consent: 'WITHDRAWN',
      changedOn: '2026-07-01',
      source: 'S',
    });
  expect(await missionsOf('UNMISS', '2026-06-30', said)).toMatchObject([{ marks: [] }]);
  expect(await missionsOf('UNMISS', '2026-07-01', said)).toMatchObject([{ marks: ['HOST_CONSENT_MISSING'] }]);
});
