/** Wakes those who wait for the next commit of this process: no polling, no timer. */
export interface CommitSignal {
  raise(): void;
  /** How often it was raised. */
  count(): number;
  /** Resolves once it was raised more often than `seen`, or when the caller stops waiting. */
  after(seen: number, stop: AbortSignal): Promise<void>;
}

export const commitSignal = (): CommitSignal => {
  const waiting = new Set<() => void>();
  let raised = 0;
  return {
    raise() {
      raised += 1;
      for (const wake of [...waiting]) wake();
    },
    count: () => raised,
    after: (seen, stop) =>
      new Promise((resolve) => {
        const wake = (): void => {
          waiting.delete(wake);
          stop.removeEventListener('abort', wake);
          resolve();
        };
        waiting.add(wake);
        stop.addEventListener('abort', wake, { once: true });
        if (stop.aborted || raised > seen) wake();
      }),
  };
};
