/** A real Nest microservice over the delivery and the log that ship: what Nest puts between must not be noticed. */
import 'reflect-metadata';
import { Controller, Module } from '@nestjs/common';
import type { INestMicroservice, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { EventPattern } from '@nestjs/microservices';
import { sqliteCheckpoints, sqliteDelivery, sqliteEventStore } from '@pledgeline/adapters/sqlite';
import { HandlingFailed } from '@pledgeline/event-sourcing';
import type { GroupStatus, RecordedEvent } from '@pledgeline/event-sourcing';
import { DeliveryStrategy, RethrowFilter } from './delivery-strategy.ts';
import { readinessOf } from './health.ts';
import { noteId, notes } from './testing/notes.ts';

const ATTEMPTS = 3;

/** Has nothing of its own. */
@Module({})
class Consumers {}

const open = async (...controllers: readonly Type[]) => {
  const store = sqliteEventStore({ path: ':memory:' });
  const checkpoints = sqliteCheckpoints({ path: ':memory:' });
  const watchers: ((status: GroupStatus) => void)[] = [];
  const delivery = sqliteDelivery({
    store,
    checkpoints: () => checkpoints,
    attempts: ATTEMPTS,
    delay: () => Promise.resolve(),
    onStatus: (status) => watchers.forEach((watch) => watch(status)),
  });
  const app: INestMicroservice = await NestFactory.createMicroservice(
    { module: Consumers, controllers: [...controllers] },
    { strategy: new DeliveryStrategy(delivery), logger: false, abortOnError: false },
  );
  app.useGlobalFilters(new RethrowFilter());
  return {
    app,
    store,
    delivery,
    until: (state: GroupStatus['state'], group: string) =>
      new Promise<GroupStatus>((resolve) => {
        watchers.push((status) => {
          if (status.group === group && status.state === state) resolve(status);
        });
      }),
    close: async () => {
      await app.close();
      await delivery.close();
      await checkpoints.close();
      await store.close();
    },
  };
};

it('a batch arrives whole and in order, at the handler of its group', async () => {
  const met: string[][] = [];
  @Controller()
  class Readers {
    @EventPattern('readers')
    read(batch: readonly RecordedEvent[]): Promise<void> {
      met.push(batch.map(({ id }) => id));
      return Promise.resolve();
    }
  }
  const { app, store, until, close } = await open(Readers);
  await store.append('note-1', 'no-stream', notes('a', 'b', 'c'));
  const caughtUp = until('live', 'readers');
  await app.listen();
  await caughtUp;
  expect(met).toEqual([['a', 'b', 'c'].map(noteId)]);
  await close();
});

const throwing = (error: (batch: readonly RecordedEvent[]) => unknown) => {
  let calls = 0;
  @Controller()
  class Failing {
    @EventPattern('failing')
    fail(batch: readonly RecordedEvent[]): Promise<void> {
      calls += 1;
      throw error(batch);
    }

    @EventPattern('working')
    work(_batch: readonly RecordedEvent[]): void {
      // The neighbour that must not notice.
    }
  }
  return { Failing, calls: () => calls };
};

it('a handler that goes on failing stops its group after the last attempt, at the event it named', async () => {
  const { Failing, calls } = throwing(
    (batch) => new HandlingFailed(batch[1]!, new Error('the row is wrong')),
  );
  const { app, store, delivery, until, close } = await open(Failing);
  await store.append('note-1', 'no-stream', notes('a', 'b'));
  const [stopped, live] = [until('stopped', 'failing'), until('live', 'working')];
  await app.listen();
  expect(await stopped).toMatchObject({
    group: 'failing',
    position: null,
    failure: { eventId: noteId('b'), stream: 'note-1', revision: 1, attempts: ATTEMPTS },
  });
  expect((await stopped).failure?.message).toContain('the row is wrong');
  expect(calls()).toBe(ATTEMPTS);
  await live;

  const readiness = await readinessOf({ store, delivery })();
  expect(readiness.status).toBe('not-ready');
  expect(readiness.because).toEqual([
    expect.stringMatching(/^failing stopped at note-1@1 \(event [-0-9a-f]{36}\) after 3/),
  ]);
  await close();
});

it('a handler that throws something else stops its group at the first event of the batch', async () => {
  const { Failing } = throwing(() => new TypeError('not a function'));
  const { app, store, until, close } = await open(Failing);
  await store.append('note-1', 'no-stream', notes('a', 'b'));
  const stopped = until('stopped', 'failing');
  await app.listen();
  expect((await stopped).failure).toMatchObject({ eventId: noteId('a'), message: 'not a function' });
  await close();
});

it('what a handler cannot do today it is asked again, and goes on where it stood', async () => {
  let calls = 0;
  @Controller()
  class Moody {
    @EventPattern('moody')
    work(_batch: readonly RecordedEvent[]): Promise<void> {
      calls += 1;
      return calls < ATTEMPTS ? Promise.reject(new Error('not now')) : Promise.resolve();
    }
  }
  const { app, store, delivery, until, close } = await open(Moody);
  await store.append('note-1', 'no-stream', notes('a'));
  const retried = until('retrying', 'moody');
  await app.listen();
  await retried;
  expect((await until('live', 'moody')).failure).toBeNull();
  expect((await readinessOf({ store, delivery })()).status).toBe('ready');
  await close();
});

it('two handlers for one group do not start', async () => {
  @Controller()
  class One {
    @EventPattern('shared')
    work(_batch: readonly RecordedEvent[]): void {
      // Would share a checkpoint with the other.
    }
  }
  @Controller()
  class Other {
    @EventPattern('shared')
    work(_batch: readonly RecordedEvent[]): void {
      // Would share a checkpoint with the first.
    }
  }
  const { app, delivery, close } = await open(One, Other);
  await expect(app.listen()).rejects.toThrow('two handlers for the consumer group shared');
  expect(delivery.status()).toEqual([]);
  await close();
});

it('a log that cannot be read is not ready', async () => {
  const { store, delivery, close } = await open();
  await store.close();
  const readiness = await readinessOf({ store, delivery })();
  expect(readiness).toMatchObject({
    status: 'not-ready',
    because: [expect.stringContaining('cannot be read')],
  });
  await close();
});
