/**
 * Sends an answer that is ready: as it is or compressed, or 304 where the caller has it already. No cache keeps it (`no-store`, as
 * every answer): what it says depends on who asks, and a program that keeps it in its memory names the tag itself.
 */
import type { PreparedAnswer } from '@pledgeline/event-sourcing';
import Negotiator from 'negotiator';

interface Reply {
  status(code: number): this;
  header(name: string, value: string): this;
}

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** @returns what goes out as the body. */
export const sendPrepared = (answer: PreparedAnswer, headers: Headers, reply: Reply): Buffer | string => {
  const { body, gzip, mediaType, fileName, headers: more, tag, ageMs } = answer;
  const isCompressed = gzip !== null && new Negotiator({ headers }).encoding(['gzip', 'identity']) === 'gzip';
  // Bytes that differ have tags that differ; the weak one says that they mean the same.
  const etag = isCompressed ? `W/"${tag}"` : `"${tag}"`;
  reply.header('etag', etag).header('vary', 'accept, accept-encoding, authorization, cookie');
  reply.header('age', String(Math.floor(ageMs / 1000)));
  // With a 304 too: who keeps the answer takes over its headers, and an empty answer would be called a text.
  reply.header('content-type', mediaType);
  for (const [name, value] of Object.entries(more)) reply.header(name, value);
  if (hasIt(headers['if-none-match'], tag)) {
    reply.status(304);
    return '';
  }
  if (fileName !== null) reply.header('content-disposition', `attachment; filename="${fileName}"`);
  if (isCompressed) reply.header('content-encoding', 'gzip');
  return Buffer.from(isCompressed ? gzip : body);
};

/** RFC 9110: compared weakly. */
const hasIt = (ifNoneMatch: string | string[] | undefined, tag: string): boolean => {
  const tags = String(ifNoneMatch ?? '')
    .split(',')
    .map((one) => one.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(`"${tag}"`);
};
