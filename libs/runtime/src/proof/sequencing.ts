/**
 * Keeps the log of proofs going: takes up what is committed, signs in its cadence, compares every event with its leaf once a day,
 * and says how it stands. What is found to be changed ends the signing for good; any other failure is tried again.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { pause } from '@pledgeline/event-sourcing';
import { ForeignEvent, HistoryChanged, scrub, UNBEGUN } from '@pledgeline/transparency';
import type {
  EventSource,
  ProofLog,
  ProofLogFailure,
  ProofLogStatus,
  ScrubStatus,
  Sequencer,
} from '@pledgeline/transparency';
import type { FromSequencing } from './messages.ts';
import type { News } from './news.ts';

export interface SequencingOptions {
  readonly source: EventSource;
  readonly log: ProofLog;
  readonly sequencer: Sequencer;
  readonly legacySecret: string;
  /** Least time between two heads. */
  readonly checkpointMs: number;
  readonly news: News;
  /** Milliseconds since 1970, of a clock that runs; only for what others read. */
  readonly now: () => number;
  /** Milliseconds that only go forward: a clock that is set must hold up nothing. */
  readonly elapsed: () => number;
  readonly tell: (message: FromSequencing) => void;
  readonly signal: AbortSignal;
}

export interface Sequencing {
  /** Ends soon after the signal, and never rejects. */
  run(): Promise<void>;
  /** Of all that there is by now, at full speed. */
  readonly scrub: () => void;
}

const RETRY_MS = 1000;
/** While it builds: every so often the log of the process says how far it is. */
const PROGRESS_EVERY_MS = 10_000;
const DAY_MS = 24 * 60 * 60 * 1000;
const HOUR_MS = 60 * 60 * 1000;
/** The daily scrub takes at most a twentieth of a core: so many times as long as it worked it rests. */
const REST = 19;

export const sequencing = (options: SequencingOptions): Sequencing => {
  const { source, log, sequencer, legacySecret, checkpointMs, news, now, elapsed, tell } = options;
  const ending = new AbortController();
  const signal = AbortSignal.any([options.signal, ending.signal]);
  const { witnesses: _, ...unbegun } = UNBEGUN;
  const status: { -readonly [Member in keyof typeof unbegun]: ProofLogStatus[Member] } = {
    ...unbegun,
    state: 'building',
  };
  let hurried = new AbortController();
  /** What is committed by now is wanted compared, and not only what was when the last comparison began. */
  let asks = 0;
  let toldAt = elapsed();

  const report = (): void => {
    const newest = log.newest();
    Object.assign(status, {
      leaves: log.size(),
      signedSize: newest?.size ?? null,
      signedAt: newest?.signedAt ?? null,
    });
    tell({ is: 'status', status: { ...status } });
  };
  const say = (level: 'info' | 'warn' | 'error', fields: object, message: string): void =>
    tell({ is: 'said', level, fields, message });

  const failed = (failure: ProofLogFailure): void => {
    const isFinal = failure.code !== 'NOT_AVAILABLE';
    if (status.failure?.message !== failure.message)
      say(isFinal ? 'error' : 'warn', { code: failure.code, err: failure.message }, WORDS[failure.code]);
    status.failure = failure;
    status.waitsSince ??= now();
    status.state = isFinal ? 'stopped' : 'retrying';
    if (isFinal) ending.abort();
    tell({ is: 'status', status: { ...status } });
  };

  const progress = (): void => {
    if (status.state !== 'building' || elapsed() - toldAt < PROGRESS_EVERY_MS) return;
    toldAt = elapsed();
    say('info', { leaves: log.size() }, 'the log of proofs is being built');
  };

  /** One look at the store. @returns whether there is nothing more to do until something is committed. */
  const look = async (): Promise<boolean> => {
    const isMore = await sequencer.step(ending.signal);
    // Meanwhile the scrub may have found what ends it.
    if (ending.signal.aborted) return true;
    const isCovered = !isMore && sequencer.isCovered();
    Object.assign(status, { failure: null, waitsSince: null });
    if (isCovered) status.state = 'following';
    else if (status.state === 'retrying') status.state = 'building';
    report();
    progress();
    return isCovered;
  };

  const follow = async (): Promise<void> => {
    while (!signal.aborted) {
      news.expect();
      try {
        if (await look()) {
          const restUntil = elapsed() + checkpointMs;
          await news.next(signal);
          // In a stream of events many share a head, and a write.
          if (elapsed() < restUntil) await pause(restUntil - elapsed(), signal);
        } else await nextTurn();
      } catch (error) {
        if (ending.signal.aborted) return;
        failed(failureOf(error));
        await pause(RETRY_MS, signal);
      }
    }
  };

  /** One end is told from another by it, also where the clock of the server stands still. */
  const endedAt = (): string => new Date(now()).toISOString();

  const scrubOnce = async (): Promise<void> => {
    const all: ScrubStatus = { ...status.scrub, state: 'running', compared: 0, of: log.size() };
    status.scrub = all;
    report();
    let workedSince = elapsed();
    try {
      const compared = await scrub({
        ...{ source, log, legacySecret, signal },
        breathe: async (done) => {
          status.scrub = { ...all, compared: done };
          await nextTurn();
          await pause(REST * (elapsed() - workedSince), AbortSignal.any([signal, hurried.signal]));
          workedSince = elapsed();
        },
      });
      if (signal.aborted) return;
      status.scrub = { state: 'done', compared, of: all.of, endedAt: endedAt() };
      report();
    } catch (error) {
      status.scrub = { ...status.scrub, state: 'failed', endedAt: endedAt() };
      const failure = failureOf(error);
      if (failure.code === 'NOT_AVAILABLE') {
        say(
          'warn',
          { err: failure.message },
          'the events could not be compared with what was signed of them',
        );
        report();
      } else failed(failure);
    }
  };

  const scrubDaily = async (): Promise<void> => {
    while (!signal.aborted) {
      // Before the first head there is nothing that was signed.
      if (log.newest() === undefined) await pause(RETRY_MS, signal);
      else {
        const before = asks;
        await scrubOnce();
        if (asks !== before) continue;
        hurried = new AbortController();
        const rest = status.scrub.state === 'done' ? DAY_MS : HOUR_MS;
        await pause(rest, AbortSignal.any([signal, hurried.signal]));
      }
    }
  };

  return {
    run: async () => {
      await Promise.all([follow(), scrubDaily()]);
    },
    scrub: () => {
      asks += 1;
      hurried.abort();
    },
  };
};

const WORDS: Readonly<Record<ProofLogFailure['code'], string>> = {
  HISTORY_CHANGED: 'what was signed is no longer so: nothing is signed any more',
  FOREIGN_EVENT: 'the store holds an event that this application did not write: nothing is signed any more',
  NOT_AVAILABLE: 'the log of proofs waits',
};

const failureOf = (error: unknown): ProofLogFailure => {
  const { message } = error as Error;
  if (error instanceof HistoryChanged) return { code: 'HISTORY_CHANGED', message };
  if (error instanceof ForeignEvent) return { code: 'FOREIGN_EVENT', message };
  return { code: 'NOT_AVAILABLE', message };
};
