/** What was measured, told at the end, and when a bench is stopped before it: hours of figures are not lost with the last. */
import { writeFileSync } from 'node:fs';
import { onStopRequest } from '@pledgeline/runtime/stop-request';
import type { Results } from './measure.ts';
import { print } from './print.ts';

export interface Told {
  /** Before the figures. */
  readonly heading?: string;
  /** File that they are written to as JSON. */
  readonly json: string | undefined;
}

export const tellResults = (results: Results, { heading = '', json }: Told, done?: () => void): void => {
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(results, null, 2)}\n`);
  process.stdout.write(`${heading}${print(results)}`, done);
};

/** Its services end with it. */
export const tellWhenStopped = (results: Results, told: Told): void => {
  onStopRequest(process.env, (reason) => {
    tellResults(results, { ...told, heading: `stopped: ${reason}\n` }, () => process.exit(1));
  });
};
