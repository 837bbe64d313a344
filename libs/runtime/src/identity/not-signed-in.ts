import { Rejected } from '@pledgeline/event-sourcing';

/** Nobody has shown who calls: answered 401 with the challenge of RFC 6750. It never repeats what was shown. */
export class NotSignedIn extends Error {
  override readonly name = 'NotSignedIn';

  /** @param code stable: `SIGN_IN_NEEDED` when nothing was shown, else what is wrong with it. */
  constructor(
    readonly code: string,
    message: string,
    /** Shown with the message: which part of a question asks for a sign-in, and who may ask it. */
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }

  /** Whether what was shown never was a proof: it may be a try. One that has expired was good once. */
  get isWrong(): boolean {
    return this.code !== 'SIGN_IN_NEEDED' && this.code !== 'TOKEN_EXPIRED';
  }

  /** For `WWW-Authenticate`. */
  get challenge(): string {
    return this.code === 'SIGN_IN_NEEDED' ? 'Bearer' : 'Bearer error="invalid_token"';
  }
}

/** @param how the ways to sign in here, in a sentence. */
export const signInNeeded = (how = ''): NotSignedIn =>
  new NotSignedIn('SIGN_IN_NEEDED', ['This is for those who have signed in.', how].join(' ').trim());

/**
 * What a caller without a proof is refused is told as what he can do about it, whether the route or the question refused it: sign in.
 * Where a part of the question was refused, he is told which, since he may as well leave it out.
 * @param hasProof false of who showed nothing.
 */
export const asToldTo = (error: unknown, hasProof: boolean, how: string): unknown => {
  const isShutOut = error instanceof Rejected && error.code === 'FORBIDDEN' && !hasProof;
  const isAsked = error instanceof NotSignedIn && error.code === 'SIGN_IN_NEEDED';
  if (isShutOut && error.details['field'] !== undefined) {
    const { code, message } = signInNeeded(how);
    return new NotSignedIn(code, `${error.message} ${message}`, error.details);
  }
  return isShutOut || isAsked ? signInNeeded(how) : error;
};
