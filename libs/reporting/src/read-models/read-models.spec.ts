import { aLog, desk, id } from '../testing/a-log.ts';
import { acknowledge, announce } from '../testing/a-pledge.ts';
import { closeAll, openInMemory } from '../testing/read-models-of.ts';

afterEach(closeAll);

it('whoever names what it wrote waits until it can be seen', async () => {
  const { readModels } = await openInMemory({ patience: 5000 });
  const log = aLog();
  await readModels.handle([announce(log, 'one')]);
  const waiting = readModels.ask({ after: `pledge-${id('one')}@1` }, desk, (reading) =>
    Promise.resolve(reading),
  );
  await readModels.handle([acknowledge(log, 'one', '2026-01-05')]);
  const { views } = await waiting;
  expect(await views.get('pledge-register', id('one'))).toMatchObject({ revision: 1 });
});

it('what is there already is not waited for', async () => {
  const { readModels } = await openInMemory({ patience: 5000 });
  await readModels.handle([announce(aLog(), 'one')]);
  expect(
    await readModels.ask({ after: `pledge-${id('one')}@0` }, desk, (reading) => Promise.resolve(reading)),
  ).toHaveProperty('answeredAt.recordedUpTo', '2026-01-01T00:00:00.000Z');
});

it('patience ends with NOT_YET_VISIBLE', async () => {
  const { readModels } = await openInMemory({ patience: 1 });
  await expect(
    readModels.ask({ after: `pledge-${id('one')}@0` }, desk, (reading) => Promise.resolve(reading)),
  ).rejects.toMatchObject({
    kind: 'conflict',
    code: 'NOT_YET_VISIBLE',
  });
});

it('says how old it is: by the newest event, in whatever order events arrive', async () => {
  const { readModels } = await openInMemory();
  expect(
    (await readModels.ask({}, desk, (reading) => Promise.resolve(reading))).answeredAt.recordedUpTo,
  ).toBeNull();
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
