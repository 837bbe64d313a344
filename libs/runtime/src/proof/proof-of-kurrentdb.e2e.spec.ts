/** The log of proofs over KurrentDB, on the protocol stand-in, in its real thread: what it covers, and that instances agree, whatever happens to the store. */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kurrentdbEventStore } from '@pledgeline/adapters/kurrentdb';
import { startStandIn } from '@pledgeline/adapters/testing';
import type { StandIn } from '@pledgeline/adapters/testing';
import type { EventStore, EventToAppend } from '@pledgeline/event-sourcing';
import { eventually } from '@pledgeline/event-sourcing/testing';
import { newId } from '@pledgeline/event-sourcing';
import {
  consistencyPath,
  nodesOf,
  openCheckpoint,
  verifierOf,
  verifyConsistency,
} from '@pledgeline/transparency';
import type { Checkpoint } from '@pledgeline/transparency';
import { configurationFrom } from '../configuration.ts';
import { openProof } from './open-proof.ts';
import type { ProofOfProcess } from './open-proof.ts';
import { drawKeys } from './proof-keys.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

let folder: string;
let file: string;
let standIn: StandIn;
let store: EventStore;
const running: ProofOfProcess[] = [];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pledgeline-distributed-proof-'));
  drawKeys({ folder: join(folder, 'keys'), origin: 'pledges.example/proof' });
  file = join(folder, 'log.jsonl');
  standIn = await startStandIn({ file });
  store = kurrentdbEventStore({ url: standIn.url, categories: ['pledge', 'later'] });
});
afterEach(async () => {
  for (const one of running.splice(0)) await one.close();
  await store.close();
  await standIn.stop();
  rmSync(folder, { recursive: true, force: true });
});

const instance = (name: string, checkpointMs = '1000'): ProofOfProcess => {
  const dataFolder = join(folder, name);
  mkdirSync(dataFolder, { recursive: true });
  const proof = openProof(
    configurationFrom({
      KURRENTDB_URL: standIn.url,
      KAFKA_BROKERS: '127.0.0.1:9',
      PLEDGELINE_IDENTITY: 'headers',
      PLEDGELINE_DATA: dataFolder,
      PLEDGELINE_PROOF_KEYS: join(folder, 'keys'),
      PLEDGELINE_PROOF_CHECKPOINT_MS: checkpointMs,
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

/** What anybody sees of an instance, each head once. */
const headsOf = (proof: ProofOfProcess, seen: Set<string>): void => {
  const note = proof.reader()?.newest()?.note;
  if (note !== undefined) seen.add(note);
};

const openedHead = (note: string): Checkpoint =>
  openCheckpoint(note, verifierOf(readFileSync(join(folder, 'keys', 'signing.vkey'), 'utf8').trim()));

/** By the proofs of the instance that has the newer one. */
const goesOn = (older: Checkpoint, newer: Checkpoint, { reader }: ProofOfProcess): boolean => {
  const nodes = nodesOf((level, index) => reader()?.tile(level, index) ?? new Uint8Array());
  const [from, to] = [older.size, newer.size];
  return verifyConsistency({
    ...{ from, to, fromRoot: older.root, toRoot: newer.root },
    path: consistencyPath(nodes, from, to),
  });
};

it('two instances never contradict each other, while events come, instances end and the store fails over', async () => {
  const seen = new Set<string>();
  const [first, second] = [instance('first', '0'), instance('second', '7')];
  let count = 0;
  const appendAndLook = async (instances: readonly ProofOfProcess[]): Promise<void> => {
    for (let n = 0; n < 20; n += 1) {
      const before = count;
      const events = Array.from({ length: 1 + (count % 7) }, () => event(`caveat ${(count += 1)}`));
      await store.append(`pledge-${newId()}`, 'no-stream', events);
      // One of them is ahead, now and then.
      if (n % 5 === 0) await eventually(() => (instances[0]?.status().signedSize ?? 0) > before);
      for (const one of instances) headsOf(one, seen);
    }
  };
  await appendAndLook([first, second]);
  await second.close();
  await appendAndLook([first]);
  const again = instance('second', '0');
  await standIn.restart();
  await appendAndLook([first, again]);
  await eventually(() => first.status().signedSize === count && again.status().signedSize === count);
  for (const one of [first, again]) headsOf(one, seen);
  expect(rootOf(again)).toBe(rootOf(first));
  const newest = openedHead(first.reader()?.newest()?.note ?? '');
  expect(newest.size).toBe(count);
  expect(seen.size).toBeGreaterThan(2);
  for (const note of seen)
    for (const one of [first, again]) expect(goesOn(openedHead(note), newest, one)).toBe(true);
});

it('a failover that loses what was signed is found by each instance that signed it, and nothing is signed after it', async () => {
  await store.append('pledge-1', 'no-stream', [event('one')]);
  const copy = join(folder, 'copy.jsonl');
  copyFileSync(file, copy);
  await store.append('pledge-1', 0, [event('two'), event('three')]);
  const proofs = [instance('first'), instance('second')];
  await eventually(() => proofs.every((proof) => proof.status().signedSize === 3));
  const before = proofs.map(rootOf);
  await standIn.kill();
  copyFileSync(copy, file);
  await standIn.restart();
  await store.append('pledge-1', 0, [event('another two')]);
  await eventually(() => proofs.every((proof) => proof.status().state === 'stopped'));
  expect(proofs.map((proof) => proof.status().failure?.code)).toEqual(['HISTORY_CHANGED', 'HISTORY_CHANGED']);
  await store.append('pledge-1', 1, [event('another three'), event('four'), event('five')]);
  expect(proofs.map(rootOf)).toEqual(before);
  // Also for who begins with its file.
  const again = [await proofs[0]?.close(), instance('first')][1];
  await eventually(() => again?.status().state === 'stopped');
  expect(again && rootOf(again)).toBe(before[0]);
});
