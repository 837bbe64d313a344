/** Why the way back from the issuer led to no session: for programs it is one refusal, a person is told what to do about it. */
import { Rejected } from '@pledgeline/event-sourcing';
import { IssuerUnavailable } from './issuer-unavailable.ts';
import { NotSignedIn } from './not-signed-in.ts';

/**
 * `DENIED`: the person, or the issuer for him, said no. `ISSUER_REFUSED`: the issuer refused for a reason of its own. `NOT_OURS`: what came
 * back was answered to somebody else, or made up. `EXPIRED`: it came too late, or twice, or to another browser.
 */
export type SignInRefusal = 'DENIED' | 'ISSUER_REFUSED' | 'NOT_OURS' | 'EXPIRED';

export class SignInRefused extends NotSignedIn {
  constructor(
    readonly why: SignInRefusal,
    message: string,
  ) {
    super('SIGN_IN_REFUSED', message);
  }
}

/** Who has signed in at the issuer, and is nobody here. */
const NOBODY_HERE: readonly string[] = ['NO_ROLE', 'NO_STATE'];

/** @returns a word for the page where a sign-in begins; null for what has nothing to do with the person who signs in. */
export const refusalForPeople = (error: unknown): string | null => {
  if (error instanceof SignInRefused) return error.why;
  // A token that the issuer has just given, and that does not hold.
  if (error instanceof NotSignedIn) return 'ISSUER_REFUSED';
  if (error instanceof IssuerUnavailable) return error.code;
  return error instanceof Rejected && NOBODY_HERE.includes(error.code) ? error.code : null;
};

/** @param next where the sign-in was to lead. */
export const pageOfRefusal = (refusal: string, next: string): string => {
  const search = new URLSearchParams({ ...(next !== '/' && { next }), refused: refusal });
  return `/console/sign-in?${search.toString()}`;
};
