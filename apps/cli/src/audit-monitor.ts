/** `pledgeline audit monitor`: looks at a log again and again, keeps every head that it shows, and says when it contradicts itself. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Differs, keysFrom, openCheckpoint, verifyConsistency } from '@pledgeline/transparency';
import type { Checkpoint, NoteVerifier, OpenedCheckpoint, Policy } from '@pledgeline/transparency';
import { auditKey } from './audit-key.ts';
import { auditPolicy, witnessesBelow, witnessKeys, witnessWords, type WitnessSeen } from './audit-policy.ts';
import { CliError, EXIT } from './exit-codes.ts';
import { keptCheckpoints, type KeptCheckpoint, type KeptCheckpoints } from './kept-checkpoints.ts';
import { NotProved } from './not-proved.ts';
import { openedLeaves, type OpenedLeaves } from './opened-leaves.ts';
import { openNewLeaves } from './open-new-leaves.ts';
import { sentence } from './problem.ts';
import { Unreachable, notThere, type Answer, type Server } from './server.ts';
import type { Terminal } from './terminal.ts';

export interface MonitorCommand {
  readonly key: string;
  readonly state: string;
  /** Seconds. */
  readonly every: number;
  readonly once?: boolean;
  /** File of the policy. */
  readonly policy?: string;
  /** Every leaf is opened, too: for who may read all. */
  readonly open?: boolean;
  readonly json?: boolean;
}

/** What one look has found. */
interface Look {
  readonly result: 'first' | 'unchanged' | 'grown' | 'behind';
  readonly size: number;
  readonly rootHash: string;
  /** The newest head that enough witnesses have signed; null where no policy asks for them. */
  readonly cosigned: { readonly size: number; readonly witnesses: readonly WitnessSeen[] } | null;
  /** Leaves whose events were looked at; only where they are. */
  readonly opened?: number;
}

/** Whom the auditor trusts: by the key that he was given, those that it has handed over to. */
type Keys = readonly NoteVerifier[];

interface Watched {
  readonly target: Server;
  readonly given: NoteVerifier;
  readonly policy: Policy | null;
  readonly kept: KeptCheckpoints;
  /** Null where no leaf is opened. */
  readonly leaves: OpenedLeaves | null;
}

const SECOND = 1000;
const OK = 200;
const NOT_FOUND = 404;
const TOO_MANY = 429;
const SERVER_FAULT = 500;

