/** What is on the page stays as it is while its reader has it under his hands: what is newer is held back until he wants to see it. */
import { useState } from 'react';
import type { Answered, Asked } from '../server/api.ts';

export interface Held<A> {
  /** As it is shown. */
  readonly of: Asked<A>;
  /** What has come since; null where that is the same. */
  readonly newer: A | null;
  /** @param answered what the reader has just asked for himself; absent for what has come since. */
  readonly show: (answered?: Answered<A>) => void;
}

interface Shown<A> {
  readonly name: string;
  readonly answered: Answered<A> | undefined;
  /** Whether the newest has been there once: what a page finds in memory while it asks is replaced without a word. */
  readonly isSettled: boolean;
}

/**
 * @param name of what is asked: under another one nothing is held back.
 * @param isSame whether nobody would see a difference.
 */
export const useHeld = <A>(asked: Asked<A>, name: string, isSame: (a: A, b: A) => boolean): Held<A> => {
  const { data: latest, isFetching } = asked;
  const [shown, setShown] = useState<Shown<A>>({ name, answered: latest, isSettled: false });
  const isFree =
    shown.name !== name ||
    !shown.isSettled ||
    latest === undefined ||
    shown.answered === undefined ||
    isSame(shown.answered.body, latest.body);
  const answered = isFree ? latest : shown.answered;
  const isSettled = latest !== undefined && (!isFetching || (shown.name === name && shown.isSettled));
  if (shown.name !== name || shown.answered !== answered || shown.isSettled !== isSettled)
    setShown({ name, answered, isSettled });
  return {
    // The states of an answer follow from whether there is one, which stays as it is.
    of: { ...asked, data: answered } as Asked<A>,
    newer: answered === latest || latest === undefined ? null : latest.body,
    show: (given = latest) => setShown({ name, answered: given, isSettled: true }),
  };
};
