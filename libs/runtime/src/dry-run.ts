/**
 * `?dryRun=true` of a command: it is admitted, read and decided as always, and nothing is written. A command takes no other
 * parameter, and what is no command takes none of this name: one that was mistyped must not be carried out.
 */
import { hasAddress } from '@pledgeline/contracts';
import { BadRequest } from './bad-request.ts';

export const DRY_RUN = 'dryRun';

const VALUES = ['true', 'false'];

/**
 * @param operation of a POST. @param query as it was read, by names.
 * @throws {BadRequest} VALIDATION_FAILED, or NO_DRY_RUN where the operation is no command.
 */
export const isDryRun = (operation: string, query: unknown): boolean => {
  const { [DRY_RUN]: value, ...others } = query as Readonly<Record<string, unknown>>;
  if (!hasAddress(operation)) {
    if (value === undefined) return false;
    throw refused('NO_DRY_RUN', `${operation} is no command: it has no dry run`);
  }
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw notTaken(unknown);
  if (value === undefined || value === 'false') return false;
  if (value === 'true') return true;
  throw refused('VALIDATION_FAILED', `${DRY_RUN} must be true or false`, { rule: 'enum', allowed: VALUES });
};

const refused = (code: string, message: string, more: object = {}): BadRequest =>
  new BadRequest(code, message, [{ field: DRY_RUN, message, ...more }]);

const notTaken = (name: string): BadRequest => {
  const message = `property ${name} should not exist: a command takes ${DRY_RUN} and no other parameter`;
  const error = { field: name, message, rule: 'additionalProperties', allowed: [DRY_RUN] };
  return new BadRequest('VALIDATION_FAILED', message, [error]);
};
