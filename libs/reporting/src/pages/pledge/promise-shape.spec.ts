/** What a page tells of a promise beside its statuses, and to whom. */
import type { Caller } from '@pledgeline/contracts';
import { pledgePage } from './pledge-page.ts';
import { aLog, desk, focalPointOf, id, reader } from '../../testing/a-log.ts';
import { wholeLife } from '../../testing/around-a-pledge.ts';
import { closeAll, contextOf } from '../../testing/read-models-of.ts';

afterEach(closeAll);

const pledgeId = id('one');
const report = (name: string, text: string) => ({
  pledgeId,
  reportId: id(name),
  author: 'MS' as const,
  text,
  from: '2026-07-01',
  to: '2026-07-31',
  share: null,
  replaces: null,
});

const page = async (caller: Caller = desk) => {
  const log = aLog();
  wholeLife(log, 'one');
  log.add('one', 'PledgeSuspended', { pledgeId, reason: 'Storm', from: '2026-08-01' });
  log.add('one', 'ThemeTagged', { pledgeId, themes: ['a4p-women'], mainTheme: 'a4p-women' });
  for (const visibility of ['PUBLIC', 'MEMBER_STATES', 'INTERNAL'] as const) {
    const event = log.add('one', 'ProgressReported', report(visibility, `For ${visibility}`));
    Object.assign(event.metadata, { visibility });
  }
  const change = { field: 'timeframe' as const, old: null, new: 'soon' };
  const amendment = { changes: [change], reason: 'Asked', source: 'NV', consentReference: null };
  log.add('one', 'PledgeAmended', { pledgeId, ...amendment }, { on: '2026-08-02' });
  return pledgePage(await contextOf(log.events, caller), pledgeId, caller, '2026-08-03');
};

it('rests while its status stays, is tagged and amended', async () => {
  expect(await page()).toMatchObject({
    status: 'DEPLOYED',
    suspended: true,
    suspensions: [{ reason: 'Storm', resumedOn: null }],
    tags: ['a4p-women'],
    mainTheme: 'a4p-women',
    timeframe: 'soon',
    amendments: [{ amendedOn: '2026-08-02', changes: [{ field: 'timeframe' }] }],
  });
});

it.each<[string, Caller, number]>([
  ['the public', reader, 1],
  ['another state', focalPointOf('RWA'), 2],
  ['its state', focalPointOf('BGD'), 3],
  ['the desk', desk, 3],
])('progress is told to %s as far as its author meant', async (_, caller, told) => {
  const { progress } = await page(caller);
  expect(progress).toHaveLength(told);
});
