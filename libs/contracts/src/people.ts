/** Roles that people act in, as a refusal names them to a person: jobs act as SYSTEM, and nobody signs in as it. */
import { Rejected } from '@pledgeline/event-sourcing';
import type { Role } from './vocabulary.data.ts';

/** The same roles, without the one of jobs. */
export const peopleAmong = <Word extends string>(roles: readonly Word[]): readonly Word[] =>
  roles.filter((role) => role !== ('SYSTEM' satisfies Role));

/**
 * FORBIDDEN, naming the people who may. Who has not signed in is asked to do so instead, by whoever answers over HTTP.
 * @param message a sentence without its full stop; `details` are shown with it.
 */
export const forbiddenTo = (
  message: string,
  roles: readonly string[],
  details: Readonly<Record<string, unknown>> = {},
): Rejected => {
  const allowed = peopleAmong(roles);
  const names = allowed.length === 0 ? 'nobody' : allowed.join(', ');
  return new Rejected('forbidden', 'FORBIDDEN', `${message}; allowed: ${names}.`, { allowed, ...details });
};
