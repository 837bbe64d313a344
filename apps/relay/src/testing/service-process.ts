/** One of the services that can be killed, frozen and started again at the same address. */
import type { GroupStatus } from '@pledgeline/event-sourcing';
import type { Launched, LogLine } from '@pledgeline/runtime/testing';
import { until } from '@pledgeline/event-sourcing/testing';
import { launchService } from './launch-service.ts';
import type { ServiceName } from './launch-service.ts';

export interface ServiceProcess {
  readonly url: string;
  /** The answer of `/health/ready`; null while nobody answers. */
  health(): Promise<Health | null>;
  /** Resolves when it is ready. */
  ready(): Promise<void>;
  /** Asked to end, or killed; resolves with its exit code when it is gone. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
  /** Again, after its end. */
  start(): void;
  freeze(): void;
  thaw(): void;
  /** What it has logged in this life. */
  lines(): readonly LogLine[];
}

export interface Health {
  readonly httpStatus: number;
  readonly status: string | number;
  readonly because: readonly string[];
  readonly groups: readonly Pick<GroupStatus, 'group' | 'state' | 'setAside'>[];
  readonly relay?: { readonly state: string };
}

/** Somebody who may read what a service stopped at. */
const ADMIN = { 'x-pledgeline-actor': 'operator', 'x-pledgeline-role': 'ADMIN' };
const TIMEOUT_MS = 5000;

/** Starts it. */
export const serviceProcess = (
  name: ServiceName,
  port: number,
  env: Readonly<Record<string, string>>,
): ServiceProcess => {
  const url = `http://127.0.0.1:${port}`;
  const launch = (): Launched => launchService(name, { ...env, PORT: String(port) });
  let launched = launch();

  const health = async (): Promise<Health | null> => {
    const asked = fetch(`${url}/health/ready`, { headers: ADMIN, signal: AbortSignal.timeout(TIMEOUT_MS) });
    const answer = await asked.catch(() => null);
    if (answer === null) return null;
    return { ...((await answer.json()) as Omit<Health, 'httpStatus'>), httpStatus: answer.status };
  };
  return {
    url,
    health,
    async ready() {
      await launched.url;
      await until(`${name} is ready`, async () => {
        const answer = await health();
        if (answer?.httpStatus !== 200) throw new Error(JSON.stringify(answer));
        return true;
      });
    },
    end: async (signal = 'SIGTERM') => (await launched.kill(signal)).code,
    start() {
      launched = launch();
    },
    freeze: () => void launched.kill('SIGSTOP'),
    thaw: () => void launched.kill('SIGCONT'),
    lines: () => launched.lines,
  };
};
