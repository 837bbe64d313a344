/** A session of an issuer ends with its token, after minutes: while a page of its owner is open it is made longer in time. */
import { useEffect, useRef } from 'react';
import type { CurrentSession } from '../server/session.ts';
import { useRenewal } from '../server/session.ts';

/** Time enough for an issuer that is slow. */
const BEFORE_MS = 60_000;
/** An issuer whose tokens last no longer than that is not asked without end, nor one that is away. */
const SOONEST_MS = 15_000;

export const useKeptSession = ({ session, now }: CurrentSession): void => {
  const renewal = useRenewal();
  const renew = useRef(renewal);
  useEffect(() => {
    renew.current = renewal;
  });
  const until = session?.until;
  useEffect(() => {
    if (until === undefined || session?.renewable !== true) return;
    let isOver = false;
    let timer: ReturnType<typeof setTimeout>;
    const wait = (ms: number): void => {
      timer = setTimeout(() => void again(), Math.max(SOONEST_MS, ms));
    };
    const again = async (): Promise<void> => {
      const mayWorkLater = await renew.current();
      if (mayWorkLater && !isOver) wait(SOONEST_MS);
    };
    // By the clock of the server, which the reader's may not agree with.
    wait(Date.parse(until) - Date.parse(now) - BEFORE_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [until, now, session?.renewable]);
};
