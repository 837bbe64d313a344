/** The request classes of the slices, applied: unknown fields are refused, and every fault names its field. */
import { ValidationPipe } from '@nestjs/common';
import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { dayTooEarly, TOO_EARLY } from '@pledgeline/contracts';
import { BadRequest } from './bad-request.ts';
import type { FieldError } from './bad-request.ts';
import { requestClass } from './validation/request-class.ts';
import type { Fault } from './validation/request-class.ts';
import type { Constructor } from './validation/field-readers.ts';

/** Its pipe throws `BadRequest` VALIDATION_FAILED, or `Rejected` where nothing but days too early is wrong. */
export const requestValidation = (): PipeTransform => {
  const single = new ValidationPipe({ transform: true });
  return {
    transform: (value: unknown, metadata: ArgumentMetadata): unknown => {
      const { metatype, type } = metadata;
      // A parameter of its own, such as an id in the path.
      if (metatype === undefined || SINGLE.includes(metatype) || type === 'custom')
        return single.transform(value, metadata);
      return readAs(metatype as Constructor, value, type === 'body');
    },
  };
};

const SINGLE: readonly unknown[] = [String, Number, Boolean, Array, Object, Buffer, Date];

const readAs = (of: Constructor, value: unknown, isBody: boolean): object => {
  const { read, check } = requestClass(of);
  const request = read(typeof value === 'object' && value !== null ? value : {});
  const faults: Fault[] = [];
  check(request, [], faults);
  if (faults.length === 0) return request;
  const errors = faults.map((fault) => errorOf(fault, isBody));
  const [first] = errors;
  // The same answer as where a decision finds it: a day is read in a body, in a row of a table and in a written date.
  if (first !== undefined && faults.every(({ name }) => name === TOO_EARLY)) throw dayTooEarly(first.field);
  throw new BadRequest('VALIDATION_FAILED', errors.map(({ message }) => message).join('; '), errors);
};

const errorOf = ({ path, message, rule, limit, allowed }: Fault, isBody: boolean): FieldError => ({
  ...{ field: path.join('.'), message, rule },
  ...(limit !== undefined && { limit }),
  ...(allowed !== undefined && { allowed }),
  ...(isBody && { pointer: pointerTo(path) }),
});

/** RFC 6901. */
export const pointerTo = (path: readonly string[]): string =>
  path.map((name) => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
