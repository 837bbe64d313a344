/** Reads JSON bodies, and says no to what would surprise later: other encodings, other types, deep nesting, prototype keys. */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { BadRequest } from './bad-request.ts';
import { faultIn } from './json-fault.ts';

export const BODY_LIMIT_BYTES = 1_000_000;

type Done = (error: Error | null, body?: unknown) => void;
type Parser = (request: unknown, body: string, done: Done) => void;

export const readJsonBodies = (app: NestFastifyApplication): void => {
  const fastify = app.getHttpAdapter().getInstance();
  const parse = fastify.getDefaultJsonParser('error', 'error') as unknown as Parser;
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const text = utf8(body as Buffer);
    if (text === undefined) done(badBody('the body is not UTF-8'));
    else {
      parse(request, text, (error, value) => {
        const fault = error ? undefined : faultIn(value);
        if (error) done(badBody('the body is not JSON, or uses a forbidden key such as __proto__'));
        else if (fault) done(new BadRequest('BODY_NOT_USABLE', fault.message, [fault]));
        else done(null, value);
      });
    }
  });
};

const badBody = (message: string): BadRequest =>
  new BadRequest('BODY_NOT_JSON', message, [{ field: 'body', message }]);

const utf8 = (bytes: Buffer): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};
