/** What a service says of its log when it starts, on the protocol stand-in. */
import { kurrentdbEventStore } from '@pledgeline/adapters/kurrentdb';
import { startStandIn } from '@pledgeline/adapters/testing';
import type { Log } from '@pledgeline/event-sourcing';
import { checkStore } from './check-store.ts';
import { CannotStart } from './settings.ts';

const logTo = (said: string[]): Log => {
  const say = (_: object, message: string): void => void said.push(message);
  return { info: say, warn: say, error: say };
};

it('a server that is too old is a start that fails with a sentence', async () => {
  const standIn = await startStandIn({ version: '22.10.4' });
  const store = kurrentdbEventStore({ url: standIn.url, categories: ['note'] });
  const checked = checkStore(store, logTo([]));
  await expect(checked).rejects.toThrow(CannotStart);
  await expect(checked).rejects.toThrow(
    'KURRENTDB_URL: this event store is version 22.10.4: 23.10 or later is needed',
  );
  await standIn.stop();
});

it('a right that is missing is in the log, and the service starts', async () => {
  const standIn = await startStandIn();
  await standIn.inject({ kind: 'deny', on: 'read' });
  const store = kurrentdbEventStore({ url: standIn.url, categories: ['note'] });
  const said: string[] = [];
  await checkStore(store, logTo(said));
  expect(said).toEqual([expect.stringContaining('the right $r in the access list of $all is missing')]);
  await store.close();
  await standIn.stop();
});

it('a server that is away is not waited for', async () => {
  const standIn = await startStandIn();
  const store = kurrentdbEventStore({ url: standIn.url, categories: ['note'], timeoutMs: 60_000 });
  standIn.freeze();
  const said: string[] = [];
  await checkStore(store, logTo(said));
  expect(said).toEqual([]);
  await standIn.stop();
  await store.close();
});
