/** pino for us and for Nest: JSON lines on stdout, a correlation id on each line of a request, never a body. */
import type { LoggerService } from '@nestjs/common';
import { pino } from 'pino';
import type { Logger } from 'pino';
import type { GroupStatus, Log } from '@pledgeline/event-sourcing';

export const createLogger = (level: string, service: string): Logger =>
  pino({
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  });

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

/** Tells how a delivery group fares, for whoever reads the log. */
export const tellStatus =
  (log: Log) =>
  ({ group, state, failure }: GroupStatus): void => {
    if (failure === null) log.info({ group, state }, 'delivery');
    else log.error({ group, state, failure }, 'delivery failed');
  };
