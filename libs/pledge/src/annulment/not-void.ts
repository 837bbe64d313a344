/** A pledge that was entered by mistake is named by nothing new: accountability page, section 9. */
import { conflict } from '../refusal.ts';
import type { Pledge } from '../state.ts';

/** @param field of the request that names it. @throws {Rejected} PLEDGE_VOID */
export const mustNotBeVoid = (
  { status, reference }: Pick<Pledge, 'status' | 'reference'>,
  field: string,
): void => {
  if (status !== 'VOID') return;
  throw conflict('PLEDGE_VOID', `${reference} was entered by mistake and annulled: name another pledge.`, {
    field,
  });
};
