/** What a process has cost so far, from /proc: all of its threads. */
import { readFileSync } from 'node:fs';
import { figure } from './measure.ts';
import type { Figure } from './measure.ts';

/** The kernel counts in hundredths of a second. */
const TICK_MS = 10;

/** Milliseconds of processor time, of user and system. */
export const cpuMs = (pid: number): number => {
  // The name in parentheses may hold blanks.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
};

/** Resident memory in MiB. */
export const residentMb = (pid: number): number => {
  const kib = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kib) / 1024;
};

export interface MeasuredProcess {
  readonly name: string;
  readonly pid: number;
}

/** Milliseconds of processor time by name of the process. */
export type CostSample = ReadonlyMap<string, number>;

/** What each process spends while `work` goes on, for each of what it answers: commands, or seconds. */
export const costs = async (
  processes: readonly MeasuredProcess[],
  work: () => Promise<number>,
): Promise<CostSample> => {
  const before = processes.map(({ pid }) => cpuMs(pid));
  const done = await work();
  return new Map(processes.map(({ name, pid }, n) => [name, (cpuMs(pid) - (before[n] ?? 0)) / done]));
};

/** A figure for each process, and one for all but those apart. */
export const costFigures = (
  what: string,
  unit: string,
  samples: readonly CostSample[],
  apart: readonly string[],
): Figure[] => {
  const names = [...(samples[0]?.keys() ?? [])];
  const counted = names.filter((name) => !apart.includes(name));
  const sums = samples.map((sample) => counted.reduce((sum, name) => sum + (sample.get(name) ?? 0), 0));
  return [
    ...names.map((name) =>
      figure(
        `${what}: ${name}`,
        unit,
        samples.map((sample) => sample.get(name) ?? 0),
      ),
    ),
    figure(`${what}: all without ${apart.join(' and ')}`, unit, sums),
  ];
};
