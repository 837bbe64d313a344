/**
 * Pledgeline as its process puts it together, in the process of the tests: its HTTP, its threads and its files are real, and a start
 * takes a tenth of what a process takes. For tests of what is answered; those of the process itself launch one.
 */
import { configurationFrom, createLogger, createService } from '@pledgeline/runtime';
import type { ServiceOptions } from '@pledgeline/runtime';
import type { LogLine } from '@pledgeline/runtime/testing';
import { standaloneSlices } from '../slices.ts';

export interface Hosted {
  readonly url: string;
  /** What it has logged so far. */
  readonly lines: readonly LogLine[];
  /** Ends it in order. @throws {Error} with what Node warned of meanwhile: a process would have written it on stderr. */
  close(): Promise<void>;
}

/** On any free port, and by callers' headers unless `env` says otherwise; nothing of the tests' environment reaches it. */
export const hostStandalone = async (
  env: Readonly<Record<string, string>>,
  slices: ServiceOptions['slices'] = standaloneSlices,
): Promise<Hosted> => {
  const configuration = configurationFrom({ PORT: '0', PLEDGELINE_IDENTITY: 'headers', ...env });
  const lines: LogLine[] = [];
  const write = (line: string): void => void lines.push(JSON.parse(line) as LogLine);
  const log = createLogger(configuration.logLevel, 'standalone', { write });
  const service = await createService({ configuration, slices, log, name: 'standalone' });
  const warnings: Error[] = [];
  const warned = (warning: Error): void => void warnings.push(warning);
  process.on('warning', warned);
  const close = async (): Promise<void> => {
    await service.close();
    process.off('warning', warned);
    if (warnings.length > 0) throw new AggregateError(warnings, 'Node warned while the server ran');
  };
  return { url: await service.listen(), lines, close };
};
