/**
 * A process under load is killed at random moments. What it had acknowledged is there once, streams have no holes, appends
 * are whole, and projection and policy end where a run without any kill would have ended.
 * PLEDGELINE_CRASH_KILLS sets how often; PLEDGELINE_CRASH_SEED repeats the moments of an earlier run.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { EventStore, RecordedEvent, Views } from '@pledgeline/event-sourcing';
import { correctedHistory, project } from '@pledgeline/event-sourcing';
import { sqliteViews } from './sqlite-views.ts';
import type { Added, Subject } from './testing/crash-subject.ts';
import { catalogue, mirrorOf, openSubject, totals } from './testing/crash-subject.ts';
import { randomFrom } from './testing/random-from.ts';

const kills = Number(process.env['PLEDGELINE_CRASH_KILLS'] ?? 5);
const seed = Number(process.env['PLEDGELINE_CRASH_SEED'] ?? Date.now() % 1_000_000);
/** A log grows with each kill, and is read as a whole after it; so it is left behind now and then. */
const KILLS_PER_LOG = 10;

const root = resolve(import.meta.dirname, '../../../..');
const program = fileURLToPath(new URL('./testing/crash-writer.ts', import.meta.url));
const hook = join(root, 'infra/node/typescript-hook.mjs');

it(
  `nothing acknowledged is lost and nothing happens twice in ${kills} kills (PLEDGELINE_CRASH_SEED=${seed})`,
  async () => {
    const random = randomFrom(seed);
    for (let killed = 0; killed < kills; killed += KILLS_PER_LOG) {
      const folder = mkdtempSync(join(tmpdir(), 'pledgeline-crash-'));
      const acknowledged: string[] = [];
      for (let n = killed; n < Math.min(kills, killed + KILLS_PER_LOG); n += 1) {
        acknowledged.push(...(await runAndKill(folder, random)));
        await examine(folder, acknowledged);
      }
      rmSync(folder, { recursive: true, force: true });
    }
  },
  60_000 + kills * 5000,
);

/** Answers what the process acknowledged before it was killed: `stream revision id`. */
const runAndKill = async (folder: string, random: () => number): Promise<string[]> => {
  const child = spawn(process.execPath, ['--import', hook, program, folder], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  // One in five is killed while it starts, the others under load.
  const atStart = random() < 0.2;
  const acknowledgements = atStart ? Infinity : 1 + Math.floor(random() * 3000);
  const delay = random() * (atStart ? 600 : 20);
  const lines: string[] = [];
  const kill = async (): Promise<void> => {
    await pause(delay);
    child.kill('SIGKILL');
  };
  if (atStart) void kill();
  for await (const line of createInterface(child.stdout)) {
    // The last line may be cut off; what was not read was not heard.
    if (line.length > 40) lines.push(line);
    if (lines.length === acknowledgements) void kill();
  }
  await ended;
  expect(child.signalCode).toBe('SIGKILL');
  return lines;
};

const examine = async (folder: string, acknowledged: readonly string[]): Promise<void> => {
  const subject = await openSubject(folder);
  try {
    await caughtUp(subject);
    const log = await wholeLog(subject.store);
    const there = new Set(log.map(({ stream, revision, id }) => `${stream} ${revision} ${id}`));
    expect(acknowledged.filter((line) => !there.has(line))).toEqual([]);
    expect(new Set(log.map(({ id }) => id)).size).toBe(log.length);
    expect(holes(log)).toEqual([]);
    expect(torn(log)).toEqual([]);
    expect(await rowsOf(subject.views)).toEqual(await rebuilt(log));
    expect(await unlikeMirror(subject.views)).toEqual([]);
  } finally {
    await subject.close();
  }
};

/** Both groups have handled everything; the policy first, because it appends. */
const caughtUp = async ({ store, delivery }: Subject): Promise<void> => {
  for (const group of ['policy', 'projection']) {
    const left = async () => {
      const position = delivery.status().find((status) => status.group === group)?.position ?? undefined;
      return store.readAll({ after: position, limit: 1 });
    };
    while ((await left()).length > 0) await pause(1);
  }
};

const wholeLog = async (store: EventStore): Promise<RecordedEvent[]> => {
  const log: RecordedEvent[] = [];
  for (;;) {
    const page = await store.readAll({ after: log.at(-1)?.position, limit: 10_000 });
    log.push(...page);
    if (page.length === 0) return log;
  }
};

const holes = (log: readonly RecordedEvent[]): RecordedEvent[] => {
  const next = new Map<string, number>();
  return log.filter(({ stream, revision }) => {
    const expected = next.get(stream) ?? 0;
    next.set(stream, revision + 1);
    return revision !== expected;
  });
};

/** Commands of which some events are missing. */
const torn = (log: readonly RecordedEvent[]): string[] => {
  const missing = new Map<string, number>();
  for (const { metadata, data } of log) {
    const left = missing.get(metadata.commandId) ?? (data as Added).together;
    missing.set(metadata.commandId, left - 1);
  }
  return [...missing].filter(([, left]) => left !== 0).map(([commandId]) => commandId);
};

const rowsOf = async (views: Views): Promise<[string, unknown][]> => {
  const rows: [string, unknown][] = [];
  for await (const { key, row } of views.dump(totals.name)) rows.push([key, row]);
  return rows;
};

const rebuilt = async (log: readonly RecordedEvent[]): Promise<[string, unknown][]> => {
  const views = sqliteViews({ path: ':memory:' });
  await views.define([totals]);
  await project(
    views,
    [totals],
    catalogue,
    correctedHistory({ read: () => Promise.resolve([]) }, catalogue),
  ).handle(log);
  const rows = await rowsOf(views);
  await views.close();
  return rows;
};

/** Sources whose mirror does not hold the same total after the same number of events. */
const unlikeMirror = async (views: Views): Promise<string[]> => {
  const rows = new Map(await rowsOf(views));
  const sources = [...rows.keys()].filter((key) => key.startsWith('source-'));
  return sources.filter(
    (source) => JSON.stringify(rows.get(source)) !== JSON.stringify(rows.get(mirrorOf(source))),
  );
};
