/** Settings from the environment, checked before anything starts. What is wrong is said in one line. */
import { isIP } from 'node:net';

export interface Configuration {
  /** Folder of the log, the read models and the checkpoints. */
  readonly dataFolder: string;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly logLevel: LogLevel;
  /** A clock that stands still, for demonstrations that can be compared; null is the system's clock. */
  readonly fixedTime: string | null;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

/** Something for whoever starts the process to put right: printed as it is, without a stack. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';

  constructor(message: string, options?: ErrorOptions) {
    super(message.replaceAll(/\s*[\r\n]+\s*/g, ' '), options);
  }
}

/** @throws {CannotStart} naming the first setting that is wrong, and what is allowed. */
export const configurationFrom = (env: NodeJS.ProcessEnv): Configuration => {
  const host = env['HOST'] ?? '127.0.0.1';
  mustBeHeaders(env['PLEDGELINE_IDENTITY'] ?? 'headers');
  if (!isLoopback(host)) {
    throw new CannotStart(
      `HOST=${host} is not a loopback address: callers name themselves in headers, so only this machine may reach the server`,
    );
  }
  return {
    dataFolder: textOf('PLEDGELINE_DATA', env['PLEDGELINE_DATA'] ?? '.data'),
    host,
    port: portOf(env['PORT'] ?? '3000'),
    logLevel: logLevelOf(env['LOG_LEVEL'] ?? 'info'),
    fixedTime: fixedTimeOf(env['PLEDGELINE_FIXED_TIME']),
  };
};

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));

const mustBeHeaders = (identity: string): void => {
  if (identity !== 'headers') throw new CannotStart(`PLEDGELINE_IDENTITY=${identity} is not known: headers`);
};

const textOf = (name: string, value: string): string => {
  if (value.trim() === '') throw new CannotStart(`${name} is empty`);
  return value;
};

const portOf = (value: string): number => {
  const port = Number(value);
  if (!/^\d+$/.test(value) || port > 65_535) {
    throw new CannotStart(`PORT=${value} is no port: a whole number from 0 to 65535`);
  }
  return port;
};

const logLevelOf = (value: string): LogLevel => {
  const level = LOG_LEVELS.find((known) => known === value);
  if (level === undefined) throw new CannotStart(`LOG_LEVEL=${value} is not known: ${LOG_LEVELS.join(', ')}`);
  return level;
};

const TIME = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

const fixedTimeOf = (value: string | undefined): string | null => {
  if (value === undefined) return null;
  const day = TIME.exec(value)?.[1];
  const time = new Date(value);
  if (day === undefined || !isInCalendar(day) || Number.isNaN(time.getTime())) {
    throw new CannotStart(`PLEDGELINE_FIXED_TIME=${value} is no RFC 3339 time such as 2026-01-15T09:00:00Z`);
  }
  return time.toISOString();
};

/** JavaScript would read 30 February as 2 March. */
const isInCalendar = (day: string): boolean => {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
};
