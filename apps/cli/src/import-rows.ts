/**
 * Sends the rows of a file, a few at a time, and reports what became of each in the order of the file. The next row is
 * read only when there is room, so that a file of any size needs the memory of a small one.
 */
import { createHash } from 'node:crypto';
import { type RetryWindow, retryWhileUnavailable } from './retry-while-unavailable.ts';
import type { Row } from './reading/table.ts';
import { amongOthers } from './repeats.ts';
import { outcomeOf, outlookOf } from './row-answer.ts';
import { isFault, type RowKind, type RowRequest } from './row-kind.ts';
import { notThere, type Server } from './server.ts';
import type { Outcome } from './outcome.ts';

export interface ImportOptions {
  readonly server: Server;
  readonly kind: RowKind;
  readonly rows: AsyncIterable<Row>;
  /** Tells the requests of this run from those of an earlier one. */
  readonly runId: string;
  readonly inFlight: number;
  readonly retryForMs: number;
  /** The server is asked what would become of each row, and enters none. */
  readonly dryRun: boolean;
  /** Aborted by the user: what is under way is finished, nothing new begins. */
  readonly interrupted: AbortSignal;
}

type Settled = readonly [Row, Outcome];

/** @throws {CliError} when the server is lost or refuses all; what `report` got until then has happened. */
export const importRows = async (
  options: ImportOptions,
  report: (row: Row, outcome: Outcome) => Promise<void>,
): Promise<void> => {
  const read = options.kind.reader();
  const seen = amongOthers();
  const inTurn = oneAfterTheOther();
  const stop = new AbortController();
  const retryWindow: RetryWindow = {
    limitMs: options.retryForMs,
    giveUp: AbortSignal.any([stop.signal, options.interrupted]),
  };
  const underWay: Promise<Settled>[] = [];
  let why: Error | undefined;

  const settleOldest = async (): Promise<void> => {
    const oldest = underWay.shift();
    if (!oldest) return;
    const [row, outcome] = await oldest;
    if (outcome.is === 'stopped') {
      why ??= outcome.why;
      stop.abort();
    } else {
      await report(row, seen(row.line, outcome));
    }
  };

  try {
    for await (const row of options.rows) {
      const request = read(row);
      underWay.push(
        isFault(request)
          ? Promise.resolve([row, { is: 'rejected', fault: request, by: null }])
          : inTurn(request.offer, () => send(options, retryWindow, request)).then((outcome) => [
              row,
              outcome,
            ]),
      );
      if (underWay.length >= options.inFlight) await settleOldest();
      if (retryWindow.giveUp.aborted) break;
    }
  } finally {
    while (underWay.length > 0) await settleOldest();
  }
  if (why && !options.interrupted.aborted) throw why;
};

/** Rows about the same thing are sent in the order of the file, so that not chance decides which of them comes second. */
const oneAfterTheOther = () => {
  const last = new Map<string, Promise<Outcome>>();
  return async (offer: string, work: () => Promise<Outcome>): Promise<Outcome> => {
    const before = last.get(offer);
    const mine = before === undefined ? work() : before.then(work);
    last.set(offer, mine);
    const outcome = await mine;
    if (last.get(offer) === mine) last.delete(offer);
    return outcome;
  };
};

/** Never rejects: an outcome may have to wait for its turn. */
const send = async (
  { server, kind, runId, dryRun }: ImportOptions,
  retryWindow: RetryWindow,
  request: RowRequest,
): Promise<Outcome> => {
  const { line, path, checkPath, body } = request;
  try {
    if (dryRun) {
      return outlookOf(
        server,
        request,
        await retryWhileUnavailable(retryWindow, () => server.post(checkPath, body)),
      );
    }
    const key = createHash('sha256').update(`${runId} ${path} ${line}`).digest('hex');
    return outcomeOf(
      server,
      kind,
      request,
      await retryWhileUnavailable(retryWindow, () => server.post(path, body, key)),
    );
  } catch (error) {
    return { is: 'stopped', why: notThere(server, error) };
  }
};
