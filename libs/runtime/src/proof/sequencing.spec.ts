/** What keeps the log of proofs going, on a real store: what is committed is signed, what was changed ends it, what fails is tried again. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqliteEventReader, sqliteEventStore, sqliteProofLog } from '@pledgeline/adapters/sqlite';
import type { EventToAppend } from '@pledgeline/event-sourcing';
import { eventually } from '@pledgeline/event-sourcing/testing';
import { keyTexts, sequencer, signerOf } from '@pledgeline/transparency';
import type { ProofLogStatus } from '@pledgeline/transparency';
import { receivedNews, wakeAfterCommit } from './news.ts';
import { sequencing } from './sequencing.ts';

const ORIGIN = 'pledges.example/proof';
const signers = [signerOf(keyTexts(ORIGIN, Buffer.alloc(32, 1)).signingKey)];
const legacySecret = '0'.repeat(64);

let folder: string;
let closing: (() => Promise<void>)[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pledgeline-sequencing-'));
  closing = [];
});
afterEach(async () => {
  await closeAll();
  rmSync(folder, { recursive: true, force: true });
});

const closeAll = async (): Promise<void> => {
  for (const close of closing.splice(0).reverse()) await close();
};

const event = (n: number): EventToAppend => ({
  id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  type: 'CaveatDeclared',
  schemaVersion: 1,
  data: { text: `caveat ${n}` },
  metadata: {
    ...{ actor: 'ms.jpn', role: 'MS', onBehalfOf: 'JPN', causationId: null, bodyHash: 'ab' },
    correlationId: `00000000-0000-4000-9000-${String(n).padStart(12, '0')}`,
    commandId: `00000000-0000-4000-a000-${String(n).padStart(12, '0')}`,
    ...{ occurredOn: null, ruleSet: null, visibility: 'INTERNAL' as const },
    salt: String(n).padStart(32, '0'),
  },
});

const path = (): string => join(folder, 'events.sqlite');

/** A store, and what follows it in the same thread. */
const following = ({ checkpointMs = 0, breaks = 0, now = Date.now, changes = [] as number[] } = {}) => {
  const asleep = new SharedArrayBuffer(4);
  const news = receivedNews(asleep);
  const store = sqliteEventStore({ path: path(), onCommit: wakeAfterCommit(asleep, news.wake) });
  const reader = sqliteEventReader({ path: path() });
  /** Of one stream: the revision of the event that the store no longer gives as it was. */
  const changed = new Set(changes);
  const outage = { isOn: false };
  const source = {
    readAll: async (page: { readonly after?: string; readonly limit: number }) => {
      if (outage.isOn) throw new Error('no connection');
      return (await reader.readAll(page)).map((one) =>
        changed.has(one.revision) ? { ...one, data: { text: 'another' } } : one,
      );
    },
  };
  const log = sqliteProofLog({ path: join(folder, 'proof.sqlite'), origin: ORIGIN });
  let failures = breaks;
  let status: Omit<ProofLogStatus, 'witnesses'> | undefined;
  const warnings: object[] = [];
  const stop = new AbortController();
  const clock = (): string => new Date().toISOString();
  const elapsed = (): number => performance.now();
  const running = sequencing({
    ...{ source, log, legacySecret, checkpointMs, news, now, elapsed, signal: stop.signal },
    sequencer: sequencer({
      ...{ source, signers, legacySecret, checkpointMs, clock, elapsed },
      log: {
        ...log,
        append: (leaves) => {
          if ((failures -= 1) >= 0) throw new Error('the disk is full');
          log.append(leaves);
        },
      },
    }),
    tell: (message) => {
      if (message.is === 'status') status = message.status;
      else if (message.is === 'said' && message.level === 'warn') warnings.push(message.fields);
    },
  });
  const run = running.run();
  const end = async (): Promise<void> => {
    stop.abort();
    await run;
  };
  closing.push(async () => {
    await end();
    log.close();
    await reader.close();
    await store.close();
  });
  return {
    store,
    log,
    end,
    changed,
    ended: run,
    scrub: running.scrub,
    status: () => status,
    outage,
    warnings,
  };
};

it('signs what is committed, once it is, and says how it stands', async () => {
  const { store, status } = following();
  await eventually(() => status()?.signedSize === 0);
  await store.append('pledge-1', 'no-stream', [event(0), event(1)]);
  await eventually(() => status()?.signedSize === 2);
  expect(status()).toMatchObject({ state: 'following', leaves: 2, failure: null, waitsSince: null });
  await store.append('pledge-1', 1, [event(2)]);
  await eventually(() => status()?.signedSize === 3);
});

