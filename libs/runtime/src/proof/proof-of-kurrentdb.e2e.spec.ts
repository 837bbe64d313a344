/** The log of proofs over KurrentDB, on the protocol stand-in, in its real thread: what it covers, and that instances agree. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kurrentdbEventStore } from '@pledgeline/adapters/kurrentdb';
import { startStandIn } from '@pledgeline/adapters/testing';
import type { StandIn } from '@pledgeline/adapters/testing';
import type { EventStore, EventToAppend } from '@pledgeline/event-sourcing';
import { eventually } from '@pledgeline/event-sourcing/testing';
import { newId } from '@pledgeline/event-sourcing';
import { configurationFrom } from '../configuration.ts';
import { openProof } from './open-proof.ts';
import type { ProofOfProcess } from './open-proof.ts';
import { drawKeys } from './proof-keys.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

let folder: string;
let standIn: StandIn;
let store: EventStore;
const running: ProofOfProcess[] = [];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pledgeline-distributed-proof-'));
  drawKeys({ folder: join(folder, 'keys'), origin: 'pledges.example/proof' });
  standIn = await startStandIn();
  store = kurrentdbEventStore({ url: standIn.url, categories: ['pledge', 'later'] });
});
afterEach(async () => {
  for (const one of running.splice(0)) await one.close();
  await store.close();
  await standIn.stop();
  rmSync(folder, { recursive: true, force: true });
});

const instance = (name: string): ProofOfProcess => {
  const dataFolder = join(folder, name);
  mkdirSync(dataFolder, { recursive: true });
  const proof = openProof(
    configurationFrom({
      KURRENTDB_URL: standIn.url,
      KAFKA_BROKERS: '127.0.0.1:9',
      PLEDGELINE_IDENTITY: 'headers',
      PLEDGELINE_DATA: dataFolder,
      PLEDGELINE_PROOF_KEYS: join(folder, 'keys'),
    }),
    silent,
  );
  running.push(proof);
  proof.start();
  return proof;
};

const event = (text: string): EventToAppend => ({
  ...{ id: newId(), type: 'CaveatDeclared', schemaVersion: 1, data: { text } },
  metadata: {
    ...{ actor: 'ms.jpn', role: 'MS', onBehalfOf: 'JPN', causationId: null, bodyHash: 'ab' },
    ...{ correlationId: newId(), commandId: newId(), occurredOn: null, ruleSet: null },
    ...{ visibility: 'INTERNAL' as const, salt: 'ab'.repeat(16) },
  },
});

const rootOf = (proof: ProofOfProcess): string | undefined =>
  proof.reader()?.newest()?.note.split('\n', 3).join(' ');

it('covers every event, also of categories that it does not know, and instances sign the same tree', async () => {
  await store.append('pledge-1', 'no-stream', [event('one'), event('two')]);
  const first = instance('first');
  await eventually(() => first.status().signedSize === 2);
  await store.append('later-1', 'no-stream', [event('three')]);
  await eventually(() => first.status().signedSize === 3);
  const second = instance('second');
  await eventually(() => second.status().signedSize === 3);
  expect(rootOf(second)).toBe(rootOf(first));
});

it('one file has one writer: a second instance on it waits, and says why', async () => {
  const first = instance('same');
  await eventually(() => first.status().state === 'following');
  const second = instance('same');
  await eventually(() => second.status().state === 'retrying');
  expect(second.status().failure?.message).toContain('it is in use');
});

it('waits while the store is away, and goes on by itself', async () => {
  await store.append('pledge-1', 'no-stream', [event('one')]);
  const proof = instance('first');
  await eventually(() => proof.status().signedSize === 1);
  await standIn.restart();
  await store.append('pledge-1', 0, [event('two')]);
  await eventually(() => proof.status().signedSize === 2);
});
