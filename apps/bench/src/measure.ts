/** Repeated measurements, summed up by median and spread: single figures from a shared machine say little. */
import { cpus, totalmem, release } from 'node:os';

export interface Figure {
  readonly name: string;
  readonly unit: string;
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly runs: number;
  /** What is aimed at, for the reader: at most, or at least for what is done each second. */
  readonly goal?: number;
}

export interface Ratio {
  readonly name: string;
  /** Median of the ratios of runs made one after the other, so that a drifting machine cancels out. */
  readonly median: number;
  readonly min: number;
  readonly max: number;
  /** What the issue asks for, for the reader; nothing is asserted here. */
  readonly goal: number | null;
}

/** One minute of a mix; a request belongs to the minute in which it was due. */
export interface MinuteOfMix {
  readonly mix: string;
  readonly minute: number;
  readonly postP50: number;
  readonly postP99: number;
  readonly getP50: number;
  readonly getP99: number;
  /** Answered as asked, of all that were due: 0 to 1. */
  readonly served: number;
  readonly residentMb: number;
  /** Processor time of all threads of the server for each answer that came in this minute. */
  readonly cpuMsPerAnswer: number;
}

export interface Results {
  readonly machine: {
    readonly cpu: string;
    readonly cores: number;
    readonly memoryGiB: number;
    readonly kernel: string;
    readonly node: string;
    /** Where pages were looked at. */
    browser?: string;
  };
  readonly figures: Figure[];
  readonly ratios: Ratio[];
  /** Of the steady mix; the figures have their medians. */
  readonly minutes: MinuteOfMix[];
}

export const emptyResults = (): Results => ({
  machine: {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    kernel: release(),
    node: process.version,
  },
  figures: [],
  ratios: [],
  minutes: [],
});

export const figure = (name: string, unit: string, samples: readonly number[], goal?: number): Figure => ({
  name,
  unit,
  ...spread(samples),
  runs: samples.length,
  ...(goal !== undefined && { goal }),
});

export const ratio = (
  name: string,
  ours: readonly number[],
  theirs: readonly number[],
  goal: number | null,
): Ratio => ({
  name,
  ...spread(ours.map((sample, run) => sample / (theirs[run] ?? Number.NaN))),
  goal,
});

/** Things done per second by `work`, which answers how many it did. */
export const perSecond = async (work: () => Promise<number>): Promise<number> => {
  const start = process.hrtime.bigint();
  const done = await work();
  return done / (Number(process.hrtime.bigint() - start) / 1e9);
};

const spread = (samples: readonly number[]): { median: number; min: number; max: number } => {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (index: number): number => sorted[index] ?? Number.NaN;
  const median = (at(Math.floor((sorted.length - 1) / 2)) + at(Math.ceil((sorted.length - 1) / 2))) / 2;
  return { median, min: at(0), max: at(sorted.length - 1) };
};
