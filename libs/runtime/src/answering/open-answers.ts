/** Puts together what answers the questions of a service. */
import { Worker } from 'node:worker_threads';
import type { Answers, Log } from '@pledgeline/event-sourcing';
import type { Configuration } from '../configuration.ts';
import { answeringThread } from './answering-thread.ts';
import type { AnsweringThreadData } from './messages.ts';
import { placesFor } from './places.ts';
import { sharedAnswers } from './shared-answers.ts';
import { streamedAnswers } from './streamed-answers.ts';

export interface OpenedAnswers {
  readonly answers: Answers;
  /** Once the read models are defined. */
  start(): void;
  close(): Promise<void>;
}

/** For reports over registers of a million pledges; a thread that needs more ends, and the process goes on. */
const MOST_MEMORY_MB = 192;
/** Rows are read and forgotten: a small nursery is collected more often, and is all that is needed. */
const YOUNG_MB = 16;

export const openAnswers = (
  configuration: Configuration,
  service: string,
  module: string,
  log: Log,
  simulatedTime: SharedArrayBuffer | null,
): OpenedAnswers => {
  const data: AnsweringThreadData = { configuration, simulatedTime, service, module };
  const thread = answeringThread(() => startWorker(data), log);
  const places = placesFor();
  return {
    answers: {
      ...sharedAnswers({ compute: thread.compute, places }),
      stream: streamedAnswers({ begin: thread.stream, places }),
    },
    start: thread.start,
    close: thread.close,
  };
};

/** From source in development and tests, where it needs the hook that compiles, compiled in production. */
const startWorker = (data: AnsweringThreadData): Worker => {
  const isSource = import.meta.url.endsWith('.ts');
  const file = isSource
    ? new URL('./answering.worker.ts', import.meta.url)
    : new URL('./answering.worker.js', import.meta.url);
  const hook = new URL('../../../../infra/node/typescript-hook.mjs', import.meta.url);
  return new Worker(file, {
    workerData: data,
    execArgv: isSource ? ['--import', hook.href] : [],
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB, maxYoungGenerationSizeMb: YOUNG_MB },
  });
};
