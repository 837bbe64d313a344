/** Reads JSON bodies, and says no to what would surprise later: other encodings, other types, deep nesting, prototype keys. */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { BadRequest } from './bad-request.ts';

export const BODY_LIMIT_BYTES = 1_000_000;
const DEEPEST = 20;

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
        const fault = error
          ? 'the body is not JSON, or uses a forbidden key such as __proto__'
          : faultOf(value);
        if (fault === undefined) done(null, value);
        else done(badBody(fault));
      });
    }
  });
};

const faultOf = (value: unknown): string | undefined => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return 'the body is not a JSON object';
  return depthOf(value) > DEEPEST ? `the body is nested more than ${DEEPEST} levels deep` : undefined;
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

/** Level by level, so that the depth of the input cannot exhaust the stack. */
const depthOf = (value: unknown): number => {
  let depth = 0;
  let level: unknown[] = [value];
  while (level.length > 0 && depth <= DEEPEST + 1) {
    level = level.flatMap((one) => (isContainer(one) ? Object.values(one) : []));
    depth += 1;
  }
  return depth - 1;
};

const isContainer = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
