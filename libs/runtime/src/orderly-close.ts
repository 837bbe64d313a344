/**
 * Ends the HTTP side so that the end comes: answers in flight close their connections, which would otherwise be kept open
 * for the next request, and a client that never finishes its request is not waited for without end.
 */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** How long requests in flight are waited for. Orchestrators kill after 30 s. */
export const PATIENCE_MS = 10_000;

/** Call before the application starts. @returns what to call instead of its `close`. */
export const orderlyClose = (app: NestFastifyApplication, patienceMs: number): (() => Promise<void>) => {
  const fastify = app.getHttpAdapter().getInstance();
  const server = app.getHttpServer();
  let closing = false;
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    if (closing) void reply.header('connection', 'close');
    done();
  });
  return async () => {
    closing = true;
    const impatience = setTimeout(() => {
      server.closeAllConnections();
    }, patienceMs);
    try {
      await app.close();
    } finally {
      clearTimeout(impatience);
    }
  };
};
