/**
 * What the witnesses saw of a log whose file begins anew beside keys that were there: a store that was put back to an older state, or
 * changed, is found out before anything is signed. The first head is served once enough of them have signed it.
 */
import {
  checkpointText,
  cosignedBy,
  HistoryChanged,
  mustHaveRoot,
  openCheckpoint,
  rootOf,
  signNote,
  withSignature,
} from '@pledgeline/transparency';
import type {
  BeforeFirst,
  Checkpoint,
  NoteSigner,
  NoteVerifier,
  Policy,
  ProofLog,
} from '@pledgeline/transparency';
import { NotCosigned } from './witness-client.ts';
import type { WitnessClient } from './witness-client.ts';
import { pathsTo } from './witnessing.ts';

export interface SeenByWitnessesOptions {
  readonly log: ProofLog;
  readonly policy: Policy;
  readonly clients: readonly WitnessClient[];
  readonly signer: NoteSigner;
  /** Keys of the log, of before, too. */
  readonly verifiers: readonly NoteVerifier[];
  /** Milliseconds that only go forward. */
  readonly elapsed: () => number;
  readonly warn: (fields: object, message: string) => void;
  /** Least time between two looks; 10,000 ms when absent. */
  readonly everyMs?: number;
}

/** What a witness saw, by its name; with the root where it shows it. */
interface Seen {
  readonly name: string;
  readonly size: number;
  readonly checkpoint: Checkpoint | null;
}

export const seenByWitnesses = (options: SeenByWitnessesOptions): BeforeFirst => {
  const { log, policy, clients, signer, verifiers, elapsed, warn, everyMs = 10_000 } = options;
  let askedAt = -Infinity;
  let lastError: Error | undefined;
  let seen: readonly Seen[] = [];

  /** What failed is told again meanwhile, and not asked again. */
  const paced = async <Result>(ask: () => Promise<Result>): Promise<Result> => {
    if (lastError !== undefined && elapsed() - askedAt < everyMs) throw lastError;
    try {
      const result = await ask();
      lastError = undefined;
      return result;
    } catch (error) {
      askedAt = elapsed();
      lastError = error as Error;
      throw error;
    }
  };

  const seenBy = async (client: WitnessClient): Promise<Seen | null> => {
    const { name } = client.witness;
    const note = await client.newest(signer.name);
    const checkpoint = note === null ? null : ours(note, verifiers);
    if (checkpoint !== null) return { name, size: checkpoint.size, checkpoint };
    // Any tree goes on from the empty one: whoever has signed another says how large that was.
    const empty = checkpointText({ origin: signer.name, size: 0, root: rootOf([]) });
    try {
      await client.cosign({ size: 0, note: signNote(empty, [signer]) }, () => []);
      return { name, size: 0, checkpoint: null };
    } catch (error) {
      if (error instanceof NotCosigned && error.known !== null)
        return { name, size: error.known, checkpoint: null };
      throw error;
    }
  };

  /** The next look, for which the store is read to its end, tells whether it is only late. */
  const behind = ({ name, size }: Seen): Error =>
    new Error(
      `the witness ${name} has signed ${size} leaves, and ${log.size()} are read of the store: it is read again`,
    );

  const mustReach = ({ name, size, checkpoint }: Seen): void => {
    if (size > log.size())
      throw new HistoryChanged(
        `the witness ${name} has signed a head of ${size} leaves, and the store has ${log.size()} events`,
      );
    if (checkpoint === null) return;
    try {
      mustHaveRoot(log, checkpoint);
    } catch (error) {
      throw new HistoryChanged(`the witness ${name} shows that ${(error as Error).message}`, {
        cause: error,
      });
    }
  };

  return {
    compare: () =>
      paced(async () => {
        // The store was read to its end since then, so that what was seen must be in it.
        seen.forEach(mustReach);
        const found = await Promise.allSettled(clients.map(seenBy));
        seen = found.flatMap((one) => (one.status === 'fulfilled' && one.value !== null ? [one.value] : []));
        seen.filter(({ size }) => size <= log.size()).forEach(mustReach);
        const larger = seen.find(({ size }) => size > log.size());
        if (larger !== undefined) throw behind(larger);
      }),
    cosigned: (head) =>
      paced(async () => {
        let note = head.note;
        const answers = await Promise.allSettled(
          clients.map(async (client) => {
            const line = await client.cosign(head, pathsTo(log, head.size));
            note = withSignature(note, line);
          }),
        );
        const failures = answers.flatMap((answer, n) =>
          answer.status === 'rejected'
            ? [{ name: clients[n]?.witness.name ?? '', error: answer.reason as Error }]
            : [],
        );
        const contradicts = failures.find(({ error }) => isContradicted(error));
        if (contradicts !== undefined)
          throw new HistoryChanged(
            `the witness ${contradicts.name} does not sign: ${contradicts.error.message}`,
          );
        // Whatever the others sign: one that did not answer when it was asked what it saw tells it now.
        const ahead = failures.flatMap(({ name, error }) =>
          error instanceof NotCosigned && (error.known ?? 0) > head.size
            ? [{ name, size: error.known ?? 0, checkpoint: null }]
            : [],
        );
        if (ahead[0] !== undefined) {
          seen = ahead;
          throw behind(ahead[0]);
        }
        if (policy.isMetBy(cosignedBy(note, policy.witnesses))) {
          if (seen.length === 0 && failures.length === clients.length)
            warn(
              { witnesses: failures.map(({ name }) => name) },
              'the log of proofs is built anew, and no witness has said what it must go on from',
            );
          return note;
        }
        throw new Error(
          `the log of proofs begins anew, and is served once enough witnesses have signed its first head: ${failures.map(({ name, error }) => `${name}: ${error.message}`).join('; ')}`,
        );
      }),
  };
};

const isContradicted = (error: Error): boolean =>
  error instanceof NotCosigned && error.code === 'CONTRADICTED';

const ours = (note: string, verifiers: readonly NoteVerifier[]): Checkpoint | null => {
  for (const verifier of verifiers) {
    try {
      return openCheckpoint(note, verifier);
    } catch {
      // Of another key of ours, or no checkpoint of this log: then it proves nothing.
    }
  }
  return null;
};
