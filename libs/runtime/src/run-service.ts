/** From the environment to a served address, and back: what every `main.ts` calls. */
import type { Log } from '@pledgeline/event-sourcing';
import type { Slice } from './access.ts';
import { configurationFrom } from './configuration.ts';
import { createService } from './create-service.ts';
import type { Service, ServiceOptions } from './create-service.ts';
import type { Invitation } from './identity/sign-in-invitation.ts';
import { createLogger } from './logging.ts';
import { CannotStart } from './settings.ts';
import { onStopRequest } from './stop-request.ts';

export interface RunOptions extends Pick<ServiceOptions, 'open' | 'degradedReads' | 'site'> {
  readonly name: string;
  readonly slices: readonly Slice[];
}

/** Exit codes: it could not start or end in order; it was called as it never is. */
const BROKEN = 1;
const USAGE = 2;

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
  let making: Promise<Service> | undefined;
  let service: Service | undefined;
  const asked = new AbortController();
  try {
    const configuration = configurationFrom(process.env, options.slices.length > 0);
    const log = createLogger(configuration.logLevel, name);
    onStopRequest(process.env, (reason) => {
      asked.abort();
      log.info({ reason }, 'stopping: finishing what is in flight');
      void stop(making, log);
    });
    making = createService({ ...options, configuration, log });
    service = await making;
    if (asked.signal.aborted) return;
    const url = await service.listen();
    const { dataFolder, fixedTime } = configuration;
    const metrics = service.metricsUrl();
    log.info({ url, docs: `${url}/docs`, metrics, dataFolder, fixedTime, ...service.uses }, 'serving');
    handOut(service.invitation(), log);
  } catch (error) {
    // What is closed while it starts fails to start.
    if (asked.signal.aborted) return;
    await service?.close().catch(() => undefined);
    process.stderr.write(`${lineFor(error)}\n`);
    process.exitCode = BROKEN;
  }
};

/** Links are secrets: they are shown to who watches the terminal, and to nobody who reads what the process writes elsewhere. */
const handOut = (invitation: Invitation | null, log: Log): void => {
  if (invitation === null) return;
  const { linksFile, block } = invitation;
  log.info({ linksFile }, 'links to sign in with are in a file for its owner');
  if (process.stdout.isTTY) process.stdout.write(block);
};

/** Closes the service, once it is made, and ends the process. */
const stop = async (making: Promise<Service> | undefined, log: Log): Promise<never> => {
  try {
    const service = await making?.catch(() => undefined);
    await service?.close();
  } catch (error) {
    process.stderr.write(`${lineFor(error)}\n`);
    return process.exit(BROKEN);
  }
  log.info({}, 'stopped');
  return process.exit(0);
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
