/**
 * Many appends of some size at once, and the server is killed under them. Run by a test in a process of its own: the client
 * rejects where nobody listens when more than a handful wait on one connection, which would end this process with an error.
 */
import { newId } from '@pledgeline/event-sourcing';
import { kurrentdbEventStore } from '../kurrentdb-event-store.ts';
import { startStandIn } from './stand-in.ts';

const metadata = {
  actor: 'test',
  role: 'test',
  onBehalfOf: null,
  correlationId: newId(),
  causationId: null,
  commandId: newId(),
  bodyHash: '',
  occurredOn: null,
  ruleSet: null,
  visibility: 'PUBLIC',
} as const;
const data = { text: 'x'.repeat(200_000) };

const standIn = await startStandIn();
const store = kurrentdbEventStore({ url: standIn.url, categories: ['note'], timeoutMs: 1000 });
await store.append('note-first', 'no-stream', [
  { id: newId(), type: 'Noted', schemaVersion: 1, data, metadata },
]);
standIn.freeze();
const appends = Array.from({ length: 200 }, (_, n) =>
  store.append(`note-${n}`, 'no-stream', [{ id: newId(), type: 'Noted', schemaVersion: 1, data, metadata }]),
);
const ended = Promise.allSettled(appends);
// Once some are on the wire.
for (let turns = 0; turns < 50; turns += 1) await new Promise((resolve) => setImmediate(resolve));
await standIn.kill();
await ended;
await store.close();
await standIn.stop();
