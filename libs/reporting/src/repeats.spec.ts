/** An old flag counts as a repeat until the desk decides, from its day on; until then it is a task of the desk. */
import type { DataOf, Role } from '@pledgeline/contracts';
import type { RecordedEvent } from '@pledgeline/event-sourcing';
import type { AsOfQuery } from './answers/as-of.ts';
import { conferenceAndItsCounts } from './pages/conferences/conferences-and-their-counts.ts';
import { workQueue } from './pages/work-queue/work-queue.ts';
import { pledgesAndStates } from './reports/pledges-and-states.report.ts';
import { aLog, desk, focalPointOf, id, type Log } from './testing/a-log.ts';
import { announce, withdraw } from './testing/a-pledge.ts';
import { registerConference } from './testing/around-a-pledge.ts';
import { append, closeAll, openInMemory } from './testing/read-models-of.ts';

afterEach(closeAll);

const conference = '2017-vancouver';
const EARLIER = '2026-11-21T09:00:00.000Z';
const LATER = '2026-11-22T09:00:00.000Z';

const told = (): Log => {
  const log = aLog();
  const recorded = { on: '2017-11-15' };
  registerConference(log, conference, { start: '2017-11-14', end: '2017-11-15' });
  announce(log, 'first', { conference, memberState: 'RWA' }, recorded);
  announce(log, 'flagged', { conference, memberState: 'KEN', duplicateChecked: true }, recorded);
  announce(log, 'closed', { conference, memberState: 'UGA', duplicateChecked: true }, recorded);
  withdraw(log, 'closed', '2018-03-01');
  return log;
};

const decide = (log: Log, pledge: string, decision: DataOf<'RepeatDecided'>['decision']) =>
  log.add(
    pledge,
    'RepeatDecided',
    {
      pledgeId: id(pledge),
      decision,
      repeats: decision === 'REPEAT' ? id('first') : null,
      reason: 'The note verbale',
    },
    { on: '2026-11-22' },
  );

const opened = async (log: Log) => {
  let now = EARLIER;
  const { store, readModels, contexts } = await openInMemory({ clock: () => now });
  const isDecision = ({ type }: RecordedEvent) => type === 'RepeatDecided';
  await append(
    store,
    log.events.filter((event) => !isDecision(event)),
  );
  now = LATER;
  await append(store, log.events.filter(isDecision));
  await readModels.handle(await store.readAll({ limit: 1000 }));
  return {
    newStates: (moment: AsOfQuery = {}) =>
      contexts.ask(moment, desk, async (context) => {
        const { counted } = await conferenceAndItsCounts(context, conference, desk);
        const groups = await pledgesAndStates.make(context, { conference });
        const figure = groups[0]?.figures.find((one) => one.figure === 'newPledges');
        return [counted.statesWithNewPledges.value, figure?.value];
      }),
    tasks: (filters: { readonly role?: Role } = {}, caller = desk) =>
      contexts.ask({}, caller, async (context) => {
        const asked = { kind: 'REPEAT_TO_DECIDE' as const, ...filters };
        const { items, total } = await workQueue(context, asked, caller, '2026-11-23');
        expect(total).toBe(items.length);
        return items.map(({ pledgeId, waitsFor, next }) => [
          pledgeId,
          waitsFor,
          next.map(({ href }) => href),
        ]);
      }),
  };
};

it('nothing decided: the flags count as repeats, and wait for the desk, also of what is closed', async () => {
  const { newStates, tasks } = await opened(told());
  expect(await newStates()).toEqual([1, 1]);
  const waiting = (name: string) => [id(name), ['DESK'], [`/pledges/${id(name)}/repeat-decision`]];
  expect(await tasks()).toEqual(expect.arrayContaining([waiting('flagged'), waiting('closed')]));
  expect(await tasks({ role: 'DESK' })).toHaveLength(2);
  expect(await tasks({ role: 'MS' })).toEqual([]);
  expect(await tasks({}, focalPointOf('RWA'))).toEqual([]);
});

it('an additional offer counts as new from the decision on; what was known before stays', async () => {
  const log = told();
  decide(log, 'flagged', 'ADDITIONAL');
  decide(log, 'closed', 'ADDITIONAL');
  const { newStates, tasks } = await opened(log);
  expect(await newStates()).toEqual([3, 3]);
  expect(await newStates({ asOf: '2026-11-22' })).toEqual([3, 3]);
  expect(await newStates({ asOf: '2026-11-21' })).toEqual([1, 1]);
  expect(await newStates({ knownAt: EARLIER })).toEqual([1, 1]);
  expect(await tasks()).toEqual([]);
});

it('a repeat counts as before, and waits no longer', async () => {
  const log = told();
  decide(log, 'flagged', 'REPEAT');
  const { newStates, tasks } = await opened(log);
  expect(await newStates()).toEqual([1, 1]);
  expect((await tasks()).map(([pledgeId]) => pledgeId)).toEqual([id('closed')]);
});
