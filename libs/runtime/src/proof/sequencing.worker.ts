/** The thread that keeps the log of proofs. It follows the store and never holds it up: it yields to the others on a busy machine. */
import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { sqliteProofLog } from '@pledgeline/adapters/sqlite';
import { openCheckpoint, sequencer, signerOf, verifierKeyOf, verifierOf } from '@pledgeline/transparency';
import type { Checkpoint } from '@pledgeline/transparency';
import { openFollowedStore } from './followed-store.ts';
import type { FromSequencing, SequencingData, ToSequencing } from './messages.ts';
import { receivedNews } from './news.ts';
import { sequencing } from './sequencing.ts';

/** Of this thread alone, on Linux. */
const NICE = 10;
try {
  setPriority(0, NICE);
} catch {
  // Where threads have no priority of their own the scheduler is fair.
}

if (parentPort === null) throw new Error('started as a thread only');
const port = parentPort;
const data = workerData as SequencingData;
const { path, origin, signingKey, legacySecret, checkpointMs, fixedTime } = data;
const tell = (message: FromSequencing): void => port.postMessage(message);

/** What signs nothing until the tree goes on from it. @throws {Refused} for a checkpoint that this log has not signed. */
const knownIn = (note: string | null): Checkpoint | undefined =>
  note === null ? undefined : openCheckpoint(note, verifierOf(verifierKeyOf(signingKey)));

const ending = new AbortController();
const news = receivedNews(data.asleep);
const known = knownIn(data.known);
const source = await openFollowedStore(data, news.wake, tell);
const log = sqliteProofLog({ path, origin });
if (log.origin() !== origin)
  throw new Error(`${path} is of the log ${log.origin()}, and the key of ${origin}`);
const clock = (): string => fixedTime ?? new Date().toISOString();
const elapsed = (): number => performance.now();
const running = sequencing({
  ...{ source, log, legacySecret, checkpointMs, news, elapsed, tell, now: Date.now },
  signal: ending.signal,
  sequencer: sequencer({
    ...{ source, log, legacySecret, checkpointMs, known, clock, elapsed },
    signers: [signerOf(signingKey)],
  }),
});

port.on('message', (message: ToSequencing) => {
  if (message === 'wake') news.wake();
  else if (message === 'scrub') running.scrub();
  else ending.abort();
});
await running.run();
// Also where it stopped by itself, the file stays its own until it is told to close.
if (!ending.signal.aborted)
  await new Promise((resolve) => ending.signal.addEventListener('abort', resolve, { once: true }));
log.close();
await source.close();
port.close();
