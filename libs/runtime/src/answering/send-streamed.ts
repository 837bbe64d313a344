/** Sends an answer while it is made, as fast as its reader reads it. No cache keeps it, and it has no tag: each is made anew. */
import { Readable } from 'node:stream';
import type { StreamedAnswer } from '@pledgeline/event-sourcing';
import type { FastifyReply } from 'fastify';

/** Who reads nothing for so long is not waited for: his place is another's. */
const STALLED_MS = 60_000;

/** Sets the headers. @returns what goes out as the body: nothing where only the headers were asked for. */
export const sendStreamed = (
  { mediaType, fileName, pieces }: StreamedAnswer,
  reply: FastifyReply,
): Readable | string => {
  reply.header('content-type', mediaType).header('vary', 'accept, accept-encoding, authorization, cookie');
  // A proxy that gathered it would fill its disk for a reader who is slow.
  reply.header('x-accel-buffering', 'no');
  if (fileName !== null) reply.header('content-disposition', `attachment; filename="${fileName}"`);
  if (reply.request.method === 'HEAD') return '';
  reply.raw.setTimeout(STALLED_MS);
  // One piece waits besides the one that is sent.
  return Readable.from(pieces, { objectMode: false, highWaterMark: 1 });
};
