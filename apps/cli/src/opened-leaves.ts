/**
 * What an auditor who may read all has seen of each event of the log: enough to tell when a later one contradicts it. A line for each
 * leaf in a file of the folder of heads, so that each leaf is asked for once.
 */
import { appendFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { frontier, readOpening } from '@pledgeline/transparency';
import type { OpenedEvent } from '@pledgeline/transparency';
import { CliError, EXIT } from './exit-codes.ts';

export interface OpenedLeaves {
  /** As many leaves, from the first on. */
  size(): number;
  /** Of the tree that they make. */
  root(): Uint8Array;
  /**
   * The next leaf, by the line that the log hands out.
   * @returns what is wrong with it, in a sentence without its beginning; undefined where nothing is, and it is kept.
   */
  add(line: string): string | undefined;
  /** Keeps a line that is wrong beside the heads. @returns its file. */
  keepEvidence(line: string): string;
}

const FILE = 'opened-leaves';
const FIELDS = 5;

/** @throws {CliError} when the folder cannot be used, or the file is not as it was left. */
export const openedLeaves = (folder: string): OpenedLeaves => {
  const file = join(folder, FILE);
  const usable = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (error) {
      throw error instanceof CliError
        ? error
        : new CliError(EXIT.usage, `--state ${folder} cannot be used: ${(error as Error).message}`);
    }
  };
  const tree = frontier();
  const revisions = new Map<string, number>();
  const ids = new Set<string>();
  let recorded = -Infinity;

  const take = ({ entry, id, stream, revision, recordedAt }: Seen): void => {
    tree.add(entry);
    ids.add(id);
    revisions.set(stream, revision);
    recorded = Date.parse(recordedAt);
  };

  const wrongIn = (event: OpenedEvent): string | undefined => {
    const { leaf, keptBack, stream, revision, id, recordedAt } = event;
    const next = (revisions.get(stream) ?? -1) + 1;
    if (leaf !== tree.size()) return `stands where leaf ${tree.size()} was asked for`;
    if (keptBack > 0) return `is shown in part: parts kept back ${keptBack}`;
    if (revision !== next)
      return `has revision ${revision} of ${stream}, and ${next} is the next one: ${revision < next ? 'that place was taken before' : 'one is missing'}`;
    if (ids.has(id)) return `has the id of an event before it, ${id}`;
    if (!(Date.parse(recordedAt) >= recorded))
      return `was recorded at ${recordedAt}, which is before the leaf before it`;
    return undefined;
  };

  usable(() => {
    if (!existsSync(file)) return;
    const text = readFileSync(file, 'utf8');
    // What was being written when it was stopped.
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    if (whole.length < text.length) truncateSync(file, Buffer.byteLength(whole));
    for (const [n, line] of whole.split('\n').slice(0, -1).entries()) take(seenIn(line, n, file));
  });

  return {
    size: () => tree.size(),
    root: () => tree.root(),
    add: (line) => {
      let event: OpenedEvent;
      try {
        event = readOpening(JSON.parse(line));
      } catch (error) {
        return `is no opening: ${(error as Error).message}`;
      }
      const wrong = wrongIn(event);
      if (wrong === undefined) {
        usable(() => appendFileSync(file, lineOf(event)));
        take(event);
      }
      return wrong;
    },
    keepEvidence: (line) => {
      const kept = join(folder, `alarm-leaf-${tree.size()}.json`);
      usable(() => writeFileSync(kept, `${line}\n`));
      return kept;
    },
  };
};

type Seen = Pick<OpenedEvent, 'id' | 'stream' | 'revision' | 'recordedAt'> & { readonly entry: Uint8Array };

const lineOf = ({ entry, id, stream, revision, recordedAt }: Seen): string =>
  `${JSON.stringify([Buffer.from(entry).toString('hex'), id, stream, revision, recordedAt])}\n`;

const seenIn = (line: string, n: number, file: string): Seen => {
  try {
    const fields = JSON.parse(line) as readonly unknown[];
    const [entry, id, stream, revision, recordedAt] = fields as readonly [
      string,
      string,
      string,
      number,
      string,
    ];
    if (fields.length === FIELDS)
      return { entry: Buffer.from(entry, 'hex'), id, stream, revision, recordedAt };
  } catch {
    // Said below.
  }
  throw new CliError(EXIT.usage, `${file}, line ${n + 1}, is not what was kept there: move the file away`);
};
