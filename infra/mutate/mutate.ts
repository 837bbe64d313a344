/**
 * `npm run mutate -- FILE [--lines a-b]`: makes one small change at a time to a source and runs the specs that depend on it. Prints
 * every change that no spec noticed, and ends with 1 when there was one. Tests that start processes are left out unless `--all`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { SingleBar } from 'cli-progress';
import { mutated, mutationsOf } from './mutations.ts';
import type { Lines, Mutation } from './mutations.ts';

const USAGE = 'usage: npm run mutate -- FILE [--lines a-b] [--all]';

/** A change that makes a loop endless is noticed by that. */
const ENDS_WITHIN_MS = 300_000;

const given = () => {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { lines: { type: 'string' }, all: { type: 'boolean', default: false } },
    });
    const [file] = positionals;
    const [, first, last] = /^(\d+)(?:-(\d+))?$/.exec(values.lines ?? '1-9999999') ?? [];
    if (positionals.length !== 1 || file === undefined || first === undefined) return undefined;
    const lines: Lines = [Number(first), Number(last ?? first)];
    return { file, lines, all: values.all };
  } catch {
    return undefined;
  }
};

const stopped = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => stopped.abort());

/** By the specs beside the source, which are quick, or by any other that depends on it. */
const isNoticed = async (file: string, all: boolean): Promise<boolean> =>
  (await fails(file, all, ['--roots', file.split('/').slice(0, 2).join('/')])) ||
  (await fails(file, all, []));

const fails = async (file: string, all: boolean, among: readonly string[]): Promise<boolean> => {
  const config = all ? 'jest.config.mjs' : 'jest.unit.config.mjs';
  const options = ['--config', config, '--bail', '--silent', '--passWithNoTests', ...among];
  const command = ['node_modules/jest/bin/jest.js', ...options, '--findRelatedTests', file];
  const jest = spawn(process.execPath, command, { stdio: 'ignore', timeout: ENDS_WITHIN_MS });
  const [status] = (await once(jest, 'exit')) as [number | null];
  stopped.signal.throwIfAborted();
  return status !== 0;
};

const run = async (file: string, lines: Lines, all: boolean): Promise<readonly Mutation[]> => {
  const source = readFileSync(file, 'utf8');
  const mutations = mutationsOf(source, lines);
  if (await isNoticed(file, all)) throw new Error(`the specs of ${file} fail before anything is changed`);
  const bar = new SingleBar({ format: '{bar} {value} of {total} changes, {eta_formatted} left' });
  const survivors: Mutation[] = [];
  bar.start(mutations.length, 0);
  try {
    for (const mutation of mutations) {
      writeFileSync(file, mutated(source, mutation));
      if (!(await isNoticed(file, all))) survivors.push(mutation);
      bar.increment();
    }
  } finally {
    writeFileSync(file, source);
    bar.stop();
  }
  process.stdout.write(
    `${mutations.length - survivors.length} of ${mutations.length} changes were noticed\n`,
  );
  return survivors;
};

const asked = given();
if (asked === undefined) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
} else {
  const survivors = await run(asked.file, asked.lines, asked.all);
  for (const { line, from, to } of survivors) {
    process.stdout.write(`${asked.file}:${line} survives: ${from} became ${to}\n`);
  }
  if (survivors.length > 0) process.exitCode = 1;
}
