/** That something was committed, told to a thread that sleeps, at the cost of one exchange of a number for each commit while it works. */

/** Of who waits for commits. */
export interface News {
  /** Call before looking at the store: what is committed after that wakes `next`. */
  expect(): void;
  /** Resolves once something was committed since `expect`, or the signal aborts. */
  next(signal: AbortSignal): Promise<void>;
}

const AWAKE = 0;
const ASLEEP = 1;

/** In the thread that commits. @returns what to call after each commit. */
export const wakeAfterCommit = (asleep: SharedArrayBuffer, wake: () => void): (() => void) => {
  const flag = new Int32Array(asleep);
  return () => {
    if (Atomics.exchange(flag, 0, AWAKE) === ASLEEP) wake();
  };
};

export interface ReceivedNews extends News {
  /** Call when the other thread wakes this one. */
  readonly wake: () => void;
}

export const receivedNews = (asleep: SharedArrayBuffer): ReceivedNews => {
  const flag = new Int32Array(asleep);
  let isWoken = false;
  let wakeNow = (): void => undefined;
  return {
    expect: () => {
      isWoken = false;
      Atomics.store(flag, 0, ASLEEP);
    },
    next: (signal) =>
      new Promise((resolve) => {
        const woken = (): void => {
          signal.removeEventListener('abort', woken);
          wakeNow = () => undefined;
          resolve();
        };
        if (isWoken || signal.aborted) {
          resolve();
          return;
        }
        wakeNow = woken;
        signal.addEventListener('abort', woken, { once: true });
      }),
    wake: () => {
      isWoken = true;
      wakeNow();
    },
  };
};
