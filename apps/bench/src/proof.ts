/** What the log of proofs costs beside the hashes that it is made of, in the same run: sequencing, proofs, verification, commands. */
import { hash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqliteProofLog, sqliteProofReader, sqliteProofSource } from '@pledgeline/adapters/sqlite';
import { until } from '@pledgeline/event-sourcing/testing';
import {
  consistencyPath,
  inclusionPath,
  keyTexts,
  nodesOf,
  openingOf,
  scrub,
  sequencer,
  signerOf,
  verifierOf,
  verifyBundle,
} from '@pledgeline/transparency';
import { ask } from './http-load.ts';
import { figure, perSecond, ratio, type Results } from './measure.ts';
import type { Progress } from './progress.ts';
import { percentile } from './read-load.ts';
import { fillWithSimulation } from './simulated-log.ts';
import { isReady, startListening } from './start-service.ts';

const RUNS = 5;
const ORIGIN = 'bench.example/proof';
const KEYS = keyTexts(ORIGIN, Buffer.alloc(32, 1));
const legacySecret = '0'.repeat(64);
const GOALS = { leaves: 40_000, proofMs: 3, tileMs: 2, verified: 30_000, bytes: 90, growth: 0.9 };
/** Of which the hashes are computed alone. */
const SAMPLE = 10_000;
const PROOFS = 5000;
/** Less than a bundle of everything holds at most. */
const BUNDLED = 3000;
const AUDITOR = { 'x-pledgeline-actor': 'bench', 'x-pledgeline-role': 'AUDITOR' };

/** @param events size of the log. */
export const measureProof = async (results: Results, events: number, progress: Progress): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'pledgeline-bench-proof-'));
  try {
    await fillWithSimulation(folder, events, progress);
    await measureHashes(results, folder, progress);
    await measureSequencing(results, folder, progress);
    measureProofs(results, folder, progress);
    await measureScrub(results, folder, progress);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  await measureVerification(results, progress);
};

const eventsIn = (folder: string): string => join(folder, 'events.sqlite');
const proofIn = (folder: string): string => join(folder, 'proof.sqlite');

/** The limit: the same texts hashed, and nothing else done. */
const measureHashes = async (results: Results, folder: string, progress: Progress): Promise<void> => {
  progress.step('hashes alone');
  const source = sqliteProofSource({ path: eventsIn(folder) });
  const events = await source.readAll({ limit: SAMPLE });
  await source.close();
  const texts = events.flatMap((event) => {
    const { units } = openingOf(event, legacySecret);
    const parts = units.flatMap((unit, n) =>
      'digest' in unit ? [] : [`${unit.salt}/${n}`, unit.salt + unit.text],
    );
    // Of the entry, the leaf and one node.
    return [...parts, 'a'.repeat(20 + 65 * units.length), 'a'.repeat(33), 'a'.repeat(65)];
  });
  const hashAll = (): Promise<number> => {
    for (const text of texts) hash('sha256', text, 'hex');
    return Promise.resolve(events.length);
  };
  const short = 'a'.repeat(65);
  const rates: number[] = [];
  const leaves: number[] = [];
  const costs: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const before = process.cpuUsage();
    leaves.push(await perSecond(hashAll));
    costs.push(cpuSince(before) / events.length);
    rates.push(
      await perSecond(() => {
        for (let n = 0; n < texts.length; n += 1) hash('sha256', short, 'hex');
        return Promise.resolve(texts.length);
      }),
    );
  }
  results.figures.push(
    figure('SHA-256 of 65 bytes, as hex', 'hashes/s', rates),
    figure(`the ${(texts.length / events.length).toFixed(1)} hashes of a leaf alone`, 'leaves/s', leaves),
    figure('the same', 'µs CPU a leaf', costs),
  );
};

/** In microseconds. */
const cpuSince = (before: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(before);
  return user + system;
};

