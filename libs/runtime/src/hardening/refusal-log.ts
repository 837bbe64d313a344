/**
 * The log of refusals: who, what, when, under which code; never the body (lifecycle page, section 3, rule 6). A file of its
 * own, of two parts that take turns, so that a flood of refusals fills neither the event store nor the disk.
 */
import { closeSync, fstatSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Caller } from '@pledgeline/contracts';
import type { Log } from '@pledgeline/event-sourcing';
import { pino } from 'pino';
import { printableTo } from '../logging.ts';

export interface Refusal {
  readonly correlationId: string;
  readonly method: string;
  /** Without the query, which may hold names. */
  readonly path: string;
  readonly code: string;
  readonly status: number;
  readonly caller: Caller;
  readonly address: string;
}

export interface RefusalLog {
  /** It is written at the end of this turn of the event loop, with all others of the turn. */
  report(refusal: Refusal): void;
  /** Writes what is not written yet. */
  close(): void;
}

const MEGABYTE = 1_000_000;
const LARGEST = 10 * MEGABYTE;

/** What cannot be written is reported once, and counted until it can be again; it hinders no answer. */
export const refusalLog = (dataFolder: string, log: Log, largest = LARGEST): RefusalLog => {
  const file = rotatingFile(join(dataFolder, 'refusals.log'), largest);
  let lost = 0;
  let waiting: string[] = [];
  /** @returns how many of the lines it has dealt with. */
  const write = (some: readonly string[]): number => {
    try {
      const written = file.write(some);
      if (lost > 0) log.error({ lost }, 'refusals are logged again');
      lost = 0;
      return written;
    } catch (error) {
      if (lost === 0) log.error({ err: error }, 'refusals cannot be logged');
      lost += some.length;
      return some.length;
    }
  };
  const flush = (): void => {
    const some = waiting;
    waiting = [];
    for (let done = 0; done < some.length;) done += write(some.slice(done));
  };
  const hold = (line: string): void => {
    if (waiting.length === 0) setImmediate(flush);
    waiting.push(line);
  };
  const lines = pino(
    {
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    printableTo({ write: hold }),
  );
  return {
    report: ({ caller: { subject, role, state }, ...refusal }) => {
      lines.info({ subject, role, state, ...refusal });
    },
    close: () => {
      flush();
      file.close();
    },
  };
};

interface RotatingFile {
  /** @returns how many lines it has written: those that the file of now takes. */
  write(lines: readonly string[]): number;
  close(): void;
}

/** Made with its first lines. When it is full it takes the place of the one before it, and begins anew. */
const rotatingFile = (path: string, largest: number): RotatingFile => {
  let open: { readonly fd: number; size: number } | undefined;
  const close = (): void => {
    if (open !== undefined) closeSync(open.fd);
    open = undefined;
  };
  const opened = (): { readonly fd: number; size: number } => {
    const fd = openSync(path, 'a', 0o600);
    return { fd, size: fstatSync(fd).size };
  };
  return {
    write: (lines) => {
      open ??= opened();
      if (open.size >= largest) {
        // First, so that nothing is added to a file that cannot be put aside.
        renameSync(path, `${path}.1`);
        close();
        open = opened();
      }
      let taken = '';
      let count = 0;
      for (const line of lines) {
        if (open.size + taken.length >= largest) break;
        taken += line;
        count += 1;
      }
      open.size += writeSync(open.fd, taken);
      return count;
    },
    close,
  };
};
