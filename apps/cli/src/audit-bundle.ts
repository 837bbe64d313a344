/** `pledgeline audit bundle`: brings proved events into a file, as the server hands them over. */
import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { parseCheckpoint } from '@pledgeline/transparency';
import { CliError, EXIT } from './exit-codes.ts';
import { sentence } from './problem.ts';
import { progressBar } from './progress-bar.ts';
import { notThere, Unreachable, type Server } from './server.ts';
import type { Terminal } from './terminal.ts';

export interface BundleCommand {
  /** Ids or references. */
  readonly pledge?: readonly string[];
  /** A code, or `none`. */
  readonly conference?: string;
  /** A code, or any name of the state. */
  readonly memberState?: string;
  readonly all?: boolean;
  readonly out: string;
  /** File of an older checkpoint. */
  readonly checkpoint?: string;
  readonly json?: boolean;
}

const OK = 200;
/** What is done sooner needs no bar. */
const BAR_AFTER_MS = 2000;

/** @throws {CliError} where the server refuses, and for files that cannot be read or written. */
export const auditBundle = async (
  target: Server,
  { pledge = [], conference, memberState, all = false, out, checkpoint, json = false }: BundleCommand,
  terminal: Terminal,
): Promise<number> => {
  const isFiltered = conference !== undefined || memberState !== undefined;
  if ([pledge.length > 0, isFiltered, all].filter(Boolean).length !== 1)
    throw new CliError(
      EXIT.usage,
      'name pledges with --pledge, or a conference or a state with --conference and --member-state, or all events with --all',
    );
  const asked = async <Result>(answer: Promise<Result>): Promise<Result> =>
    answer.catch((error: unknown) => {
      throw notThere(target, error);
    });
  const ids: string[] = [];
  for (const name of pledge) {
    const answer = await asked(target.get(`/pledges/${encodeURIComponent(name)}`));
    if (answer.status !== OK) throw new CliError(EXIT.refused, `${name}: ${sentence(answer)}`);
    ids.push((answer.body as { readonly pledgeId: string }).pledgeId);
  }
  const query = new URLSearchParams();
  for (const id of ids) query.append('pledge', id);
  if (conference !== undefined) query.set('conference', conference);
  if (memberState !== undefined) query.set('memberState', memberState);
  if (all) query.set('all', 'true');
  if (checkpoint !== undefined) query.set('since', String(sizeIn(checkpoint)));
  const begun = `${out}.begun`;
  const handle = usable(out, () => openSync(begun, 'w'));
  let bytes = 0;
  const bar = terminal.errIsWatched ? laterBar() : null;
  try {
    const answer = await asked(
      target
        .download(`/proof/bundle?${query.toString()}`, (piece) => {
          usable(out, () => writeSync(handle, piece));
          bytes += piece.length;
          bar?.update(bytes);
        })
        .catch((error: unknown) => {
          throw bytes > 0 && error instanceof Unreachable ? endedEarly(bytes, error) : error;
        }),
    );
    if (answer.status !== OK) throw new CliError(EXIT.refused, sentence(answer));
    closeSync(handle);
    usable(out, () => renameSync(begun, out));
  } catch (error) {
    rmSync(begun, { force: true });
    throw error;
  } finally {
    bar?.stop();
  }
  if (json) terminal.json({ file: out, bytes });
  else
    terminal.out([
      `${out}: ${bytes.toLocaleString('en-US')} bytes`,
      'Check it with: pledgeline audit verify FILE --key KEY',
    ]);
  return EXIT.ok;
};

/** Of a bundle only the size is asked for by it; whether it is signed is for `audit verify`. */
const sizeIn = (file: string): number => {
  try {
    const note = readFileSync(file, 'utf8');
    return parseCheckpoint(note.slice(0, note.indexOf('\n\n') + 1)).size;
  } catch (error) {
    throw new CliError(EXIT.usage, `--checkpoint ${file}: ${(error as Error).message}`);
  }
};

const usable = <Result>(file: string, work: () => Result): Result => {
  try {
    return work();
  } catch (error) {
    throw new CliError(EXIT.usage, `--out ${file} cannot be written: ${(error as Error).message}`);
  }
};

/** The server makes an archive while it is read, and breaks off where it cannot go on. */
const endedEarly = (bytes: number, { message }: Unreachable): CliError =>
  new CliError(
    EXIT.unreachable,
    `the archive ended early, after ${bytes.toLocaleString('en-US')} bytes (${message}): nothing was kept; ask again`,
  );

interface LaterBar {
  readonly update: (bytes: number) => void;
  readonly stop: () => void;
}

/** How long it will be nobody knows before its end. */
const laterBar = (): LaterBar => {
  const since = performance.now();
  let bar: ReturnType<typeof progressBar> | undefined;
  return {
    update: (bytes) => {
      if (bar !== undefined) bar.update(bytes);
      else if (performance.now() - since > BAR_AFTER_MS) {
        bar = progressBar('{value} bytes in {duration_formatted}');
        bar.start(0, bytes);
      }
    },
    stop: () => bar?.stop(),
  };
};
