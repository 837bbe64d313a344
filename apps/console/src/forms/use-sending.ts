/** Sending a form: one key until its body changes, so that what was sent twice is recorded once. */
import { useRef, useState } from 'react';
import { send } from '../server/commands.ts';
import type { Recorded } from '../server/commands.ts';
import { Refused } from '../server/problem.ts';
import { useSession, useSessionAgain } from '../server/session.ts';
import { errorsAtFields } from './errors-at-fields.ts';
import type { FieldError } from './errors-at-fields.ts';
import type { Field } from './request-fields.ts';

export interface Sending {
  readonly isSending: boolean;
  /** Why the last attempt failed; null before there is one. */
  readonly error: Error | null;
  readonly errors: readonly FieldError[];
  /** @returns what was recorded, or the refusal. */
  readonly sendIt: (body: Readonly<Record<string, unknown>>) => Promise<Recorded | Error>;
}

/**
 * @param seen the ETag of what is on the page; null where it has none.
 * @param onMoved reads the page anew, since something has come; only then the refusal is shown, so that the next attempt is
 * against what its sender sees.
 */
export const useSending = (
  href: string,
  fields: readonly Field[],
  seen: string | null,
  onMoved?: () => Promise<void>,
): Sending => {
  const session = useSession()?.session ?? null;
  const sessionAgain = useSessionAgain();
  const isLost = useRef(false);
  const [error, setError] = useState<Error | null>(null);
  const [isSending, setSending] = useState(false);
  const key = useRef({ of: '', is: '' });
  const sendIt = async (body: Readonly<Record<string, unknown>>): Promise<Recorded | Error> => {
    setSending(true);
    const said = JSON.stringify(body);
    if (key.current.of !== said) key.current = { of: said, is: crypto.randomUUID() };
    try {
      const sender = isLost.current ? await sessionAgain() : session;
      const recorded = await send({ href, body, key: key.current.is, seen, session: sender });
      isLost.current = false;
      return recorded;
    } catch (refusal) {
      isLost.current ||= refusal instanceof Refused && isOfNoSession(refusal);
      if (refusal instanceof Refused && refusal.problem.status === 412) await onMoved?.();
      setError(refusal as Error);
      return refusal as Error;
    } finally {
      setSending(false);
    }
  };
  const errors = error instanceof Refused ? errorsAtFields(error.problem, fields) : [];
  return { isSending, error, errors, sendIt };
};

/** It has ended, or another has begun since in this browser. */
const isOfNoSession = ({ problem: { status, code } }: Refused): boolean =>
  status === 401 || code === 'CSRF_TOKEN';
