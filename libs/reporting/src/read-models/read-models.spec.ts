import { setImmediate as nextTurn } from 'node:timers/promises';
import { aLog, desk, id } from '../testing/a-log.ts';
import { acknowledge, announce } from '../testing/a-pledge.ts';
import { append, askedBy, closeAll, contentOf, openInMemory } from '../testing/read-models-of.ts';
import { getPledge } from '../pages/pledge/pledge-page.ts';
import { listPledges } from '../pages/pledge/pledges-matching.ts';

afterEach(closeAll);

const byDesk = askedBy(desk);

it('whoever names what it wrote waits until it can be seen', async () => {
  const { readModels, store } = await openInMemory({ timeoutMs: 5000 });
  const log = aLog();
  await readModels.handle([announce(log, 'one')]);
  const acknowledged = acknowledge(log, 'one', '2026-01-05');
  await append(store, log.events);
  const waiting = readModels.ask(getPledge, { pledgeId: id('one'), after: `pledge-${id('one')}@1` }, byDesk);
  await readModels.handle([acknowledged]);
  expect(contentOf(await waiting)).toMatchObject({ revision: 1, status: 'ACKNOWLEDGED' });
});

it('what is there already is not waited for', async () => {
  const { readModels } = await openInMemory({ timeoutMs: 5000 });
  await readModels.handle([announce(aLog(), 'one')]);
  const answer = await readModels.ask(listPledges, { after: `pledge-${id('one')}@0` }, byDesk);
  expect(contentOf(answer)).toHaveProperty('recordedUpTo', '2026-01-01T00:00:00.000Z');
});

it('who waits too long is answered NOT_YET_VISIBLE', async () => {
  const { readModels, store } = await openInMemory({ timeoutMs: 1 });
  const log = aLog();
  announce(log, 'one');
  await append(store, log.events);
  await expect(readModels.ask(listPledges, { after: `pledge-${id('one')}@0` }, byDesk)).rejects.toMatchObject(
    {
      kind: 'conflict',
      code: 'NOT_YET_VISIBLE',
    },
  );
});

it('says how old it is: by the newest event, in whatever order events arrive', async () => {
  const { readModels } = await openInMemory();
  expect(contentOf(await readModels.ask(listPledges, {}, byDesk))).toHaveProperty('recordedUpTo', null);
  const log = aLog();
  const late = announce(log, 'one', {}, { recordedAt: '2026-02-02T00:00:00.000Z' });
  const early = announce(log, 'two', {}, { recordedAt: '2026-02-01T00:00:00.000Z' });
  await readModels.handle([late]);
  await readModels.handle([early]);
  expect(await readModels.status()).toEqual({
    recordedUpTo: '2026-02-02T00:00:00.000Z',
    events: 2,
    rebuild: null,
  });
});

it('a batch of thousands, as after an outage, holds nobody up: others are answered meanwhile', async () => {
  const { readModels } = await openInMemory();
  const log = aLog();
  for (let n = 0; n < 2000; n += 1) announce(log, `pledge ${n}`);
  const seen = new Set<number>();
  const handling = readModels.handle(log.events);
  for (let events = 0; events < 2000; { events } = await readModels.status()) {
    seen.add(events);
    await nextTurn();
  }
  await handling;
  const between = [...seen].filter((events) => events > 0 && events < 2000);
  expect(between.length).toBeGreaterThan(3);
});
