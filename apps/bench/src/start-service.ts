/** The real services, and the peers that they are compared with, as processes of their own, with the memory of a service. */
import { eventually } from '@pledgeline/event-sourcing/testing';
import { launch } from '@pledgeline/runtime/testing';

export type ServiceName = 'standalone' | 'intake' | 'verification' | 'reporting' | 'relay';
export type PeerName = 'plain-nest' | 'nest-emmett';

export interface RunningService {
  readonly url: string;
  /** Of its process. */
  readonly pid: number;
  readonly stop: (signal?: NodeJS.Signals) => Promise<void>;
}

type Environment = Readonly<Record<string, string>>;

const MEMORY = ['--max-old-space-size=512', '--max-semi-space-size=8', '--no-allocation-site-pretenuring'];

/** Resolves when it is ready. */
export const startService = async (name: ServiceName, env: Environment): Promise<RunningService> =>
  ready(await startListening(name, env));

/** Resolves when it answers; it may read the log for a long time from then on. */
export const startListening = (name: ServiceName, env: Environment): Promise<RunningService> =>
  start(new URL(`../../${name}/src/main.ts`, import.meta.url), { PLEDGELINE_RATE_PER_SUBJECT: '0', ...env });

/** Resolves when it is ready. */
export const startPeer = async (name: PeerName): Promise<RunningService> =>
  ready(await start(new URL(`./http-peers/${name}.ts`, import.meta.url), {}));

const ready = async (service: RunningService): Promise<RunningService> => {
  await eventually(() => isReady(service));
  return service;
};

export const isReady = async ({ url }: RunningService): Promise<boolean> =>
  (await fetch(`${url}/health/ready`).catch(() => null))?.ok ?? false;

const start = async (main: URL, env: Environment): Promise<RunningService> => {
  const launched = launch(main, env, { nodeOptions: MEMORY });
  const url = await launched.url;
  const stop = async (signal?: NodeJS.Signals): Promise<void> => {
    await launched.kill(signal);
  };
  return { url, pid: launched.pid, stop };
};
