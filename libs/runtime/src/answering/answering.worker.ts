/**
 * The thread that answers questions: it reads what the others write, computes, and hands over bytes. It yields to them on a busy
 * machine, so that many questions do not hold up commands.
 */
import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import type { AnsweringContext, OpenAnswering } from '@pledgeline/event-sourcing';
import type { WithProofs } from '@pledgeline/transparency';
import { createLogger } from '../logging.ts';
import { answeringContext } from './answering-context.ts';
import { failureOf } from './messages.ts';
import type { AnsweringThreadData, FromThread, ToThread } from './messages.ts';
import { openStreams } from './open-streams.ts';
import { prepared } from './prepared-answer.ts';

/** Of this thread alone, on Linux. */
const NICE = 10;
try {
  setPriority(0, NICE);
} catch {
  // Where threads have no priority of their own the scheduler is fair.
}

if (parentPort === null) throw new Error('started as a thread only');
const port = parentPort;
const { configuration, simulatedTime, service, module } = workerData as AnsweringThreadData;
const log = createLogger(configuration.logLevel, service);
const { context, close } = answeringContext(configuration, log, simulatedTime);
const opened = import(module).then(
  ({ openAnswering }: { readonly openAnswering: OpenAnswering<AnsweringContext & WithProofs> }) =>
    openAnswering(context),
);
// Told to each question, not to the process.
opened.catch(() => undefined);
const underWay = new Map<number, AbortController>();
const streams = openStreams(
  (message, transferred = []) => port.postMessage(message, [...transferred]),
  (error) => log.error({ err: error }, 'an answer could not be made to its end'),
);

const answer = async (id: number, { ask }: Extract<ToThread, { ask: unknown }>): Promise<void> => {
  const controller = new AbortController();
  underWay.set(id, controller);
  try {
    const answering = await opened;
    const made = prepared(await answering.answer(ask, controller.signal));
    port.postMessage({ id, answer: made } satisfies FromThread, transferable(made));
  } catch (error) {
    port.postMessage({ id, failure: failureOf(error) } satisfies FromThread);
  } finally {
    underWay.delete(id);
  }
};

const transferable = ({ body, gzip }: ReturnType<typeof prepared>): ArrayBuffer[] =>
  [body, gzip].flatMap((bytes) => (bytes === null ? [] : [bytes.buffer as ArrayBuffer]));

const end = async (): Promise<void> => {
  for (const controller of underWay.values()) controller.abort();
  streams.cancelAll();
  await close();
  port.close();
};

port.on('message', (message: ToThread) => {
  if ('close' in message) void end();
  else if ('cancel' in message) {
    underWay.get(message.cancel)?.abort();
    streams.cancel(message.cancel);
  } else if ('next' in message) void streams.next(message.next);
  else if ('stream' in message)
    void streams.begin(message.id, async (signal) => (await opened).stream(message.stream, signal));
  else void answer(message.id, message);
});
