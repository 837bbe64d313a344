/** The program after real restores in the distributed shape: rows, topics and the place of a real relay on a real Kafka. */
import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kurrentdbEventStore } from '@pledgeline/adapters/kurrentdb';
import { sqliteViews } from '@pledgeline/adapters/sqlite';
import { startStandIn } from '@pledgeline/adapters/testing';
import type { StandIn } from '@pledgeline/adapters/testing';
import { knownEventOf, newId } from '@pledgeline/event-sourcing';
import type { EventStore, Log } from '@pledgeline/event-sourcing';
import { recorded, until } from '@pledgeline/event-sourcing/testing';
import { configurationFrom } from '../configuration.ts';
import { relayInfrastructure } from '../relay-infrastructure.ts';
import { storeCheck } from './store-check.ts';
import type { StoreCheck } from './store-check.ts';

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

let folder: string;
let standIn: StandIn;
let store: EventStore;
let env: Readonly<Record<string, string>>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pledgeline-store-check-'));
  standIn = await startStandIn({ file: join(folder, 'log.jsonl') });
  store = kurrentdbEventStore({ url: standIn.url, categories: ['pledge'] });
  env = {
    PLEDGELINE_DATA: folder,
    KURRENTDB_URL: standIn.url,
    KAFKA_BROKERS: process.env['KAFKA_BROKERS'] ?? '',
    KAFKA_TOPIC_PREFIX: `spec.${randomUUID()}`,
    KAFKA_REPLICATION: '1',
  };
});
afterEach(async () => {
  await store.close();
  await standIn.stop();
  rmSync(folder, { recursive: true, force: true });
});

const write = async (from: number, count: number): Promise<void> => {
  const { type, schemaVersion, data, metadata } = recorded({ type: 'PledgeAnnounced', data: {} }, 0);
  const events = Array.from({ length: count }, () => ({ id: newId(), type, schemaVersion, data, metadata }));
  await store.append('pledge-1', from === 0 ? 'no-stream' : from - 1, events);
};

/** What a relay does until everything is published. */
const relayAll = async (): Promise<void> => {
  const end = await store.last();
  const context = { name: 'relay', clock: () => new Date().toISOString(), log: silent };
  const relay = await relayInfrastructure(configurationFrom(env, false), context);
  await until('all is published', () => relay.relay?.().position === end);
  await relay.delivery.close();
  await relay.close();
};

const run = async (settings = env) => {
  const [said, failed]: [string[], string[]] = [[], []];
  const out = {
    write: (text: string) => void said.push(text),
    fail: (text: string) => void failed.push(text),
  };
  const code = await storeCheck(['--json'], settings, out);
  return { code, said: said.join(''), failed: failed.join('') };
};

const rowsOf = async (): Promise<void> => {
  const last = (await store.read('pledge-1')).at(-1)!;
  const views = sqliteViews({ path: join(folder, 'reporting.views.sqlite') });
  await views.apply({ rows: [], revisions: new Map([['pledge-1', last.revision]]) });
  await views.checkpoints.save('reporting', 'an-identity 0:5');
  await views.checkpoints.save('reporting known-events', JSON.stringify({ 0: knownEventOf(last) }));
  await views.close();
};

/** What is kept was at the 5th event; the copy has 3. */
it.each([
  { name: 'nothing was restored', restored: false, written: 0, code: 0 },
  { name: 'the log is shorter', restored: true, written: 0, code: 1 },
  { name: 'the log has grown as much, differently', restored: true, written: 2, code: 1 },
  { name: 'the log has grown more, differently', restored: true, written: 4, code: 1 },
])('$name', async ({ restored, written, code }) => {
  const copy = join(folder, 'copy.jsonl');
  await write(0, 3);
  copyFileSync(join(folder, 'log.jsonl'), copy);
  await write(3, 2);
  await relayAll();
  await rowsOf();
  if (restored) {
    await standIn.kill();
    copyFileSync(copy, join(folder, 'log.jsonl'));
    await standIn.restart();
    if (written > 0) await write(3, written);
  }
  // Twice: it changes nothing.
  for (let n = 0; n < 2; n += 1) {
    const checked = await run();
    expect(checked).toMatchObject({ code, failed: '' });
    const { findings, whatToDo } = JSON.parse(checked.said) as StoreCheck;
    const prefix = env['KAFKA_TOPIC_PREFIX'] ?? '';
    const fits = code === 0;
    // By their number alone rows of a log that has grown as much look right; their place does not.
    const rowsFit = !restored || written >= 2;
    expect(findings.map((finding) => [finding.what, finding.fits])).toEqual([
      ['reporting.views.sqlite: reporting known-events', fits],
      ['reporting.views.sqlite: rows', rowsFit],
      [`topic ${prefix}.internal.v1`, fits],
      [`topic ${prefix}.member-states.v1`, fits],
      [`topic ${prefix}.public.v1`, fits],
      [`topic ${prefix}.relay.lock: the place of the relay`, fits],
    ]);
    const steps = whatToDo.join('\n');
    expect(steps.includes('*.views.sqlite')).toBe(!fits);
    expect(steps.includes('delete the topics')).toBe(!fits);
    expect(steps.includes('Keep proof.sqlite')).toBe(!fits);
  }
});

it('before anything was published there is nothing to compare', async () => {
  await write(0, 3);
  const { code, said } = await run();
  expect({ code, findings: (JSON.parse(said) as StoreCheck).findings }).toEqual({ code: 0, findings: [] });
});

it.each(['Kafka', 'the store'])('%s is away: it could not be asked', async (what) => {
  if (what === 'the store') await standIn.kill();
  const settings = what === 'Kafka' ? { ...env, KAFKA_BROKERS: '127.0.0.1:1' } : env;
  expect(await run(settings)).toMatchObject({ code: 2, said: '' });
});
