/** `pledgeline audit monitor`: looks at a log again and again, keeps every head that it shows, and says when it contradicts itself. */
import { setTimeout as sleep } from 'node:timers/promises';
import { openCheckpoint, verifyConsistency } from '@pledgeline/transparency';
import type { Checkpoint, NoteVerifier } from '@pledgeline/transparency';
import { auditKey } from './audit-key.ts';
import { CliError, EXIT } from './exit-codes.ts';
import { keptCheckpoints, type KeptCheckpoints } from './kept-checkpoints.ts';
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
  readonly result: 'first' | 'unchanged' | 'grown';
  readonly size: number;
  readonly rootHash: string;
}

const SECOND = 1000;
const NOT_YET = 503;

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
      // A log that does not answer is said, and looked at again.
      if (once || !(error instanceof Unreachable)) throw notThere(target, error);
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
};

const lookAt = async (target: Server, verifier: NoteVerifier, kept: KeptCheckpoints): Promise<Look> => {
  const note = noteIn(await target.get('/checkpoint'));
  const newer = opened(note, verifier, 'what the log shows');
  const before = kept.newest();
  const found = (result: Look['result']): Look => ({
    result,
    size: newer.size,
    rootHash: Buffer.from(newer.root).toString('base64'),
  });
  const file = kept.keep(newer.size, note);
  if (before === undefined) return found('first');
  const older = opened(before, verifier, 'the checkpoint that is kept');
  if (newer.size < older.size)
    throw differs(`the log shows ${newer.size} leaves and has signed ${older.size} before`, file);
  if (newer.size === older.size) {
    if (Buffer.compare(newer.root, older.root) === 0) return found('unchanged');
    throw differs(`the log has signed two trees of ${newer.size} leaves`, file);
  }
  if (await goesOn(target, older, newer)) return found('grown');
  throw differs(
    `the tree of ${newer.size} leaves does not go on from the one of ${older.size} that was signed before`,
    file,
  );
};

const noteIn = (answer: Answer): string => {
  if (answer.status === NOT_YET) throw new Unreachable(sentence(answer));
  if (answer.status !== 200 || typeof answer.body !== 'string')
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

/** False also for what is no proof. */
const goesOn = async (target: Server, older: Checkpoint, newer: Checkpoint): Promise<boolean> => {
  const answer = await target.get(`/consistency?from=${older.size}&to=${newer.size}`);
  const { path } = (answer.body ?? {}) as { readonly path?: unknown };
  if (!Array.isArray(path) || !path.every((hash) => typeof hash === 'string')) return false;
  return verifyConsistency({
    from: older.size,
    to: newer.size,
    fromRoot: older.root,
    toRoot: newer.root,
    path: path.map((hash) => Buffer.from(hash, 'base64')),
  });
};

const differs = (what: string, file: string): CliError =>
  new CliError(EXIT.differs, `${what}. Both are signed, and kept beside ${file}: together they prove it.`);
