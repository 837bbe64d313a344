/** The services of the distributed shape as processes of their own, for tests that stop, freeze and kill them. */
import { launch } from '@pledgeline/runtime/testing';
import type { Launched } from '@pledgeline/runtime/testing';

export type ServiceName = 'intake' | 'verification' | 'reporting' | 'relay' | 'standalone';

export const launchService = (name: ServiceName, env: Readonly<Record<string, string>>): Launched =>
  launch(new URL(`../../../${name}/src/main.ts`, import.meta.url), env);