it('signs less often than events come, and covers them all', async () => {
  const { store, log, status } = following({ checkpointMs: 200 });
  const heads = new Set<string>();
  for (let n = 0; n < 50; n += 1) {
    await store.append('pledge-1', n === 0 ? 'no-stream' : n - 1, [event(n)]);
    heads.add(log.newest()?.note ?? '');
  }
  await eventually(() => status()?.signedSize === 50);
  expect(heads.size).toBeLessThan(25);
});

it('tries again what fails, says so meanwhile, and leaves nothing out', async () => {
  const { store, status, log } = following({ breaks: 1 });
  await store.append('pledge-1', 'no-stream', [event(0)]);
  await eventually(() => status()?.state === 'retrying');
  expect(status()).toMatchObject({ failure: { code: 'NOT_AVAILABLE', message: 'the disk is full' } });
  await eventually(() => status()?.signedSize === 1);
  expect(status()).toMatchObject({ state: 'following', failure: null, waitsSince: null });
  expect(log.size()).toBe(1);
});

it('finds by its scrub an old event that was changed, names it, and signs nothing any more', async () => {
  const { store, status, scrub, log, changed, ended } = following();
  const events = Array.from({ length: 600 }, (_, n) => event(n));
  await store.append('pledge-1', 'no-stream', events);
  await eventually(() => status()?.signedSize === 600 && status()?.scrub.state === 'done');
  changed.add(3);
  scrub();
  await eventually(() => status()?.state === 'stopped');
  expect(status()?.failure).toEqual({
    code: 'HISTORY_CHANGED',
    message: 'pledge-1@3 is not what was signed as leaf 3',
  });
  // By itself, and for good.
  await ended;
  await store.append('pledge-1', 599, [event(600)]);
  expect(log.newest()?.size).toBe(600);
});

it('says when and why a comparison could not be ended, and ends nothing for it', async () => {
  let time = Date.parse('2027-01-04T08:00:00.000Z');
  const { store, status, scrub, outage, warnings } = following({ now: () => time });
  await store.append('pledge-1', 'no-stream', [event(0)]);
  await eventually(() => status()?.signedSize === 1 && status()?.scrub.state === 'done');
  time += 60_000;
  outage.isOn = true;
  scrub();
  await eventually(() => status()?.scrub.state === 'failed');
  expect(status()?.scrub.endedAt).toBe('2027-01-04T08:01:00.000Z');
  expect([status()?.state, warnings]).toEqual(['following', [{ err: 'no connection' }]]);
  outage.isOn = false;
  time += 60_000;
  scrub();
  await eventually(() => status()?.scrub.state === 'done');
  expect(status()?.scrub.endedAt).toBe('2027-01-04T08:02:00.000Z');
});

it('signs nothing when what it finds first at its start is that an old event was changed', async () => {
  const first = following();
  const events = Array.from({ length: 600 }, (_, n) => event(n));
  await first.store.append('pledge-1', 'no-stream', events);
  await eventually(() => first.status()?.signedSize === 600);
  await first.end();
  await first.store.append('pledge-1', 599, [event(600)]);
  await closeAll();

  const { status, ended, log } = following({ changes: [3] });
  await ended;
  expect(status()).toMatchObject({
    state: 'stopped',
    failure: { code: 'HISTORY_CHANGED', message: 'pledge-1@3 is not what was signed as leaf 3' },
  });
  expect(log.newest()?.size).toBe(600);
});

it('signs what comes after the clock was set back', async () => {
  let setBack = 0;
  const { store, status } = following({ checkpointMs: 50, now: () => Date.now() - setBack });
  await store.append('pledge-1', 'no-stream', [event(0)]);
  await eventually(() => status()?.signedSize === 1);
  setBack = 60 * 60 * 1000;
  await store.append('pledge-1', 0, [event(1)]);
  await eventually(() => status()?.signedSize === 2);
});

it('ends at once while it rests, works or waits', async () => {
  const { store, status, end } = following({ checkpointMs: 60_000 });
  await store.append('pledge-1', 'no-stream', [event(0)]);
  await eventually(() => (status()?.signedSize ?? 0) >= 0);
  await store.append('pledge-1', 0, [event(1)]);
  const begun = performance.now();
  await end();
  expect(performance.now() - begun).toBeLessThan(5000);
});
