/**
 * The process the crash test of the log of proofs kills: `node proof-crash-writer.ts FOLDER` appends, sequences and signs until it is
 * killed, and prints each head that others could have seen, as a line of JSON.
 */
import { newId } from '@pledgeline/event-sourcing';
import type { EventToAppend } from '@pledgeline/event-sourcing';
import { sqliteEventStore } from '../sqlite-event-store.ts';
import { eventsIn, openProofSubject } from './proof-crash-subject.ts';

/** So that heads end anywhere in a tile. */
const MOST_EVENTS = 90;

const event = (n: number): EventToAppend => ({
  ...{ id: newId(), type: 'CaveatDeclared', schemaVersion: 1, data: { text: `caveat ${n}` } },
  metadata: {
    ...{ actor: 'ms.jpn', role: 'MS', onBehalfOf: 'JPN', causationId: null, bodyHash: 'ab' },
    ...{ correlationId: newId(), commandId: newId(), occurredOn: null, ruleSet: null },
    ...{ visibility: 'INTERNAL' as const, salt: newId().replaceAll('-', '') },
  },
});

const run = async (folder: string): Promise<never> => {
  const store = sqliteEventStore({ path: eventsIn(folder), checkpointPages: 256 });
  const { sequencer, log } = openProofSubject(folder);
  let shown = log.newest()?.note;
  for (;;) {
    const count = 1 + Math.floor(Math.random() * MOST_EVENTS);
    const events = Array.from({ length: count }, (_, n) => event(n));
    await Promise.all([store.append(`pledge-${newId()}`, 'no-stream', events), sequencer.step()]);
    const note = log.newest()?.note;
    if (note !== shown) process.stdout.write(`${JSON.stringify(note)}\n`);
    shown = note;
  }
};

void run(process.argv[2] ?? '.');