const measureSequencing = async (results: Results, folder: string, progress: Progress): Promise<void> => {
  const source = sqliteProofSource({ path: eventsIn(folder) });
  const rates: number[] = [];
  const costs: number[] = [];
  const [atFirst, atLast]: [number[], number[]] = [[], []];
  let size = 0;
  for (let run = 0; run < RUNS; run += 1) {
    rmSync(proofIn(folder), { force: true });
    const log = sqliteProofLog({ path: proofIn(folder), origin: ORIGIN });
    const following = sequencer({
      ...{ source, log, legacySecret, signers: [signerOf(KEYS.signingKey)], checkpointMs: 1000 },
      clock: () => new Date().toISOString(),
      elapsed: () => performance.now(),
    });
    const times = [performance.now()];
    const before = process.cpuUsage();
    while (await following.step()) {
      times.push(performance.now());
      if (times.length % 100 === 0)
        progress.step(`sequencing, run ${run + 1} of ${RUNS}: ${log.size()} leaves`);
    }
    times.push(performance.now());
    const cost = cpuSince(before);
    size = log.size();
    rates.push(size / (((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000));
    costs.push(cost / size);
    const tenth = Math.ceil(times.length / 10);
    atFirst.push(speedOf(times.slice(0, tenth)));
    atLast.push(speedOf(times.slice(-tenth - 1, -1)));
    log.close();
  }
  await source.close();
  results.figures.push(
    figure(`sequencing ${size} events from SQLite, all in`, 'leaves/s', rates, GOALS.leaves),
    figure('the same', 'µs CPU a leaf', costs),
    figure('size of proof.sqlite', 'bytes an event', [statSync(proofIn(folder)).size / size], GOALS.bytes),
  );
  results.ratios.push(ratio('leaves/s, the last tenth / the first', atLast, atFirst, GOALS.growth));
};

/** By the times of steps, which are as long as each other. */
const speedOf = (times: readonly number[]): number =>
  (times.length - 1) / ((times.at(-1) ?? 0) - (times[0] ?? 0));

const measureProofs = (results: Results, folder: string, progress: Progress): void => {
  progress.step('proofs');
  const reader = sqliteProofReader(proofIn(folder));
  if (reader === undefined) throw new Error('there is no log');
  const size = reader.size();
  const nodes = nodesOf((level, index) => reader.tile(level, index));
  const anywhere = (below: number): number => Math.floor(Math.random() * below);
  const add = (name: string, goal: number, make: () => unknown): void => {
    const runs = Array.from({ length: RUNS }, () => {
      const waits = Array.from({ length: PROOFS / RUNS }, () => {
        const begun = performance.now();
        make();
        return performance.now() - begun;
      });
      return percentile(waits, 0.99);
    });
    results.figures.push(figure(`${name} at ${size} leaves, p99`, 'ms', runs, goal));
  };
  add('inclusion', GOALS.proofMs, () => inclusionPath(nodes, anywhere(size), size));
  add('consistency', GOALS.proofMs, () => consistencyPath(nodes, 1 + anywhere(size - 1), size));
  add('a tile', GOALS.tileMs, () => reader.tile(0, anywhere(Math.ceil(size / 256))));
  add('the checkpoint', GOALS.tileMs, () => reader.newest());
  reader.close();
};

const measureScrub = async (results: Results, folder: string, progress: Progress): Promise<void> => {
  progress.step('comparing every event with its leaf');
  const source = sqliteProofSource({ path: eventsIn(folder) });
  const log = sqliteProofLog({ path: proofIn(folder), origin: ORIGIN });
  const rate = await perSecond(() =>
    scrub({
      ...{ source, log, legacySecret, signal: new AbortController().signal },
      breathe: () => Promise.resolve(),
    }),
  );
  log.close();
  await source.close();
  results.figures.push(figure('every event compared with its leaf', 'events/s', [rate]));
};

/** Of what a server hands out. */
const measureVerification = async (results: Results, progress: Progress): Promise<void> => {
  progress.step('audit verify');
  const folder = mkdtempSync(join(tmpdir(), 'pledgeline-bench-verify-'));
  await fillWithSimulation(folder, BUNDLED, progress);
  const service = await startListening('standalone', {
    PLEDGELINE_DATA: folder,
    PLEDGELINE_RATE_PER_ADDRESS: '0',
  });
  const agent = new Agent();
  try {
    await until('the server is ready', () => isReady(service));
    await until('all of it is signed', async () => {
      const { text } = await ask(agent, 'GET', `${service.url}/proof/log`);
      return ((JSON.parse(text) as { readonly size?: number }).size ?? 0) >= BUNDLED;
    });
    const answer = await fetch(`${service.url}/proof/bundle?all=true`, { headers: AUDITOR });
    const archive = Buffer.from(await answer.arrayBuffer());
    const key = verifierOf(readFileSync(join(folder, 'proof-keys', 'signing.vkey'), 'utf8').trim());
    const rates: number[] = [];
    const costs: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const before = process.cpuUsage();
      rates.push(await perSecond(() => Promise.resolve(verifyBundle(archive, key).events.length)));
      costs.push(cpuSince(before) / BUNDLED);
    }
    results.figures.push(
      figure(`audit verify of some ${BUNDLED} events, without replay`, 'events/s', rates, GOALS.verified),
      figure('the same', 'µs CPU an event', costs),
    );
  } finally {
    agent.destroy();
    await service.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
