/** A state that left a pledge reads nothing internal to it any more, of no day; others still do. */
import { pledgePage } from '../pages/pledge/pledge-page.ts';
import { gapsAndWhatFillsThem } from '../pages/gaps/gaps-and-what-fills-them.ts';
import { visitsPlannedAndHeld } from '../pages/visits/visits-planned-and-held.ts';
import { aLog, focalPointOf, id } from '../testing/a-log.ts';
import { leave, together } from '../testing/a-partnership.ts';
import { announce, match } from '../testing/a-pledge.ts';
import { conductVisit, publishGap, reserve, scheduleVisit } from '../testing/around-a-pledge.ts';
import { append, closeAll, openInMemory } from '../testing/read-models-of.ts';

afterEach(closeAll);

/** Norway and Rwanda carry the pledge, it is matched, a question is asked; from 1 March on Rwanda may have left. */
const opened = async (rwandaLeft: boolean) => {
  const { readModels, contexts, store } = await openInMemory();
  const log = aLog();
  together(log, 'one', 'JOINT_DEPLOYMENT', 'RWA');
  const asked = { pledgeId: id('one'), clarificationId: id('c'), question: '?', field: null };
  log.add('one', 'ClarificationRequested', { ...asked, dueOn: '2026-02-01', blocking: false });
  publishGap(log, 'gap');
  reserve(log, 'gap', 'one');
  match(log, 'gap', 'one', '2026-01-01');
  if (rwandaLeft) leave(log, 'one', 'RWA', '2026-03-01');
  await append(store, log.events);
  await readModels.handle(log.events);
  return contexts;
};

it.each<[string, string, boolean, string | undefined, boolean]>([
  ['a partner of now', 'RWA', false, undefined, true],
  ['a partner of now, of a day of the past', 'RWA', false, '2026-02-01', true],
  ['a partner that left', 'RWA', true, undefined, false],
  ['a partner that left, of a day on which it carried the pledge', 'RWA', true, '2026-02-01', false],
  ['the lead, of that day', 'NOR', true, '2026-02-01', true],
])('%s reads what is internal: %s, left %s, as of %s: %s', async (_, state, left, asOf, reads) => {
  const contexts = await opened(left);
  const caller = focalPointOf(state);
  await contexts.ask(asOf === undefined ? {} : { asOf }, caller, async (context) => {
    const page = await pledgePage(context, id('one'), caller, context.today);
    const { items } = await gapsAndWhatFillsThem(context, {}, caller);
    expect([page.internal !== null, items[0]?.filledBy.length]).toEqual([reads, reads ? 1 : 0]);
  });
});

it('a state finds a visit to its units from the very time on at which it was recorded', async () => {
  let now = '';
  const { readModels, contexts, store } = await openInMemory({ clock: () => now });
  const log = aLog();
  announce(log, 'one');
  scheduleVisit(log, 'visit', ['one']);
  conductVisit(log, 'visit');
  for (const [n, event] of log.events.entries()) {
    now = `2026-01-0${n + 1}T09:00:00.000Z`;
    await append(store, [event]);
  }
  now = '2026-02-01T09:00:00.000Z';
  await readModels.handle(await store.readAll());
  const caller = focalPointOf('BGD');
  const at = (knownAt: string) =>
    contexts.ask({ knownAt }, caller, async (context) => {
      const { items } = await visitsPlannedAndHeld(context, {});
      return items.map(({ state }) => state);
    });
  expect(await at('2026-01-01T12:00:00Z')).toEqual([]);
  expect(await at('2026-01-02T12:00:00Z')).toEqual(['SCHEDULED']);
  expect(await at('2026-01-03T12:00:00Z')).toEqual(['CONDUCTED']);
});
