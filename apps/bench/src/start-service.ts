/** The real services as processes of their own, with the memory that they get when they are started by hand. */
import { eventually } from '@pledgeline/event-sourcing/testing';
import { launch } from '@pledgeline/runtime/testing';

export type ServiceName = 'standalone' | 'intake' | 'verification' | 'reporting' | 'relay';

export interface RunningService {
  readonly url: string;
  /** Of its process. */
  readonly pid: number;
  readonly stop: (signal?: NodeJS.Signals) => Promise<void>;
}

const MEMORY = ['--max-old-space-size=512', '--max-semi-space-size=8'];

/** Resolves when it is ready. */
export const startService = async (
  name: ServiceName,
  env: Readonly<Record<string, string>>,
): Promise<RunningService> => {
  const main = new URL(`../../${name}/src/main.ts`, import.meta.url);
  const launched = launch(main, { PLEDGELINE_RATE_PER_SUBJECT: '0', ...env }, { nodeOptions: MEMORY });
  const url = await launched.url;
  await eventually(async () => (await fetch(`${url}/health/ready`).catch(() => null))?.ok ?? false);
  const stop = async (signal?: NodeJS.Signals): Promise<void> => {
    await launched.kill(signal);
  };
  return { url, pid: launched.pid, stop };
};
