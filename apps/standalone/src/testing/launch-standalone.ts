/** The real standalone process, for tests. */
import { launch } from '@pledgeline/runtime/testing';
import type { Launched, LaunchOptions } from '@pledgeline/runtime/testing';

export const launchStandalone = (
  env: Readonly<Record<string, string>>,
  options: LaunchOptions = {},
): Launched => launch(new URL('../main.ts', import.meta.url), env, options);
