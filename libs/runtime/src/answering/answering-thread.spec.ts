/** The thread that answers, as the other sees it: real threads, of a few lines each. */
import { Worker } from 'node:worker_threads';
import { Rejected, StoreUnavailable } from '@pledgeline/event-sourcing';
import type { Question } from '@pledgeline/event-sourcing';
import { answeringThread } from './answering-thread.ts';

/** Answers with what was asked; ends by itself, stays silent, or refuses where the name says so. */
const ECHO = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', ({ ask, id, cancel, close }) => {
  if (close) parentPort.close();
  else if (cancel !== undefined) parentPort.postMessage({ id: cancel, failure: { is: 'broken', message: 'stopped', stack: '' } });
  else if (ask.name === 'break') throw new Error('out of memory');
  else if (ask.name === 'refuse') parentPort.postMessage({ id, failure: { is: 'rejected', kind: 'missing', code: 'NOT_THERE', message: 'It is not there.', details: { field: 'id' } } });
  else if (ask.name !== 'wait') parentPort.postMessage({ id, answer: { tag: ask.name } });
});`;

const question = (name: string): Question => ({ name, input: {}, reader: {}, version: null });
const never = new AbortController().signal;

const open = () => {
  const errors: string[] = [];
  const log = {
    info: () => undefined,
    warn: () => undefined,
    error: (_: object, text: string) => errors.push(text),
  };
  let started = 0;
  const thread = answeringThread(() => {
    started += 1;
    return new Worker(ECHO, { eval: true });
  }, log);
  return { thread, errors, started: () => started };
};
let opened: ReturnType<typeof open>;
beforeEach(() => {
  opened = open();
});
afterEach(() => opened.thread.close());

it('is started once, and answers each question for itself', async () => {
  const { thread, started } = opened;
  thread.start();
  const answers = await Promise.all(
    ['one', 'two', 'three'].map((name) => thread.compute(question(name), never)),
  );
  expect(answers.map(({ tag }) => tag)).toEqual(['one', 'two', 'three']);
  expect(started()).toBe(1);
});

it('hands on a refusal as it was', async () => {
  const refused = opened.thread.compute(question('refuse'), never);
  await expect(refused).rejects.toBeInstanceOf(Rejected);
  await expect(refused).rejects.toMatchObject({
    kind: 'missing',
    code: 'NOT_THERE',
    message: 'It is not there.',
    details: { field: 'id' },
  });
});

it('when it breaks, who waits is told to ask again, and the next question starts it anew', async () => {
  const { thread, errors, started } = opened;
  const waiting = thread.compute(question('wait'), never);
  const breaking = thread.compute(question('break'), never);
  for (const lost of [waiting, breaking])
    await expect(lost).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE', retryAfterSeconds: 2 });
  expect(errors).toEqual(['the answering thread broke']);
  expect((await thread.compute(question('one'), never)).tag).toBe('one');
  expect(started()).toBe(2);
});

it('is told when nobody waits any more', async () => {
  const left = new AbortController();
  const outcome = opened.thread.compute(question('wait'), left.signal);
  left.abort();
  await expect(outcome).rejects.toThrow('stopped');
});

it('after it was closed nothing is asked of it', async () => {
  const { thread } = opened;
  await thread.compute(question('one'), never);
  await thread.close();
  await expect(thread.compute(question('two'), never)).rejects.toBeInstanceOf(StoreUnavailable);
  expect(opened.started()).toBe(1);
});
