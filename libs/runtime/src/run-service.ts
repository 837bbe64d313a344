/** From the environment to a served address, and back: what every `main.ts` calls. */
import type { Slice } from './access.ts';
import { configurationFrom } from './configuration.ts';
import { createService } from './create-service.ts';
import type { Service, ServiceOptions } from './create-service.ts';
import { createLogger } from './logging.ts';
import { CannotStart } from './settings.ts';

export interface RunOptions extends Pick<ServiceOptions, 'open' | 'readsGoOn'> {
  readonly name: string;
  readonly slices: readonly Slice[];
}

/** Exit codes: it could not start or end in order; it was called as it never is. */
const BROKEN = 1;
const USAGE = 2;

/** One Ctrl-C arrives several times where launchers hand on what the terminal has sent to all of them. */
const SAME_KEYSTROKE_MS = 500;

/** Never rejects: what hinders the start is one line on stderr and an exit code. */
export const runService = async (options: RunOptions): Promise<void> => {
  const { name } = options;
  const [argument] = process.argv.slice(2);
  if (argument !== undefined) {
    process.stderr.write(
      `${name} takes no arguments, and got ${JSON.stringify(argument)}: settings are environment variables\n`,
    );
    process.exitCode = USAGE;
    return;
  }
  // The log holds what is not for everybody on the machine: files for their owner alone.
  process.umask(0o077);
  let service: Service | undefined;
  try {
    const configuration = configurationFrom(process.env, options.slices.length > 0);
    const log = createLogger(configuration.logLevel, name);
    service = await createService({ ...options, configuration, log });
    stopOnSignal(service, (fields, message) => {
      log.info(fields, message);
    });
    const url = await service.listen();
    const { dataFolder, fixedTime } = configuration;
    log.info({ url, docs: `${url}/docs`, dataFolder, fixedTime, ...service.uses }, 'serving');
  } catch (error) {
    await service?.close().catch(() => undefined);
    process.stderr.write(`${lineFor(error)}\n`);
    process.exitCode = BROKEN;
  }
};

/** The first signal ends in order, the second at once. */
const stopOnSignal = (service: Service, tell: (fields: object, message: string) => void): void => {
  let firstAt: number | undefined;
  const stop = (signal: NodeJS.Signals): void => {
    if (firstAt !== undefined) {
      if (performance.now() - firstAt > SAME_KEYSTROKE_MS) process.exit(BROKEN);
      return;
    }
    firstAt = performance.now();
    tell({ signal }, 'stopping: finishing what is in flight');
    service.close().then(
      () => {
        tell({}, 'stopped');
        process.exit(0);
      },
      (error: unknown) => {
        process.stderr.write(`${lineFor(error)}\n`);
        process.exit(BROKEN);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
};

const lineFor = (error: unknown): string => {
  if (error instanceof CannotStart) return error.message;
  const { code, address, port } = error as NodeJS.ErrnoException & { address?: string; port?: number };
  if (code === 'EADDRINUSE')
    return `HOST=${address} PORT=${port} is in use: stop what listens there, or choose another PORT`;
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL')
    return `HOST=${address} PORT=${port} cannot be listened on: ${code}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};
