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
  report(refusal: Refusal): void;
  close(): void;
}

const MEGABYTE = 1_000_000;
const LARGEST = 10 * MEGABYTE;

/** What cannot be written is reported once, and counted until it can be again; it hinders no answer. */
export const refusalLog = (dataFolder: string, log: Log, largest = LARGEST): RefusalLog => {
  const file = rotatingFile(join(dataFolder, 'refusals.log'), largest);
  let lost = 0;
  const write = (line: string): void => {
    try {
      file.write(line);
      if (lost > 0) log.error({ lost }, 'refusals are logged again');
      lost = 0;
    } catch (error) {
      if (lost === 0) log.error({ err: error }, 'refusals cannot be logged');
      lost += 1;
    }
  };
  const lines = pino(
    {
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    printableTo({ write }),
  );
  return {
    report: ({ caller: { subject, role, state }, ...refusal }) => {
      lines.info({ subject, role, state, ...refusal });
    },
    close: () => {
      file.close();
    },
  };
};

interface RotatingFile {
  write(line: string): void;
  close(): void;
}

/** Made with its first line. When it is full it takes the place of the one before it, and begins anew. */
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
    write: (line) => {
      open ??= opened();
      if (open.size >= largest) {
        // First, so that nothing is added to a file that cannot be put aside.
        renameSync(path, `${path}.1`);
        close();
        open = opened();
      }
      open.size += writeSync(open.fd, line);
    },
    close,
  };
};
