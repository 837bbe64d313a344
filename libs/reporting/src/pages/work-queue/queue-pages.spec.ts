/** The pages of a queue and its counts, from rows of tasks: decision 51. */
import { aLog, desk } from '../../testing/a-log.ts';
import { missionsInDoubt, visitsAndMergers } from '../../testing/around-a-queue.ts';
import { append, closeAll, openInMemory } from '../../testing/read-models-of.ts';
import { workQueue } from './work-queue.ts';
import type { WorkQueueRequest } from './work-queue.request.ts';

afterEach(closeAll);

it('a page goes on where the one before ended, and each task has one id for as long as it waits', async () => {
  const log = aLog();
  visitsAndMergers(log);
  const { contexts, readModels } = await openInMemory();
  await readModels.handle(log.events);
  await contexts.ask({}, desk, async (context) => {
    const queueOn = (day: string, more: Partial<WorkQueueRequest> = {}) =>
      workQueue(context, { limit: 200, ...more }, desk, day);
    const whole = await queueOn('2027-03-01');
    const paged: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof queueOn>> = await queueOn('2027-03-01', {
        limit: 2,
        ...(cursor !== null && { cursor }),
      });
      expect(page.total).toBe(whole.total);
      paged.push(...page.items.map(({ taskId }) => taskId));
      cursor = page.next;
    } while (cursor !== null);
    expect(paged).toEqual(whole.items.map(({ taskId }) => taskId));
    expect(new Set(paged).size).toBe(whole.total);
    const later = (await queueOn('2027-03-02')).items.map(({ taskId }) => taskId);
    expect(later).toEqual(expect.arrayContaining(paged));
  });
});

it('counts each kind without the filter by kind, each role without that by role, and what is overdue', async () => {
  const log = aLog();
  visitsAndMergers(log);
  const { contexts, readModels } = await openInMemory();
  await readModels.handle(log.events);
  const queueOf = (asked: Partial<WorkQueueRequest>) =>
    contexts.ask({}, desk, (context) => workQueue(context, { limit: 200, ...asked }, desk, '2027-03-01'));
  const { items, counts } = await queueOf({});
  const counted = (some: typeof items) => some.length;
  for (const { kind, count } of counts.kinds)
    expect([kind, count]).toEqual([kind, counted(items.filter((item) => item.kind === kind))]);
  for (const { role, count } of counts.roles)
    expect([role, count]).toEqual([role, counted(items.filter(({ waitsFor }) => waitsFor.includes(role)))]);
  expect(counts.overdue).toBe(counted(items.filter(({ overdue }) => overdue)));
  const silent = await queueOf({ kind: 'SILENT' });
  expect(silent.counts.kinds).toEqual(counts.kinds);
  expect(silent.counts.roles).not.toEqual(counts.roles);
  const forStates = await queueOf({ role: 'MS' });
  expect(forStates.counts.roles).toEqual(counts.roles);
  expect(forStates.counts.kinds).not.toEqual(counts.kinds);
});

it('is the same when the read models are made anew', async () => {
  const log = aLog();
  missionsInDoubt(log);
  visitsAndMergers(log);
  const opened = await openInMemory();
  await append(opened.store, log.events);
  await opened.readModels.handle(await opened.store.readAll({ limit: 1000 }));
  expect((await opened.readModels.rebuild()).corrected).toBe(0);
});
