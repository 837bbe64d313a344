/**
 * A process that sequences and signs is killed at random moments. After each start every head that was ever seen is of the tree that
 * is there then, and each event of the store is in it once.
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
import { consistencyPath, nodesOf, openCheckpoint, verifyConsistency } from '@pledgeline/transparency';
import type { Checkpoint } from '@pledgeline/transparency';
import { sqliteEventStore } from './sqlite-event-store.ts';
import { eventsIn, openProofSubject, verifier } from './testing/proof-crash-subject.ts';
import type { ProofSubject } from './testing/proof-crash-subject.ts';
import { randomFrom } from './testing/random-from.ts';

const kills = Number(process.env['PLEDGELINE_CRASH_KILLS'] ?? 10);
const seed = Number(process.env['PLEDGELINE_CRASH_SEED'] ?? Date.now() % 1_000_000);
/** A log grows with each kill, and all of it and every head is looked at after it; so it is left behind now and then. */
const KILLS_PER_LOG = 10;

const root = resolve(import.meta.dirname, '../../../..');
const program = fileURLToPath(new URL('./testing/proof-crash-writer.ts', import.meta.url));
const hook = join(root, 'infra/node/typescript-hook.mjs');

it(
  `no head is contradicted, and no event missing or twice in ${kills} kills (PLEDGELINE_CRASH_SEED=${seed})`,
  async () => {
    const random = randomFrom(seed);
    for (let killed = 0; killed < kills; killed += KILLS_PER_LOG) {
      const folder = mkdtempSync(join(tmpdir(), 'pledgeline-proof-crash-'));
      await sqliteEventStore({ path: eventsIn(folder) }).close();
      const seen = new Set<string>();
      for (let n = killed; n < Math.min(kills, killed + KILLS_PER_LOG); n += 1) {
        for (const note of await runAndKill(folder, random)) seen.add(note);
        await examine(folder, seen);
      }
      expect(seen.size).toBeGreaterThan(KILLS_PER_LOG / 2);
      rmSync(folder, { recursive: true, force: true });
    }
  },
  60_000 + kills * 5000,
);

/** @returns the heads that it had shown before it was killed. */
const runAndKill = async (folder: string, random: () => number): Promise<string[]> => {
  const child = spawn(process.execPath, ['--import', hook, program, folder], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  // One in five is killed while it starts, the others while they sign.
  const isAtStart = random() < 0.2;
  const heads = isAtStart ? Infinity : 1 + Math.floor(random() * 30);
  const delay = random() * (isAtStart ? 600 : 20);
  const notes: string[] = [];
  const kill = async (): Promise<void> => {
    await pause(delay);
    child.kill('SIGKILL');
  };
  if (isAtStart) void kill();
  for await (const line of createInterface(child.stdout)) {
    // The last line may be cut off; what was not read was not seen.
    if (line.endsWith('\\n"')) notes.push(JSON.parse(line) as string);
    if (notes.length === heads) void kill();
  }
  await ended;
  expect(child.signalCode).toBe('SIGKILL');
  return notes;
};

const examine = async (folder: string, seen: ReadonlySet<string>): Promise<void> => {
  const subject = openProofSubject(folder);
  try {
    while (await subject.sequencer.step());
    expect(await positionsOfStore(folder)).toEqual(positionsOfTree(subject));
    expect(await subject.compare()).toBe(subject.log.size());
    const newest = openCheckpoint(subject.log.newest()?.note ?? '', verifier);
    expect(newest.size).toBe(subject.log.size());
    for (const note of seen) expect(goesOn(subject, openCheckpoint(note, verifier), newest)).toBe(true);
  } finally {
    await subject.close();
  }
};

const positionsOfStore = async (folder: string): Promise<string[]> => {
  const store = sqliteEventStore({ path: eventsIn(folder) });
  const positions: string[] = [];
  for (;;) {
    const page = await store.readAll({ after: positions.at(-1), limit: 10_000 });
    positions.push(...page.map(({ position }) => position));
    if (page.length > 0) continue;
    await store.close();
    return positions;
  }
};

const positionsOfTree = ({ log }: ProofSubject): string[] =>
  Array.from({ length: Math.ceil(log.size() / 256) }, (_, block) => log.positions(block)).flat();

const goesOn = ({ log }: ProofSubject, older: Checkpoint, newer: Checkpoint): boolean => {
  const nodes = nodesOf((level, index) => log.tile(level, index));
  const [from, to] = [older.size, newer.size];
  return verifyConsistency({
    ...{ from, to, fromRoot: older.root, toRoot: newer.root },
    path: consistencyPath(nodes, from, to),
  });
};
