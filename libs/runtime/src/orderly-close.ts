/**
 * Ends the HTTP side so that the end comes: new requests are refused, answers in flight close their connections, which
 * would otherwise be kept open for the next request, and a client that never finishes its request is not waited for
 * without end.
 */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PROBLEM_MEDIA_TYPE, problem } from './problem.ts';

/** How long requests in flight are waited for. Orchestrators kill after 30 s. */
export const TIMEOUT_MS = 10_000;

const RETRY_AFTER_SECONDS = 5;

/** Call before the application starts. @returns what to call instead of its `close`. */
export const orderlyClose = (app: NestFastifyApplication, timeoutMs: number): (() => Promise<void>) => {
  const fastify = app.getHttpAdapter().getInstance();
  const server = app.getHttpServer();
  let closing = false;
  // Over connections that were open already: no new ones are taken.
  fastify.addHook('onRequest', ({ id }, reply, done) => {
    if (!closing) {
      done();
      return;
    }
    const stopping = problem(503, 'STOPPING', 'The server is stopping; ask again.', id, {
      retryAfter: RETRY_AFTER_SECONDS,
    });
    void reply
      .status(stopping.status)
      .header('content-type', PROBLEM_MEDIA_TYPE)
      .header('retry-after', String(RETRY_AFTER_SECONDS))
      .send(JSON.stringify(stopping));
  });
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    if (closing) void reply.header('connection', 'close');
    done();
  });
  return async () => {
    closing = true;
    const closeTimer = setTimeout(() => {
      server.closeAllConnections();
    }, timeoutMs);
    try {
      await app.close();
    } finally {
      clearTimeout(closeTimer);
    }
  };
};
