/** Sends commands. They are never repeated by themselves: only their sender knows whether he means it twice. */
import type { components } from '../generated/openapi.d.ts';
import { refusalOf, Unanswered } from './problem.ts';

export interface Recorded {
  readonly stream: string;
  readonly revision: number;
  /** For `?after=` of a question that is to know it. */
  readonly after: string;
  /** The same was recorded before, under the same key. */
  readonly repeated: boolean;
}

export interface Sending {
  readonly href: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** The same for each attempt to send the same. */
  readonly key: string;
  /** The ETag of what the sender has seen; null where it has none. */
  readonly seen: string | null;
  readonly session: components['schemas']['Session'] | null;
}

/** @throws {Refused | Unanswered} */
export const send = async ({ href, body, key, seen, session }: Sending): Promise<Recorded> => {
  const response = await fetch(href, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      'idempotency-key': key,
      ...(seen !== null && { 'if-match': seen }),
      ...(session !== null && session.csrf !== null && { 'x-csrf-token': session.csrf }),
    },
    body: JSON.stringify(body),
  }).catch((error: unknown) => {
    throw new Unanswered((error as Error).message, { cause: error });
  });
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw refusalOf(response, answer);
  return answer as Recorded;
};
