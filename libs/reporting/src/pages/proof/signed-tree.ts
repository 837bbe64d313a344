/** The tree as its doors show it: as far as its newest signed head goes, and no further. */
import { Rejected, StoreUnavailable } from '@pledgeline/event-sourcing';
import { nodesOf, parseCheckpoint } from '@pledgeline/transparency';
import type { NodeReader, ProofReader, ServedLog, SignedHead } from '@pledgeline/transparency';

export interface SignedTree {
  readonly head: SignedHead;
  readonly reader: ProofReader;
  /** @throws {StoreUnavailable} where the file has lost a part of the signed tree. */
  readonly nodes: NodeReader;
}

const AGAIN_AFTER_S = 1;
/** A file is not mended while somebody waits. */
const DAMAGED_AGAIN_AFTER_S = 60;

/** @throws {StoreUnavailable} before the first head, and where the file cannot be read. */
export const signedTree = ({ reader: open }: Pick<ServedLog, 'reader'>): SignedTree => {
  const reader = open();
  const head = reader?.newest();
  if (reader === undefined || head === undefined)
    throw new StoreUnavailable('The first checkpoint is not signed yet: ask again.', AGAIN_AFTER_S);
  const nodes = nodesOf((level, index) => reader.tile(level, index));
  return {
    ...{ head, reader },
    nodes: (level, index) => {
      try {
        return nodes(level, index);
      } catch (error) {
        throw error instanceof RangeError ? damaged(error) : error;
      }
    },
  };
};

/** @throws {StoreUnavailable} for a head that is no checkpoint any more. */
export const signedRoot = ({ head: { note } }: SignedTree): Uint8Array => {
  try {
    return parseCheckpoint(note.slice(0, note.indexOf('\n\n') + 1)).root;
  } catch (error) {
    throw damaged(error);
  }
};

/** What was signed is not in the file any more. */
export const damaged = (cause?: unknown): StoreUnavailable =>
  new StoreUnavailable(
    'The log of proofs is damaged: a part of its signed tree is missing, so that this cannot be answered.',
    DAMAGED_AGAIN_AFTER_S,
    { cause },
  );

/** @throws {Rejected} NOT_COSIGNED before enough witnesses have signed a head. */
export const cosignedNote = ({ reader }: SignedTree): string => {
  const head = reader.cosigned();
  if (head === undefined)
    throw new Rejected(
      'missing',
      'NOT_COSIGNED',
      'There is no head of this log that enough witnesses have signed.',
    );
  return head.note;
};

/** @throws {Rejected} KEY_UNCHANGED where the log has the key that it began with. */
export const keyStatements = ({ keyStatements: statements }: Pick<ServedLog, 'keyStatements'>): string => {
  if (statements === '')
    throw new Rejected('missing', 'KEY_UNCHANGED', 'This log has the key that it began with.');
  return statements;
};

/** @throws {Rejected} PROOF_NOT_KEPT where this installation keeps no log. */
export const keptLog = <Log>(log: Log | null): Log => {
  if (log === null)
    throw new Rejected('missing', 'PROOF_NOT_KEPT', 'This installation keeps no log of proofs.');
  return log;
};
