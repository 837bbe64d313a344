/** `pledgeline audit monitor`: looks at a log again and again, keeps every head that it shows, and says when it contradicts itself. */
import { setTimeout as sleep } from 'node:timers/promises';
import { openCheckpoint, verifyConsistency } from '@pledgeline/transparency';
import type { Checkpoint, NoteVerifier } from '@pledgeline/transparency';
import { auditKey } from './audit-key.ts';
import { CliError, EXIT } from './exit-codes.ts';
import { keptCheckpoints, type KeptCheckpoint, type KeptCheckpoints } from './kept-checkpoints.ts';
import { sentence } from './problem.ts';
import { Unreachable, notThere, type Answer, type Server } from './server.ts';
import type { Terminal } from './terminal.ts';

export interface MonitorCommand {
  readonly key: string;
  readonly state: string;
  /** Seconds. */
  readonly every: number;
  readonly once?: boolean;
  readonly json?: boolean;
}

/** What one look has found. */
interface Look {
  readonly result: 'first' | 'unchanged' | 'grown' | 'behind';
  readonly size: number;
  readonly rootHash: string;
}

/** The log answers, and has not proved now what it shows: whoever may be at fault, it accuses nobody. */
class NotProved extends Error {
  override readonly name = 'NotProved';
}

const SECOND = 1000;
const OK = 200;
const TOO_MANY = 429;
const SERVER_FAULT = 500;

/** @throws {CliError} `differs` for a log that contradicts what it has signed before. */
export const auditMonitor = async (
  target: Server,
  { key, state, every, once = false, json = false }: MonitorCommand,
  terminal: Terminal,
  interrupted: AbortSignal,
): Promise<number> => {
  const verifier = auditKey(key);
  const kept = keptCheckpoints(state);
  for (;;) {
    try {
      const look = await lookAt(target, verifier, kept);
      const at = new Date().toISOString();
      if (json) terminal.json({ at, ...look });
      else terminal.out(`${at}  ${look.size} leaves, root ${look.rootHash}: ${WORDS[look.result]}`);
    } catch (error) {
      if (once && error instanceof NotProved) throw new CliError(EXIT.unreachable, error.message);
      // A log that does not answer is said, and looked at again.
      if (once || !(error instanceof Unreachable || error instanceof NotProved))
        throw notThere(target, error);
      terminal.err(`${target.url}: ${error.message}`);
    }
    if (once) return EXIT.ok;
    await sleep(every * SECOND, undefined, { signal: interrupted }).catch(() => undefined);
    if (interrupted.aborted) return EXIT.interrupted;
  }
};

const WORDS: Readonly<Record<Look['result'], string>> = {
  first: 'the first that is kept',
  unchanged: 'nothing new',
  grown: 'goes on from all that were kept',
  behind: 'fewer than were seen before, and of the same log',
};

const lookAt = async (target: Server, verifier: NoteVerifier, kept: KeptCheckpoints): Promise<Look> => {
  const [alarm] = kept.alarms();
  if (alarm !== undefined)
    throw new CliError(
      EXIT.differs,
      `an earlier look found a log that contradicts itself. ${evidence(alarm)}`,
    );
  const note = noteIn(await target.get('/checkpoint'));
  const { size, root } = opened(note, verifier, 'what the log shows');
  const before = kept.newest();
  const seen = before && opened(before.note, verifier, 'the checkpoint that is kept').size;
  kept.add(size, note);
  // Also those of earlier looks, of which the log has not proved yet what it said.
  for (const head of kept.unverified()) await verify(target, verifier, kept, head);
  return { result: resultOf(size, seen), size, rootHash: Buffer.from(root).toString('base64') };
};

const resultOf = (size: number, seen: number | undefined): Look['result'] => {
  if (seen === undefined) return 'first';
  if (size === seen) return 'unchanged';
  return size > seen ? 'grown' : 'behind';
};

const verify = async (
  target: Server,
  verifier: NoteVerifier,
  kept: KeptCheckpoints,
  unverified: KeptCheckpoint,
): Promise<void> => {
  const newest = kept.newest();
  const head = opened(unverified.note, verifier, unverified.file);
  if (newest !== undefined) {
    const other = opened(newest.note, verifier, newest.file);
    const [older, newer] = head.size < other.size ? [head, other] : [other, head];
    if (!(await goesOn(target, older, newer))) {
      const what =
        head.size === other.size
          ? `the log has signed two trees of ${head.size} leaves`
          : `the tree of ${newer.size} leaves does not go on from the one of ${older.size}, and the log has signed both`;
      throw new CliError(
        EXIT.differs,
        `${what}: the other is in ${newest.file}. ${evidence(kept.contradicts(unverified))}`,
      );
    }
  }
  kept.verified(unverified);
};

/** What is answered until somebody has seen to it, also where the log shows its old face again. */
const evidence = (file: string): string =>
  `The signed head that proves it is ${file}: keep it and those beside it, and tell the operator and other auditors. Each look ends like this one until you move that file out of the folder.`;

const noteIn = (answer: Answer): string => {
  if (answer.status === TOO_MANY || answer.status >= SERVER_FAULT) throw new Unreachable(sentence(answer));
  if (answer.status !== OK || typeof answer.body !== 'string')
    throw new CliError(EXIT.refused, `no checkpoint: ${sentence(answer)}`);
  return answer.body;
};

const opened = (note: string, verifier: NoteVerifier, what: string): Checkpoint => {
  try {
    return openCheckpoint(note, verifier);
  } catch (error) {
    throw new CliError(EXIT.differs, `${what} is not signed by the key: ${(error as Error).message}`);
  }
};

/**
 * Whether both are of one history.
 * @throws {NotProved} for an answer that is no proof: behind a proxy another instance may answer, which is a moment behind.
 */
const goesOn = async (target: Server, older: Checkpoint, newer: Checkpoint): Promise<boolean> => {
  const [from, to] = [older.size, newer.size];
  const path = from === to ? [] : pathIn(await target.get(`/consistency?from=${from}&to=${to}`), from, to);
  return verifyConsistency({ from, to, fromRoot: older.root, toRoot: newer.root, path });
};

const pathIn = (answer: Answer, from: number, to: number): readonly Uint8Array[] => {
  const { path } = (answer.body ?? {}) as { readonly path?: unknown };
  if (answer.status === OK && Array.isArray(path) && path.every((hash) => typeof hash === 'string'))
    return path.map((hash) => Buffer.from(hash, 'base64'));
  const why = answer.status === OK ? 'the answer is no proof' : sentence(answer);
  throw new NotProved(
    `the log has not proved now that its ${to} leaves go on from ${from} (${why}): both heads are kept, and the next look asks again`,
  );
};
