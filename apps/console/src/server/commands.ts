/** Sends commands. They are never repeated by themselves: only their sender knows whether he means it twice. */
import type { components } from '../generated/openapi.d.ts';
import { refusalOf, Unanswered } from './problem.ts';

export interface Recorded {
  readonly stream: string;
  readonly revision: number;
  /** Of what was changed or made: `/pledges/<id>`. */
  readonly location: string;
  /** For `?after=` of a question that is to know it. */
  readonly after: string;
  /** The same was recorded before, under the same key. */
  readonly repeated: boolean;
  /** Something is there that was not there before. */
  readonly created: boolean;
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
  const headers = { 'idempotency-key': key, ...(seen !== null && { 'if-match': seen }) };
  const { status, answer } = await posted(href, body, session, headers);
  return { ...(answer as Omit<Recorded, 'created'>), created: status === CREATED };
};

const CREATED = 201;

/**
 * What sending it would do: decided and refused as always, and nothing is written.
 * @throws {Refused | Unanswered}
 */
export const tryOut = async ({ href, body, session }: Trial): Promise<void> => {
  await posted(`${href}?dryRun=true`, body, session);
};

export type Trial = Pick<Sending, 'href' | 'body' | 'session'>;
export type AnnouncementCheck = components['schemas']['AnnouncementCheck'];

/**
 * What an announcement would become, what it leaves unsaid, and which pledges are like it; nothing is written.
 * @throws {Refused | Unanswered}
 */
export const checkAnnouncement = async (
  body: Sending['body'],
  session: Sending['session'],
): Promise<AnnouncementCheck> =>
  (await posted('/announcement-checks', body, session)).answer as AnnouncementCheck;

const posted = async (
  href: string,
  body: Sending['body'],
  session: Sending['session'],
  headers: Readonly<Record<string, string>> = {},
): Promise<{ readonly status: number; readonly answer: unknown }> => {
  const response = await fetch(href, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      ...headers,
      ...(session !== null && session.csrf !== null && { 'x-csrf-token': session.csrf }),
    },
    body: JSON.stringify(body),
  }).catch((error: unknown) => {
    throw new Unanswered((error as Error).message, { cause: error });
  });
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw refusalOf(response, answer);
  return { status: response.status, answer };
};
