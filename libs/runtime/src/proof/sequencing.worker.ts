/** The thread that keeps the log of proofs. It follows the store and never holds it up: it yields to the others on a busy machine. */
import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { sqliteProofLog } from '@pledgeline/adapters/sqlite';
import { openCheckpoint, parsePolicy, sequencer, signerOf, verifierOf } from '@pledgeline/transparency';
import type { Checkpoint } from '@pledgeline/transparency';
import { openFollowedStore } from './followed-store.ts';
import type { FromSequencing, SequencingData, ToSequencing } from './messages.ts';
import { receivedNews } from './news.ts';
import { seenByWitnesses } from './seen-by-witnesses.ts';
import { sequencing } from './sequencing.ts';
import { witnessClient } from './witness-client.ts';
import { askedWitnesses } from './witnesses-of.ts';
import { witnessing } from './witnessing.ts';

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
const { path, origin, signingKey, former, legacySecret, checkpointMs, fixedTime } = data;
const tell = (message: FromSequencing): void => port.postMessage(message);
const verifiers = data.verifierKeys.map(verifierOf);

/** What signs nothing until the tree goes on from it. @throws {Refused} for a checkpoint that this log has not signed. */
const knownIn = (note: string | null): Checkpoint | undefined =>
  note === null ? undefined : openCheckpoint(note, verifiers);

const ending = new AbortController();
const { signal } = ending;
const news = receivedNews(data.asleep);
const known = knownIn(data.known);
const source = await openFollowedStore(data, news.wake, tell);
const log = sqliteProofLog({ path, origin });
if (log.origin() !== origin)
  throw new Error(`${path} is of the log ${log.origin()}, and the key of ${origin}`);
const clock = (): string => fixedTime ?? new Date().toISOString();
const elapsed = (): number => performance.now();
const signer = signerOf(signingKey);

/** Less than the least time between two rounds. */
const WITNESS_TIMEOUT_MS = 5000;
const warn = (fields: object, message: string): void => tell({ is: 'said', level: 'warn', fields, message });
const policy = data.witnesses === null ? null : parsePolicy(data.witnesses);
const clients = (policy === null ? [] : askedWitnesses(policy)).map((witness) =>
  witnessClient(witness, { timeoutMs: WITNESS_TIMEOUT_MS, signal }),
);
const witnesses =
  policy &&
  witnessing({
    ...{ log, policy, clients, elapsed, now: Date.now, signal },
    tell: (statuses) => tell({ is: 'witnesses', witnesses: statuses }),
    warn,
  });

const running = sequencing({
  ...{ source, log, legacySecret, checkpointMs, news, elapsed, signal, now: Date.now },
  tell: (message) => {
    tell(message);
    if (message.is === 'status') witnesses?.wake();
  },
  sequencer: sequencer({
    ...{ source, log, legacySecret, checkpointMs, known, clock, elapsed },
    signers: [signer],
    verifiers,
    former: former && { signer: signerOf(former.signingKey), until: former.until },
    beforeFirst:
      policy === null || data.isNew
        ? null
        : seenByWitnesses({ log, policy, clients, signer, verifiers, elapsed, warn }),
  }),
});

port.on('message', (message: ToSequencing) => {
  if (message === 'wake') news.wake();
  else if (message === 'scrub') running.scrub();
  else ending.abort();
});
await Promise.all([running.run(), witnesses?.run()]);
// Also where it stopped by itself, the file stays its own until it is told to close.
if (!signal.aborted)
  await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
log.close();
await source.close();
port.close();
