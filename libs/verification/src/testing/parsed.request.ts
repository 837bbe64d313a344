/** A body as it passes the pipe that the runtime puts before every controller; a refusal names the fields. */
import { ValidationPipe, type Type } from '@nestjs/common';

const pipe = new ValidationPipe({
  transform: true,
  whitelist: true,
  forbidNonWhitelisted: true,
  exceptionFactory: (errors) => new Error(errors.map(({ property }) => property).join(', ')),
});

export const parse = (metatype: Type, body: unknown): Promise<unknown> =>
  pipe.transform(body, { type: 'body', metatype });
