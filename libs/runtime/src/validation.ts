/** The request classes of the slices, applied: unknown fields are refused, and every fault names its field. */
import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from '@nestjs/common';
import { dayTooEarly, TOO_EARLY } from '@pledgeline/contracts';
import type { FieldError } from './bad-request.ts';
import { BadRequest } from './bad-request.ts';

export const requestValidation = (): ValidationPipe =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    stopAtFirstError: true,
    validationError: { target: false, value: false },
    exceptionFactory: (faults) => {
      const errors = faults.flatMap((fault) => fieldErrors(fault, ''));
      const [first] = errors;
      // The same answer as where a decision finds it: a day is read in a body, in a row of a table and in a written date.
      if (first !== undefined && errors.every(({ rule }) => rule === TOO_EARLY))
        return dayTooEarly(first.field);
      return new BadRequest(
        'VALIDATION_FAILED',
        errors.map(({ message }) => message).join('; '),
        errors.map(shown),
      );
    },
  });

interface Fault extends FieldError {
  readonly rule: string;
}

const shown = ({ field, message }: Fault): FieldError => ({ field, message });

const fieldErrors = (fault: ValidationError, prefix: string): Fault[] => {
  const field = prefix === '' ? fault.property : `${prefix}.${fault.property}`;
  const own = Object.entries(fault.constraints ?? {}).map(([rule, message]) => ({
    rule,
    field,
    message: rule === 'whitelistValidation' ? `${field} is not a known field` : message,
  }));
  return [...own, ...(fault.children ?? []).flatMap((child) => fieldErrors(child, field))];
};
