/**
 * Nest's adapter of Fastify, which sends what a controller answers as we mean it: a command's place and revision, a resource's ETag.
 * Here, at the one place where Nest hands over an answer, it costs a call; an interceptor would put rxjs between all requests and
 * their controllers.
 */
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { CommandAnswer } from '@pledgeline/contracts';
import type { PreparedAnswer, StreamedAnswer } from '@pledgeline/event-sourcing';
import type { FastifyReply } from 'fastify';
import { sendPrepared } from './answering/send-prepared.ts';
import { sendStreamed } from './answering/send-streamed.ts';

type Reply = Parameters<FastifyAdapter['reply']>[0];

export class AnsweringAdapter extends FastifyAdapter {
  override reply(reply: Reply, answer: unknown, status?: number): ReturnType<FastifyAdapter['reply']> {
    // What middleware answers by itself has no reply of Fastify.
    return super.reply(reply, 'request' in reply ? sentFor(answer, reply) : answer, status);
  }
}

/** Sets status and headers. @returns what goes out as the body. */
const sentFor = (answer: unknown, reply: FastifyReply): unknown => {
  if (isCommandAnswer(answer))
    return answer.foreseen === undefined ? commandAnswer(answer, reply) : dryRunAnswer(answer, reply);
  const { method, headers } = reply.request;
  if (isPrepared(answer)) return sendPrepared(answer, headers, reply);
  if (isStreamed(answer)) return sendStreamed(answer, reply);
  if (method === 'POST') reply.status(200);
  if (hasRevision(answer)) reply.header('etag', `"${answer.revision}"`);
  return answer;
};

const commandAnswer = (
  { stream, revision, repeated, location, created, notChecked }: CommandAnswer,
  reply: FastifyReply,
) => {
  reply
    .status(created ? 201 : 200)
    .header('etag', `"${revision}"`)
    .header('location', location);
  if (repeated) reply.header('idempotency-replayed', 'true');
  return {
    stream,
    revision,
    after: `${stream}@${revision}`,
    location,
    repeated,
    ...(notChecked && { notChecked }),
  };
};

/** Nothing was written: there is no revision to name with the next command, and nothing to wait for. */
const dryRunAnswer = (
  { stream, revision, repeated, location, foreseen = [], notChecked }: CommandAnswer,
  reply: FastifyReply,
) => {
  reply.status(200);
  if (repeated) reply.header('idempotency-replayed', 'true');
  const unchecked = notChecked && { notChecked };
  return { dryRun: true, stream, revision, location, repeated, events: foreseen, ...unchecked };
};

const isCommandAnswer = (answer: unknown): answer is CommandAnswer =>
  hasRevision(answer) && 'stream' in answer && 'location' in answer && 'created' in answer;

const isPrepared = (answer: unknown): answer is PreparedAnswer =>
  typeof answer === 'object' && answer !== null && 'body' in answer && answer.body instanceof Uint8Array;

const isStreamed = (answer: unknown): answer is StreamedAnswer =>
  typeof answer === 'object' && answer !== null && 'pieces' in answer && 'mediaType' in answer;

const hasRevision = (answer: unknown): answer is { readonly revision: number } =>
  typeof answer === 'object' &&
  answer !== null &&
  'revision' in answer &&
  typeof answer.revision === 'number';
