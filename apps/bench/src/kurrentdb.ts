/**
 * Commands on KurrentDB: ours, the raw client with the same bytes, and emmett-esdb, in turn; and the log read by small and by large
 * pages. On the protocol stand-in, and on the server of KURRENTDB_URL where that is set.
 */
import { execFile, execFileSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startStandIn } from '@pledgeline/adapters/testing';
import type { Measured } from './kurrentdb-subject.ts';
import { figure, ratio, type Results } from './measure.ts';
import type { Progress } from './progress.ts';

const RUNS = 3;
const CASES = [
  { inFlight: 1, lives: 40, goal: null },
  { inFlight: 16, lives: 200, goal: 2 },
  { inFlight: 64, lives: 300, goal: 2 },
] as const;
const SUBJECTS = ['ours', 'raw', 'emmett'] as const;
const NAMES = { ours: 'pledgeline', raw: 'raw client', emmett: 'emmett-esdb' } as const;
const [SMALL, LARGE] = [500, 10_000];

export const measureKurrentdb = async (results: Results, progress: Progress): Promise<void> => {
  installEsdb();
  const standIn = await startStandIn();
  await measureOn(standIn.url, 'stand-in', results, progress).finally(() => standIn.stop());
  const real = process.env['KURRENTDB_URL'];
  if (real !== undefined) await measureOn(real, 'server', results, progress);
};

const measureOn = async (url: string, where: string, results: Results, progress: Progress): Promise<void> => {
  for (const { inFlight, lives, goal } of CASES) {
    const samples = { ours: [] as Measured[], raw: [] as Measured[], emmett: [] as Measured[] };
    for (let run = 0; run < RUNS; run += 1) {
      for (const subject of SUBJECTS) {
        progress.step(`${NAMES[subject]} on the ${where}, ${inFlight} in flight, run ${run + 1} of ${RUNS}`);
        samples[subject].push(await subjectRun(subject, url, lives, inFlight));
      }
    }
    const of = (subject: (typeof SUBJECTS)[number], value: (one: Measured) => number) =>
      samples[subject].map(value);
    const cpu = ({ cpuMs, done }: Measured): number => cpuMs / done;
    const rate = ({ done, seconds }: Measured): number => done / seconds;
    const how = `${inFlight} in flight (${where})`;
    for (const subject of SUBJECTS) {
      const name = `${NAMES[subject]}, ${how}`;
      results.figures.push(figure(name, 'commands/s', of(subject, rate)));
      results.figures.push(figure(`${name}: CPU a command`, 'ms', of(subject, cpu)));
    }
    results.ratios.push(ratio(`CPU, pledgeline / raw client, ${how}`, of('ours', cpu), of('raw', cpu), goal));
    results.ratios.push(
      ratio(`CPU, pledgeline / emmett-esdb, ${how}`, of('ours', cpu), of('emmett', cpu), null),
    );
  }
  const pages: Record<number, number[]> = { [SMALL]: [], [LARGE]: [] };
  for (let run = 0; run < RUNS; run += 1) {
    for (const page of [SMALL, LARGE]) {
      progress.step(`readAll, ${page} a page on the ${where}, run ${run + 1} of ${RUNS}`);
      const { done, seconds } = await subjectRun('read', url, page, 1);
      pages[page]?.push(done / seconds);
    }
  }
  const [small = [], large = []] = [pages[SMALL], pages[LARGE]];
  results.figures.push(figure(`readAll, ${SMALL} a page (${where})`, 'events/s', small));
  results.figures.push(figure(`readAll, ${LARGE} a page (${where})`, 'events/s', large));
  results.ratios.push(ratio(`readAll, ${SMALL} a page / ${LARGE} (${where})`, small, large, 0.8));
};

const run = promisify(execFile);
const PROGRAM = fileURLToPath(new URL('kurrentdb-subject.ts', import.meta.url));

/** Ids of lives are drawn: a log that is there already has others. */
const subjectRun = async (
  subject: string,
  url: string,
  size: number,
  inFlight: number,
): Promise<Measured> => {
  const first = randomInt(2 ** 40);
  const args = [...process.execArgv, PROGRAM, subject, url, ...[first, size, inFlight].map(String)];
  const { stdout } = await run(process.execPath, args);
  return JSON.parse(stdout) as Measured;
};

/** @throws {Error} when npm fails. */
const installEsdb = (): void => {
  const cwd = fileURLToPath(new URL('../peers/esdb/', import.meta.url));
  if (!existsSync(`${cwd}node_modules`))
    execFileSync('npm', ['ci', '--ignore-scripts'], { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
};
