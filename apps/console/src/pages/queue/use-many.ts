/**
 * Sends the same to many pledges: one request each, four at a time. What is wrong with the form itself is found out by trying the first
 * one, and then nothing is sent. Each request has a key of its own that is derived from one of the form, which stays as long as the form
 * says the same: whatever is sent a second time is recorded once.
 */
import { useRef, useState } from 'react';
import { errorsAtFields } from '../../forms/errors-at-fields.ts';
import type { FieldError } from '../../forms/errors-at-fields.ts';
import type { Field } from '../../forms/request-fields.ts';
import { send, tryOut } from '../../server/commands.ts';
import type { Recorded } from '../../server/commands.ts';
import { inTurns } from '../../server/in-turns.ts';
import { Refused, secondsToWait } from '../../server/problem.ts';
import { useSessionAgain } from '../../server/session.ts';
import type { Offer } from './offers.ts';

type Target = Offer['targets'][number];
type Body = Readonly<Record<string, unknown>>;

export interface Outcome {
  readonly about: Target;
  /** Null where it was refused. */
  readonly recorded: Recorded | null;
  /** Why it was refused. */
  readonly error: Error | null;
}

export interface Many {
  /** How many have been answered of those that are on their way; null while nothing is. */
  readonly done: number | null;
  /** Why nothing was sent at all. */
  readonly error: Error | null;
  readonly errors: readonly FieldError[];
  /** @returns null where nothing was sent. */
  readonly sendTo: (targets: readonly Target[], body: Body) => Promise<readonly Outcome[] | null>;
}

const AT_ONCE = 4;

export const useMany = (fields: readonly Field[]): Many => {
  const sessionAgain = useSessionAgain();
  const [done, setDone] = useState<number | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const key = useRef({ of: '', is: '' });

  const sendTo: Many['sendTo'] = async (targets, body) => {
    const said = JSON.stringify(body);
    if (key.current.of !== said) key.current = { of: said, is: crypto.randomUUID() };
    setDone(0);
    setError(null);
    try {
      // Who signed in again meanwhile has another token.
      const session = await sessionAgain();
      await mustBeSound(targets, { body, session }, fields);
      return await inTurns(targets, AT_ONCE, async (about): Promise<Outcome> => {
        const { href, pledgeId } = about;
        const one = { href, body, key: `${key.current.is}.${pledgeId}`, seen: null, session };
        const outcome = await send(one).then(
          (recorded) => ({ about, recorded, error: null }),
          (refusal: unknown) => ({ about, recorded: null, error: refusal as Error }),
        );
        setDone((before) => (before ?? 0) + 1);
        return outcome;
      });
    } catch (refusal) {
      setError(refusal as Error);
      return null;
    } finally {
      setDone(null);
    }
  };
  const errors = error instanceof Refused ? errorsAtFields(error.problem, fields) : [];
  return { done, error, errors, sendTo };
};

/** What is refused for where the one pledge stands says nothing of the others. @throws {Refused | Unanswered} */
const mustBeSound = async (
  [first]: readonly Target[],
  { body, session }: Omit<Parameters<typeof tryOut>[0], 'href'>,
  fields: readonly Field[],
): Promise<void> => {
  if (first === undefined) return;
  try {
    await tryOut({ href: first.href, body, session });
  } catch (refusal) {
    const isOfOne =
      refusal instanceof Refused &&
      !OF_ALL.includes(refusal.problem.status) &&
      errorsAtFields(refusal.problem, fields).length === 0;
    if (!isOfOne) throw refusal;
  }
};

/** Whether what was refused may be sent as it is once more: not where the pledge itself stands in the way. */
export const mayBeRepeated = ({ error }: Outcome): boolean =>
  error !== null &&
  (secondsToWait(error) !== null || (error instanceof Refused && error.problem.status === 401));

/** Who sends it, and how often. */
const OF_ALL: readonly number[] = [400, 401, 403, 429, 503];
