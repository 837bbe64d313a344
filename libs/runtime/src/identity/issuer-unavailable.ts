/** The issuer's keys cannot be had, so nobody new can be believed: answered 503. Who is known already goes on. */
export class IssuerUnavailable extends Error {
  override readonly name = 'IssuerUnavailable';
  readonly code = 'ISSUER_UNAVAILABLE';
  readonly retryAfterSeconds = 5;

  constructor(options: ErrorOptions) {
    super('The issuer of sign-ins cannot be asked for its keys now.', options);
  }
}
