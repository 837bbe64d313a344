/** A pledge with as many questions as are wanted, each answered: a long life in which nothing waits. And how often commands to one stream call the store. */
import type { EventStore } from '@pledgeline/event-sourcing';
import { derivedId } from '@pledgeline/event-sourcing';
import { pledgeCommands } from '@pledgeline/pledge';
import { runLifecycles } from './in-flight.ts';
import { beginLife, type Add, type Life } from './life.ts';
import { announcement } from './lifecycle.ts';

/** @returns the id of the n-th such pledge. */
export const writeAnswered = async (store: EventStore, n: number, questions: number): Promise<string> => {
  const { pledgeId, add, life } = begun(n);
  for (let k = 0; k < questions; k += 1) {
    const clarificationId = ask(n, k, pledgeId, add);
    const answer = 'The second and the third of them, from the next quarter on';
    add('MS', 'ProvideClarification', { pledgeId, clarificationId, answer }, 'RWA');
  }
  await runLifecycles(pledgeCommands(store), n, 1, 1, life);
  return pledgeId;
};

/** @returns reads and appends of the store for each of so many questions that are asked at once. */
export const storeCallsAtOnce = async (store: EventStore, n: number, count: number): Promise<number> => {
  let calls = 0;
  const handle = pledgeCommands({
    ...store,
    read: (stream, options) => {
      calls += 1;
      return store.read(stream, options);
    },
    append: (stream, expected, events) => {
      calls += 1;
      return store.append(stream, expected, events);
    },
  });
  const { pledgeId, add, life } = begun(n);
  await runLifecycles(handle, n, 1, 1, life);
  const before = life().commands.length;
  for (let k = 0; k < count; k += 1) ask(n, k, pledgeId, add);
  const { stream, commands } = life();
  calls = 0;
  await Promise.all(commands.slice(before).map((command) => handle(stream, command)));
  return calls / count;
};

const begun = (n: number): ReturnType<typeof beginLife> & { readonly life: () => Life } => {
  const begin = beginLife(n);
  const { pledgeId, add } = begin;
  add('DESK', 'AnnouncePledge', announcement(pledgeId, n));
  add('DESK', 'AcknowledgePledge', { pledgeId, acknowledgementReference: `ACK-${n}` });
  return begin;
};

const ask = (n: number, k: number, pledgeId: string, add: Add): string => {
  const clarificationId = derivedId('bench', 'question', n, k);
  const question = 'When will the battalion be ready, and with which of its major equipment?';
  const asked = { question, field: 'timeframe', dueOn: '2026-06-30', blocking: false };
  add('DESK', 'RequestClarification', { pledgeId, clarificationId, ...asked });
  return clarificationId;
};
