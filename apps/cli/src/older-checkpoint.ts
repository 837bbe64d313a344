/** An older checkpoint that the auditor kept: whether the tree that he is shown goes on from it. */
import { readFileSync } from 'node:fs';
import { Differs, openCheckpoint, parseCheckpoint, verifyConsistency } from '@pledgeline/transparency';
import type { Checkpoint, NoteVerifier } from '@pledgeline/transparency';
import { CliError, EXIT } from './exit-codes.ts';
import { sentence } from './problem.ts';
import { notThere, type Server } from './server.ts';

/** Where the proof comes from: with what is checked, or from the log itself, which is believed in nothing. */
export interface ProofOfGrowth {
  /** `consistency.json` of a bundle. */
  readonly inBundle: Uint8Array | undefined;
  /** The log. */
  readonly server: Server | null;
}

const OK = 200;

/** @throws {CliError} for a file that holds none, or one that the key has not signed. */
export const olderCheckpoint = (file: string, keys: readonly NoteVerifier[] | null): Checkpoint => {
  let note: string;
  try {
    note = readFileSync(file, 'utf8');
  } catch (error) {
    throw new CliError(EXIT.usage, `${file} cannot be read: ${(error as Error).message}`);
  }
  try {
    return keys === null
      ? parseCheckpoint(note.slice(0, note.lastIndexOf('\n\n') + 1))
      : openCheckpoint(note, keys);
  } catch (error) {
    throw new CliError(
      EXIT.differs,
      `--checkpoint ${file} is not signed by the key: ${(error as Error).message}`,
    );
  }
};

/**
 * @throws {Differs} where it does not.
 * @throws {CliError} where nothing proves it.
 */
export const mustGoOn = async (older: Checkpoint, newer: Checkpoint, proof: ProofOfGrowth): Promise<void> => {
  if (older.origin !== newer.origin) throw new Differs('The older checkpoint is of another log.');
  const [from, to] = [older.size, newer.size];
  if (from > to)
    throw new CliError(
      EXIT.usage,
      `--checkpoint has ${from} leaves, and what is checked ${to}: it is not older`,
    );
  const path = from === to || from === 0 ? [] : await pathFrom(proof, from, to);
  if (!verifyConsistency({ from, to, fromRoot: older.root, toRoot: newer.root, path }))
    throw new Differs(
      `The tree of ${to} leaves does not go on from the older checkpoint of ${from}, and the log has signed both: keep them, they prove it.`,
    );
};

const pathFrom = async (
  { inBundle, server }: ProofOfGrowth,
  from: number,
  to: number,
): Promise<readonly Uint8Array[]> => {
  if (server !== null) return pathOfServer(server, from, to);
  const path = inBundle === undefined ? undefined : pathIn(jsonIn(inBundle), from, to);
  if (path === undefined)
    throw new CliError(
      EXIT.usage,
      `nothing here proves that ${to} leaves go on from ${from}: name the log with --server, or export the bundle with --checkpoint, too`,
    );
  return path;
};

const pathOfServer = async (server: Server, from: number, to: number): Promise<readonly Uint8Array[]> => {
  const answer = await server.get(`/consistency?from=${from}&to=${to}`).catch((error: unknown) => {
    throw notThere(server, error);
  });
  const path = answer.status === OK ? pathIn(answer.body, from, to) : undefined;
  if (path === undefined)
    throw new CliError(
      EXIT.unreachable,
      `${server.url} has not proved now that ${to} leaves go on from ${from}${answer.status === OK ? '' : `: ${sentence(answer)}`}`,
    );
  return path;
};

const pathIn = (said: unknown, from: number, to: number): readonly Uint8Array[] | undefined => {
  const proof = (said ?? {}) as Readonly<Record<string, unknown>>;
  const { path } = proof;
  return proof['from'] === from && proof['to'] === to && Array.isArray(path)
    ? path.map((hash) => Buffer.from(String(hash), 'base64'))
    : undefined;
};

/** A file that is no JSON says nothing. */
const jsonIn = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(Buffer.from(bytes).toString());
  } catch {
    return undefined;
  }
};
