/**
 * Has each question answered once for all who ask it at the same time, and by himself for who is answered otherwise than others who
 * read as he does, keeps answers while they hold, and stops what nobody waits
 * for any more. What is kept is bounded in bytes, who waits in number.
 */
import { LRUCache } from 'lru-cache';
import { TooBusy } from '@pledgeline/event-sourcing';
import type { Answers, AskedQuestion, Asker, PreparedAnswer, Question } from '@pledgeline/event-sourcing';
import { canonicalJson } from '../canonical-json.ts';
import type { Places } from './places.ts';

/** An answer without its age. */
export type ComputedAnswer = Omit<PreparedAnswer, 'ageMs'>;

/** Must end soon after the signal. */
export type Compute = (question: Question, signal: AbortSignal) => Promise<ComputedAnswer>;

export interface SharedAnswersOptions {
  readonly compute: Compute;
  readonly places: Places;
  /** Of answers that are kept; 64 MiB when absent. */
  readonly keptBytes?: number;
  /** How old figures may be that are given while others are already due; 2 s when absent. */
  readonly maxAgeMs?: number;
  /** Milliseconds of a clock that never goes backwards. */
  readonly elapsed?: () => number;
}

const KEPT_BYTES = 64 * 1024 * 1024;
const MAX_AGE_MS = 2000;
/** Requests that wait for an answer on one account. Each holds a connection and nothing else. */
const MOST_WAITING = 128;

interface Kept {
  readonly answer: ComputedAnswer;
  readonly version: string | null;
  readonly begunAt: number;
}

/** One computation, and how many wait for it. */
interface Computation {
  readonly version: string | null;
  readonly answer: Promise<Kept>;
  /** Nobody waits any more: the next question begins it anew. */
  readonly abandon: () => void;
  waiting: number;
}

export const sharedAnswers = (options: SharedAnswersOptions): Pick<Answers, 'ask'> => {
  const { compute, places, keptBytes = KEPT_BYTES, maxAgeMs = MAX_AGE_MS } = options;
  const elapsed = options.elapsed ?? (() => performance.now());
  const kept = new LRUCache<string, Kept>({
    maxSize: keptBytes,
    sizeCalculation: ({ answer }) => sizeOf(answer),
  });
  /** By question, the one under way last. */
  const underWay = new Map<string, Computation>();
  const waitingOn = new Map<string, number>();

  const isGoodFor = ({ version, begunAt }: Kept, asked: AskedQuestion): boolean =>
    version === asked.version ||
    (asked.cost === 'FIGURES' && !asked.isExact && elapsed() - begunAt <= maxAgeMs);

  const begin = (
    key: string | null,
    asked: AskedQuestion,
    asker: Asker,
    before?: Computation,
  ): Computation => {
    const controller = new AbortController();
    const { signal } = controller;
    const answer = (async (): Promise<Kept> => {
      // One computation of a question at a time: this one begins when that one has ended, however it ended.
      await before?.answer.catch(() => undefined);
      const leave = await places.enter(asked.cost, { ...asker, about: asked.about }, signal);
      try {
        const begunAt = elapsed();
        const computed = { answer: await compute(asked, signal), version: asked.version, begunAt };
        if (key !== null) kept.set(key, computed);
        return computed;
      } finally {
        leave();
      }
    })();
    const ended = (): void => {
      if (key !== null && underWay.get(key) === computation) underWay.delete(key);
    };
    const abandon = (): void => {
      ended();
      controller.abort(new Error('nobody waits for the answer'));
    };
    const computation: Computation = { version: asked.version, answer, abandon, waiting: 0 };
    if (key !== null) underWay.set(key, computation);
    answer.then(ended, ended);
    return computation;
  };

  const answerTo = async (asked: AskedQuestion, asker: Asker): Promise<PreparedAnswer> => {
    if (asked.version === null) return aged(await wait(begin(null, asked, asker), asker), elapsed());
    const key = canonicalJson([asked.name, asked.input, asked.reader, asked.person ?? null, asked.cost]);
    const known = kept.get(key);
    if (known !== undefined && isGoodFor(known, asked)) return aged(known, elapsed());
    const current = underWay.get(key);
    const isJoined =
      current !== undefined &&
      (current.version === asked.version || (asked.cost === 'FIGURES' && !asked.isExact));
    const computation = isJoined ? current : begin(key, asked, asker, current);
    return aged(await wait(computation, asker), elapsed());
  };

  return {
    ask: async (asked, asker) => {
      const shared = await answerTo(asked, asker);
      const { account, hasSignedIn } = asker;
      return hasSignedIn && shared.otherwiseFor.includes(account)
        ? answerTo({ ...asked, person: account }, asker)
        : shared;
    },
  };

  async function wait(computation: Computation, { account, gone }: Asker): Promise<Kept> {
    const others = waitingOn.get(account) ?? 0;
    if (others >= MOST_WAITING) {
      if (computation.waiting === 0) computation.abandon();
      throw new TooBusy(`${MOST_WAITING} of your requests wait for an answer: ask again later.`, 1);
    }
    waitingOn.set(account, others + 1);
    computation.waiting += 1;
    try {
      return await untilGone(computation.answer, gone);
    } finally {
      computation.waiting -= 1;
      if (computation.waiting === 0) computation.abandon();
      const left = (waitingOn.get(account) ?? 1) - 1;
      if (left === 0) waitingOn.delete(account);
      else waitingOn.set(account, left);
    }
  }
};

const untilGone = <Result>(answer: Promise<Result>, gone: AbortSignal): Promise<Result> =>
  new Promise((resolve, reject) => {
    const leave = (): void => reject(gone.reason as Error);
    if (gone.aborted) leave();
    gone.addEventListener('abort', leave, { once: true });
    answer.then(resolve, reject).finally(() => gone.removeEventListener('abort', leave));
  });

const aged = ({ answer, begunAt }: Kept, now: number): PreparedAnswer => ({
  ...answer,
  ageMs: now - begunAt,
});

/** With what the cache itself needs. */
const sizeOf = ({ body, gzip }: ComputedAnswer): number => body.byteLength + (gzip?.byteLength ?? 0) + 500;
