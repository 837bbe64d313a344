/** The request classes of the slices, applied: unknown fields are refused, and every fault names its field. */
import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from '@nestjs/common';
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
      return new BadRequest('VALIDATION_FAILED', errors.map(({ message }) => message).join('; '), errors);
    },
  });

const fieldErrors = (fault: ValidationError, prefix: string): FieldError[] => {
  const field = prefix === '' ? fault.property : `${prefix}.${fault.property}`;
  const own = Object.entries(fault.constraints ?? {}).map(([rule, message]) => ({
    field,
    message: rule === 'whitelistValidation' ? `${field} is not a known field` : message,
  }));
  return [...own, ...(fault.children ?? []).flatMap((child) => fieldErrors(child, field))];
};
