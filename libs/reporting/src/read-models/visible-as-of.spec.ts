/** What was known at a moment is told by the events that the reader may read, and by no others: found.md C6. */
import { mayReadEvent, type Caller } from '@pledgeline/contracts';
import type { Rejected } from '@pledgeline/event-sourcing';
import { pledgePage } from '../pages/pledge/pledge-page.ts';
import { progressReport } from '../reports/progress/progress-report.ts';
import { pledgesMatching } from '../pages/pledge/pledges-matching.ts';
import { aLog, desk, focalPointOf, id, reader } from '../testing/a-log.ts';
import { noteAav } from '../testing/a-pledge.ts';
import { wholeLife } from '../testing/around-a-pledge.ts';
import { append, closeAll, openInMemory } from '../testing/read-models-of.ts';

afterEach(closeAll);

const BEGIN = Date.UTC(2026, 10, 1, 9);
const END = BEGIN + 3_600_000;
const second = (n: number): string => new Date(BEGIN + n * 1000).toISOString();

/** A whole life, one event a second, with statuses reached by events that are not public. */
const begin = async () => {
  let now = BEGIN;
  const opened = await openInMemory({ clock: () => new Date(now).toISOString() });
  const log = aLog();
  wholeLife(log, 'one');
  wholeLife(log, 'other', {
    memberState: 'RWA',
    memberStateAsStated: 'Rwanda',
    reference: 'none/RWA/INF-BN-2',
  });
  noteAav(log, 'one', '2026-08-01', '2028-08-01');
  const recorded = [];
  for (const event of log.events) {
    await append(opened.store, [event]);
    recorded.push({ ...event, recordedAt: new Date(now).toISOString() });
    now += 1000;
  }
  await opened.readModels.handle(recorded);
  now = END;
  return { ...opened, events: recorded };
};

const answersAt = async (
  { contexts }: Awaited<ReturnType<typeof begin>>,
  caller: Caller,
  knownAt: string,
): Promise<string> => {
  const answers = await contexts.ask({ knownAt }, caller, async (context) => [
    await pledgesMatching(context, {}, caller),
    await pledgePage(context, id('one'), caller, context.today).catch(
      (error: unknown) => (error as Rejected).code,
    ),
    await progressReport(context, {}, second(0)),
  ]);
  return JSON.stringify(answers).replaceAll(`"knownAt":"${knownAt}"`, '');
};

/** With the states that the first pledge and the visits concern, as far as they are the reader's. */
const readers: readonly [string, Caller, readonly string[]][] = [
  ['the public', reader, []],
  ['another state', focalPointOf('KOR'), []],
  ['the state concerned', focalPointOf('BGD'), ['BGD']],
  ['a body', { subject: 'body', role: 'IMPL', state: null }, []],
];

it.each(readers)('%s finds the same past between two events that it may read', async (_, caller, states) => {
  const opened = await begin();
  let [shown, changes] = ['', 0];
  for (const [n, event] of opened.events.entries()) {
    const isOfState = event.stream === `pledge-${id('one')}` || event.stream.startsWith('visit-');
    const isRead = mayReadEvent(caller, event, isOfState ? states : []);
    const just = await answersAt(opened, caller, second(n));
    const later = await answersAt(opened, caller, new Date(BEGIN + n * 1000 + 999).toISOString());
    expect([event.type, later === just]).toEqual([event.type, true]);
    if (!isRead && n > 0) expect([event.type, just]).toEqual([event.type, shown]);
    if (just !== shown) changes += 1;
    shown = just;
  }
  expect(changes).toBeGreaterThan(5);
});

it('a state finds in the past what is shared with it, from the moment on at which it was recorded', async () => {
  const opened = await begin();
  const last = opened.events.length - 1;
  const at = (n: number) =>
    opened.contexts.ask({ knownAt: second(n) }, focalPointOf('BGD'), async (context) => {
      const { internal } = await pledgePage(context, id('one'), focalPointOf('BGD'), context.today);
      return [internal?.lastAav?.conductedOn, context.answeredAt.recordedUpTo];
    });
  expect(await at(last - 1)).toEqual(['2026-03-04', expect.any(String)]);
  expect(await at(last)).toEqual(['2026-08-01', second(last)]);
});

it('readers of everything find every moment', async () => {
  const opened = await begin();
  const shown = new Set<unknown>();
  for (const n of opened.events.keys()) {
    await opened.contexts.ask({ knownAt: second(n) }, desk, ({ answeredAt }) =>
      Promise.resolve(shown.add(answeredAt.recordedUpTo)),
    );
  }
  expect([...shown]).toEqual(opened.events.map(({ recordedAt }) => recordedAt));
});

it('the past is the present for a reader once he may read the newest event', async () => {
  const opened = await begin();
  const shown = async (knownAt?: string) =>
    opened.contexts.ask(knownAt === undefined ? {} : { knownAt }, focalPointOf('BGD'), async (context) => {
      const {
        commands: _,
        notNow: __,
        ...page
      } = await pledgePage(context, id('one'), focalPointOf('BGD'), context.today);
      return { ...page, knownAt: null, definitionsNote: null };
    });
  expect(await shown(new Date(END).toISOString())).toEqual(await shown());
});
