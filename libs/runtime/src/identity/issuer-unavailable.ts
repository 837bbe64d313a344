/** The issuer's keys cannot be had, so no new token can be accepted: answered 503. Callers who are known already go on. */
export class IssuerUnavailable extends Error {
  override readonly name = 'IssuerUnavailable';
  readonly code = 'ISSUER_UNAVAILABLE';
  readonly retryAfterSeconds = 5;

  constructor(options: ErrorOptions) {
    super('The issuer of sign-ins cannot be asked for its keys now.', options);
  }
}