/** @throws {CliError} `differs` for a log that contradicts what it has signed before. */
export const auditMonitor = async (
  target: Server,
  { key, state, every, policy: file, once = false, open = false, json = false }: MonitorCommand,
  terminal: Terminal,
  interrupted: AbortSignal,
): Promise<number> => {
  const policy = file === undefined ? null : auditPolicy(file);
  const given = auditKey(key);
  const kept = keptCheckpoints(state);
  const watched: Watched = { target, given, policy, kept, leaves: open ? openedLeaves(state) : null };
  for (;;) {
    try {
      const look = await lookAt(watched);
      const at = new Date().toISOString();
      if (json) terminal.json({ at, ...look });
      else
        terminal.out(
          `${at}  ${look.size} leaves, root ${look.rootHash}: ${WORDS[look.result]}${wordsOf(look)}`,
        );
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

const wordsOf = ({ cosigned, opened: count }: Look): string =>
  [
    ...(cosigned === null
      ? []
      : [`; ${cosigned.size} leaves are signed by ${witnessWords(cosigned.witnesses)}`]),
    ...(count === undefined ? [] : [`; opened ${count}`]),
  ].join('');

const lookAt = async ({ target, given, policy, kept, leaves }: Watched): Promise<Look> => {
  const [alarm] = kept.alarms();
  if (alarm !== undefined)
    throw new CliError(
      EXIT.differs,
      `an earlier look found a log that contradicts itself. ${evidence(alarm)}`,
    );
  const note = textIn(await target.get('/checkpoint'), 'no checkpoint');
  const keys = await keysFor(note, target, given, kept);
  const { size, root } = opened(note, keys, 'what the log shows');
  const before = kept.newest();
  const seen = before && opened(before.note, keys, 'the checkpoint that is kept').size;
  kept.add(size, note);
  const cosigned = policy === null ? null : await cosignedHead(target, keys, policy, kept);
  // Also those of earlier looks, of which the log has not proved yet what it said.
  for (const head of kept.unverified()) await verify(target, keys, kept, head);
  const newest = kept.newest();
  if (leaves !== null && newest !== undefined)
    await openNewLeaves(target, leaves, opened(newest.note, keys, newest.file));
  const look = {
    result: resultOf(size, seen),
    size,
    rootHash: Buffer.from(root).toString('base64'),
    cosigned,
  };
  return leaves === null ? look : { ...look, opened: leaves.size() };
};

/** By the changes of keys that the log tells of, where the given key has not signed. What led on is kept. */
const keysFor = async (
  note: string,
  target: Server,
  given: NoteVerifier,
  kept: KeptCheckpoints,
): Promise<Keys> => {
  const known = ledTo(given, kept.statements());
  if (isSigned(note, known)) return known;
  const answer = await target.get('/keys');
  if (answer.status === NOT_FOUND) return known;
  const served = textIn(answer, 'no changes of keys');
  const keys = ledTo(given, served);
  if (isSigned(note, keys)) kept.keepStatements(served);
  return keys;
};

const ledTo = (given: NoteVerifier, statements: string): Keys => {
  try {
    return keysFrom(given, statements);
  } catch (error) {
    throw new CliError(EXIT.differs, `a change of keys is not as it was signed: ${(error as Error).message}`);
  }
};

const isSigned = (note: string, keys: Keys): boolean => {
  try {
    openCheckpoint(note, keys);
    return true;
  } catch {
    return false;
  }
};

/** It is kept like any head, and held against the others. */
const cosignedHead = async (
  target: Server,
  keys: Keys,
  policy: Policy,
  kept: KeptCheckpoints,
): Promise<NonNullable<Look['cosigned']>> => {
  const answer = await target.get('/cosigned');
  if (answer.status === NOT_FOUND)
    throw new CliError(EXIT.differs, `no head with the witnesses that --policy wants: ${sentence(answer)}`);
  const note = textIn(answer, 'no head of witnesses');
  const head = opened(note, keys, 'the head of witnesses', witnessKeys(policy));
  const { size } = head;
  kept.add(size, note);
  try {
    return { size, witnesses: witnessesBelow(head, policy) };
  } catch (error) {
    throw error instanceof Differs
      ? new CliError(EXIT.differs, `the head of ${size} leaves: ${error.message}`)
      : error;
  }
};

const resultOf = (size: number, seen: number | undefined): Look['result'] => {
  if (seen === undefined) return 'first';
  if (size === seen) return 'unchanged';
  return size > seen ? 'grown' : 'behind';
};

const verify = async (
  target: Server,
  keys: Keys,
  kept: KeptCheckpoints,
  unverified: KeptCheckpoint,
): Promise<void> => {
  const newest = kept.newest();
  const head = opened(unverified.note, keys, unverified.file);
  if (newest !== undefined) {
    const other = opened(newest.note, keys, newest.file);
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

const textIn = (answer: Answer, missing: string): string => {
  if (answer.status === TOO_MANY || answer.status >= SERVER_FAULT) throw new Unreachable(sentence(answer));
  if (answer.status !== OK || typeof answer.body !== 'string')
    throw new CliError(EXIT.refused, `${missing}: ${sentence(answer)}`);
  return answer.body;
};

const opened = (
  note: string,
  keys: Keys,
  what: string,
  witnesses: readonly NoteVerifier[] = [],
): OpenedCheckpoint => {
  try {
    return openCheckpoint(note, keys, witnesses);
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
