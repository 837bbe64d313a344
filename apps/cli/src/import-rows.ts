/**
 * Sends the rows of a file, a few at a time, and tells what became of each in the order of the file. The next row is
 * read only when there is room, so that a file of any size needs the memory of a small one.
 */
import { createHash } from 'node:crypto';
import type { Row } from './reading/table.ts';
import { Ending, EXIT } from './exit-codes.ts';
import { type Patience, patiently } from './patience.ts';
import {
  differingFields,
  type Fault,
  faultOf,
  problemCode,
  referenceIn,
  refusesAll,
  sentence,
} from './problem.ts';
import { isFault, type RowKind, type RowRequest } from './row-kind.ts';
import { type Answer, notThere, type Server } from './server.ts';

export interface Rejected {
  readonly is: 'rejected';
  readonly fault: Fault;
  /** Why the server refused it: for what the row says, or for who asks. Null where it was not asked. */
  readonly by: 'what it says' | 'who asks' | null;
}

export type Outcome =
  | { readonly is: 'added' | 'unchanged' }
  | { readonly is: 'changed'; readonly id: string; readonly fields: readonly string[] }
  | Rejected
  /** Not judged: the import ends here. */
  | { readonly is: 'stopped'; readonly why: Error };

export interface ImportOptions {
  readonly server: Server;
  readonly kind: RowKind;
  readonly rows: AsyncIterable<Row>;
  /** Tells the requests of this run from those of an earlier one. */
  readonly runId: string;
  readonly inFlight: number;
  readonly retryForMs: number;
  /** Aborted by the user: what is under way is finished, nothing new begins. */
  readonly interrupted: AbortSignal;
}

type Settled = readonly [Row, Outcome];

/** @throws {Ending} when the server is lost or refuses all; what `tell` heard until then has happened. */
export const importRows = async (
  options: ImportOptions,
  tell: (row: Row, outcome: Outcome) => Promise<void>,
): Promise<void> => {
  const read = options.kind.reader();
  const stop = new AbortController();
  const patience: Patience = {
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
      await tell(row, outcome);
    }
  };

  try {
    for await (const row of options.rows) {
      const wish = read(row);
      underWay.push(
        isFault(wish)
          ? Promise.resolve([row, { is: 'rejected', fault: wish, by: null }])
          : send(options, patience, wish).then((outcome) => [row, outcome]),
      );
      if (underWay.length >= options.inFlight) await settleOldest();
      if (patience.giveUp.aborted) break;
    }
  } finally {
    while (underWay.length > 0) await settleOldest();
  }
  if (why && !options.interrupted.aborted) throw why;
};

/** Never rejects: an outcome may have to wait for its turn. */
const send = async (
  { server, kind, runId }: ImportOptions,
  patience: Patience,
  { id, path, body }: RowRequest,
): Promise<Outcome> => {
  try {
    const key = createHash('sha256').update(`${runId} ${path} ${id}`).digest('hex');
    return outcomeOf(server, kind, id, await patiently(patience, () => server.post(path, body, key)));
  } catch (error) {
    return { is: 'stopped', why: notThere(server, error) };
  }
};

const outcomeOf = (server: Server, kind: RowKind, id: string, answer: Answer): Outcome => {
  const { status } = answer;
  if (status === 201) return { is: 'added' };
  // A repeat is this run's own first try, of which the answer was lost.
  if (status === 200) return { is: wasRepeated(answer) ? 'added' : 'unchanged' };
  if (status === 409 && problemCode(answer) === kind.existsCode) {
    return { is: 'changed', id: referenceIn(answer) || id, fields: differingFields(answer) };
  }
  if (status >= 400 && status < 500 && !refusesAll(answer)) {
    return { is: 'rejected', fault: faultOf(answer), by: status === 403 ? 'who asks' : 'what it says' };
  }
  const message = `${server.url} refused the import: ${sentence(answer)} (${problemCode(answer)})`;
  return { is: 'stopped', why: new Ending(EXIT.refused, message) };
};

const wasRepeated = ({ body }: Answer): boolean => (body as { repeated?: unknown } | null)?.repeated === true;
