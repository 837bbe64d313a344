/**
 * The process the crash test kills: `node crash-writer.ts FOLDER` sends commands, many in flight, until it is killed, and
 * prints each event it has an acknowledgement for.
 */
import { newId } from '@pledgeline/event-sourcing';
import type { Subject } from './crash-subject.ts';
import { openSubject } from './crash-subject.ts';

const STREAMS = 40;
/** Few, because a policy sends one command at a time and has to keep up. */
const SOURCES = 4;
const IN_FLIGHT = 64;

const addRandom = async ({ handle }: Subject): Promise<void> => {
  const n = Math.floor(Math.random() * STREAMS);
  const stream = n < SOURCES ? `source-${n}` : `plain-${n}`;
  const amounts = Array.from({ length: 1 + Math.floor(Math.random() * 3) }, (_, n) => n + 1);
  const commandId = newId();
  const meta = {
    commandId,
    bodyHash: commandId,
    actor: 'writer',
    role: 'SYSTEM',
    onBehalfOf: null,
    correlationId: commandId,
    causationId: null,
    now: '2026-01-01T00:00:00.000Z',
    occurredOn: null,
  };
  const { events } = await handle(stream, { type: 'Add', data: { amounts }, meta });
  for (const { revision, id } of events) process.stdout.write(`${stream} ${revision} ${id}\n`);
};

const run = async (folder: string): Promise<void> => {
  const subject = await openSubject(folder);
  const writeOn = async (): Promise<never> => {
    for (;;) await addRandom(subject);
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, writeOn));
};

void run(process.argv[2] ?? '.');
