/** pino for us and for Nest: JSON lines on stdout, a correlation id on each line of a request, never a body. */
import { isMainThread } from 'node:worker_threads';
import type { LoggerService } from '@nestjs/common';
import { escapedJson } from '@pledgeline/contracts';
import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';
import type { GroupStatus, Log, SetAside } from '@pledgeline/event-sourcing';

/**
 * What would let a reader of the log act as somebody else. We log no headers; an error of a library that holds some is
 * logged without these.
 */
const SECRETS = ['authorization', 'cookie', 'set-cookie', 'x-csrf-token'];
const PLACES = ['', 'headers', 'err.headers', 'err.config.headers', 'err.request.headers'];

/** Held for an output that takes nothing for a while, such as a full disk; what does not fit is lost. */
const MOST_HELD_BYTES = 1_000_000;

/** @param to where it writes; stdout when absent. */
export const createLogger = (level: string, service: string, to: DestinationStream = stdout()): Logger =>
  pino(
    {
      level,
      base: { service },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label: string) => ({ level: label }) },
      redact: PLACES.flatMap((place) => SECRETS.map((secret) => `${place}["${secret}"]`)),
    },
    printableTo(to),
  );

/** People follow logs on a terminal: what it would obey is escaped, and each line is the same JSON. */
export const printableTo = (to: DestinationStream): DestinationStream => ({
  write: (line) => {
    to.write(`${escapedJson(line.trimEnd())}\n`);
  },
});

/**
 * A terminal that was closed, a reader that went away, a disk that is full: the work goes on without its log. Nor does it wait for a
 * slow reader: lines that come while others are written are written together, by another thread, and the last ones when the process
 * ends. Written at once they held up everybody for 100 ms at a time, whenever the reader of a pipe was behind.
 */
const stdout = (): DestinationStream => {
  const ignore = (): void => undefined;
  for (const output of [process.stdout, process.stderr]) output.on('error', ignore);
  return (
    pino
      // A worker has no end at which it could write its last lines, and holds up nobody but itself. On a terminal a person reads
      // the lines between those that are not the log's, in the order in which they came to be.
      .destination({
        dest: process.stdout.fd,
        sync: !isMainThread || process.stdout.isTTY,
        maxLength: MOST_HELD_BYTES,
      })
      .on('error', ignore)
  );
};

/** Nest's own words: what it says while it starts is for debugging, what goes wrong is not. */
export const nestLogger = (log: Logger): LoggerService => ({
  log: (message: unknown, context?: unknown) => {
    log.debug({ context }, String(message));
  },
  warn: (message: unknown, context?: unknown) => {
    log.warn({ context }, String(message));
  },
  error: (message: unknown, stack?: unknown, context?: unknown) => {
    log.error({ context, stack }, String(message));
  },
});

/** Reports in the log how a delivery group fares. */
export const reportStatus =
  (log: Log) =>
  ({ group, state, failure }: GroupStatus): void => {
    if (failure === null) log.info({ group, state }, 'delivery');
    else log.error({ group, state, failure }, 'delivery failed');
  };

/** Tells where something was set aside, and never what it says. */
export const reportSetAside =
  (log: Log) =>
  (group: string, { count, newest }: SetAside): void => {
    const last = newest.at(-1);
    if (last === undefined || 'topic' in last)
      log.warn({ group, count, newest }, 'messages set aside: they are no events of the log');
    else log.error({ group, count, newest }, 'set aside: what is in the log and cannot be carried');
  };
