/** Keeps a member in its group while a handler works or waits, and says when the group asks it to join again. */

export interface Heartbeats {
  /** Aborts when a heartbeat fails: above all because the group shares out its partitions anew. */
  readonly failed: AbortSignal;
  /** @throws what the last failing heartbeat threw, which kafkajs knows how to answer. */
  end(): void;
  stop(): void;
}

/** How often; kafkajs leaves out what comes sooner than its own interval. */
export const HEARTBEAT_MS = 500;

/** Begins at once. @param beat rejects when the member is one no longer. */
export const heartbeats = (beat: () => Promise<void>): Heartbeats => {
  const failed = new AbortController();
  // Goes on after a failure: a member that is silent while it finishes its batch is taken for dead.
  const timer = setInterval(() => {
    beat().catch((error: unknown) => failed.abort(error));
  }, HEARTBEAT_MS);
  const stop = (): void => clearInterval(timer);
  return {
    failed: failed.signal,
    stop,
    end() {
      stop();
      failed.signal.throwIfAborted();
    },
  };
};
