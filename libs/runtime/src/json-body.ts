/** Reads JSON bodies, and says no to what would surprise later: other encodings and types, what stands twice, deep nesting. */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { BadRequest } from './bad-request.ts';
import type { FieldError } from './bad-request.ts';
import { fault, faultIn } from './json-fault.ts';
import { repeatedMember } from './repeated-member.ts';

export const BODY_LIMIT_BYTES = 1_000_000;

export const readJsonBodies = (app: NestFastifyApplication): void => {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    let value: unknown;
    try {
      value = bodyOf(body as Buffer);
    } catch (error) {
      done(error as Error);
      return;
    }
    done(null, value);
  });
};

const UTF_8 = new TextDecoder('utf-8', { fatal: true });

/** @throws {BadRequest} naming the field that is at fault. */
export const bodyOf = (bytes: Uint8Array): unknown => {
  const text = read(() => UTF_8.decode(bytes), 'the body is not UTF-8');
  const value = read(() => JSON.parse(text) as unknown, 'the body is not JSON');
  const found = faultIn(value) ?? repetitionIn(text, value);
  if (found !== undefined) throw new BadRequest('BODY_NOT_USABLE', found.message, [found]);
  return value;
};

const repetitionIn = (text: string, value: unknown): FieldError | undefined => {
  const path = repeatedMember(text, value);
  return path === undefined ? undefined : fault(path, 'must be given only once');
};

const read = <Result>(how: () => Result, message: string): Result => {
  try {
    return how();
  } catch {
    throw new BadRequest('BODY_NOT_JSON', message, [{ field: 'body', message }]);
  }
};
